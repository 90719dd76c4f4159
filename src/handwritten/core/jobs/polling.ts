import { AttemptScope } from '../response/attempt-scope.js';
import { checkOptions, functionProblem, secondsProblem, type Check } from '../options/check.js';
import { TimeoutError, type ErrorInit } from '../errors/errors.js';
import type { FileTransport } from '../transport/file-transport.js';
import type { RequestOptions, ResponseInfo } from '../operation/operation.js';
import { requestChecks } from '../options/request-options.js';
import { retryAfterSeconds } from '../errors/retry-after.js';
import { notify } from '../options/notify.js';
import type { WaitConfig, WaitOptions } from '../options/wait-options.js';

/** What a wait polls. */
export interface PollPlan<State> {
  readonly read: (options: RequestOptions) => Promise<State>;
  /** Whether the wait is over; throws if the state is a failure. */
  readonly isDone: (state: State) => boolean;
  /** The error when `maxWait` is over. No state is known if not even the first poll had a response. */
  readonly timeoutError: (maxWaitSeconds: number, last: State | undefined) => ErrorInit;
}

const shortestInterval = 100;
/** Spreads the polls of many waits over time. */
const jitter = 0.1;
/** The last poll starts when the wait is over, and has this long for its response. */
const lastPollMs = 5000;

const waitChecks: Readonly<Record<keyof WaitOptions<unknown>, Check>> = {
  ...requestChecks,
  pollInterval: (value) =>
    Number.isFinite(value) && (value as number) > 0 ? undefined : 'must be a number of milliseconds, more than 0',
  maxWait: secondsProblem,
  onStatus: functionProblem,
};

/** Checks the options of a wait, before anything is sent. */
export function resolveWait<State>(transport: FileTransport, options: WaitOptions<State>): WaitConfig<State> {
  checkOptions(options, waitChecks, 'The last argument of a wait');
  const { pollInterval = 5000, maxWait = 1800, onStatus, ...request } = options;
  if (pollInterval < shortestInterval) {
    transport.config.log.warn?.(
      `\`pollInterval\` is in milliseconds: ${pollInterval} polls ${Math.round(1000 / pollInterval)} times a second.`,
    );
  }
  return { pollInterval, maxWait, onStatus, request };
}

/** Polls until the state is done. `first` is a state that is already known. */
export async function poll<State>(
  transport: FileTransport,
  { pollInterval, maxWait, onStatus, request }: WaitConfig<State>,
  plan: PollPlan<State>,
  first?: State,
): Promise<State> {
  const deadline = Date.now() + maxWait * 1000;
  let state = first;
  let askedDelayMs = 0;
  const timeout = (): TimeoutError => new TimeoutError(plan.timeoutError(maxWait, state));
  const onResponse = (response: ResponseInfo): unknown => {
    askedDelayMs = (retryAfterSeconds(response.status, response.headers) ?? 0) * 1000;
    // Returned, so that the rejection of an async callback is logged.
    return request.onResponse?.(response);
  };
  // A poll without a response must not outlast the wait.
  const scope = new AttemptScope(request.signal);
  scope.startTimer(maxWait * 1000 + lastPollMs, timeout);
  try {
    for (let known = first; ; known = undefined) {
      state = known ?? (await plan.read({ ...request, signal: scope.signal, onResponse }));
      void notify(transport.config.log, 'onStatus', onStatus, state);
      if (plan.isDone(state)) return state;
      const leftMs = deadline - Date.now();
      if (leftMs <= 0) throw timeout();
      const delayMs = Math.max(askedDelayMs, pollInterval * (1 + jitter * Math.random()));
      await transport.sleep(Math.min(delayMs, leftMs), scope.signal);
    }
  } finally {
    scope.end();
  }
}
