/** How a run is ended by hand. */
export interface Stop {
  /** Aborts at the first request to stop; what was made is still deleted. */
  readonly signal: AbortSignal;
  /** To be called for every Ctrl-C. */
  readonly request: () => void;
}

export interface StopOptions {
  /** What the things of the run are named. */
  readonly name: string;
  readonly say: (sentence: string) => void;
  /** Ends the process at once. */
  readonly leave: () => void;
}

/** npm passes on the Ctrl-C that the terminal has sent already: one that follows so soon is not a second one. */
const echoMs = 1000;

export function createStop({ name, say, leave }: StopOptions): Stop {
  const controller = new AbortController();
  let stoppedAt = 0;
  const request = (): void => {
    if (!controller.signal.aborted) {
      stoppedAt = Date.now();
      controller.abort(new Error('stopped'));
      say('Stopping. What was made is deleted first; Ctrl-C again leaves it.');
    } else if (Date.now() - stoppedAt >= echoMs) {
      say(`Left at once: look for what is named ${name}, which may cost money.`);
      leave();
    }
  };
  return { signal: controller.signal, request };
}
