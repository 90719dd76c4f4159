import type { Call } from './call.js';
import { InvalidResponseError } from './errors.js';

/** Whether an answer is a redirect. A browser hides everything of it but that. A 304 is none: it has no target. */
export function isRedirect({ type, status }: Response): boolean {
  return type === 'opaqueredirect' || (status >= 300 && status < 400 && status !== 304);
}

const maxRedirects = 5;

/** Where a redirect leads, if it may be followed: to the twin (facts.md C1), or to a file (design.md 9). */
export function targetOf(response: Response, from: URL, call: Call, hop: number): URL {
  const { status, type, headers } = response;
  if (type === 'opaqueredirect') throw redirectError(call, status, 'to a target that the browser hides');
  const location = headers.get('location');
  if (location === null || !URL.canParse(location, from)) throw redirectError(call, status, 'without a target');
  const target = new URL(location, from);
  if (hop === maxRedirects) throw redirectError(call, status, `more than ${maxRedirects} times`);
  if (isTwin(status, from, target)) return target;
  const { method, answer } = call.operation;
  const isFile = method === 'GET' && answer.as === 'bytes';
  // A 300 offers a choice, a 305 names a proxy.
  if (!isFile || !isFetchable(target, from) || ![301, 302, 303, 307, 308].includes(status)) {
    // Without the query, which may hold a token, and without a password.
    throw redirectError(call, status, `to ${target.origin}${target.pathname}, which is not followed`);
  }
  return target;
}

/**
 * The same endpoint of the same host with or without `www.`, both by https: the key, method and body go along, but
 * not where the method is to change.
 */
export function isTwin(status: number, from: URL, target: URL): boolean {
  const bare = ({ host, pathname }: URL): string => host.replace(/^www\./, '') + pathname;
  return (
    [301, 302, 307, 308].includes(status) &&
    from.protocol === 'https:' &&
    target.protocol === 'https:' &&
    from.host !== target.host &&
    bare(from) === bare(target)
  );
}

/** By a protocol that is no worse. `fetch` refuses a user name and a password in a URL. */
function isFetchable({ protocol, username, password }: URL, from: URL): boolean {
  const isSafe = protocol === 'https:' || (protocol === 'http:' && from.protocol === protocol);
  return isSafe && username + password === '';
}

/** A redirect that leads nowhere. */
export function redirectError({ label }: Call, statusCode: number, where: string, hint?: string): InvalidResponseError {
  return new InvalidResponseError({
    message: `${label} was redirected ${where}.`,
    statusCode,
    hint: hint ?? 'If the API has moved, set `baseUrl` or `inferenceUrl` to its new address.',
  });
}
