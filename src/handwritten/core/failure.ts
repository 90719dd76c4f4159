import type { ApiError } from './api-error.js';
import type { ResponseInfo, RetryClass } from './operation.js';
import type { RuncrateError } from './errors.js';

/** Why an attempt failed, as far as it decides what may be done next. */
export type Failure =
  /** The server answered with an error. `isOwn`: with the API's own JSON. */
  | { readonly kind: 'status'; readonly error: ApiError; readonly isOwn: boolean; readonly info: ResponseInfo }
  /** The connection was never made. */
  | { readonly kind: 'unsent'; readonly error: RuncrateError }
  /** The connection was lost, before the headers of the answer or after them. */
  | {
      readonly kind: 'lost';
      readonly error: RuncrateError;
      readonly phase: 'headers' | 'body';
      readonly info: ResponseInfo | undefined;
    }
  | { readonly kind: 'timeout'; readonly error: RuncrateError; readonly info: ResponseInfo | undefined }
  /** A success that can't be understood. */
  | { readonly kind: 'unreadable'; readonly error: RuncrateError; readonly info: ResponseInfo }
  /** Not to be repeated whatever the class: a redirect, a key that is none. This attempt did nothing. */
  | { readonly kind: 'final'; readonly error: RuncrateError }
  /** Aborted, by the caller or by the end of the client. The reason is theirs: it is passed on and not written on. */
  | { readonly kind: 'aborted'; readonly error: unknown };

/** Whether a call may be sent again after this failure: the table of design.md 4. */
export function isRetryable(failure: Failure, retryClass: RetryClass): boolean {
  switch (failure.kind) {
    case 'final':
    case 'aborted':
    case 'unreadable':
      return false;
    case 'unsent':
      return true;
    case 'timeout':
      return retryClass === 'safe';
    case 'lost':
      // Once the headers are here, the work was done and billed.
      return retryClass === 'safe' || (retryClass === 'paid' && failure.phase === 'headers');
    case 'status':
      return isRetryableStatus(failure, retryClass);
  }
}

function isRetryableStatus({ error, isOwn }: Extract<Failure, { kind: 'status' }>, retryClass: RetryClass): boolean {
  // A 429 was refused before it did anything, so even a call that costs money may be repeated.
  if (error.statusCode === 429) return true;
  if (!isServerFailure(error.statusCode)) return false;
  if (retryClass !== 'once') return true;
  // A 503 of the API itself, or one that says when to come back, did nothing; one of a proxy may hide a success.
  return error.statusCode === 503 && (isOwn || error.retryAfter !== undefined);
}

/** Whether the call may have taken effect, or been billed, though no answer says so. */
export function isOutcomeUnknown(failure: Failure, retryClass: RetryClass): boolean {
  if (retryClass === 'safe') return false;
  switch (failure.kind) {
    case 'final':
    case 'aborted':
    case 'unsent':
      return false;
    case 'timeout':
    case 'lost':
    case 'unreadable':
      return true;
    case 'status':
      return (
        retryClass === 'once' && isServerFailure(failure.error.statusCode) && !isRetryableStatus(failure, retryClass)
      );
  }
}

/** Every 5xx but those that will be the same next time: 501 Not Implemented, 505 HTTP Version Not Supported. */
function isServerFailure(status: number): boolean {
  return status >= 500 && status !== 501 && status !== 505;
}
