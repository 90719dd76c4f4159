import type { Platform } from '../platform/platform.js';
import type { Call } from './call.js';
import type { Config } from './config.js';
import { callFetch, foreignMessageOf, messageOf } from './http.js';
import { isRedirect, isTwin, redirectError, targetOf } from './redirect.js';

const maxFileRedirects = 5;

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
    const { server, foreignUrl, body, label } = call;
    let url = foreignUrl ?? (this.#movedTo.get(server.origin) ?? server.origin) + call.target;
    /** Still at the call's own endpoint, or at its twin's. */
    let isAtApi = foreignUrl === undefined;
    let withKey = isAtApi;
    for (let hop = 0; ; hop++) {
      const message = withKey ? messageOf(call, key, signal) : foreignMessageOf(call, signal);
      const response = await this.#fetch(url, message, call);
      if (!isRedirect(response)) return response;
      await discardBody(response);
      // A `fetch` of the caller's own may not listen to the signal: what it answers too late leads to nothing more.
      signal.throwIfAborted();
      const from = new URL(url);
      const target = targetOf(response, from, call);
      if (isAtApi && isTwin(response, from, target)) {
        if (hop > 0) throw redirectError(label, response, 'twice: from one address to the other and back');
        this.#movedTo.set(server.origin, target.origin);
        if (body?.singleUse) {
          throw redirectError(
            label,
            response,
            `to ${target.origin}, and its body can't be sent a second time`,
            singleUseHint,
          );
        }
        url = target.origin + call.target;
        continue;
      }
      if (hop === maxFileRedirects) throw redirectError(label, response, `more than ${maxFileRedirects} times`);
      // A file may lie on another host, which learns nothing of the key or of the caller's headers.
      url = target.href;
      isAtApi = false;
      withKey &&= target.origin === from.origin;
    }
  }

  #fetch(url: string, message: RequestInit, call: Call): Promise<Response> {
    const send = (init?: RequestInit) => callFetch(this.#config.fetch, url, { ...message, ...init });
    const { sendUpload } = this.#platform;
    if (sendUpload === undefined || !isUpload(message)) return send();
    return sendUpload(send, call.label, call.body?.singleUse ?? false);
  }
}

const singleUseHint =
  'A stream or a Response can be read only once: pass a path, a Blob or bytes, or call again with a new one.';

/** Whether a message is a form, and with it files that may be large. */
function isUpload({ body }: RequestInit): boolean {
  return body instanceof FormData || body instanceof ReadableStream;
}

/** Lets go of a body that nobody will read, so that its connection is free. */
export async function discardBody(response: Response): Promise<void> {
  // A body that is broken, or that somebody reads, refuses to be cancelled: then there is nothing to let go.
  if (!response.bodyUsed) await response.body?.cancel().catch(() => undefined);
}
