import { expect, test } from 'vitest';
import { NumberPaths } from '../../codegen/build/number-paths.js';
import type { Schema } from '../../codegen/read/openapi.js';
import type { Shape } from '../../codegen/shape/shape.js';
import { Shapes } from '../../codegen/shape/shapes.js';
import { crates, ok, oneLine, specOf } from './crates.js';

const number: Schema = { type: 'number' };

/** The record of `getCrate`, whose response has this schema. */
async function recordOf(schema: Schema, schemas: Readonly<Record<string, Schema>> = {}): Promise<string> {
  const document = crates();
  document.paths = { '/crates': { get: { operationId: 'getCrate', tags: ['Crates'], responses: ok(schema) } } };
  document.components.schemas = { ...schemas };
  return oneLine('operations.ts', document);
}

const withField = (field: Schema): Schema => ({ type: 'object', properties: { a_b: field } });

test.each<readonly [string, Schema, numbers: readonly string[]]>([
  ['a number', number, ['aB']],
  ['an integer', { type: 'integer' }, ['aB']],
  ['a nullable number', { type: ['number', 'null'] }, ['aB']],
  ['a set of numbers', { type: 'integer', enum: [1, 2] }, ['aB']],
  ['a list', { type: 'array', items: number }, ['aB']],
  ['a map', { type: 'object', additionalProperties: number }, ['aB.*']],
  ['objects in a list', { type: 'array', items: withField(number) }, ['aB.aB']],
  [
    'one of two objects',
    { anyOf: [withField(number), { type: 'object', properties: { c: number } }] },
    ['aB.aB', 'aB.c'],
  ],
  [
    'all of two objects',
    { allOf: [withField(number), { type: 'object', properties: { c: number } }] },
    ['aB.aB', 'aB.c'],
  ],
  ['text that is a number by its format', { type: ['number', 'string', 'null'], format: 'decimal' }, ['aB']],
])('a response with %s has the path of its numbers', async (_, field, numbers) => {
  const list = numbers.map((path) => `'${path}'`).join(', ');
  expect(await recordOf(withField(field))).toContain(`numbers: [${list}]`);
});

test.each<readonly [string, Schema]>([
  ['text', { type: 'string' }],
  ['a number or any text', { type: ['number', 'string'] }],
  ['a vector or its base64', { anyOf: [{ type: 'array', items: number }, { type: 'string' }] }],
  ['text of the format decimal, which is not a number', { type: 'string', format: 'decimal' }],
  ['any value', {}],
  [
    'a list of numbers or one of text',
    {
      anyOf: [
        { type: 'array', items: number },
        { type: 'array', items: { type: 'string' } },
      ],
    },
  ],
  ['a tuple of text and a number', { type: 'array', prefixItems: [{ type: 'string' }, number] }],
  ['a field that is text in another variant', { anyOf: [withField(number), withField({ type: 'string' })] }],
  ['a map of numbers beside a field of text', { ...withField({ type: 'string' }), additionalProperties: number }],
])('a response with %s has none', async (_, field) => {
  expect(await recordOf(withField(field))).not.toContain('numbers:');
});

test('a recursive schema is entered once', async () => {
  const tree: Schema = {
    type: 'object',
    properties: { size: number, children: { type: 'array', items: { $ref: '#/components/schemas/Tree' } } },
  };
  expect(await recordOf({ $ref: '#/components/schemas/Tree' }, { Tree: tree })).toContain("numbers: ['size']");
});

test('text of a recursive schema stays text where another variant has a number', async () => {
  const tree: Schema = {
    type: 'object',
    properties: {
      code: { type: 'string' },
      child: { anyOf: [{ $ref: '#/components/schemas/Tree' }, { type: 'object', properties: { code: number } }] },
    },
  };
  expect(await recordOf({ $ref: '#/components/schemas/Tree' }, { Tree: tree })).not.toContain('numbers:');
});

test('of schemas that all refer to each other, the numbers of the first levels are converted, in any order', () => {
  const names = Array.from({ length: 12 }, (_, at) => `Node${at}`);
  const fields = names.map((name) => [name, { $ref: `#/components/schemas/${name}` }] as const);
  const pathsWith = (order: typeof fields): readonly string[] => {
    const document = crates();
    const node = { type: 'object', properties: { ...Object.fromEntries(order), size: number } };
    document.components.schemas = Object.fromEntries(names.map((name) => [name, node]));
    return new NumberPaths(new Shapes(specOf(document))).of({ kind: 'reference', component: 'Node0' }).toSorted();
  };
  const paths = pathsWith(fields);
  expect(paths).toContain('Node1.size');
  expect(paths.length).toBeLessThan(250);
  expect(pathsWith(fields.toReversed())).toEqual(paths);
});

test('a request has no paths of numbers', async () => {
  const document = crates();
  document.paths = { '/crates': { post: document.paths['/crates']!['post'] } };
  (document.paths['/crates']!['post'] as { responses: unknown }).responses = { 204: { description: 'Done.' } };
  expect(await oneLine('operations.ts', document)).not.toContain('numbers:');
});

test('a value is found at any depth', () => {
  let shape: Shape = { kind: 'number' };
  for (let depth = 0; depth < 5000; depth++) shape = { kind: 'list', items: shape };
  expect(new NumberPaths(new Shapes(specOf(crates()))).of(shape)).toEqual(['']);
});
