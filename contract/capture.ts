/** One request and what came back, as they went over the wire. */
export interface Exchange {
  readonly method: string;
  readonly url: URL;
  /** In lower case, without the key. */
  readonly headers: Readonly<Record<string, string>>;
  /** A form or bytes as one character a byte. */
  readonly body: string | undefined;
  /** Absent where there was no answer. */
  readonly answer?: RawAnswer;
}

export interface RawAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** Empty where the answer is no text. */
  readonly text: string;
}

export interface Capture {
  /** For the client: does what the platform's own does, and takes notes. */
  readonly fetch: typeof globalThis.fetch;
  /** What has been exchanged since it was last asked. */
  readonly take: () => Promise<readonly Exchange[]>;
}

/**
 * Notes every exchange. Bodies are copied as they pass, so that streams stay streams and bytes stay bytes. What an
 * answer holds is noted as `hide` gives it.
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
  // A form is sent as it is; the boundary of the copy is its own.
  const copy = new Response(copied ?? null);
  const contentType = copy.headers.get('content-type');
  if (contentType !== null && !headers.has('content-type')) headers.set('content-type', contentType);
  const bytes = Buffer.from(await copy.arrayBuffer());
  // Prism looks at the media type only of a body that has a length.
  if (bytes.length > 0) headers.set('content-length', String(bytes.length));
  const body = copied == null ? undefined : bytes.toString(isText(headers.get('content-type')) ? 'utf8' : 'latin1');
  const request = { method: init.method ?? 'GET', url: new URL(url), headers: Object.fromEntries(headers), body };
  return { request, passed: sent == null ? init : { ...init, body: sent } };
}

/** How long a copy is waited for once the client is done with its own: a server may never end a body. */
const graceMs = 2000;

/** Starts to copy an answer, and gives what waits for the end of it. */
function copyAnswer(request: Exchange, response: Response, hide: (text: string) => string): () => Promise<Exchange> {
  const { status } = response;
  const headers = Object.fromEntries([...response.headers].map(([name, value]) => [name, hide(value)]));
  const reader = response.clone().body?.getReader();
  const text = reader === undefined ? Promise.resolve('') : readText(reader, isText(headers['content-type'] ?? ''));
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
    // Cut off, or aborted by the client, which has an error of its own to show.
  }
  return text + decoder.decode();
}

/** What has no content type is looked at all the same. */
function isText(contentType: string | null): boolean {
  return contentType === null || contentType === '' || /\bjson\b|^text\//.test(contentType);
}
