import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';

/** The difference between a folder and its expected files. Paths are relative to the folder. */
export interface Difference {
  readonly changed: readonly string[];
  readonly same: readonly string[];
  /** Files that should not exist. */
  readonly extra: readonly string[];
}

export async function compare(folder: string, files: ReadonlyMap<string, string>): Promise<Difference> {
  const present = await filesIn(folder);
  const isSame = async (path: string, text: string): Promise<boolean> =>
    present.includes(path) && (await readFile(join(folder, path), 'utf8')) === text;
  const compared = await Promise.all(
    [...files].map(async ([path, text]) => ({ path, isSame: await isSame(path, text) })),
  );
  return {
    changed: compared.filter((file) => !file.isSame).map((file) => file.path),
    same: compared.filter((file) => file.isSame).map((file) => file.path),
    extra: present.filter((path) => !files.has(path)),
  };
}

/** Writes these files to the folder. Other files are removed only if they are generated. */
export async function write(
  folder: string,
  files: ReadonlyMap<string, string>,
  difference: Difference,
): Promise<readonly string[]> {
  for (const path of difference.changed) {
    const target = join(folder, path);
    await mkdir(dirname(target), { recursive: true });
    await writeFile(target, files.get(path) ?? '');
  }
  const generated: string[] = [];
  for (const path of difference.extra) {
    if (!isGenerated(await readFile(join(folder, path), 'utf8'))) continue;
    generated.push(path);
    await rm(join(folder, path));
  }
  return generated;
}

/** Files of the caller's own under names that are as common as these: they are not overwritten. */
export async function foreignFiles(folder: string, { changed }: Difference): Promise<readonly string[]> {
  const common = changed.filter((path) => ['index.ts', 'README.md'].includes(path));
  const texts = await Promise.all(common.map((path) => readFile(join(folder, path), 'utf8').catch(() => undefined)));
  return common.filter((_, at) => texts[at] !== undefined && !isGenerated(texts[at]));
}

function isGenerated(text: string): boolean {
  return /^(\/\/|<!--) Generated from /.test(text);
}

async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .toSorted();
}
