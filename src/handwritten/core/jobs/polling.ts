import { checkOptions, functionProblem, secondsProblem, textProblem, type Check } from '../options/check.js';
import { NotFoundError } from '../errors/api-error.js';
import { advise, docsUrl, RuncrateError, TimeoutError } from '../errors/errors.js';
import type { FileTransport } from '../transport/file-transport.js';
import { redactError } from '../response/redact.js';
import type { RequestOptions, ResponseInfo } from '../operation/operation.js';
import { requestChecks } from '../options/request-options.js';
import { retryAfterSeconds } from '../errors/retry-after.js';
import { createLagMs } from '../transport/transport-context.js';
import { notify } from '../options/notify.js';
import type { WaitConfig, WaitOptions } from '../options/wait-options.js';

/** What a wait polls. */
export interface PollPlan<State> {
  readonly id: string;
  /** The subject of a message: `Instance i-1`. */
  readonly label: string;
  readonly read: (options: RequestOptions) => Promise<State>;
  /** Whether the wait is over, by a status in lower case; undefined if it is unknown. Throws if it is a failure. */
  readonly isDone: (state: State, status: string) => boolean | undefined;
  /** The advice when `maxWait` is over, and the heading of the README that has more. */
  readonly hint: string;
  readonly docs: string;
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
export async function poll<State extends { readonly status?: string | null | undefined }>(
  transport: FileTransport,
  { pollInterval, maxWait, onStatus, request }: WaitConfig<State>,
  plan: PollPlan<State>,
  first?: State,
): Promise<State> {
  // A poll without a response must not outlast the wait.
  const scope = transport.newScope(request.signal);
  const { clock } = scope;
  const deadline = clock.Date.now() + maxWait * 1000;
  let state = first;
  let cause: NotFoundError | undefined;
  let askedDelayMs = 0;
  const { id, label, hint, docs } = plan;
  const warned = new Set<string>();
  const timeout = (): TimeoutError =>
    new TimeoutError({
      message: `${label} was still ${cause ? `not found (${cause.message})` : (state?.status ?? 'in an unknown state')} after ${maxWait} s.`,
      cause,
      hint,
      docsUrl: docsUrl(docs),
    });
  const isOver = (current: State): boolean => {
    void notify(transport.config.log, 'onStatus', onStatus, current);
    const status = String(current.status).toLowerCase();
    const isDone = plan.isDone(current, status);
    if (isDone === undefined && !warned.has(status)) {
      warned.add(status);
      transport.config.log.warn?.(
        `${label} has the unknown status "${transport.redact(String(current.status))}". It is polled until \`maxWait\`.`,
      );
    }
    return isDone === true;
  };
  const onResponse = (response: ResponseInfo): unknown => {
    askedDelayMs = (retryAfterSeconds(response.status, response.headers) ?? 0) * 1000;
    // Returned, so that the rejection of an async callback is logged.
    return request.onResponse?.(response);
  };
  scope.startTimer(maxWait * 1000 + lastPollMs, timeout);
  try {
    for (let known = first; ; known = undefined) {
      try {
        state = known ?? (await plan.read({ ...request, signal: scope.signal, onResponse }));
        cause = undefined;
        if (isOver(state)) return state;
      } catch (error) {
        if (!(error instanceof NotFoundError) || clock.Date.now() - (transport.createdAt.get(id) ?? 0) >= createLagMs)
          throw error;
        cause = error;
      }
      const leftMs = deadline - clock.Date.now();
      if (leftMs <= 0) throw timeout();
      const delayMs = Math.max(askedDelayMs, pollInterval * (1 + jitter * Math.random()));
      await transport.sleep(Math.min(delayMs, leftMs), scope.signal);
    }
  } catch (error) {
    // A status and the words of a job are the server's too.
    throw error instanceof RuncrateError ? redactError(error, transport.redact) : error;
  } finally {
    scope.end();
  }
}

/** Adds advice on what is waited for to an error that does not name its `id` yet: what is billed must be found again. */
export function advised<State>(error: unknown, id: string, { request }: WaitConfig<State>, advice: string): unknown {
  const isOwn = error instanceof RuncrateError && error !== request.signal?.reason;
  if (isOwn && textProblem(id) === undefined && !error.hint?.includes(id)) advise(error, advice);
  return error;
}
