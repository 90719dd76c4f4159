import { isText } from './media.js';
import type { RawAnswer } from './raw-answer.js';

/** One request and its response, as sent over the wire. */
export interface Exchange {
  readonly method: string;
  readonly url: URL;
  /** Names in lower case, without `authorization`. */
  readonly headers: Readonly<Record<string, string>>;
  /** A form or binary body has one character per byte. */
  readonly body: string | undefined;
  /** Absent if no response was received. */
  readonly answer?: RawAnswer;
}

export interface Capture {
  /** The client's `fetch`: sends the request and records the exchange. */
  readonly fetch: typeof globalThis.fetch;
  /** Returns the exchanges since the last call. */
  readonly take: () => Promise<readonly Exchange[]>;
}

/**
 * Records every exchange. Bodies are copied while they are read, so that a stream stays a stream. Headers and bodies of
 * responses are recorded after `hide` was applied to them.
 */
export function createCapture(
  hide: (text: string) => string,
  send: typeof globalThis.fetch = globalThis.fetch,
): Capture {
  let exchanges: (() => Promise<Exchange>)[] = [];
  const fetch = async (input: string | URL | Request, init: RequestInit = {}): Promise<Response> => {
    const { request, passed } = await copyRequest(input instanceof Request ? input.url : String(input), init);
    try {
      const response = await send(input, passed);
      exchanges.push(copyAnswer(request, response, hide));
      return response;
    } catch (error) {
      exchanges.push(() => Promise.resolve(request));
      throw error;
    }
  };
  const take = async (): Promise<readonly Exchange[]> => {
    const taken = exchanges;
    exchanges = [];
    return Promise.all(taken.map((finish) => finish()));
  };
  return { fetch, take };
}

async function copyRequest(
  url: string,
  init: RequestInit,
): Promise<{ readonly request: Exchange; readonly passed: RequestInit }> {
  const headers = new Headers(init.headers);
  headers.delete('authorization');
  const [copied, sent] = init.body instanceof ReadableStream ? init.body.tee() : [init.body, init.body];
  // The form itself is sent unchanged; its copy has a boundary of its own.
  const copy = new Response(copied ?? null);
  const contentType = copy.headers.get('content-type');
  if (contentType !== null && !headers.has('content-type')) headers.set('content-type', contentType);
  const bytes = Buffer.from(await copy.arrayBuffer());
  // Prism checks the media type only if the body has a length.
  if (bytes.length > 0) headers.set('content-length', String(bytes.length));
  const sentHeaders = Object.fromEntries(headers);
  const body = copied == null ? undefined : bytes.toString(isText(sentHeaders) ? 'utf8' : 'latin1');
  const request = { method: init.method ?? 'GET', url: new URL(url), headers: sentHeaders, body };
  return { request, passed: sent == null ? init : { ...init, body: sent } };
}

/** How long to wait for a copy after the client has read its own: a server may never end a body. */
const graceMs = 2000;

/** Starts to copy a response. The returned function waits for the end of the copy. */
function copyAnswer(request: Exchange, response: Response, hide: (text: string) => string): () => Promise<Exchange> {
  const { status } = response;
  const headers = Object.fromEntries([...response.headers].map(([name, value]) => [name, hide(value)]));
  const reader = response.clone().body?.getReader();
  const text = reader === undefined ? Promise.resolve('') : readText(reader, isText(headers));
  return async () => {
    const timer = setTimeout(() => void reader?.cancel().catch(() => undefined), graceMs);
    const answer = { status, headers, text: hide(await text) };
    clearTimeout(timer);
    return { ...request, answer };
  };
}

async function readText(reader: ReadableStreamDefaultReader<Uint8Array>, isKept: boolean): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  try {
    for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
      if (isKept) text += decoder.decode(piece.value, { stream: true });
    }
  } catch {
    // The connection was closed or the client aborted. The client reports its own error.
  }
  return text + decoder.decode();
}
