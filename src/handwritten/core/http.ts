import createClient from 'openapi-fetch';
import { fillPath } from './path.js';
import { queryText, type QueryPair } from './query.js';

/** One HTTP request, ready to be sent. */
export interface HttpMessage {
  readonly method: string;
  /** Without a trailing slash. */
  readonly baseUrl: string;
  /** The template of the document and what fills it. */
  readonly path: string;
  readonly pathValues: Readonly<Record<string, unknown>>;
  readonly query: readonly QueryPair[];
  readonly headers: Readonly<Record<string, string | null>>;
  readonly body: BodyInit | undefined;
  readonly signal: AbortSignal;
  /** What the platform adds; `redirect` may be other than `manual`. */
  readonly init?: RequestInit | undefined;
}

/** Sends a message and gives the platform's response, its body unread and redirects not followed. */
export type HttpClient = (message: HttpMessage) => Promise<Response>;

/** openapi-fetch, with what it must be given so that it does not mislead (design.md 2). */
export function createHttpClient(fetch: typeof globalThis.fetch): HttpClient {
  const client = createClient<Record<string, Record<string, never>>>({
    Request: PlainRequest as unknown as typeof Request,
    fetch: async (request) => standIn(await callFetch(fetch, request)),
    pathSerializer: fillPath,
    querySerializer: (pairs) => queryText(pairs as unknown as readonly QueryPair[]),
    bodySerializer: (body: unknown) => body as BodyInit,
  });
  return async ({ method, baseUrl, path, pathValues, query, headers, body, signal, init: more }) => {
    const init = {
      baseUrl,
      params: { path: pathValues, query },
      headers,
      body,
      signal,
      redirect: 'manual',
      ...streaming(body),
      ...more,
    };
    const { response } = await client.request(method as never, path as never, init as never);
    return (response as unknown as StandIn).real;
  };
}

/** A plain record instead of the platform's Request, so that `fetch(url, init)` is called once, with nothing built twice. */
class PlainRequest {
  declare readonly url: string;

  constructor(url: string, init: RequestInit) {
    Object.assign(this, init, { url });
  }
}

/** The only place that calls `fetch`. It is called bare: the platform's own refuses another `this`. */
export function callFetch(
  fetch: typeof globalThis.fetch,
  { url, ...init }: RequestInit & { readonly url: string },
): Promise<Response> {
  return fetch(url, init);
}

/**
 * Without this, openapi-fetch would read the whole body of every error itself. A 204 without headers is what
 * it leaves alone.
 */
interface StandIn {
  readonly status: 204;
  readonly ok: true;
  readonly headers: { get(): null };
  readonly real: Response;
}

function standIn(real: Response): Response {
  const answer: StandIn = { status: 204, ok: true, headers: { get: () => null }, real };
  return answer as unknown as Response;
}

/** Node's fetch takes a stream as a body only if it is told that the answer comes after it. */
function streaming(body: BodyInit | undefined): { readonly duplex?: 'half' } {
  return body instanceof ReadableStream ? { duplex: 'half' } : {};
}
