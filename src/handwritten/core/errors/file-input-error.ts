import { docsUrl, RuncrateError } from './errors.js';

/** A file that a caller gave can't be sent. Its value is not repeated, but for a path: it may be long, or private. */
export function fileInputError(field: string, problem: string, cause?: unknown): RuncrateError {
  return new RuncrateError({ message: `\`${field}\` ${problem}.`, cause, docsUrl: docsUrl('files-and-safety') });
}

/** What a file is meant for. */
export type FileKind = 'picture' | 'upload';

/** A path that a caller gave can't be read, whatever is there. */
export function pathError(field: string, kind: FileKind, why: string): RuncrateError {
  return fileInputError(field, `${kind === 'picture' ? 'looks like' : 'is'} a path, and ${why}. Pass a Blob or bytes`);
}
