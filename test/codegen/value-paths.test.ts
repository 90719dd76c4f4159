import { expect, test } from 'vitest';
import { numberPaths } from '../../codegen/build/value-paths.js';
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

test('a request has no paths of numbers', async () => {
  const document = crates();
  document.paths = { '/crates': { post: document.paths['/crates']!['post'] } };
  (document.paths['/crates']!['post'] as { responses: unknown }).responses = { 204: { description: 'Done.' } };
  expect(await oneLine('operations.ts', document)).not.toContain('numbers:');
});

const day: Schema = { type: 'string', format: 'date' };

test('a Date is taken for every day that is sent, and not for one that is received too', async () => {
  const document = crates();
  const filter: Schema = {
    type: 'object',
    properties: {
      from_day: day,
      days: { type: 'array', items: day },
      by: { type: 'object', additionalProperties: day },
    },
  };
  document.components.schemas['CrateCreateRequest'] = filter;
  document.components.schemas['Both'] = { type: 'object', properties: { since: day } };
  const both: Schema = { $ref: '#/components/schemas/Both' };
  for (const name of ['CrateCreateRequest', 'Crate']) {
    const { properties, ...schema } = document.components.schemas[name]!;
    document.components.schemas[name] = { ...schema, properties: { ...properties, both } };
  }
  const types = await oneLine('types.ts', document);
  expect(types).toContain('fromDay?: string | Date | undefined;');
  expect(types).toContain('days?: readonly (string | Date)[] | undefined;');
  expect(types).toContain('A `Date` is sent as its day in the local time zone.');
  expect(types).toMatch(/interface Both \{[^}]*since\?: string( \| undefined)?; \}/);
  expect(await oneLine('operations.ts', document)).toContain(
    "days: styles.localDays('from_day', 'days', 'by.*', 'both.since')",
  );
});

test.each(['query', 'path', 'header', 'cookie'])('a parameter in the %s takes a Date', async (place) => {
  const document = crates();
  const parameters = [
    { name: 'day', in: place, required: true, schema: day },
    { name: 'days', in: place, required: true, schema: { type: 'array', items: day } },
    { name: 'time', in: place, required: true, schema: { type: 'string', format: 'date-time' } },
  ];
  const path = place === 'path' ? '/crates/{day}/{days}/{time}' : '/crates';
  document.paths = { [path]: { get: { operationId: 'getCrate', tags: ['Crates'], parameters, responses: ok({}) } } };
  const operations = await oneLine('operations.ts', document);
  expect(operations.match(/format: 'date'/g)).toHaveLength(2);
  expect(operations.match(/format: 'date-time'/g)).toHaveLength(1);
  const files = operations + (await oneLine('types.ts', document));
  expect(files).toMatch(/day: string \| Date;.*days: readonly \(string \| Date\)\[\];.*time: string \| Date/);
});

test('a value is found at any depth', () => {
  let shape: Shape = { kind: 'number' };
  for (let depth = 0; depth < 5000; depth++) shape = { kind: 'list', items: shape };
  expect(numberPaths(shape, new Shapes(specOf(crates())))).toEqual(['']);
});
