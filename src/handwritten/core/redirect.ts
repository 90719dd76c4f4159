import { docsUrl, InvalidResponseError } from './errors.js';

/** Where a redirect may be followed to, if at all: facts.md C1 for the API, design.md 9 for files. */
export type Redirect =
  /** The same host with or without `www.`: the key, method and body go along, and the origin is remembered. */
  | { readonly to: 'twin'; readonly origin: string }
  /** A file that lies elsewhere. `withKey` only on the same origin. */
  | { readonly to: 'file'; readonly url: string; readonly withKey: boolean }
  | { readonly to: 'nowhere'; readonly error: InvalidResponseError };

/** Whether an answer is a redirect. A browser hides everything of it but that. A 304 is none: it has no target. */
export function isRedirect({ type, status }: Response): boolean {
  return type === 'opaqueredirect' || (status >= 300 && status < 400 && status !== 304);
}

/** Decides on a redirect of `from`. `isFile`: a GET whose answer is bytes. `label` names the call in messages. */
export function readRedirect(response: Response, from: URL, isFile: boolean, label: string): Redirect {
  if (response.type === 'opaqueredirect') return nowhere(label, response, 'to a target that the browser hides');
  const target = parseTarget(response.headers.get('location'), from);
  if (target === undefined) return nowhere(label, response, 'without a target');
  if (!followed.includes(response.status)) return nowhere(label, response, `to ${addressOf(target)}`);
  if (isTwin(from, target) && response.status !== 303) return { to: 'twin', origin: target.origin };
  const isDowngrade = target.protocol !== 'https:' && from.protocol === 'https:';
  if (isFile && !isDowngrade && isFetchable(target)) {
    return { to: 'file', url: target.href, withKey: target.origin === from.origin };
  }
  return nowhere(label, response, `to ${addressOf(target)}, which is not the API that the key is for`);
}

/** The others offer a choice, or name a proxy. */
const followed: readonly number[] = [301, 302, 303, 307, 308];

/** Without the query, which may hold a token, and without a password. */
function addressOf({ origin, pathname }: URL): string {
  return `${origin}${pathname}`;
}

/** `fetch` refuses a user name and a password in a URL. */
function isFetchable({ protocol, username, password }: URL): boolean {
  return /^https?:$/.test(protocol) && username === '' && password === '';
}

function parseTarget(location: string | null, from: URL): URL | undefined {
  try {
    return location === null ? undefined : new URL(location, from);
  } catch {
    return undefined;
  }
}

/** The hosts differ by nothing but a leading `www.`, both ends are https, and the endpoint is the same. */
function isTwin(from: URL, target: URL): boolean {
  if (from.protocol !== 'https:' || target.protocol !== 'https:' || from.host === target.host) return false;
  const isSameHost = from.host.replace(/^www\./, '') === target.host.replace(/^www\./, '');
  return isSameHost && from.pathname === target.pathname;
}

function nowhere(label: string, response: Response, where: string): Redirect {
  return {
    to: 'nowhere',
    error: new InvalidResponseError({
      message: `${label} was redirected ${where}.`,
      statusCode: response.status,
      hint: 'If the API has moved, set `baseUrl` or `inferenceUrl` to its new address.',
      docsUrl: docsUrl('errors'),
    }),
  };
}
