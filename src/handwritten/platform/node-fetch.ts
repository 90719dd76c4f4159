import { RuncrateError } from '../core/errors/errors.js';
import { isBlob, isWebStream } from '../core/files/fetch-classes.js';
import { isNode } from './node-runtime.js';
import { webStreamOf } from './node-stream.js';

type Fetch = typeof globalThis.fetch;

/**
 * A `fetch` such as that of node-fetch or cross-fetch. Of a body that it does not know, it sends the name:
 * "[object ReadableStream]".
 */
export const adaptFetch =
  (fetch: Fetch): Fetch =>
  (url, init) => {
    const body = init?.body;
    return fetch(url, isNode && body && typeof body !== 'string' ? { ...init, body: guarded(body) } : init);
  };

/** A Response of node-fetch or cross-fetch, whose body is a Node stream, as one of the platform. */
export function adaptResponse(response: Response): Response {
  // Each field of a response is slow to read for a call (test/bench).
  const { body } = Object(response) as Response;
  if (!isNodeStream(body) || response.bodyUsed) return response;
  const { status, statusText, headers } = response;
  // These have no body, not even an empty one.
  const isBare = [204, 205, 304].includes(status);
  const stream = isBare ? null : webStreamOf(body, () => destroy(body), { highWaterMark: 0 });
  return new Response(stream, { status, statusText, headers: [...headers] });
}

interface NodeStream extends AsyncIterable<Uint8Array> {
  once(event: 'unpipe', listener: (source: NodeStream) => void): void;
  destroy(): void;
}

function isNodeStream(body: unknown): body is NodeStream {
  return typeof (Object(body) as { readonly pipe?: unknown }).pipe === 'function' && !isWebStream(body);
}

/** With all that is piped into it: node-fetch 2 would leave the connection open, and the server writing. */
function destroy(stream: NodeStream): void {
  stream.once('unpipe', destroy);
  stream.destroy();
}

/** Throws in a `fetch` that can't send the body, before it sends anything. */
function guarded(body: NonNullable<RequestInit['body']>): NonNullable<RequestInit['body']> {
  if (isBlob(body)) {
    // The caller's own is left as it is. node-fetch 2 pipes the stream of a Blob, which is no Node stream.
    const slice = body.slice(0, body.size, body.type);
    const stream = (): ReadableStream => Object.assign(body.stream(), { pipe: refuse });
    return Object.assign(slice, { toString: refuse, stream });
  }
  return isWebStream(body) ? Object.assign(body, { toString: refuse }) : body;
}

function refuse(): never {
  throw new RuncrateError({
    message: "The `fetch` of this client can't send a file or a stream.",
    hint: 'Pass the `fetch` of undici, or none: node-fetch sends no web streams, and its version 2 no Blobs either.',
  });
}
