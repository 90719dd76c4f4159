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
