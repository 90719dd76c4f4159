import type { Call } from '../request/call.js';
import { InvalidResponseError } from '../errors/errors.js';
import type { TransportContext } from './transport-context.js';
import { singleUseAdvice } from '../files/upload.js';

/** The target of a request. */
export interface RequestTarget {
  readonly url: string;
  /** Still the call's own endpoint, or that of its www counterpart. */
  readonly isAtApi: boolean;
  readonly withKey: boolean;
}

const maxRedirects = 5;

/**
 * The target of a redirect, if it is followed: the www counterpart of the API (facts.md C1) or a file (design.md 9).
 * Undefined where the target itself is the result.
 */
export function redirectTarget(
  response: Response,
  { url, isAtApi, withKey }: RequestTarget,
  count: number,
  call: Call,
  context: TransportContext,
): RequestTarget | undefined {
  const { status, type, headers } = response;
  const { label, operation, server, target, body } = call;
  const refusal = (
    where: string,
    hint = server.option && `If the API has moved, set \`${server.option}\` to its new URL.`,
  ) => new InvalidResponseError({ message: `${label} was redirected ${where}.`, statusCode: status, hint });
  if (type === 'opaqueredirect') throw refusal('to a target that the browser hides');
  const from = new URL(url);
  const location = headers.get('location');
  if (location === null || !URL.canParse(location, from)) throw refusal('without a valid `Location`');
  const next = new URL(location, from);
  const { href, origin, pathname } = next;
  if (context.config.followsWww && isAtApi && isWwwCounterpart(status, from, next)) {
    if (count > 0) throw refusal('twice');
    context.movedTo.set(server.origin, origin);
    if (body?.singleUse) throw refusal(`to ${origin}, but its body can't be sent again`, singleUseAdvice);
    return { url: origin + target, isAtApi, withKey };
  }
  if (operation.answer.as === 'location') return undefined;
  if (count === maxRedirects) throw refusal(`more than ${maxRedirects} times`);
  const isFile = operation.method === 'GET' && operation.answer.as === 'bytes';
  // Without the query, which may hold a token, and without a password.
  if (!isFile || !isFetchable(status, from, next)) throw refusal(`to ${origin}${pathname}, which is not followed`);
  // A file may be on another host, which receives neither the key nor the caller's headers.
  return { url: href, isAtApi: false, withKey: withKey && origin === from.origin };
}

/**
 * The same endpoint of the same host with or without `www.`, both by https: key, method and body are sent along. A
 * 303, which changes the method, is not included.
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

/** Never from https to http. A 300 offers a choice, a 305 names a proxy. `fetch` rejects credentials in a URL. */
function isFetchable(status: number, from: URL, { protocol, username, password }: URL): boolean {
  const isSafe = protocol === 'https:' || (protocol === 'http:' && from.protocol === protocol);
  return isSafe && username + password === '' && [301, 302, 303, 307, 308].includes(status);
}
