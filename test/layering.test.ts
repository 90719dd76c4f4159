import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { importsOf, readImportGraph } from './helpers/import-graph.js';
import { rules, violations } from './helpers/layering.js';

const root = fileURLToPath(new URL('..', import.meta.url));

test('every file imports only what its layer may', () => {
  const graph = readImportGraph(root, ['src', 'generated', 'codegen']);
  expect([...graph.keys()]).toEqual(
    expect.arrayContaining(['src/index.ts', 'src/handwritten/core/operation.ts', 'generated/operations.ts']),
  );
  expect(violations(graph)).toEqual([]);
});

/** One forbidden import for each rule: from, to, only its types, the rule. */
const forbidden: readonly [from: string, to: string, typeOnly: boolean, says: string][] = [
  ['src/index.ts', 'generated/operations.ts', false, 'an entry imports'],
  ['src/handwritten/client.ts', 'src/index.ts', true, 'the client and the handwritten resources import'],
  ['src/handwritten/resources/models.ts', 'src/index.node.ts', true, 'the client and the handwritten resources import'],
  ['src/handwritten/core/retry.ts', 'generated/operations.ts', true, 'core and platform import'],
  ['src/handwritten/core/retry.ts', 'src/handwritten/client.ts', true, 'core and platform import'],
  ['src/handwritten/platform/web.ts', 'generated/types.ts', true, 'core and platform import'],
  ['src/handwritten/client.ts', 'src/handwritten/platform/node.ts', false, 'a platform is picked'],
  ['src/index.ts', 'src/handwritten/platform/node.ts', false, 'Node is for the node entry'],
  ['generated/operations.ts', 'src/handwritten/core/operation.ts', false, 'generated code imports'],
  ['generated/resources/models.ts', 'src/handwritten/core/retry.ts', true, 'generated code imports'],
  ['src/handwritten/core/parameters.ts', 'src/handwritten/core/styles.ts', false, 'core/styles.ts is for generated'],
  ['generated/resources/models.ts', 'src/handwritten/client.ts', true, 'generated code imports'],
  ['src/handwritten/client.ts', 'generated/cases.ts', true, 'the cases are for tests'],
  ['src/handwritten/core/files.ts', 'node:fs', false, 'node: is for'],
  ['src/index.node.ts', 'node:fs', true, 'node: is for'],
  ['src/handwritten/platform/web.ts', 'node:crypto', false, 'node: is for'],
  ['generated/operations.ts', 'node:path', true, 'node: is for'],
  ['src/handwritten/core/retry.ts', 'p-retry', false, 'the library uses no package'],
  ['src/handwritten/client.ts', 'openapi-fetch', true, 'the library uses no package'],
  ['src/handwritten/core/config.ts', 'codegen/sdk.config.ts', true, 'the library knows nothing'],
  ['generated/operations.ts', 'test/helpers/mock.ts', true, 'the library knows nothing'],
  ['codegen/model.ts', 'src/handwritten/core/operation.ts', true, 'codegen imports neither'],
  ['codegen/main.ts', 'generated/operations.ts', false, 'codegen imports neither'],
];

test.each(forbidden)('%s must not import %s', (from, to, typeOnly, says) => {
  const graph = new Map([[from, [{ to, typeOnly }]]]);
  expect(violations(graph)).toContainEqual(expect.stringContaining(`${from} imports ${to}: ${says}`));
});

test('every rule has an import that breaks it', () => {
  const unbroken = rules.filter(({ says }) => !forbidden.some(([, , , broken]) => says.startsWith(broken)));
  expect(unbroken).toEqual([]);
});

test('reports a cycle once, with the way around, also where it is one of types', () => {
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

test('sees every way to import', () => {
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
    { to: 'dynamic', typeOnly: false },
    { to: 'required', typeOnly: false },
  ]);
});
