import { readAnswer } from './answer.js';
import type { AttemptScope } from './attempt-scope.js';
import type { Call } from './call.js';
import { readErrorBody } from './error-body.js';
import { apiErrorOf } from './error-of-answer.js';
import { TimeoutError, type RuncrateError } from './errors.js';
import { statusFailure, thrownFailure, type Failure } from './failure.js';
import { Head, redactError, type Redact } from './redact.js';
import type { Method, Operation } from './operation.js';
import type { Page } from './page.js';
import { readBounded } from './read-bounded.js';
import { logOutcome, logRequest } from './request-log.js';
import type { Road } from './road.js';
import { discardBody, send } from './send.js';

/** What an attempt came to. */
export type Outcome = { readonly kind: 'answer'; readonly answer: unknown; readonly head: Head } | Failure;

/** How far an attempt has come. */
interface Progress {
  key?: string;
  head?: Head;
  readonly redact: Redact;
}

/** Makes one attempt. It rejects only where the call is aborted. */
export async function runAttempt(call: Call, attemptNumber: number, road: Road): Promise<Outcome> {
  const startedAt = Date.now();
  const scope = road.newScope(call.options.signal);
  scope.startTimer(call.timeoutMs, () => timeoutError(call));
  const progress: Progress = {
    redact: (text) => (progress.key ? text.replaceAll(progress.key, 'rc_live_***') : text),
  };
  let outcome: Outcome | undefined;
  try {
    // A `fetch` of the caller's own may not listen to the signal: then it is not waited for.
    outcome = await scope.race(attempt(call, scope, progress, attemptNumber, road));
  } catch (error) {
    // The reason is the caller's: it is passed on and not written on.
    if (scope.isAborted && !scope.isEndedByUs) throw scope.signal.reason;
    const { key, head, redact } = progress;
    outcome = scope.isEndedByUs
      ? // While the key is asked for, nothing has been sent.
        { kind: key === undefined ? 'unsent' : 'timeout', error: scope.signal.reason as RuncrateError, head }
      : thrownFailure(redactError(error, redact), key !== undefined, head, call, road.platform);
  } finally {
    call.body?.release?.();
    if (outcome?.kind === 'answer' && (call.isStream || call.isOpen)) {
      // The body is handed over open, and with it the scope.
      scope.clearTimer();
    } else {
      scope.end();
      if (outcome?.kind !== 'answer' && progress.head) void discardBody(progress.head.response);
    }
    logOutcome(road.config.log, call, outcome?.kind ?? 'aborted', progress.head, Date.now() - startedAt, attemptNumber);
  }
  return outcome;
}

/** Asks for the key, sends, and reads to the end. It may go on after an abort, and then does nothing more. */
async function attempt(
  call: Call,
  scope: AttemptScope,
  progress: Progress,
  attemptNumber: number,
  road: Road,
): Promise<Outcome> {
  const {
    config: { apiKey, log },
    platform,
  } = road;
  const { signal } = scope;
  signal.throwIfAborted();
  const key = call.foreignUrl === undefined ? apiKey() : '';
  progress.key = typeof key === 'string' ? key : await key;
  signal.throwIfAborted();
  logRequest(log, call, attemptNumber);
  const response = await send(call, progress.key, signal, road);
  if (signal.aborted) await discardBody(response);
  signal.throwIfAborted();
  const { redact } = progress;
  const head = (progress.head = new Head(response, redact));
  if (response.ok) {
    const operation = call.operation as Operation<Method, string, Call['args'], Page<unknown>>;
    const fetchPage = (args: Call['args']) => road.request(operation, args, call.options);
    const context = { call, scope, platform, log, fetchPage, head };
    return { kind: 'answer', answer: await readAnswer(response, context), head };
  }
  const text = redact(await readBounded(response, scope));
  const said = readErrorBody(text, response.headers.get('content-type') ?? '');
  return statusFailure(apiErrorOf(head, said, call.label), said.isOwn, head);
}

/** The error of an attempt that took longer than `timeout`. */
function timeoutError({ label, timeoutMs }: Call): TimeoutError {
  return new TimeoutError(`${label} took longer than its timeout of ${timeoutMs / 1000} s.`);
}
