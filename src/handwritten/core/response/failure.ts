import type { Platform } from '../../platform/platform.js';
import type { ApiError } from '../errors/api-error.js';
import type { Call } from '../request/call.js';
import { ConnectionError, docsUrl, InvalidResponseError, RuncrateError } from '../errors/errors.js';
import type { ResponseHead } from './response-head.js';

/** Why an attempt failed. */
export interface Failure {
  readonly kind: keyof typeof failureKinds;
  readonly error: RuncrateError;
  /** Of the response, if there was one. */
  readonly head: ResponseHead | undefined;
  /** As in a `Loss`. */
  readonly wasKept?: boolean | undefined;
}

/**
 * The table of design.md 4: which retry classes are retried, and for which the outcome is unknown: the call may have
 * taken effect, or been billed, although no response confirms it.
 */
export const failureKinds = {
  /** The connection was never made. */
  unsent: { retried: 'safe paid once', open: '' },
  /** A response that means that nothing was done. */
  refused: { retried: 'safe paid once', open: '' },
  /** A server error. */
  failed: { retried: 'safe paid', open: 'once' },
  /** No response: the connection was lost, or a gateway timed out. */
  lost: { retried: 'safe paid', open: 'paid once' },
  /** The connection was lost after the headers: the work was done and billed. */
  cut: { retried: 'safe', open: 'paid once' },
  timeout: { retried: 'safe', open: 'paid once' },
  /** A success response that can't be read. */
  unreadable: { retried: '', open: 'paid once' },
  /** An error of the caller's, a redirect, an invalid key: nothing was done, and a retry would fail too. */
  final: { retried: '', open: '' },
} as const;

/** The failure of a response with an error status. `isOwn`: with the API's own JSON. */
export function statusFailure(error: ApiError, isOwn: boolean | undefined, head: ResponseHead): Failure {
  return { kind: kindOf(error, isOwn), error, head };
}

function kindOf({ statusCode, retryAfter }: ApiError, isOwn: boolean | undefined): Failure['kind'] {
  switch (statusCode) {
    // Rejected before any work, so even a call that is billed may be retried.
    case 425:
    case 429:
      return 'refused';
    // So is a 408 or 503 of the API itself, or one with a `Retry-After`; one of a proxy may hide a success.
    case 408:
    case 503:
      return isOwn || retryAfter !== undefined ? 'refused' : 'failed';
    // Not Implemented and HTTP Version Not Supported: a retry gets the same response.
    case 501:
    case 505:
      return 'final';
    // A gateway timed out; the server behind it may have continued. 524 is Cloudflare's.
    case 504:
    case 524:
      return 'lost';
    default:
      return statusCode < 500 ? 'final' : 'failed';
  }
}

/** The failure for an error that an attempt threw; a framework's is thrown on. `hasKey`: the key was available, so a request may have been sent. */
export function thrownFailure(
  cause: unknown,
  hasKey: boolean,
  head: ResponseHead | undefined,
  call: Call,
  platform: Platform,
): Failure {
  // By a `digest`, Next.js knows its own: that a page can't be built ahead, for one. It must get it back unchanged.
  if (typeof (Object(cause) as { readonly digest?: unknown }).digest === 'string') throw cause;
  // A 303 means that the work was done; its target is the result.
  const isUnreadable = cause instanceof InvalidResponseError && (head !== undefined || cause.statusCode === 303);
  if (cause instanceof RuncrateError) return { kind: isUnreadable ? 'unreadable' : 'final', error: cause, head };
  if (hasKey) return connectionFailure(cause, head, call, platform);
  return { kind: 'final', error: new RuncrateError({ message: 'The function `apiKey` failed.', cause }), head };
}

/** The failure for a `fetch` that rejected or, if there is a head, for a body that broke. */
export function connectionFailure(
  cause: unknown,
  head: ResponseHead | undefined,
  { label, isStream, server }: Pick<Call, 'label' | 'isStream'> & { readonly server: Pick<Call['server'], 'origin'> },
  { explainLoss }: Pick<Platform, 'explainLoss'>,
): Failure {
  const message = `${label} lost its connection before ${head ? 'the response was complete' : 'a response'}.`;
  const error = new ConnectionError({ message, cause, docsUrl: head && isStream ? docsUrl('streaming') : undefined });
  const loss = { kind: head ? 'cut' : 'lost', error } as const;
  return { ...(explainLoss?.(loss, label, server.origin) ?? loss), head };
}
