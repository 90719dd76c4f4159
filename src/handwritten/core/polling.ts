import { AttemptScope } from './attempt-scope.js';
import { checkThat, secondsProblem } from './check.js';
import { RuncrateError, TimeoutError, type ErrorInit } from './errors.js';
import type { FileTransport } from './file-transport.js';
import type { RequestOptions, ResponseInfo } from './operation.js';
import { checkRequestOptions } from './request-options.js';
import { retryAfterSeconds } from './retry-after.js';

/** How to wait for something that takes long. */
export interface WaitOptions<State> extends RequestOptions {
  /**
   * Milliseconds between two looks.
   * @defaultValue 5000
   */
  readonly pollInterval?: number | undefined;
  /**
   * Seconds to wait in all.
   * @defaultValue 1800
   */
  readonly maxWait?: number | undefined;
  /** Hears every state, from the first. */
  readonly onStatus?: ((state: State) => void) | undefined;
}

/** What is waited for. */
export interface PollPlan<State> {
  readonly read: (options: RequestOptions) => Promise<State>;
  /** Whether the wait is over; throws where it ended badly. */
  readonly isDone: (state: State) => boolean;
  /** What is said when `maxWait` is over. No state is known if not even the first look was answered. */
  readonly timeoutError: (maxWaitSeconds: number, last: State | undefined) => ErrorInit;
}

const defaultIntervalMs = 5000;
const defaultMaxWaitSeconds = 1800;
const shortestIntervalMs = 100;
/** So that many waits do not come in step. */
const jitter = 0.1;
/** The last look begins when the wait is over, and is answered within this, or not at all. */
const lastLookMs = 5000;

/** The options of a wait, checked and apart from those of its requests. */
export interface WaitConfig<State> {
  readonly pollIntervalMs: number;
  readonly maxWaitSeconds: number;
  readonly onStatus: ((state: State) => void) | undefined;
  readonly request: RequestOptions;
}

/** Checks the options of a wait, before anything is sent. */
export function resolveWait<State>(transport: FileTransport, options: WaitOptions<State>): WaitConfig<State> {
  const { pollInterval = defaultIntervalMs, maxWait = defaultMaxWaitSeconds, onStatus, ...request } = options;
  if (typeof pollInterval !== 'number' || !(pollInterval > 0) || !Number.isFinite(pollInterval)) {
    throw new RuncrateError('`pollInterval` must be a number of milliseconds, more than 0.');
  }
  checkThat('`maxWait`', secondsProblem(maxWait));
  checkListener('onStatus', onStatus);
  if (pollInterval < shortestIntervalMs) {
    const timesPerSecond = Math.round(1000 / pollInterval);
    transport.config.log.warn(
      `\`pollInterval\` is in milliseconds: ${pollInterval} asks ${timesPerSecond} times a second.`,
    );
  }
  return { pollIntervalMs: pollInterval, maxWaitSeconds: maxWait, onStatus, request: checkRequestOptions(request) };
}

/** Checks a function that is to be told something. */
export function checkListener(name: string, listener: unknown): void {
  if (listener === undefined || typeof listener === 'function') return;
  throw new RuncrateError(`\`${name}\` must be a function.`);
}

/** Looks again and again until it is done. `first` is a state that is known already. */
export async function poll<State>(
  transport: FileTransport,
  { pollIntervalMs, maxWaitSeconds, onStatus, request }: WaitConfig<State>,
  plan: PollPlan<State>,
  first?: State,
): Promise<State> {
  const deadline = Date.now() + maxWaitSeconds * 1000;
  let last = first;
  let askedDelayMs = 0;
  const timeout = (): TimeoutError => new TimeoutError(plan.timeoutError(maxWaitSeconds, last));
  const onResponse = (response: ResponseInfo): void => {
    askedDelayMs = (retryAfterSeconds(response.status, response.headers) ?? 0) * 1000;
    request.onResponse?.(response);
  };
  // A look that is never answered must not outlast the wait.
  const scope = new AttemptScope(request.signal, new Set());
  scope.startTimer(maxWaitSeconds * 1000 + lastLookMs, timeout);
  try {
    for (let known = first; ; known = undefined) {
      const state: State = known ?? (await plan.read({ ...request, signal: scope.signal, onResponse }));
      last = state;
      transport.tell('onStatus', onStatus, state);
      if (plan.isDone(state)) return state;
      const leftMs = deadline - Date.now();
      if (leftMs <= 0) throw timeout();
      const delayMs = Math.max(askedDelayMs, pollIntervalMs * (1 + jitter * Math.random()));
      await transport.sleep(Math.min(delayMs, leftMs), scope.signal);
    }
  } finally {
    scope.end();
  }
}
