import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { importsOf, readImportGraph } from './helpers/import-graph.js';
import { rooms, rules, violations } from './helpers/layering.js';

const root = fileURLToPath(new URL('..', import.meta.url));

test('every file imports only what its layer may', () => {
  const graph = readImportGraph(root, ['src', 'generated', 'codegen', 'contract']);
  expect([...graph.keys()]).toEqual(
    expect.arrayContaining(['src/index.ts', 'src/handwritten/core/operation/operation.ts', 'generated/operations.ts']),
  );
  expect(violations(graph)).toEqual([]);
});

/** For each folder of the core, an import of the folder before it, which violates the order. */
const upwards = rooms.slice(1).map((room, index): (typeof forbidden)[number] => {
  const [from, to] = [`src/handwritten/core/${room}/a.ts`, `src/handwritten/core/${rooms[index] as string}/b.ts`];
  return [from, to, true, `core/${room}/ imports`];
});

/** A forbidden import for each rule: from, to, whether only types are imported, the rule. */
const forbidden: readonly [from: string, to: string, typeOnly: boolean, says: string][] = [
  ['src/index.ts', 'generated/operations.ts', false, 'an entry imports'],
  ['src/handwritten/client.ts', 'src/index.ts', true, 'the client and the handwritten resources import'],
  ['src/handwritten/resources/models.ts', 'src/index.node.ts', true, 'the client and the handwritten resources import'],
  ['src/handwritten/core/transport/retry.ts', 'generated/operations.ts', true, 'core and platform import'],
  ['src/handwritten/core/transport/retry.ts', 'src/handwritten/client.ts', true, 'core and platform import'],
  ['src/handwritten/platform/web.ts', 'generated/types.ts', true, 'core and platform import'],
  [
    'src/handwritten/resources/models.ts',
    'src/handwritten/tools/parse.ts',
    false,
    'the client loads leases/, pacing/, tools/ and untyped/ late',
  ],
  ['src/handwritten/resources/instances.ts', 'src/handwritten/leases/acquire.ts', false, 'the client loads leases/'],
  ['src/handwritten/client.ts', 'src/handwritten/pacing/pacer.ts', false, 'the client loads leases/, pacing/'],
  ['src/handwritten/client.ts', 'src/handwritten/platform/node.ts', false, 'a platform is picked'],
  ['src/index.ts', 'src/handwritten/platform/node.ts', false, 'Node is for the node entry'],
  ['generated/operations.ts', 'src/handwritten/core/operation/operation.ts', false, 'generated code imports'],
  ['generated/resources/models.ts', 'src/handwritten/core/transport/retry.ts', true, 'generated code imports'],
  [
    'src/handwritten/core/request/parameters.ts',
    'src/handwritten/core/request/styles.ts',
    false,
    'the parameter styles',
  ],
  ['generated/resources/models.ts', 'src/handwritten/client.ts', true, 'generated code imports'],
  ['src/handwritten/client.ts', 'generated/cases.ts', true, 'the cases are for tests'],
  ['src/handwritten/core/files/upload.ts', 'node:fs', false, 'node: is for'],
  ['src/index.node.ts', 'node:fs', true, 'node: is for'],
  ['src/handwritten/platform/web.ts', 'node:crypto', false, 'node: is for'],
  ['generated/operations.ts', 'node:path', true, 'node: is for'],
  ['src/handwritten/core/transport/retry.ts', 'p-retry', false, 'the library uses no package'],
  ['src/handwritten/client.ts', 'openapi-fetch', true, 'the library uses no package'],
  ['src/handwritten/core/options/config.ts', 'codegen/sdk.config.ts', true, 'the library imports neither'],
  ['generated/operations.ts', 'test/helpers/mock.ts', true, 'the library imports neither'],
  ['src/handwritten/client.ts', 'contract/plan.ts', true, 'the library imports neither'],
  ['codegen/model.ts', 'src/handwritten/core/operation/operation.ts', true, 'codegen imports neither'],
  ['codegen/main.ts', 'generated/operations.ts', false, 'codegen imports neither'],
  ['src/handwritten/core/jobs/polling.ts', 'src/handwritten/core/new/a.ts', true, 'core/jobs/ imports'],
  ['src/handwritten/core/json-object.ts', 'src/handwritten/core/errors/errors.ts', true, 'the root of core/'],
  ['src/handwritten/core/new/a.ts', 'src/handwritten/core/errors/errors.ts', true, 'core/ has no room'],
  ['src/handwritten/platform/platform.ts', 'src/handwritten/core/request/call.ts', true, 'the platform port'],
];

test.each([...forbidden, ...upwards])('%s must not import %s', (from, to, typeOnly, says) => {
  const graph = new Map([[from, [{ to, typeOnly }]]]);
  expect(violations(graph)).toContainEqual(expect.stringContaining(`${from} imports ${to}: ${says}`));
});

test('every rule has an import that violates it', () => {
  const unbroken = rules.filter(
    ({ says }) => ![...forbidden, ...upwards].some(([, , , broken]) => says.startsWith(broken)),
  );
  expect(unbroken).toEqual([]);
});

test('reports a cycle once, with its path, even if it consists of type imports', () => {
  const graph = new Map([
    ['src/handwritten/core/a.ts', [{ to: 'src/handwritten/core/b.ts', typeOnly: false }]],
    ['src/handwritten/core/b.ts', [{ to: 'src/handwritten/core/c.ts', typeOnly: true }]],
    ['src/handwritten/core/c.ts', [{ to: 'src/handwritten/core/a.ts', typeOnly: true }]],
  ]);
  expect(violations(graph)).toEqual([
    'src/handwritten/core/c.ts imports src/handwritten/core/a.ts: no cycles ' +
      '(src/handwritten/core/a.ts → src/handwritten/core/b.ts → src/handwritten/core/c.ts → src/handwritten/core/a.ts)',
  ]);
});

test('finds every kind of import', () => {
  const text = `
    import a, { type B } from 'value';
    import type { C } from 'type';
    import 'effect';
    export * from 'again';
    export type { D } from 'type-again';
    type E = import('type-inside').E;
    const f = await import('dynamic');
    const g = require('required');
  `;
  expect(importsOf(text)).toEqual([
    { to: 'value', typeOnly: false },
    { to: 'type', typeOnly: true },
    { to: 'effect', typeOnly: false },
    { to: 'again', typeOnly: false },
    { to: 'type-again', typeOnly: true },
    { to: 'type-inside', typeOnly: true },
    { to: 'dynamic', typeOnly: false, isLate: true },
    { to: 'required', typeOnly: false },
  ]);
});
