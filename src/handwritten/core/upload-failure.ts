import { causesOf } from './causes.js';
import { docsUrl, RuncrateError } from './errors.js';

/** The caller's own file could not be read, and the server did not get the whole of it. */
export function uploadReadError(cause: unknown): RuncrateError {
  const why = cause instanceof Error ? `: ${cause.message}` : '';
  return new RuncrateError({
    message: `The file to upload could not be read${why}.`,
    cause,
    docsUrl: docsUrl('files-and-safety'),
  });
}

/** The failure of the caller's own file behind what `fetch` threw, which wraps it as if the network had failed. */
export function uploadFailureOf(error: unknown): RuncrateError | undefined {
  for (const cause of causesOf(error)) {
    if (cause instanceof RuncrateError) return cause;
    // A Blob of a file that was changed or removed since it was opened.
    if (cause instanceof DOMException && cause.name === 'NotReadableError') return uploadReadError(cause);
  }
  return undefined;
}
