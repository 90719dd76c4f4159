import { expect, test } from 'vitest';
import { buildModel } from '../../codegen/build-model.js';
import { SampleFile, type CaseModel } from '../../codegen/model.js';
import type { Schema } from '../../codegen/read/openapi.js';
import { crates, ok, specOf, type Crates } from './crates.js';

function caseOf(operation: string, document: Crates): CaseModel | undefined {
  return buildModel(specOf(document), {}, '.')
    .cases()
    .find((entry) => entry.operation === operation);
}

/** The sample body in the case for a body schema. */
function bodyFor(schema: Schema): unknown {
  const document = crates();
  document.components.schemas['CrateCreateRequest'] = schema;
  return caseOf('createCrate', document)?.request.body;
}

test('a case has the call, its request, the response and the errors', () => {
  const document = crates();
  document.paths['/crates/{crate_id}'] = {
    get: {
      operationId: 'getCrate',
      tags: ['Crates'],
      parameters: [
        { name: 'crate_id', in: 'path', required: true, schema: { type: 'string' }, example: 'a/b' },
        { name: 'with_lid', in: 'query', schema: { type: 'boolean' }, example: true },
        { name: 'depth', in: 'query', schema: { type: 'integer' } },
      ],
      responses: {
        ...ok({ $ref: '#/components/schemas/Crate' }),
        404: { description: '' },
        '5XX': { description: '' },
      },
    },
  };
  expect(caseOf('getCrate', document)).toEqual({
    operation: 'getCrate',
    resource: 'crates',
    method: 'get',
    arguments: ['a/b', { withLid: true }],
    short: ['a/b', { withLid: true }],
    args: { crateId: 'a/b', withLid: true },
    request: { method: 'GET', path: '/crates/a%2Fb', query: { with_lid: 'true' } },
    response: { status: 200, contentType: 'application/json', body: { id: 'c-1', state: 'open' } },
    answer: { id: 'c-1', state: 'open' },
    errors: [404],
  });
});

test('arguments have public names, the body has wire names', () => {
  const document = crates();
  document.components.schemas['CrateCreateRequest'] = {
    type: 'object',
    properties: { max_load: { type: 'number' } },
    example: { max_load: 7 },
  };
  const entry = caseOf('createCrate', document);
  expect([entry?.args, entry?.request.body]).toEqual([{ maxLoad: 7 }, { max_load: 7 }]);
});

test.each<[kind: string, schema: Schema, body: unknown]>([
  ['constants, defaults and values first', { const: 'a' }, 'a'],
  ['the default', { type: 'integer', default: 4 }, 4],
  ['the first value', { type: 'string', enum: ['x', 'y'] }, 'x'],
  ['the least number', { type: 'integer', minimum: 3 }, 3],
  ['a number above an exclusive minimum', { type: 'integer', exclusiveMinimum: 3 }, 4],
  ['a multiple', { type: 'integer', minimum: 3, multipleOf: 5 }, 5],
  ['a string of the minimum length', { type: 'string', minLength: 6 }, 'textxx'],
  ['a string of the maximum length', { type: 'string', maxLength: 2 }, 'te'],
  ['a string of the format', { type: 'string', format: 'date' }, '2025-01-01'],
  ['a string of the pattern', { type: 'string', pattern: '^#[0-9a-f]{6}$' }, '#000000'],
  ['a string of any pattern', { type: 'string', pattern: '^[A-Z]{3}-\\d+$' }, 'AAA-0'],
  ['a string of a pattern and a length', { type: 'string', pattern: '^[ab]+$', minLength: 5, maxLength: 5 }, 'aaaaa'],
  ['a string as a lookahead asks', { type: 'string', pattern: '^(?=.*[A-Z])(?=.*\\d)\\w{4}$' }, 'A0aa'],
  [
    'items that differ',
    { type: 'array', uniqueItems: true, minItems: 2, items: { type: 'string' } },
    ['text', 'text1'],
  ],
  [
    'as many fields as needed',
    { type: 'object', minProperties: 2, additionalProperties: { const: 1 } },
    { key: 1, key1: 1 },
  ],
  ['as many items as needed', { type: 'array', minItems: 2, items: { type: 'boolean' } }, [false, false]],
  ['the first variant', { oneOf: [{ type: 'boolean' }, { type: 'string' }] }, false],
  ['an example that is valid', { type: 'integer', example: 'not a number', default: 2 }, 2],
])('without an example the smallest valid value is used: %s', (_, schema, value) => {
  expect(
    bodyFor({ type: 'object', required: ['a', 'b'], properties: { a: schema, b: { type: 'null' }, c: {} } }),
  ).toEqual({
    a: value,
    b: null,
  });
});

test('a recursive schema has a finite sample', () => {
  const self = { $ref: '#/components/schemas/CrateCreateRequest' };
  expect(bodyFor({ type: 'object', required: ['inner'], properties: { inner: self } })).toEqual({ inner: {} });
});

test('an upload is a file in the call and a string on the wire', () => {
  const document = crates();
  const schema = { type: 'object', required: ['file'], properties: { file: { type: 'string', format: 'binary' } } };
  document.paths['/photos'] = {
    post: {
      operationId: 'addPhoto',
      requestBody: { content: { 'multipart/form-data': { schema } } },
      responses: ok({}),
    },
  };
  const entry = caseOf('addPhoto', document);
  expect(entry?.args).toEqual({ file: new SampleFile('sample', 'application/octet-stream') });
  expect(entry?.request.body).toEqual({ file: 'sample' });
});

test('an object in the path has a field, though it requires none', () => {
  const document = crates();
  const schema = { type: 'object', properties: { width: { type: 'integer' }, depth: { type: 'integer' } } };
  document.paths['/sizes/{size}/{any}'] = {
    get: {
      operationId: 'getSize',
      parameters: [
        { name: 'size', in: 'path', required: true, schema },
        { name: 'any', in: 'path', required: true, schema: { type: 'object' } },
      ],
      responses: ok({}),
    },
  };
  expect(caseOf('getSize', document)?.request.path).toBe('/sizes/width,1/key,value');
});
