/** A call of `fetch`, as it was made. */
export interface ObservedRequest {
  readonly method: string;
  readonly url: URL;
  readonly headers: Headers;
  /** The body, if there is one and it is not a form. */
  readonly text: string | undefined;
  /** The parsed body, if it is JSON. */
  readonly json: unknown;
  readonly form: FormData | undefined;
  /** The form as it was sent, if it was one text of bytes. */
  readonly formText: string | undefined;
  readonly signal: AbortSignal | undefined;
}

/** What the server does with a request: a response, or an error as `fetch` throws it. */
export type Respond = (request: ObservedRequest, index: number) => Response | Promise<Response>;

export interface ObservedFetch {
  readonly fetch: typeof globalThis.fetch;
  /** In the order in which `fetch` was called. */
  readonly requests: readonly ObservedRequest[];
}

/** An endless loop must fail a test, not hang it. */
const mostRequests = 2000;

/** A `fetch` that records its calls, and responds as the test says. An abort rejects it as it rejects the real one. */
export function observedFetch(respond: Respond): ObservedFetch {
  const requests: ObservedRequest[] = [];
  const fetch = async (input: string | URL | Request, init: RequestInit = {}): Promise<Response> => {
    const request = await observe(input, init);
    const index = requests.push(request) - 1;
    if (index >= mostRequests) throw new Error('The calls of this test never end.');
    return await untilAborted(request.signal, async () => respond(request, index));
  };
  return { fetch, requests };
}

async function observe(input: string | URL | Request, init: RequestInit): Promise<ObservedRequest> {
  const isRequest = input instanceof Request;
  const { body } = isRequest ? input : init;
  const headers = new Headers(isRequest ? input.headers : init.headers);
  const form = body instanceof FormData ? body : await parsedForm(body);
  const text = form || body == null ? undefined : typeof body === 'string' ? body : await new Response(body).text();
  return {
    method: (isRequest ? input.method : init.method) ?? 'GET',
    url: new URL(isRequest ? input.url : input),
    headers,
    text,
    json: text && /[/+]json\s*(;|$)/.test(headers.get('content-type') ?? '') ? JSON.parse(text) : undefined,
    form,
    formText: form && body instanceof Blob ? await body.text() : undefined,
    signal: (isRequest ? input.signal : init.signal) ?? undefined,
  };
}

/** A form that was sent as a Blob. */
async function parsedForm(body: unknown): Promise<FormData | undefined> {
  return body instanceof Blob && body.type.startsWith('multipart/form-data;')
    ? new Response(body).formData()
    : undefined;
}

/** As `fetch` does: rejects with the signal's reason as soon as it aborts. */
function untilAborted<T>(signal: AbortSignal | undefined, work: () => Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const abort = (): void => reject(signal?.reason as Error);
    if (signal?.aborted) return abort();
    signal?.addEventListener('abort', abort, { once: true });
    work()
      .then(resolve, reject)
      .finally(() => signal?.removeEventListener('abort', abort));
  });
}
