/** A request as it arrived. */
export interface ArrivedRequest {
  readonly method: string;
  readonly url: URL;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** JSON, a form, text, or bytes; undefined without a body. */
  readonly body: unknown;
  /** It says that it is JSON, and is not. */
  readonly isBroken: boolean;
}

type Input = Parameters<typeof globalThis.fetch>[0];

/** The signal of what `fetch` was called with. */
export function signalOf(input: Input, init?: RequestInit): AbortSignal | undefined {
  return init?.signal ?? (typeof input === 'object' && 'headers' in input ? input.signal : undefined);
}

/** Reads what `fetch` was called with. */
export async function readRequest(input: Input, init: RequestInit = {}): Promise<ArrivedRequest> {
  const isRequest = typeof input === 'object' && 'headers' in input;
  const url = new URL(isRequest ? input.url : input);
  const headers = headersOf(isRequest && init.headers === undefined ? input.headers : init.headers);
  const method = (init.method ?? (isRequest ? input.method : 'GET')).toUpperCase();
  const sent = isRequest && init.body === undefined ? await bytesOfRequest(input) : (init.body ?? undefined);
  const { body, contentType } = await readBody(sent, headers['content-type'] ?? '');
  if (contentType !== '') headers['content-type'] = contentType;
  const text = typeof body === 'string' && /json/i.test(contentType) ? parsed(body) : { value: body, isBroken: false };
  return { method, url, headers, body: text.value, isBroken: text.isBroken };
}

/** A Request has a stream, also of nothing. */
async function bytesOfRequest(request: Request): Promise<ArrayBuffer | undefined> {
  if (request.body === null) return undefined;
  const bytes = await request.clone().arrayBuffer();
  return bytes.byteLength === 0 ? undefined : bytes;
}

function headersOf(given: RequestInit['headers']): Record<string, string> {
  if (given === undefined) return {};
  const entries =
    'forEach' in given && !Array.isArray(given) ? listOf(given as unknown as Headers) : Object.entries(given);
  const list = Array.isArray(given) ? given : entries;
  return Object.fromEntries(list.map(([name, value]) => [name.toLowerCase(), value]));
}

function listOf(headers: Headers): [string, string][] {
  const list: [string, string][] = [];
  headers.forEach((value, name) => void list.push([name, value]));
  return list;
}

async function readBody(
  sent: unknown,
  contentType: string,
): Promise<{ readonly body: unknown; readonly contentType: string }> {
  if (sent === undefined || typeof sent === 'string') return { body: sent, contentType };
  if (sent instanceof FormData) return { body: sent, contentType: 'multipart/form-data' };
  const response = new Response(
    sent as BodyInit,
    contentType === '' ? {} : { headers: { 'content-type': contentType } },
  );
  const type = response.headers.get('content-type') ?? '';
  if (/^multipart\/form-data/i.test(type)) return { body: await formOf(response), contentType: type };
  const isText = /json|^text\/|urlencoded/i.test(type);
  return { body: isText ? await response.text() : new Uint8Array(await response.arrayBuffer()), contentType: type };
}

/** A form that can't be parsed is none. */
async function formOf(response: Response): Promise<FormData | undefined> {
  try {
    // The form of a response is what Node 18 can read too.
    return await response.formData();
  } catch {
    return undefined;
  }
}

function parsed(text: string): { readonly value: unknown; readonly isBroken: boolean } {
  try {
    return { value: JSON.parse(text), isBroken: false };
  } catch {
    return { value: text, isBroken: true };
  }
}
