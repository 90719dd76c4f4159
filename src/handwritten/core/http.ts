import type { Call } from './call.js';

/** The only place that calls `fetch`. It is called bare: the platform's own refuses another `this`. */
export function callFetch(fetch: typeof globalThis.fetch, url: string, init: RequestInit): Promise<Response> {
  return fetch(url, { redirect: 'manual', ...init });
}

/** What a call sends, the key included. */
export function messageOf({ operation, headers, body }: Call, key: string, signal: AbortSignal): RequestInit {
  const message: RequestInit & { duplex?: 'half' } = {
    method: operation.method,
    headers: { ...headers, authorization: `Bearer ${key}` },
    signal,
  };
  if (body === undefined) return message;
  message.body = body.content;
  // Node's fetch takes a stream as a body only if it is told that the answer comes after it.
  if (body.content instanceof ReadableStream) message.duplex = 'half';
  return message;
}

/** What another host may know: which kind of file is wanted, and which part of it. */
export function foreignMessageOf({ headers }: Call, signal: AbortSignal): RequestInit {
  const known = Object.entries(headers).filter(([name]) => /^(accept|range|if-range)$/.test(name));
  return { headers: Object.fromEntries(known), signal };
}
