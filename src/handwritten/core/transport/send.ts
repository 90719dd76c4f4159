import { isWebStream } from '../files/fetch-classes.js';
import type { Call } from '../request/call.js';
import { redirectTarget, type RequestTarget } from './redirect.js';
import { discardBody } from '../response/discard-body.js';
import type { Credentials } from '../options/credentials.js';
import type { TransportContext } from './transport-context.js';

/**
 * Sends a call with the key, to the two configured origins and nowhere else, and follows the redirects that are
 * allowed. Returns the final response, its body unread; with a `fetch` of the caller's own, it may be anything.
 */
export async function send(
  prepared: Call,
  credentials: Credentials,
  signal: AbortSignal,
  context: TransportContext,
): Promise<Response> {
  const { config, platform } = context;
  const { query } = credentials;
  const call = query
    ? { ...prepared, target: `${prepared.target}${prepared.target.includes('?') ? '&' : '?'}${query}` }
    : prepared;
  const {
    server: { origin },
    target,
    externalUrl,
  } = call;
  const isAtApi = externalUrl === undefined;
  let destination: RequestTarget = {
    url: externalUrl ?? (context.movedTo.get(origin) ?? origin) + target,
    isAtApi,
    withKey: isAtApi,
  };
  for (let count = 0; ; count++) {
    const init = destination.withKey ? authorizedRequest(call, credentials, signal) : externalRequest(call, signal);
    const given = await fetchOnce(destination.url, call, init, context);
    const response = (config.fetch && platform.adaptResponse?.(given)) ?? given;
    if (!isRedirect(response)) return response;
    await discardBody(response);
    // A `fetch` of the caller's own may ignore the signal: a redirect after an abort is not followed.
    if (signal.aborted) throw signal.reason;
    const next = redirectTarget(response, destination, count, call, context);
    if (next === undefined) return response;
    destination = next;
  }
}

/** The only place that calls `fetch`. */
function fetchOnce(
  url: string,
  call: Call,
  init: RequestInit,
  { config, platform }: TransportContext,
): Promise<Response> {
  // Called as a function: the platform's own rejects another `this`.
  const { fetch = globalThis.fetch } = config;
  // The `fetch` of Next.js 13 and 14 caches what does not say otherwise.
  if (config.takesCache) init.cache = 'no-store';
  const send = async (overrides?: RequestInit) => fetch(url, { ...init, ...overrides });
  return platform.sendUpload?.(send, init, call) ?? fetch(url, init);
}

function authorizedRequest(
  { operation, headers: known, body }: Call,
  { authorize }: Credentials,
  signal: AbortSignal,
): RequestInit {
  const headers = { ...known };
  authorize(headers);
  const init: RequestInit & { duplex?: 'half' } = {
    method: operation.method,
    headers,
    redirect: 'manual',
    signal,
  };
  if (body === undefined) return init;
  init.body = body.content;
  // Node's fetch requires `duplex` for a body that is a stream.
  if (isWebStream(body.content)) init.duplex = 'half';
  return init;
}

/** Another host receives only the headers for the media type and the range. */
function externalRequest({ headers }: Call, signal: AbortSignal): RequestInit {
  const known = Object.entries(headers).filter(([name]) => /^(accept|range|if-range)$/.test(name));
  return { headers: Object.fromEntries(known), redirect: 'manual', signal };
}

/** Whether a response is a redirect. A browser hides everything else of it. A 304 is not one: it has no target. */
function isRedirect(response: Response | undefined): boolean {
  const { status = 0 } = response ?? {};
  return status === 0 ? response?.type === 'opaqueredirect' : status >= 300 && status < 400 && status !== 304;
}
