import { docsUrl, RuncrateError } from './errors.js';

/**
 * The error of a caller's file that could not be read: the server did not receive all of it. `names` are those of the
 * files of the form.
 */
export function uploadReadError(cause: unknown, names?: readonly string[]): RuncrateError {
  const { message } = Object(cause) as Partial<Error>;
  const which = names?.length ? ` (${names.map((name) => JSON.stringify(name)).join(', ')})` : '';
  const why = message ? `: ${message}` : '';
  return new RuncrateError({
    message: `The file to upload could not be read${which}${why}.`,
    cause,
    docsUrl: docsUrl('files-and-security'),
  });
}
