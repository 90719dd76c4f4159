import type { Platform } from '../../platform/platform.js';
import type { ApiError } from '../errors/api-error.js';
import type { Call } from '../request/call.js';
import { ConnectionError, docsUrl, InvalidResponseError, RuncrateError } from '../errors/errors.js';
import type { ResponseHead } from './response-head.js';

/** Why an attempt failed. */
export interface Failure {
  readonly kind: keyof typeof failureKinds;
  readonly error: RuncrateError;
  /** Of the answer, where there was one. */
  readonly head: ResponseHead | undefined;
}

/**
 * The table of design.md 4: which classes of calls may be sent again, and for which it is open whether they took
 * effect, or were billed, though no answer says so.
 */
export const failureKinds = {
  /** The connection was never made. */
  unsent: { repeats: 'safe paid once', open: '' },
  /** An answer that says that nothing was done. */
  refused: { repeats: 'safe paid once', open: '' },
  /** A server that failed. */
  failed: { repeats: 'safe paid', open: 'once' },
  /** No answer: the connection is gone, or a gateway gave up. */
  lost: { repeats: 'safe paid', open: 'paid once' },
  /** Once the headers are here, the work was done and billed. */
  cut: { repeats: 'safe', open: 'paid once' },
  timeout: { repeats: 'safe', open: 'paid once' },
  /** A success that can't be understood. */
  unreadable: { repeats: '', open: 'paid once' },
  /** An error of the caller's, a redirect, a key that is none: this attempt did nothing, and the next would not either. */
  final: { repeats: '', open: '' },
} as const;

/** The failure of an answer with an error status. `isOwn`: with the API's own JSON. */
export function statusFailure(error: ApiError, isOwn: boolean | undefined, head: ResponseHead): Failure {
  return { kind: kindOf(error, isOwn), error, head };
}

function kindOf({ statusCode, retryAfter }: ApiError, isOwn: boolean | undefined): Failure['kind'] {
  switch (statusCode) {
    // It was refused before it did anything, so even a call that costs money may be repeated.
    case 429:
      return 'refused';
    // So was a 503 of the API itself, or one that says when to come back; one of a proxy may hide a success.
    case 503:
      return isOwn || retryAfter !== undefined ? 'refused' : 'failed';
    // Not Implemented and HTTP Version Not Supported will be the same next time.
    case 501:
    case 505:
      return 'final';
    // A gateway lost patience, not the server behind it: that may have gone on. 524 is Cloudflare's.
    case 504:
    case 524:
      return 'lost';
    default:
      return statusCode < 500 ? 'final' : 'failed';
  }
}

/** The failure behind what an attempt threw. `hasKey`: the key was there, and so something may have been sent. */
export function thrownFailure(
  cause: unknown,
  hasKey: boolean,
  head: ResponseHead | undefined,
  call: Call,
  platform: Platform,
): Failure {
  // A 303 says that it was done, and where to see what came of it.
  const isUnreadable = cause instanceof InvalidResponseError && (head !== undefined || cause.statusCode === 303);
  if (cause instanceof RuncrateError) return { kind: isUnreadable ? 'unreadable' : 'final', error: cause, head };
  if (hasKey) return connectionFailure(cause, head, call, platform);
  return { kind: 'final', error: new RuncrateError({ message: 'The function `apiKey` failed.', cause }), head };
}

/** The failure behind a `fetch` that rejected or, where there is a head, a body that broke. */
export function connectionFailure(
  cause: unknown,
  head: ResponseHead | undefined,
  { label, isStream, server }: Pick<Call, 'label' | 'isStream'> & { readonly server: Pick<Call['server'], 'origin'> },
  { explainLoss }: Pick<Platform, 'explainLoss'>,
): Failure {
  const message = `${label} lost its connection ${head ? 'in the middle of the answer' : 'before an answer'}.`;
  const error = new ConnectionError({ message, cause, docsUrl: head && isStream ? docsUrl('streaming') : undefined });
  const loss = { kind: head ? 'cut' : 'lost', error } as const;
  return { ...(explainLoss?.(loss, label, server.origin) ?? loss), head };
}
