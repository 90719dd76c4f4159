import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import * as operations from '../../generated/operations.js';
import { Resources } from '../../generated/resources.js';
import type { Transport } from '../../src/handwritten/core/operation/operation.js';
import { Runcrate } from '../../src/index.js';
import { root } from '../helpers/build.js';

const page = await readFile(join(root, 'generated/api.md'), 'utf8');
const lines = page.split('\n').filter((line) => line.startsWith('- '));

test('api.md has a line with the route of every operation', () => {
  const all = Object.values(operations).flatMap((one) => ('path' in one ? [one] : []));
  const routes = all.map(({ method, path }) => `\`${method.toUpperCase()} ${path}\``);
  expect(routes.length).toBeGreaterThan(30);
  for (const route of routes)
    expect(
      lines.some((line) => line.endsWith(` · ${route}`)),
      route,
    ).toBe(true);
});

test('api.md has every method of the client, also the handwritten ones, and no other', () => {
  const rc = new Runcrate({ apiKey: 'rc_live_test' });
  const named = new Set(lines.map((line) => /^- \[(rc\.\w+\.\w+)\]/.exec(line)?.[1]));
  // Without OpenAI's names, which are aliases.
  const resources = Object.keys(new Resources({} as Transport)) as (keyof Resources)[];
  const methods = resources.flatMap((name) => methodsOf(rc[name]).map((method) => `rc.${name}.${method}`));
  expect([...named].sort()).toEqual([...new Set(methods)].sort());
});

test('a line of api.md has what a call takes and resolves to', () => {
  expect(lines).toContain(
    '- [rc.instances.list](resources/instances.ts)`(params?: InstanceListParams)` → `Instance[]` · `GET /instances`',
  );
  expect(lines).toContain(
    '- [rc.instances.waitUntilReady](../src/handwritten/resources/instances.ts)`(id: string)` → `InstanceStatus`',
  );
});

function methodsOf(resource: object): string[] {
  const own = Object.getPrototypeOf(resource) as object | null;
  if (own === null || own === Object.prototype) return [];
  return [...Object.getOwnPropertyNames(own).filter((name) => name !== 'constructor'), ...methodsOf(own)];
}
