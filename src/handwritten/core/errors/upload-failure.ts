import { docsUrl, RuncrateError } from './errors.js';

/** The error of a caller's file that could not be read: the server did not receive all of it. */
export function uploadReadError(cause: unknown): RuncrateError {
  const { message } = Object(cause) as Partial<Error>;
  const why = message ? `: ${message}` : '';
  return new RuncrateError({
    message: `The file to upload could not be read${why}.`,
    cause,
    docsUrl: docsUrl('files-and-security'),
  });
}
