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
    if (!(await readFile(join(folder, path), 'utf8')).startsWith('// Generated from ')) continue;
    generated.push(path);
    await rm(join(folder, path));
  }
  return generated;
}

async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .toSorted();
}
