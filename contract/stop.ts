/** Stops a run on Ctrl-C. */
export interface Stop {
  /** Aborts at the first request to stop. What the run created is still deleted. */
  readonly signal: AbortSignal;
  /** Called on every Ctrl-C. */
  readonly request: () => void;
}

export interface StopOptions {
  /** The name of everything that the run created. */
  readonly name: string;
  readonly say: (sentence: string) => void;
  /** Ends the process at once. */
  readonly leave: () => void;
}

/** npm forwards the SIGINT that the terminal also sends: a second one within this time is the same Ctrl-C. */
const echoMs = 1000;

export function createStop({ name, say, leave }: StopOptions): Stop {
  const controller = new AbortController();
  let stoppedAt = 0;
  const request = (): void => {
    if (!controller.signal.aborted) {
      stoppedAt = Date.now();
      controller.abort(new Error('stopped'));
      say('Stopping. Deleting what this run created; press Ctrl-C again to exit without deleting it.');
    } else if (Date.now() - stoppedAt >= echoMs) {
      say(`Exited without deleting: check for resources named ${name}, which may be billed.`);
      leave();
    }
  };
  return { signal: controller.signal, request };
}
