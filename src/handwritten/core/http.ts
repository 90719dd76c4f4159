import { createFinalURL } from 'openapi-fetch';
import type { Call } from './call.js';
import { fillPath } from './path.js';
import { queryText, type QueryPair } from './query.js';

/** The only place that calls `fetch`. It is called bare: the platform's own refuses another `this`. */
export function callFetch(fetch: typeof globalThis.fetch, url: string, init: RequestInit): Promise<Response> {
  return fetch(url, { redirect: 'manual', ...init });
}

/** The URL of a call, at the origin that answers now. Its path is filled in and checked already. */
export function urlOf({ pathname, query }: Call, origin: string): string {
  return createFinalURL(pathname, {
    baseUrl: origin,
    params: { query: query as unknown as Record<string, unknown> },
    querySerializer: (pairs) => queryText(pairs as unknown as readonly QueryPair[]),
    pathSerializer: fillPath,
  });
}

/** What a call sends, the key included. */
export function messageOf({ operation, headers, body }: Call, key: string, signal: AbortSignal): RequestInit {
  const message: RequestInit & { duplex?: 'half' } = {
    method: operation.method,
    headers: wireHeaders(headers),
    signal,
  };
  const sent = message.headers as Record<string, string>;
  sent['authorization'] = `Bearer ${key}`;
  if (body === undefined) return message;
  message.body = body.content;
  if (body.contentType !== undefined) sent['content-type'] = body.contentType;
  // Node's fetch takes a stream as a body only if it is told that the answer comes after it.
  if (body.content instanceof ReadableStream) message.duplex = 'half';
  return message;
}

/** Names that differ in nothing but their case are one, and the later one holds; `null` takes a header away. */
export function wireHeaders(headers: Readonly<Record<string, string | null | undefined>>): Record<string, string> {
  const sent: Record<string, string> = {};
  for (const name in headers) {
    const value = headers[name];
    if (value === null || value === undefined) Reflect.deleteProperty(sent, name.toLowerCase());
    else sent[name.toLowerCase()] = value;
  }
  return sent;
}

/** What another host may know: which kind of file is wanted, and which part of it. */
export function foreignMessageOf({ headers }: Call, signal: AbortSignal): RequestInit {
  const { accept, range, 'if-range': ifRange } = wireHeaders(headers);
  return { headers: wireHeaders({ accept, range, 'if-range': ifRange }), signal };
}
