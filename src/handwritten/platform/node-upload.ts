import { causesOf } from '../core/errors/causes.js';
import { docsUrl, RuncrateError } from '../core/errors/errors.js';
import { uploadReadError } from '../core/errors/upload-failure.js';
import type { EncodedBody } from '../core/files/upload.js';
import { isNode } from './node-runtime.js';
import type { SendUpload } from './platform.js';

/**
 * Node's fetch tees each body, and so keeps all of it, to be able to follow a redirect. It does not where there is
 * none to follow and no window (https://fetch.spec.whatwg.org/#http-network-or-cache-fetch, step 8.1).
 */
const unteed: RequestInit = { redirect: 'error', window: null };

const init = isNode ? unteed : undefined;

export const sendUpload: SendUpload = (send, message, { label, body }) => {
  // What is no text may hold files.
  if (body === undefined || typeof (message.body ?? '') === 'string') return undefined;
  return sendAsRead(send, label, body, message.signal);
};

/** Sends an upload as it is read. Where it meets a redirect, it is sent again: a redirect did no work. */
async function sendAsRead(
  send: Parameters<SendUpload>[0],
  label: string,
  body: EncodedBody,
  signal: RequestInit['signal'],
): Promise<Response> {
  try {
    return await send(init && { ...init, ...endable(body, signal) }).catch((error: unknown) => {
      if (!isRefusedRedirect(error)) throw error;
      if (body.singleUse) throw hiddenRedirectError(label);
      // A `fetch` of the caller's own may not listen to the signal, and tell too late.
      signal?.throwIfAborted();
      // This time the target shows, at the cost of memory.
      return send();
    });
  } catch (error) {
    throw uploadFailureOf(error) ?? error;
  }
}

/** A stream of the caller's own ends with the attempt: Node's fetch would read on after an abort, without an end. */
function endable({ content, release }: EncodedBody, signal: RequestInit['signal']): RequestInit {
  if (release !== undefined || !(content instanceof ReadableStream)) return {};
  return { body: content.pipeThrough(new TransformStream(), signal ? { signal } : {}) };
}

/** Whether `fetch` rejected because of `redirect: 'error'`. It says so in a cause, and nothing of the target. */
function isRefusedRedirect(error: unknown): boolean {
  const { cause } = (error ?? {}) as { readonly cause?: unknown };
  return cause instanceof Error && cause.message === 'unexpected redirect';
}

/** A body that can be read only once went to a server that redirects, and the platform does not say where to. */
function hiddenRedirectError(label: string): RuncrateError {
  return new RuncrateError({
    message: `${label} was redirected, and its body can't be sent a second time.`,
    hint: 'A stream or a Response can be read only once: pass a path, a Blob or bytes.',
    docsUrl: docsUrl('files-and-safety'),
  });
}

/** The failure of the caller's own file behind what `fetch` threw, which wraps it as if the network had failed. */
function uploadFailureOf(error: unknown): RuncrateError | undefined {
  for (const cause of causesOf(error)) {
    if (cause instanceof RuncrateError) return cause;
    // A Blob of a file that was changed or removed since it was opened.
    if (cause instanceof DOMException && cause.name === 'NotReadableError') return uploadReadError(cause);
  }
  return undefined;
}
