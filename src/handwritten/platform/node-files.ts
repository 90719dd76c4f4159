import fs from 'node:fs';
import { docsUrl, RuncrateError } from '../core/errors.js';
import { quotePath } from '../core/quote-path.js';
import { resolvePath } from './node-path.js';
import type { Files } from './platform.js';

/** The files of the machine, through Node's modules. */
export const nodeFiles: Files = {
  async open(name, label) {
    const file = resolvePath(name, label);
    await checkRegularFile(file, name, label);
    // Node 18 can't open a file as a Blob, and buffers it.
    return (fs as Partial<typeof fs>).openAsBlob === undefined
      ? new Blob([await fs.promises.readFile(file)])
      : fs.openAsBlob(file);
  },
};

async function checkRegularFile(file: string, name: string, label: string): Promise<void> {
  const quoted = quotePath(name);
  let stats: fs.Stats;
  try {
    stats = await fs.promises.stat(file);
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    const problem = code === 'ENOENT' ? 'does not exist' : `can't be opened (${code ?? 'unknown'})`;
    throw new RuncrateError({
      message: `${label} names the file ${quoted}, which ${problem}.`,
      cause,
      docsUrl: docsUrl('files-and-safety'),
    });
  }
  // A pipe or a device may never end, or be something else the next time.
  if (!stats.isFile()) throw new RuncrateError(`${label} names ${quoted}, which is not a regular file.`);
}
