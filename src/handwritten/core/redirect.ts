import type { Call } from './call.js';
import { InvalidResponseError } from './errors.js';

/** Whether an answer is a redirect. A browser hides everything of it but that. A 304 is none: it has no target. */
export function isRedirect({ type, status }: Response): boolean {
  return type === 'opaqueredirect' || (status >= 300 && status < 400 && status !== 304);
}

/** Where a redirect leads, if it may be followed: to the twin (facts.md C1), or to a file (design.md 9). */
export function targetOf(response: Response, from: URL, call: Call): URL {
  const { status, type, headers } = response;
  if (type === 'opaqueredirect') throw redirectError(call, response, 'to a target that the browser hides');
  const location = headers.get('location');
  if (location === null || !URL.canParse(location, from)) throw redirectError(call, response, 'without a target');
  const target = new URL(location, from);
  const { method, answer } = call.operation;
  const isFile = method === 'GET' && answer.as === 'bytes';
  // A 300 offers a choice, a 305 names a proxy.
  const isFollowed = [301, 302, 303, 307, 308].includes(status);
  if (isFollowed && (isTwin(response, from, target) || (isFile && isFetchable(target, from)))) return target;
  // Without the query, which may hold a token, and without a password.
  throw redirectError(call, response, `to ${target.origin}${target.pathname}, which is not followed`);
}

/**
 * The same endpoint of the same host with or without `www.`, both by https: the key, method and body go along, but
 * not where the method is to change.
 */
export function isTwin({ status }: Response, from: URL, target: URL): boolean {
  const [here, there] = [from, target].map(
    ({ protocol, host, pathname }) => `${protocol}${host.replace(/^www\./, '')}${pathname}`,
  );
  return status !== 303 && from.protocol === 'https:' && from.host !== target.host && here === there;
}

/** By a protocol that is no worse. `fetch` refuses a user name and a password in a URL. */
function isFetchable({ protocol, username, password }: URL, from: URL): boolean {
  const isSafe = protocol === 'https:' || (protocol === 'http:' && from.protocol === protocol);
  return isSafe && username + password === '';
}

/** A redirect that leads nowhere. */
export function redirectError(
  { label }: Call,
  { status }: Response,
  where: string,
  hint?: string,
): InvalidResponseError {
  return new InvalidResponseError({
    message: `${label} was redirected ${where}.`,
    statusCode: status,
    hint: hint ?? 'If the API has moved, set `baseUrl` or `inferenceUrl` to its new address.',
  });
}
