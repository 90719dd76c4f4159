import type { Platform } from '../platform/platform.js';
import type { Call } from './call.js';
import type { Config } from './config.js';
import { isRedirect, isTwin, redirectError, targetOf } from './redirect.js';
import { singleUseAdvice } from './retry.js';

/** Sends calls with the key, to the two configured origins and nowhere else, and follows the redirects that are allowed. */
export class Sender {
  readonly #config: Config;
  readonly #platform: Platform;
  /** Origins that were found to be their `www.` twin, or the other way round. */
  readonly #movedTo = new Map<string, string>();

  constructor(config: Config, platform: Platform) {
    this.#config = config;
    this.#platform = platform;
  }

  /** The final response, its body unread. */
  async send(call: Call, key: string, signal: AbortSignal): Promise<Response> {
    const { server, target, foreignUrl, body } = call;
    let url = foreignUrl ?? (this.#movedTo.get(server.origin) ?? server.origin) + target;
    /** Still at the call's own endpoint, or at its twin's. */
    let isAtApi = foreignUrl === undefined;
    let withKey = isAtApi;
    for (let hop = 0; ; hop++) {
      const response = await this.#fetch(
        url,
        call,
        withKey ? keyedMessage(call, key, signal) : foreignMessage(call, signal),
      );
      if (!isRedirect(response)) return response;
      await discardBody(response);
      // A `fetch` of the caller's own may not listen to the signal: what it answers too late leads to nothing more.
      signal.throwIfAborted();
      const from = new URL(url);
      const next = targetOf(response, from, call, hop);
      if (isAtApi && isTwin(response.status, from, next)) {
        if (hop > 0) throw redirectError(call, response.status, 'twice');
        this.#movedTo.set(server.origin, next.origin);
        if (body?.singleUse) {
          const where = `to ${next.origin}, and its body can't be sent a second time`;
          throw redirectError(call, response.status, where, singleUseAdvice);
        }
        url = next.origin + target;
      } else {
        // A file may lie on another host, which learns nothing of the key or of the caller's headers.
        url = next.href;
        isAtApi = false;
        withKey &&= next.origin === from.origin;
      }
    }
  }

  /** The only place that calls `fetch`. */
  #fetch(url: string, { label, body }: Call, message: RequestInit): Promise<Response> {
    // Called bare: the platform's own refuses another `this`.
    const { fetch } = this.#config;
    const { sendUpload } = this.#platform;
    // What is no text may hold files.
    if (sendUpload === undefined || body === undefined || typeof (message.body ?? '') === 'string') {
      return fetch(url, message);
    }
    return sendUpload(async (init) => fetch(url, { ...message, ...init }), label, body, message.signal);
  }
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

/** Lets go of a body that nobody will read, so that its connection is free. */
export async function discardBody(response: Response): Promise<void> {
  try {
    if (!response.bodyUsed) await response.body?.cancel();
  } catch {
    // A body that is broken, that somebody reads, or that is no web stream can't be cancelled: there is nothing to let go.
  }
}
