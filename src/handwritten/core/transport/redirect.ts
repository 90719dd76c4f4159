import type { Call } from '../request/call.js';
import { InvalidResponseError } from '../errors/errors.js';
import type { TransportContext } from './transport-context.js';
import { singleUseAdvice } from '../files/upload.js';

/** Where a call is sent. */
export interface RequestTarget {
  readonly url: string;
  /** Still the call's own endpoint, or its twin's. */
  readonly isAtApi: boolean;
  readonly withKey: boolean;
}

const maxRedirects = 5;

/** Where a redirect leads, if it may be followed: to the twin of the API (facts.md C1), or to a file (design.md 9). */
export function redirectTarget(
  response: Response,
  { url, isAtApi, withKey }: RequestTarget,
  count: number,
  call: Call,
  context: TransportContext,
): RequestTarget {
  const { status, type, headers } = response;
  const { label, operation, server, target, body } = call;
  const refusal = (where: string, hint = 'If the API has moved, set `baseUrl` or `inferenceUrl` to its new address.') =>
    new InvalidResponseError({ message: `${label} was redirected ${where}.`, statusCode: status, hint });
  if (type === 'opaqueredirect') throw refusal('to a target that the browser hides');
  const from = new URL(url);
  const location = headers.get('location');
  if (location === null || !URL.canParse(location, from)) throw refusal('without a target');
  const next = new URL(location, from);
  const { href, origin, pathname } = next;
  if (isAtApi && isWwwCounterpart(status, from, next)) {
    if (count > 0) throw refusal('twice');
    context.movedTo.set(server.origin, origin);
    if (body?.singleUse) throw refusal(`to ${origin}, and its body can't be sent a second time`, singleUseAdvice);
    return { url: origin + target, isAtApi, withKey };
  }
  if (count === maxRedirects) throw refusal(`more than ${maxRedirects} times`);
  const isFile = operation.method === 'GET' && operation.answer.as === 'bytes';
  // Without the query, which may hold a token, and without a password.
  if (!isFile || !isFetchable(status, from, next)) throw refusal(`to ${origin}${pathname}, which is not followed`);
  // A file may lie on another host, which learns nothing of the key or of the caller's headers.
  return { url: href, isAtApi: false, withKey: withKey && origin === from.origin };
}

/**
 * The same endpoint of the same host with or without `www.`, both by https: the key, method and body go along, but
 * not where the method is to change.
 */
function isWwwCounterpart(status: number, from: URL, target: URL): boolean {
  const bare = ({ host, pathname }: URL): string => host.replace(/^www\./, '') + pathname;
  return (
    [301, 302, 307, 308].includes(status) &&
    from.protocol === 'https:' &&
    target.protocol === 'https:' &&
    from.host !== target.host &&
    bare(from) === bare(target)
  );
}

/** By a protocol that is no worse. A 300 offers a choice, a 305 names a proxy. `fetch` refuses a password in a URL. */
function isFetchable(status: number, from: URL, { protocol, username, password }: URL): boolean {
  const isSafe = protocol === 'https:' || (protocol === 'http:' && from.protocol === protocol);
  return isSafe && username + password === '' && [301, 302, 303, 307, 308].includes(status);
}
