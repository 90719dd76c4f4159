import type { Call } from './call.js';
import type { Config } from './config.js';
import { callFetch, createHttpClient, type HttpClient } from './http.js';
import { isRedirect, readRedirect, type Redirect } from './redirect.js';
import { circleError, singleUseError, tooManyRedirectsError } from './redirect-error.js';
import { hiddenRedirectError, isRefusedRedirect, isUpload } from './upload-redirect.js';

const maxFileRedirects = 5;

/** Sends calls with the key, to the two configured origins and nowhere else, and follows the redirects that are allowed. */
export class Sender {
  readonly #config: Config;
  readonly #http: HttpClient;
  readonly #uploadInit: RequestInit | undefined;
  /** Origins that were found to be their `www.` twin, or the other way round. */
  readonly #movedTo = new Map<string, string>();

  constructor(config: Config, uploadInit?: RequestInit) {
    this.#config = config;
    this.#uploadInit = uploadInit;
    this.#http = createHttpClient(config.fetch);
  }

  /** The final response, its body unread. */
  async send(call: Call, key: string, signal: AbortSignal): Promise<Response> {
    if (call.foreignUrl !== undefined) return this.#fetchFile(call, key, call.foreignUrl, false, signal);
    const response = await this.#sendOnce(call, key, signal);
    if (!isRedirect(response)) return response;
    const redirect = readRedirect(response, this.#urlOf(call), isFile(call), call.label);
    if (redirect.to !== 'twin') return this.#leave(call, key, response, redirect, signal);
    await discardBody(response);
    // A `fetch` of the caller's own may not listen to the signal: what it answers too late leads to nothing more.
    signal.throwIfAborted();
    this.#movedTo.set(call.server.origin, redirect.origin);
    if (call.body?.singleUse) throw singleUseError(call, redirect.origin, response.status);
    const answer = await this.#sendOnce(call, key, signal);
    if (!isRedirect(answer)) return answer;
    return this.#leave(call, key, answer, readRedirect(answer, this.#urlOf(call), isFile(call), call.label), signal);
  }

  /** Follows a redirect away from the API, which only a file may have. */
  async #leave(
    call: Call,
    key: string,
    response: Response,
    redirect: Redirect,
    signal: AbortSignal,
  ): Promise<Response> {
    await discardBody(response);
    signal.throwIfAborted();
    switch (redirect.to) {
      case 'file':
        return this.#fetchFile(call, key, redirect.url, redirect.withKey, signal);
      case 'nowhere':
        throw redirect.error;
      case 'twin':
        // One is followed; a second one would be a loop.
        throw circleError(call, response.status);
    }
  }

  async #sendOnce(call: Call, key: string, signal: AbortSignal): Promise<Response> {
    const uploadInit = isUpload(call) ? this.#uploadInit : undefined;
    try {
      return await this.#sendMessage(call, key, signal, uploadInit);
    } catch (error) {
      if (uploadInit === undefined || !isRefusedRedirect(error)) throw error;
      if (call.body?.singleUse) throw hiddenRedirectError(call);
      signal.throwIfAborted();
      // A redirect did no work. This time its target shows, at the cost of memory.
      return this.#sendMessage(call, key, signal);
    }
  }

  #sendMessage(call: Call, key: string, signal: AbortSignal, init?: RequestInit): Promise<Response> {
    return this.#http({
      method: call.operation.method,
      baseUrl: this.#baseUrlOf(call),
      path: call.operation.path,
      pathValues: call.pathValues,
      query: call.query,
      headers: {
        ...(call.body?.contentType === undefined ? {} : { 'content-type': call.body.contentType }),
        ...call.headers,
        authorization: `Bearer ${key}`,
      },
      body: call.body?.content,
      signal,
      init,
    });
  }

  /** A file may lie on another host, which learns nothing of the key or of the caller's headers. */
  async #fetchFile(
    call: Call,
    key: string,
    firstUrl: string,
    firstWithKey: boolean,
    signal: AbortSignal,
  ): Promise<Response> {
    let url = firstUrl;
    let withKey = firstWithKey;
    for (let hop = 1; ; hop++) {
      const headers = withKey ? { ...textHeaders(call), authorization: `Bearer ${key}` } : foreignHeaders(call);
      const response = await callFetch(this.#config.fetch, { url, method: 'GET', headers, redirect: 'manual', signal });
      if (!isRedirect(response)) return response;
      const redirect = readRedirect(response, new URL(url), true, call.label);
      await discardBody(response);
      signal.throwIfAborted();
      if (redirect.to === 'nowhere') throw redirect.error;
      if (hop === maxFileRedirects) throw tooManyRedirectsError(call, maxFileRedirects, response.status);
      // A twin of a foreign host is as foreign as the host itself.
      url = redirect.to === 'file' ? redirect.url : new URL(response.headers.get('location') ?? '', url).href;
      withKey &&= redirect.to === 'file' && redirect.withKey;
    }
  }

  #baseUrlOf({ server }: Call): string {
    const moved = this.#movedTo.get(server.origin);
    return moved === undefined ? server.url : moved + server.pathname;
  }

  #urlOf({ server, pathname }: Call): URL {
    return new URL((this.#movedTo.get(server.origin) ?? server.origin) + pathname);
  }
}

function isFile({ operation }: Call): boolean {
  return operation.method === 'GET' && operation.answer.as === 'bytes';
}

function textHeaders({ headers }: Call): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).filter((entry): entry is [string, string] => entry[1] !== null));
}

/** What another host may know: which kind of file is wanted, and which part of it. */
function foreignHeaders(call: Call): Record<string, string> {
  const known = ['accept', 'range', 'if-range'];
  return Object.fromEntries(Object.entries(textHeaders(call)).filter(([name]) => known.includes(name.toLowerCase())));
}

/** Lets go of a body that nobody will read, so that its connection is free. */
export async function discardBody(response: Response): Promise<void> {
  // A body that is broken, or that somebody reads, refuses to be cancelled: then there is nothing to let go.
  if (!response.bodyUsed) await response.body?.cancel().catch(() => undefined);
}
