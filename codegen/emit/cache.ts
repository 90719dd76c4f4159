import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Entries to keep beside those of this run: several versions of every file of generated/. */
const maxOthers = 200;

/** Caches text by its inputs, so that unchanged files are not generated again. */
export class Cache {
  /** Without a folder, nothing is cached. */
  constructor(readonly folder: string | undefined) {}

  /** Names of the entries that this run has read or written. */
  readonly #used = new Set<string>();
  #isNews = false;

  /** The text from `make`, which must depend on `parts` only. */
  async text(parts: readonly string[], make: () => Promise<string>): Promise<string> {
    return (await this.find(parts)) ?? this.keep(parts, await make());
  }

  /** The text that was kept for the same parts. */
  async find(parts: readonly string[]): Promise<string | undefined> {
    if (this.folder === undefined) return undefined;
    const path = join(this.folder, this.#nameOf(parts));
    const known = await readFile(path, 'utf8').catch(() => undefined);
    // Marks the entry as used, so that the oldest entries are the unused ones.
    if (known !== undefined) await utimes(path, new Date(), new Date()).catch(() => undefined);
    return known;
  }

  async keep(parts: readonly string[], text: string): Promise<string> {
    // A read-only folder only makes the run slower.
    if (this.folder !== undefined) await this.#write(this.folder, this.#nameOf(parts), text).catch(() => undefined);
    return text;
  }

  #nameOf(parts: readonly string[]): string {
    const hash = createHash('sha256');
    for (const part of parts) hash.update(`${part.length} ${part}`);
    const name = hash.digest('hex');
    this.#used.add(name);
    return name;
  }

  async #write(folder: string, name: string, text: string): Promise<void> {
    await mkdir(folder, { recursive: true });
    const path = join(folder, name);
    // Written under a temporary name first, so that no run reads a half-written file.
    await writeFile(`${path}.${process.pid}`, text);
    await rename(`${path}.${process.pid}`, path);
    this.#isNews = true;
  }

  /** Removes the oldest entries. Call this when the run has all its texts: none of those is removed. */
  async prune(): Promise<void> {
    const { folder } = this;
    if (folder === undefined || !this.#isNews) return;
    const names = (await readdir(folder)).filter((name) => !this.#used.has(name));
    if (names.length <= maxOthers) return;
    const times = await Promise.all(
      names.map(async (name) => ({ name, time: (await stat(join(folder, name))).mtimeMs })),
    );
    const oldest = times.toSorted((left, right) => left.time - right.time).slice(0, names.length - maxOthers);
    for (const { name } of oldest) await rm(join(folder, name), { force: true });
  }
}
