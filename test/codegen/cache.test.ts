import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { Cache } from '../../codegen/emit/cache.js';

let folder = '';

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cache-'));
});

afterEach(() => rm(folder, { recursive: true }));

/** A run that needs the texts of these names. Resolves with how many were not in the cache. */
async function run(names: readonly string[]): Promise<number> {
  const cache = new Cache(folder);
  let made = 0;
  for (const name of names) await cache.text([name], () => Promise.resolve(`${name} ${++made}`));
  await cache.prune();
  return made;
}

function files(of: string, count: number): string[] {
  return Array.from({ length: count }, (_, at) => `${of} ${at}`);
}

test('a run with many files finds all of them the next time', async () => {
  expect(await run(files('large', 250))).toBe(250);
  expect(await run(files('large', 250))).toBe(0);
});

test('the oldest texts of other runs are removed', async () => {
  await run(files('large', 250));
  await run(files('small', 10));
  expect(await readdir(folder)).toHaveLength(210);
  expect(await run(files('small', 10))).toBe(0);
});
