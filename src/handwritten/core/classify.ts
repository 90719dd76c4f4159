import { apiErrorOf } from './error-of-answer.js';
import type { AttemptScope } from './attempt-scope.js';
import type { Call } from './call.js';
import { readErrorBody } from './error-body.js';
import { ConnectionError, docsUrl, InvalidResponseError, RuncrateError, TimeoutError } from './errors.js';
import type { Failure } from './failure.js';
import { readNetworkError } from './network-error.js';
import type { ResponseInfo } from './operation.js';
import type { Head } from './redact.js';

/** How far an attempt had come: asking for the key, waiting for the headers, reading the body. */
export type Phase = 'key' | 'headers' | 'body';

/** The failure of an answer with an error status. */
export function statusFailure(head: Head, body: string, call: Call, info: ResponseInfo): Failure {
  const said = readErrorBody(body, head.headers.get('content-type') ?? '');
  return { kind: 'status', error: apiErrorOf(head, said, call.label), isOwn: said.isOwn ?? false, info };
}

/** The failure behind whatever an attempt threw. */
export function classifyError(
  error: unknown,
  phase: Phase,
  scope: AttemptScope,
  call: Call,
  info: ResponseInfo | undefined,
): Failure {
  // While the key is asked for, nothing has been sent.
  if (scope.isTimedOut) {
    const timeout = scope.signal.reason as RuncrateError;
    return phase === 'key' ? { kind: 'unsent', error: timeout } : { kind: 'timeout', error: timeout, info };
  }
  if (scope.signal.aborted) return { kind: 'aborted', error: scope.signal.reason as unknown };
  if (error instanceof InvalidResponseError && phase === 'body' && info !== undefined) {
    return { kind: 'unreadable', error, info };
  }
  if (error instanceof RuncrateError) return { kind: 'final', error };
  if (phase === 'key') {
    return { kind: 'final', error: new RuncrateError({ message: 'The function `apiKey` failed.', cause: error }) };
  }
  return networkFailure(error, phase, call, info);
}

function networkFailure(
  cause: unknown,
  phase: 'headers' | 'body',
  call: Call,
  info: ResponseInfo | undefined,
): Failure {
  const { code, unsent, impatient } = readNetworkError(cause);
  const because = code === undefined ? '' : ` (${code})`;
  if (impatient) return { kind: 'timeout', error: impatienceError(cause, phase, call.label), info };
  if (unsent && phase === 'headers') {
    const { origin } = call.server;
    return { kind: 'unsent', error: connectionError(`${call.label} could not connect to ${origin}${because}.`, cause) };
  }
  const message = `${call.label} lost its connection ${phase === 'headers' ? 'before an answer' : 'in the middle of the answer'}${because}.`;
  return { kind: 'lost', error: connectionError(message, cause), phase, info };
}

function connectionError(message: string, cause: unknown): ConnectionError {
  return new ConnectionError({ message, cause, docsUrl: docsUrl('errors') });
}

/** The error of an attempt that took longer than `timeout`. */
export function timeoutError({ label, timeoutMs }: Call): TimeoutError {
  return new TimeoutError({
    message: `${label} took longer than its timeout of ${timeoutMs / 1000} s.`,
    docsUrl: docsUrl('timeouts-and-aborts'),
  });
}

/** The error of a fetch that lost patience before `timeout` was over. */
export function impatienceError(cause: unknown, phase: 'headers' | 'body', label: string): TimeoutError {
  return new TimeoutError({
    message: `${label} took longer than Node's own fetch waits ${phase === 'headers' ? 'for an answer' : 'between two pieces of it'}.`,
    cause,
    hint: 'Node’s fetch gives up after 300 s, whatever `timeout` says. Stream the answer, or pass an own `fetch` that waits longer.',
    docsUrl: docsUrl('timeouts-and-aborts'),
  });
}
