import { docsUrl, RuncrateError } from './errors.js';

/** The error of a file that can't be sent. It quotes no value but a path: others may be long, or private. */
export function fileInputError(field: string, problem: string, cause?: unknown): RuncrateError {
  return new RuncrateError({ message: `\`${field}\` ${problem}.`, cause, docsUrl: docsUrl('files-and-security') });
}

/** What a file is used for. */
export type FileKind = 'image' | 'upload';

/** The error of a path that is never read, whether or not the file exists. */
export function pathError(field: string, kind: FileKind, why: string): RuncrateError {
  return fileInputError(field, `${kind === 'image' ? 'looks like' : 'is'} a path, but ${why}. Pass a Blob or bytes`);
}
