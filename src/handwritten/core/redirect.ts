import type { Call } from './call.js';
import { docsUrl, InvalidResponseError } from './errors.js';

/** Whether an answer is a redirect. A browser hides everything of it but that. A 304 is none: it has no target. */
export function isRedirect({ type, status }: Response): boolean {
  return type === 'opaqueredirect' || (status >= 300 && status < 400 && status !== 304);
}

/** Where a redirect leads, if it may be followed: to the twin (facts.md C1), or to a file (design.md 9). */
export function targetOf(response: Response, from: URL, { label, operation }: Call): URL {
  if (response.type === 'opaqueredirect') throw redirectError(label, response, 'to a target that the browser hides');
  const location = response.headers.get('location');
  if (location === null || !URL.canParse(location, from)) throw redirectError(label, response, 'without a target');
  const target = new URL(location, from);
  const isFile = operation.method === 'GET' && operation.answer.as === 'bytes';
  if (isFollowed(response) && (isTwin(response, from, target) || (isFile && isFetchable(target, from)))) return target;
  // Without the query, which may hold a token, and without a password.
  throw redirectError(label, response, `to ${target.origin}${target.pathname}, which is not followed`);
}

/** The others offer a choice, or name a proxy. */
function isFollowed({ status }: Response): boolean {
  return [301, 302, 303, 307, 308].includes(status);
}

/**
 * The same endpoint of the same host with or without `www.`, both by https: the key, method and body go along, but
 * not where the method is to change.
 */
export function isTwin({ status }: Response, from: URL, target: URL): boolean {
  const [host, targetHost] = [from, target].map((url) => url.protocol + url.host.replace(/^www\./, '') + url.pathname);
  return status !== 303 && from.protocol === 'https:' && from.host !== target.host && host === targetHost;
}

/** By a protocol that is no worse. `fetch` refuses a user name and a password in a URL. */
function isFetchable({ protocol, username, password }: URL, from: URL): boolean {
  return (protocol === 'https:' || (protocol === 'http:' && from.protocol === protocol)) && username + password === '';
}

/** A redirect that leads nowhere. */
export function redirectError(
  label: string,
  { status }: Response,
  where: string,
  hint = 'If the API has moved, set `baseUrl` or `inferenceUrl` to its new address.',
): InvalidResponseError {
  return new InvalidResponseError({
    message: `${label} was redirected ${where}.`,
    statusCode: status,
    hint,
    docsUrl: docsUrl('errors'),
  });
}
