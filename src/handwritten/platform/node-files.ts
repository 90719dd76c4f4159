import fs from 'node:fs';
import { docsUrl, RuncrateError } from '../core/errors/errors.js';
import { pathError } from '../core/errors/file-input-error.js';
import { imageTypeOf, signatureLength } from '../core/files/image-type.js';
import { Blob } from './node-classes.js';
import { resolvePath } from './node-path.js';
import type { Platform } from './platform.js';

/** Opens a local file with Node's modules. */
export const openFile: Platform['openFile'] = async (name, field, kind, localFiles) => {
  if (!localFiles) throw pathError(field, kind, '`localFiles` is false');
  const label = `\`${field}\``;
  const path = resolvePath(name, label);
  let file: Blob;
  let problem: string | undefined;
  try {
    // A pipe or a device may never end, or have other content on a retry.
    if (!(await fs.promises.stat(path)).isFile()) {
      throw new RuncrateError(`${label} names ${quotePath(name)}, which is not a regular file.`);
    }
    file = await blobOf(path);
    problem = kind === 'upload' ? emptyProblem(file) : await imageProblem(file);
  } catch (cause) {
    if (cause instanceof RuncrateError) throw cause;
    throw openError(cause, name, label);
  }
  if (problem === undefined) return file;
  const message = `${label} names ${quotePath(name)}, which ${problem}.`;
  throw new RuncrateError({ message, docsUrl: docsUrl('files-and-security') });
};

/** Deno reads all of it. Node 18 can't open a file as a Blob, and buffers it. */
async function blobOf(path: string): Promise<Blob> {
  if ((fs as Partial<typeof fs>).openAsBlob === undefined) return new Blob([await fs.promises.readFile(path)]);
  return fs.openAsBlob(path);
}

function emptyProblem(file: Blob): string | undefined {
  return file.size === 0 ? 'is empty' : undefined;
}

/** Checks the type before the whole file is read: a file that is not an image is not even loaded. */
async function imageProblem(file: Blob): Promise<string | undefined> {
  const head = new Uint8Array(await file.slice(0, signatureLength).arrayBuffer());
  return imageTypeOf(head) === undefined ? 'is not an image' : undefined;
}

/** The error of a file that is not there, or that may not be read. */
function openError(cause: unknown, name: string, label: string): RuncrateError {
  // Deno without --allow-read has a name alone.
  const { code, name: kind } = cause as NodeJS.ErrnoException;
  const problem = code === 'ENOENT' ? 'does not exist' : `can't be opened (${code || kind})`;
  return new RuncrateError({
    message: `${label} names the file ${quotePath(name)}, which ${problem}.`,
    cause,
    docsUrl: docsUrl('files-and-security'),
  });
}

const maxQuotedLength = 200;

/** A path in a message. What is too long is most likely not a path, and perhaps a whole image. */
function quotePath(path: string): string {
  return path.length <= maxQuotedLength ? JSON.stringify(path) : `${JSON.stringify(path.slice(0, maxQuotedLength))}…`;
}
