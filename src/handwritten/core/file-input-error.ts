import { docsUrl, RuncrateError } from './errors.js';

/** A file that a caller gave can't be sent. Its value is not repeated, but for a path: it may be long, or private. */
export function fileInputError(field: string, problem: string, cause?: unknown): RuncrateError {
  return new RuncrateError({ message: `\`${field}\` ${problem}.`, cause, docsUrl: docsUrl('files-and-safety') });
}
