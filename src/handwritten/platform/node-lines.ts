import { writeSync } from 'node:fs';
import fs from 'node:fs/promises';
import { setImmediate } from 'node:timers';
import { lock } from './node-lock.js';

/** As it is when this is loaded: the fake timers of a test would hold the batch. */
const soon = setImmediate;
const readBytes = 64 * 1024;
const lineFeed = 0x0a;

/** The files of a batch: lines are read as they are needed, and appended so that a killed process loses none. */
export const nodeLines = { readLines, sizeOf, openAppender, replace, remove, nextTurn, lock };

interface Line {
  readonly text: string;
  readonly end: number;
  readonly isWhole: boolean;
}

async function* readLines(path: string): AsyncGenerator<readonly Line[], void, undefined> {
  const handle = await fs.open(path).catch(unlessMissing);
  if (handle === undefined) return;
  try {
    let position = 0;
    /** A line longer than one read. */
    let begun: Buffer[] = [];
    for (;;) {
      const { buffer, bytesRead } = await handle.read(Buffer.allocUnsafe(readBytes), 0, readBytes, position);
      if (bytesRead === 0) break;
      const bytes = buffer.subarray(0, bytesRead);
      const lines: Line[] = [];
      let start = 0;
      for (let at = bytes.indexOf(lineFeed); at >= 0; at = bytes.indexOf(lineFeed, start)) {
        const rest = bytes.subarray(start, at);
        const line = begun.length === 0 ? rest : Buffer.concat([...begun, rest]);
        begun = [];
        start = at + 1;
        lines.push({ text: line.toString(), end: position + start, isWhole: true });
      }
      if (start < bytesRead) begun.push(bytes.subarray(start));
      position += bytesRead;
      if (lines.length > 0) yield lines;
    }
    if (begun.length > 0) yield [{ text: Buffer.concat(begun).toString(), end: position, isWhole: false }];
  } finally {
    await handle.close();
  }
}

async function sizeOf(path: string): Promise<number | undefined> {
  return (await fs.stat(path).catch(unlessMissing))?.size;
}

async function openAppender(path: string, length?: number): Promise<LineAppender> {
  const handle = await fs.open(path, 'a');
  const { size } = await handle.stat();
  if (length === undefined || length >= size) return new LineAppender(handle, size);
  await handle.truncate(length);
  return new LineAppender(handle, length);
}

/** Writes beside the file, so that whoever reads it sees the old content or the new one. */
async function replace(path: string, text: string): Promise<void> {
  // One name, so that killed processes leave one at most.
  const temporary = `${path}.part`;
  try {
    await fs.writeFile(temporary, text);
    await fs.rename(temporary, path);
  } catch (error) {
    await fs.rm(temporary, { force: true });
    throw error;
  }
}

async function remove(path: string): Promise<void> {
  await fs.rm(path, { force: true });
}

function nextTurn(): Promise<void> {
  return new Promise((resolve) => void soon(resolve));
}

class LineAppender {
  readonly #handle: fs.FileHandle;
  #size: number;

  constructor(handle: fs.FileHandle, size: number) {
    this.#handle = handle;
    this.#size = size;
  }

  get size(): number {
    return this.#size;
  }

  /** Writes in this thread: a few microseconds, where a write in another one takes a millisecond of each item. */
  append(text: string): void {
    const size = Buffer.byteLength(text);
    this.#size += size;
    const { fd } = this.#handle;
    let done = writeSync(fd, text);
    if (done === size) return;
    // One call may write only a part, on a disk that is nearly full.
    for (const bytes = Buffer.from(text); done < size;) done += writeSync(fd, bytes, done);
  }

  async close(isToStay = true): Promise<void> {
    try {
      if (isToStay) await this.#handle.sync();
    } finally {
      await this.#handle.close();
    }
  }
}

function unlessMissing(error: unknown): undefined {
  if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
}
