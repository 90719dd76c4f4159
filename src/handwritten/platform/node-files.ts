import fs from 'node:fs';
import { docsUrl, RuncrateError } from '../core/errors.js';
import { quotePath } from '../core/quote-path.js';
import { resolvePath } from './node-path.js';
import { openSink } from './node-sink.js';
import { targetOf } from './node-target.js';
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
  async checkTarget(name) {
    await targetOf(name);
  },
  async createSink(name) {
    return openSink(await targetOf(name));
  },
  fromBase64,
};

function fromBase64(text: string): Uint8Array {
  const compact = /\s/.test(text) ? text.replace(/\s/g, '') : text;
  const bytes = Buffer.from(compact, 'base64');
  // Node skips what is no base64; the length tells.
  const digits = compact.replace(/={1,2}$/, '').length;
  if (digits % 4 === 1 || bytes.length !== Math.floor((digits * 3) / 4)) {
    throw new RuncrateError('The text is no base64.');
  }
  return bytes;
}

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
