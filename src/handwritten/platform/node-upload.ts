import { causesOf } from '../core/errors/causes.js';
import { docsUrl, RuncrateError } from '../core/errors/errors.js';
import { uploadReadError } from '../core/errors/upload-failure.js';
import { isWebStream } from '../core/files/fetch-classes.js';
import type { EncodedBody } from '../core/files/upload.js';
import { TransformStream } from './node-classes.js';
import { isNode } from './node-runtime.js';
import type { SendUpload } from './platform.js';

/**
 * Node's fetch tees each body, and so keeps all of it, to be able to follow a redirect. It does not if redirects are
 * errors and there is no window (https://fetch.spec.whatwg.org/#http-network-or-cache-fetch, step 8.1).
 */
const unteed: RequestInit = { redirect: 'error', window: null };

const init = isNode ? unteed : undefined;

export const sendUpload: SendUpload = (send, request, { label, body }) => {
  // A body that is not a string may contain files.
  if (body === undefined || typeof (request.body ?? '') === 'string') return undefined;
  return sendAsRead(send, label, body, request.signal);
};

/** Sends an upload as it is read. After a redirect, it is sent again: a redirect did no work. */
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
      // A `fetch` of the caller's own may ignore the signal, and reject too late.
      if (signal?.aborted) throw signal.reason;
      // This time the target is visible, at the cost of memory.
      return send();
    });
  } catch (error) {
    throw uploadFailureOf(error, body) ?? error;
  }
}

/** A stream of the caller's own ends with the attempt: Node's fetch would keep reading after an abort. */
function endable({ content, release }: EncodedBody, signal: RequestInit['signal']): RequestInit {
  if (release !== undefined || !isWebStream(content)) return {};
  return { body: content.pipeThrough(new TransformStream(), signal ? { signal } : {}) };
}

/** Whether `fetch` rejected because of `redirect: 'error'`. Only a cause shows it, and nothing the target. */
function isRefusedRedirect(error: unknown): boolean {
  const { cause, type } = (error ?? {}) as { readonly cause?: unknown; readonly type?: unknown };
  // The second is that of node-fetch.
  return (Object(cause) as Partial<Error>).message === 'unexpected redirect' || type === 'no-redirect';
}

/** The error of a redirected body that can be read only once: the platform hides the target. */
function hiddenRedirectError(label: string): RuncrateError {
  return new RuncrateError({
    message: `${label} was redirected, but its body can't be sent again.`,
    hint: 'A stream or a Response can be read only once. Pass a path, a Blob or bytes.',
    docsUrl: docsUrl('files-and-security'),
  });
}

/** The error of the caller's own file in what `fetch` threw, which wraps it as a network error. */
function uploadFailureOf(error: unknown, { fileNames }: EncodedBody): RuncrateError | undefined {
  for (const cause of causesOf(error)) {
    if (cause instanceof RuncrateError) return cause;
    // A Blob of a file that was changed or removed since it was opened.
    if ('name' in cause && cause.name === 'NotReadableError') return uploadReadError(cause, fileNames);
  }
  return undefined;
}
