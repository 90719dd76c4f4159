import fs from 'node:fs/promises';
import path from 'node:path';
import { RuncrateError } from '../core/errors/errors.js';
import { resolvePath } from './node-path.js';

/**
 * The file that a path refers to, with links followed. Its folder must exist, and it must not be a folder itself.
 * Whether it is writable shows only when it is written: `access` does not detect a full or read-only disk, and on Deno
 * it ends the process unless more than write permission is granted.
 */
export async function targetOf(name: string): Promise<string> {
  if (typeof name !== 'string' || name === '') throw new RuncrateError('`path` must be the path of a file.');
  const file = await linkedFile(resolvePath(name, '`path`'));
  const folder = path.dirname(file);
  try {
    await fs.stat(folder);
  } catch (cause) {
    // Deno without --allow-read has a name alone.
    const { code, name: kind } = cause as NodeJS.ErrnoException;
    const problem = code === 'ENOENT' ? 'does not exist' : `can't be opened (${code ?? kind})`;
    throw new RuncrateError({
      message: `\`path\` is in the folder ${JSON.stringify(folder)}, which ${problem}.`,
      cause,
    });
  }
  return file;
}

/** A link to a file is kept: its target is replaced, or created. */
async function linkedFile(file: string): Promise<string> {
  let isFile: boolean;
  try {
    isFile = (await fs.stat(file)).isFile();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return missingFile(file);
    throw new RuncrateError({ message: `\`path\` ${JSON.stringify(file)} can't be written to.`, cause: error });
  }
  if (isFile) return fs.realpath(file);
  throw new RuncrateError(`\`path\` ${JSON.stringify(file)} is a folder, or otherwise not a regular file.`);
}

/** The file itself, or the missing target of a link. */
async function missingFile(file: string): Promise<string> {
  const link = await fs.readlink(file).catch(() => undefined);
  return link === undefined ? file : linkedFile(path.resolve(path.dirname(file), link));
}
