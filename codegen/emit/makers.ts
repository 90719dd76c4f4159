import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';

/** What makes a text besides its input: a change of it makes the cache stale. Read when it is first needed. */
export function makersOf(packages: readonly string[], files: readonly string[]): () => Promise<string> {
  let known: Promise<string> | undefined;
  return () => (known ??= read(packages, files));
}

async function read(packages: readonly string[], files: readonly string[]): Promise<string> {
  const texts = await Promise.all(files.map((name) => readFile(join(import.meta.dirname, name), 'utf8')));
  return [...packages.map(versionOf), ...texts].join('\n');
}

/** The version of a package that affects the text. */
function versionOf(name: string): string {
  const { version } = createRequire(import.meta.url)(`${name}/package.json`) as { readonly version: string };
  return `${name} ${version}`;
}
