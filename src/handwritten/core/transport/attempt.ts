import { readResponse } from './read-response.js';
import type { AttemptScope } from '../response/attempt-scope.js';
import type { Call } from '../request/call.js';
import { readErrorBody } from '../errors/error-body.js';
import { foreignResponseError, usedBodyError, wasUsed } from '../response/foreign-response.js';
import { apiErrorFromResponse } from '../response/error-from-response.js';
import { TimeoutError, type RuncrateError } from '../errors/errors.js';
import { statusFailure, thrownFailure, type Failure } from '../response/failure.js';
import { noCredentials, type Credentials } from '../options/credentials.js';
import { redactError } from '../response/redact.js';
import { ResponseHead } from '../response/response-head.js';
import type { Method, Operation } from '../operation/operation.js';
import type { Page } from '../response/page.js';
import type { RateLimit } from './rate-limit.js';
import { readBounded } from '../response/read-bounded.js';
import { logOutcome, logRequest } from './request-log.js';
import type { TransportContext } from './transport-context.js';
import { discardBody } from '../response/discard-body.js';
import { send } from './send.js';

/** The result of an attempt. */
export type Outcome = { readonly kind: 'response'; readonly value: unknown; readonly head: ResponseHead } | Failure;

/** What an attempt tells also if it is aborted. */
export interface AttemptState {
  number: number;
  /** It was sent, and may have been carried out; never for a call that is `safe`. */
  isOpen: boolean;
  readonly limit: RateLimit;
  /** Gives the place back that the pacer gave. */
  release?: (() => void) | undefined;
}

/** The progress of an attempt. */
interface Progress {
  credentials?: Credentials;
  head?: ResponseHead;
}

/** Makes one attempt. It rejects only if the call is aborted. */
export async function runAttempt(call: Call, state: AttemptState, context: TransportContext): Promise<Outcome> {
  const startedAt = Date.now();
  const scope = context.newScope(call.options.signal);
  scope.onEnd = state.release;
  scope.startTimer(call.timeoutMs, () => timeoutError(call));
  const progress: Progress = {};
  let outcome: Outcome | undefined;
  try {
    // A `fetch` of the caller's own may ignore the signal: it is not awaited after an abort.
    outcome = await scope.race(attempt(call, scope, progress, state, context));
  } catch (error) {
    // The reason is the caller's: it is rethrown unchanged.
    if (scope.isAborted && !scope.isEndedByUs) throw scope.signal.reason;
    const { credentials, head } = progress;
    outcome = scope.isEndedByUs
      ? // Until the key is available, nothing has been sent.
        { kind: credentials === undefined ? 'unsent' : 'timeout', error: scope.signal.reason as RuncrateError, head }
      : head && (await wasUsed(error, head.response))
        ? unreadable(usedBodyError())
        : thrownFailure(
            credentials ? redactError(error, credentials.redact) : error,
            credentials !== undefined,
            head,
            call,
            context.platform,
          );
  } finally {
    call.body?.release?.();
    // A body that is returned unread keeps the scope.
    if (outcome?.kind !== 'response' || !(call.isStream || call.isOpen)) {
      scope.end();
      if (outcome?.kind !== 'response' && progress.head) void discardBody(progress.head.response);
    }
    logOutcome(
      context.config.log,
      call,
      outcome?.kind ?? 'aborted',
      progress.head,
      Date.now() - startedAt,
      state.number,
    );
  }
  return outcome;
}

/** Gets the key, sends the request and reads the response. After an abort, it stops at the next step. */
async function attempt(
  call: Call,
  scope: AttemptScope,
  progress: Progress,
  state: AttemptState,
  context: TransportContext,
): Promise<Outcome> {
  const {
    config: { credentialsOf, hints, log, maxRetryAfterMs },
    platform,
  } = context;
  const { operation } = call;
  const { signal } = scope;
  scope.throwIfAborted();
  const isAtApi = call.externalUrl === undefined;
  const pending = isAtApi ? credentialsOf(operation) : noCredentials;
  const credentials = (progress.credentials = pending instanceof Promise ? await pending : pending);
  const { redact } = credentials;
  if (isAtApi) context.redact = redact;
  scope.throwIfAborted();
  if (call.isStream || call.isOpen) platform.checkStreams?.(context.config.fetch ?? fetch, call.label);
  logRequest(log, call, state.number);
  state.isOpen = operation.retry !== 'safe';
  const response = await send(call, credentials, signal, context);
  if (scope.isAborted) await discardBody(response);
  scope.throwIfAborted();
  const foreign = foreignResponseError(response);
  if (foreign !== undefined) return unreadable(foreign);
  // The body of a redirect is discarded.
  const isExpected = response.ok || (operation.answer.as === 'location' && response.status < 400);
  if ((!isExpected || call.isStream || call.isOpen) && (response.bodyUsed || response.body?.locked))
    return unreadable(usedBodyError());
  const head = (progress.head = new ResponseHead(response, redact));
  const { limit } = state;
  limit.observe(response, state.number, maxRetryAfterMs);
  if (isAtApi) context.turns?.observe(call.server.origin, response, state.release);
  if (isExpected) {
    const fetchPage = (args: Call['args']) =>
      context.request(operation as Operation<Method, string, Call['args'], Page<unknown>>, args, call.options);
    const value = await readResponse(response, { call, scope, platform, log, fetchPage, head });
    return { kind: 'response', value, head };
  }
  // Refused, whatever the body says.
  if (response.status < 500 && response.status !== 408) state.isOpen = false;
  const text = redact(await readBounded(response, scope));
  const said = readErrorBody(text, response.headers.get('content-type') ?? '');
  return statusFailure(apiErrorFromResponse(head, said, call, hints, limit.skewMs), said.isOwn, head);
}

function unreadable(error: RuncrateError): Failure {
  return { kind: 'unreadable', error, head: undefined };
}

/** The error of an attempt that took longer than `timeout`. */
function timeoutError({ label, timeoutMs }: Call): TimeoutError {
  return new TimeoutError(`${label} took longer than its timeout of ${timeoutMs / 1000} s.`);
}
