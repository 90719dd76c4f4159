import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Of every file of generated/ some editions. */
const maxEntries = 200;

/** Remembers texts by all that they are made from, so that what did not change is not made again. */
export class Cache {
  /** Without a folder, everything is made anew. */
  constructor(readonly folder: string | undefined) {}

  /** The text that `make` gives, which nothing but `parts` may decide. */
  async text(parts: readonly string[], make: () => Promise<string>): Promise<string> {
    if (this.folder === undefined) return make();
    const hash = createHash('sha256');
    for (const part of parts) hash.update(`${part.length} ${part}`);
    const path = join(this.folder, hash.digest('hex'));
    const known = await readFile(path, 'utf8').catch(() => undefined);
    if (known !== undefined) {
      // So that the oldest are those that nobody uses.
      await utimes(path, new Date(), new Date()).catch(() => undefined);
      return known;
    }
    const text = await make();
    // A folder that can't be written to costs time, and nothing else.
    await this.#keep(this.folder, path, text).catch(() => undefined);
    return text;
  }

  async #keep(folder: string, path: string, text: string): Promise<void> {
    await mkdir(folder, { recursive: true });
    // Under another name first: a half-written file would be taken for a whole one.
    await writeFile(`${path}.${process.pid}`, text);
    await rename(`${path}.${process.pid}`, path);
    const names = await readdir(folder);
    if (names.length <= maxEntries) return;
    const times = await Promise.all(
      names.map(async (name) => ({ name, time: (await stat(join(folder, name))).mtimeMs })),
    );
    const oldest = times.toSorted((left, right) => left.time - right.time).slice(0, names.length - maxEntries);
    for (const { name } of oldest) await rm(join(folder, name), { force: true });
  }
}
