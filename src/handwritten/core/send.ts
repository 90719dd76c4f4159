import type { Call } from './call.js';
import { nextHop, type Hop } from './redirect.js';
import type { Road } from './road.js';

/**
 * Sends a call with the key, to the two configured origins and nowhere else, and follows the redirects that are
 * allowed. Gives the final response, its body unread.
 */
export async function send(call: Call, key: string, signal: AbortSignal, road: Road): Promise<Response> {
  const {
    server: { origin },
    target,
    foreignUrl,
  } = call;
  const isAtApi = foreignUrl === undefined;
  let hop: Hop = {
    url: foreignUrl ?? (road.movedTo.get(origin) ?? origin) + target,
    isAtApi,
    withKey: isAtApi,
  };
  for (let count = 0; ; count++) {
    const message = hop.withKey ? keyedMessage(call, key, signal) : foreignMessage(call, signal);
    const response = await fetchOnce(hop.url, call, message, road);
    if (!isRedirect(response)) return response;
    await discardBody(response);
    // A `fetch` of the caller's own may not listen to the signal: what it answers too late leads to nothing more.
    signal.throwIfAborted();
    hop = nextHop(response, hop, count, call, road);
  }
}

/** The only place that calls `fetch`. */
function fetchOnce(url: string, call: Call, message: RequestInit, { config, platform }: Road): Promise<Response> {
  // Called bare: the platform's own refuses another `this`.
  const { fetch } = config;
  const send = (init?: RequestInit) => fetch(url, { ...message, ...init });
  return platform.sendUpload?.(send, message, call) ?? send();
}

function keyedMessage({ operation, headers, body }: Call, key: string, signal: AbortSignal): RequestInit {
  const message: RequestInit & { duplex?: 'half' } = {
    method: operation.method,
    headers: { ...headers, authorization: `Bearer ${key}` },
    redirect: 'manual',
    signal,
  };
  if (body === undefined) return message;
  message.body = body.content;
  // Node's fetch takes a stream as a body only if it is told that the answer comes after it.
  if (body.content instanceof ReadableStream) message.duplex = 'half';
  return message;
}

/** What another host may know: which kind of file is wanted, and which part of it. */
function foreignMessage({ headers }: Call, signal: AbortSignal): RequestInit {
  const known = Object.entries(headers).filter(([name]) => /^(accept|range|if-range)$/.test(name));
  return { headers: Object.fromEntries(known), redirect: 'manual', signal };
}

/** Whether an answer is a redirect. A browser hides everything of it but that. A 304 is none: it has no target. */
function isRedirect({ type, status }: Response): boolean {
  return type === 'opaqueredirect' || (status >= 300 && status < 400 && status !== 304);
}

/** Lets go of a body that nobody will read, so that its connection is free. */
export async function discardBody(response: Response): Promise<void> {
  try {
    if (!response.bodyUsed) await response.body?.cancel();
  } catch {
    // A body that is broken, that somebody reads, or that is no web stream can't be cancelled: there is nothing to let go.
  }
}
