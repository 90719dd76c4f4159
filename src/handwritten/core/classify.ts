import type { Platform } from '../platform/platform.js';
import { apiErrorOf } from './error-of-answer.js';
import type { AttemptScope } from './attempt-scope.js';
import type { Call } from './call.js';
import { readErrorBody } from './error-body.js';
import { ConnectionError, docsUrl, InvalidResponseError, RuncrateError, TimeoutError } from './errors.js';
import type { Failure } from './failure.js';
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
  platform: Platform,
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
  return networkFailure(error, phase, call, info, platform);
}

function networkFailure(
  cause: unknown,
  phase: 'headers' | 'body',
  { label, server }: Call,
  info: ResponseInfo | undefined,
  platform: Platform,
): Failure {
  const { code, unsent, timeout } = platform.readNetworkError?.(cause, label, phase) ?? {};
  if (timeout !== undefined) return { kind: 'timeout', error: timeout, info };
  const isUnsent = unsent === true && phase === 'headers';
  const what = isUnsent
    ? `could not connect to ${server.origin}`
    : `lost its connection ${phase === 'headers' ? 'before an answer' : 'in the middle of the answer'}`;
  const message = `${label} ${what}${code === undefined ? '' : ` (${code})`}.`;
  const error = new ConnectionError({ message, cause, docsUrl: docsUrl('errors') });
  return isUnsent ? { kind: 'unsent', error } : { kind: 'lost', error, phase, info };
}

/** The error of an attempt that took longer than `timeout`. */
export function timeoutError({ label, timeoutMs }: Call): TimeoutError {
  return new TimeoutError({
    message: `${label} took longer than its timeout of ${timeoutMs / 1000} s.`,
    docsUrl: docsUrl('timeouts-and-aborts'),
  });
}
