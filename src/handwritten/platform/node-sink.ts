import fs from 'node:fs/promises';
import path from 'node:path';
import type { FileSink } from '../core/jobs/download.js';
import { docsUrl, RuncrateError } from '../core/errors/errors.js';
import { randomId } from './node-random.js';

/** Writes beside the target, so that the rename at the end stays within one file system and is atomic. */
export async function openSink(target: string): Promise<FileSink> {
  try {
    return await NodeSink.open(target);
  } catch (cause) {
    throw writeError(target, cause);
  }
}

class NodeSink implements FileSink {
  readonly #target: string;
  readonly #temporary: string;
  readonly #handle: fs.FileHandle;
  #isOpen = true;
  #position = 0;

  private constructor(target: string, temporary: string, handle: fs.FileHandle) {
    this.#target = target;
    this.#temporary = temporary;
    this.#handle = handle;
  }

  static async open(target: string): Promise<NodeSink> {
    // Only the beginning of the name: with the additions, a long one would become too long.
    const temporary = path.join(path.dirname(target), `.${path.basename(target).slice(0, 40)}.${randomId()}.part`);
    const mode = await modeOf(target);
    const sink = new NodeSink(target, temporary, await fs.open(temporary, 'wx', mode));
    // A new file gets no more than the umask allows; one that is replaced keeps its permissions.
    if (mode !== undefined) await sink.#guard(() => sink.#handle.chmod(mode));
    return sink;
  }

  async write(chunk: Uint8Array): Promise<void> {
    await this.#withWriteError(async () => {
      // One call may write only a part, on a disk that is nearly full.
      for (let done = 0; done < chunk.byteLength;) {
        const { bytesWritten } = await this.#handle.write(chunk, done, chunk.byteLength - done, this.#position);
        done += bytesWritten;
        this.#position += bytesWritten;
      }
    });
  }

  async restart(): Promise<void> {
    await this.#withWriteError(() => this.#handle.truncate(0));
    this.#position = 0;
  }

  async commit(): Promise<void> {
    await this.#withWriteError(async () => {
      // Without it, a crash after the rename could leave a file that is there but empty.
      await this.#handle.sync();
      await this.#close();
      await fs.rename(this.#temporary, this.#target);
    });
    await syncFolder(path.dirname(this.#target));
  }

  async discard(): Promise<void> {
    // The error that led here is the one to throw.
    await this.#close().catch(() => undefined);
    await fs.rm(this.#temporary, { force: true }).catch(() => undefined);
  }

  async #close(): Promise<void> {
    if (!this.#isOpen) return;
    this.#isOpen = false;
    await this.#handle.close();
  }

  async #guard(step: () => Promise<void>): Promise<void> {
    try {
      await step();
    } catch (error) {
      await this.discard();
      throw error;
    }
  }

  async #withWriteError(step: () => Promise<void>): Promise<void> {
    try {
      await step();
    } catch (cause) {
      throw writeError(this.#target, cause);
    }
  }
}

async function modeOf(target: string): Promise<number | undefined> {
  try {
    return (await fs.stat(target)).mode & 0o777;
  } catch {
    return undefined;
  }
}

/** Makes the rename durable. Not every platform can; the file is complete anyway. */
async function syncFolder(folder: string): Promise<void> {
  try {
    const handle = await fs.open(folder, 'r');
    // oxlint-disable-next-line typescript/no-misused-promises -- `finally` waits for it
    await handle.sync().finally(() => handle.close());
  } catch {
    // Windows can't open folders.
  }
}

function writeError(target: string, cause: unknown): RuncrateError {
  const { code = 'unknown' } = cause as NodeJS.ErrnoException;
  const what = code === 'ENOSPC' ? 'the disk is full' : code;
  return new RuncrateError({
    message: `The file ${JSON.stringify(target)} could not be written: ${what}.`,
    cause,
    docsUrl: docsUrl('files-and-security'),
  });
}
