import type { Call } from './call.js';
import { docsUrl, RuncrateError } from './errors.js';

/** Whether a call sends a form, and with it files that may be large. */
export function isUpload({ body }: Call): boolean {
  return body?.content instanceof FormData || body?.content instanceof ReadableStream;
}

/** Whether `fetch` rejected because of `redirect: 'error'`. Node's says so in a cause, and nothing of the target. */
export function isRefusedRedirect(error: unknown): boolean {
  const { cause } = (error ?? {}) as { readonly cause?: unknown };
  return cause instanceof Error && cause.message === 'unexpected redirect';
}

/** A body that can be read only once went to a server that redirects, and the platform does not say where to. */
export function hiddenRedirectError({ label }: Call): RuncrateError {
  return new RuncrateError({
    message: `${label} was redirected, and its body can't be sent a second time.`,
    hint: 'A stream or a Response can be read only once: pass a path, a Blob or bytes.',
    docsUrl: docsUrl('files-and-safety'),
  });
}
