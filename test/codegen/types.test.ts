import { expect, test } from 'vitest';
import type { Schema } from '../../codegen/read/openapi.js';
import { crates, generated, json, ok, oneLine } from './crates.js';

test('values are open in responses and closed in requests', async () => {
  const types = await oneLine('types.ts', crates());
  expect(types).toContain(`interface Crate { id: string; state: 'open' | 'shut' | (string & {});`);
  expect(types).toContain(`interface CrateCreateRequest { state: 'open' | 'shut';`);
});

test('known values are open in requests too', async () => {
  const document = crates();
  document.components.schemas['CrateCreateRequest'] = {
    type: 'object',
    properties: { wood: { type: 'string', 'x-known-values': ['oak', 'pine'] } },
  };
  expect(await oneLine('types.ts', document)).toContain(`wood?: 'oak' | 'pine' | (string & {}) | undefined;`);
});

test('a single value stays closed, as it distinguishes variants', async () => {
  const document = crates();
  document.components.schemas['Crate'] = {
    type: 'object',
    properties: { object: { type: 'string', enum: ['crate'] } },
  };
  expect(await oneLine('types.ts', document)).toContain(`interface Crate { object?: 'crate'; }`);
});

test('a schema in requests and responses has two types if they differ', async () => {
  const document = crates();
  document.components.schemas['CrateCreateRequest'] = {
    type: 'object',
    properties: { like: { $ref: '#/components/schemas/Crate' } },
  };
  const types = await oneLine('types.ts', document);
  expect(types).toContain(`interface Crate { id: string; state: 'open' | 'shut' | (string & {});`);
  expect(types).toContain(`interface CrateParam { id: string; state: 'open' | 'shut';`);
  expect(types).toContain('interface CrateCreateRequest { like?: CrateParam | undefined; }');
});

test('a schema in requests and responses has one type if nothing differs', async () => {
  const document = crates();
  document.components.schemas['Label'] = { type: 'object', properties: { text: { type: 'string' } } };
  const label = { $ref: '#/components/schemas/Label' };
  document.components.schemas['Crate'] = { type: 'object', properties: { label } };
  document.components.schemas['CrateCreateRequest'] = { type: 'object', properties: { label } };
  const types = await oneLine('types.ts', document);
  expect(types).toContain('interface Label { text?: string | undefined; }');
  expect(types).not.toContain('LabelParam');
});

test('a schema that contains one with two types also has two types', async () => {
  const document = crates();
  document.components.schemas['Stack'] = {
    type: 'object',
    properties: { top: { $ref: '#/components/schemas/Crate' }, rest: { $ref: '#/components/schemas/Stack' } },
  };
  document.components.schemas['CrateCreateRequest'] = {
    type: 'object',
    properties: { stack: { $ref: '#/components/schemas/Stack' } },
  };
  document.paths['/crates'] = {
    ...document.paths['/crates'],
    get: {
      operationId: 'listCrates',
      tags: ['Crates'],
      responses: {
        200: { description: '', content: { 'application/json': { schema: { $ref: '#/components/schemas/Stack' } } } },
      },
    },
  };
  const types = await oneLine('types.ts', document);
  expect(types).toContain('interface Stack { top?: Crate; rest?: Stack; }');
  expect(types).toContain('interface StackParam { top?: CrateParam | undefined; rest?: StackParam | undefined; }');
});

test('lists are read-only in requests, so that callers may pass either', async () => {
  const document = crates();
  const tags = { type: 'array', items: { type: ['string', 'null'] } };
  document.components.schemas['Crate'] = { type: 'object', properties: { tags } };
  document.components.schemas['CrateCreateRequest'] = { type: 'object', properties: { tags } };
  const types = await oneLine('types.ts', document);
  expect(types).toContain('interface Crate { tags?: (string | null)[]; }');
  expect(types).toContain('tags?: readonly (string | null)[] | undefined;');
});

test('the documentation has ranges and defaults that the description omits', async () => {
  const types = await oneLine('types.ts', crates());
  expect(types).toContain('/** In kilograms. Between 1 and 500. */ maxLoad?: number;');
  expect(types).toContain('@defaultValue `20`');
});

test('a description cannot close its comment', async () => {
  const document = crates();
  document.components.schemas['Crate'] = {
    type: 'object',
    properties: { id: { type: 'string', description: 'a */ b' } },
  };
  expect(await oneLine('types.ts', document)).toContain('/** a *\\/ b. */ id?: string;');
});

test('a field that is not an identifier is quoted and keeps its name', async () => {
  const document = crates();
  document.components.schemas['Crate'] = { type: 'object', properties: { '+1': { type: 'integer' } } };
  expect(await oneLine('types.ts', document)).toContain(`interface Crate { '+1'?: number; }`);
});

test('additional properties are in the type only if the document declares them', async () => {
  const document = crates();
  document.components.schemas['Crate'] = {
    type: 'object',
    properties: {
      id: { type: 'string' },
      open: { type: 'object', properties: { a: { type: 'string' } } },
      free: { type: 'object' },
    },
    additionalProperties: true,
  };
  expect(await oneLine('types.ts', document)).toContain(
    'interface Crate { id?: string; open?: { a?: string }; free?: Record<string, unknown>; [extra: string]: unknown; }',
  );
});

test('a nested request object may be an interface of the caller, which has no index signature', async () => {
  const document = crates();
  const strap = { type: 'object', properties: { width: { type: 'integer' } }, additionalProperties: true };
  const straps = { type: 'array', items: { $ref: '#/components/schemas/Strap' } };
  document.components.schemas['Strap'] = strap;
  document.components.schemas['CrateCreateRequest'] = { type: 'object', properties: { straps } };
  const types = await oneLine('types.ts', document);
  expect(types).toContain('straps?: readonly (Strap | StrapFields)[] | undefined;');
  expect(types).toContain('interface Strap extends StrapFields { [extra: string]: unknown; }');
  expect(types).toContain('interface StrapFields { width?: number | undefined; }');
});

test('params with additional properties may be an interface of the caller, also with query and path parameters', async () => {
  const document = crates();
  const open = { type: 'object', properties: { lid: { type: 'boolean' } }, additionalProperties: true };
  document.components.schemas['CrateCreateRequest'] = open;
  const call = (operationId: string, place: string, schema: Schema) => ({
    post: {
      operationId,
      tags: ['Crates'],
      parameters: [{ name: 'dry', in: place, required: true, schema: { type: 'boolean' } }],
      requestBody: { required: true, content: json(schema) },
      responses: ok({ $ref: '#/components/schemas/Crate' }),
    },
  });
  document.paths['/named'] = call('named', 'query', { $ref: '#/components/schemas/CrateCreateRequest' });
  document.paths['/inline'] = call('inline', 'query', open);
  document.paths['/{dry}'] = call('variable', 'path', { $ref: '#/components/schemas/CrateCreateRequest' });
  const files = await generated(document, { servers: { main: { url: 'https://crates.example/v1', extras: true } } });
  const [types, resource, operations] = ['types.ts', 'resources/crates.ts', 'operations.ts'].map((file) =>
    (files.get(file) ?? '').replaceAll(/\s+/g, ' '),
  );
  expect(types).toContain('interface CrateCreateRequestFields extends NoRequestOptions { lid?: boolean | undefined; }');
  expect(types).toContain('interface NamedParams extends NamedParamsFields { [extra: string]: unknown; }');
  expect(types).toContain('interface NamedParamsFields extends CrateCreateRequestFields { dry: boolean; }');
  expect(types).toContain('interface InlineParams extends InlineParamsFields { [extra: string]: unknown; }');
  expect(types).toContain(
    'interface InlineParamsFields extends NoRequestOptions { dry: boolean; lid?: boolean | undefined; }',
  );
  expect(resource).toContain('create(params: CrateCreateRequest | CrateCreateRequestFields, options?');
  expect(resource).toContain('named(params: NamedParams | NamedParamsFields, options?');
  expect(resource).toContain('inline(params: InlineParams | InlineParamsFields, options?');
  expect(operations).toContain('(CrateCreateRequest | CrateCreateRequestFields) & { readonly dry: boolean }');
});

test('undeclared fields are accepted as the document says, unless the config names servers without extras', async () => {
  const document = crates();
  const open = { type: 'object', properties: { lid: { type: 'boolean' } }, additionalProperties: true };
  document.components.schemas['CrateCreateRequest'] = open;
  const config = { servers: { main: { url: 'https://crates.example/v1' } } };
  const closed = await oneLine('types.ts', document, config);
  expect(closed).toContain('interface CrateCreateRequest { lid?: boolean | undefined; }');
  expect(await oneLine('resources/crates.ts', document, config)).toContain(
    'create(params: CrateCreateRequest, options?',
  );
  expect(await oneLine('types.ts', document)).toContain('CrateCreateRequestFields { [extra: string]: unknown; }');
  expect(await oneLine('operations.ts', document)).not.toContain('extras: true');
});

test('a read-only field is not in requests, and a write-only field is not in responses', async () => {
  const document = crates();
  const both = {
    type: 'object',
    properties: { id: { type: 'string', readOnly: true }, secret: { type: 'string', writeOnly: true } },
  };
  document.components.schemas['Crate'] = both;
  document.components.schemas['CrateCreateRequest'] = both;
  const types = await oneLine('types.ts', document);
  expect(types).toContain('interface Crate { id?: string; }');
  expect(types).toContain('interface CrateCreateRequest { secret?: string | undefined; }');
});

test('allOf becomes one plain interface, and required fields of one part apply to all', async () => {
  const document = crates();
  document.components.schemas['Base'] = { type: 'object', properties: { id: { type: 'string' } } };
  document.components.schemas['Crate'] = {
    allOf: [
      { $ref: '#/components/schemas/Base' },
      { type: 'object', properties: { lid: { type: 'boolean' } } },
      { required: ['id'] },
    ],
  };
  expect(await oneLine('types.ts', document)).toContain('interface Crate { id: string; lid?: boolean; }');
});

test('nullable of OpenAPI 3.0 and the type null of 3.1 are the same', async () => {
  const document = crates();
  document.components.schemas['Crate'] = {
    type: 'object',
    properties: { a: { type: 'string', nullable: true }, b: { type: ['string', 'null'] } },
  };
  expect(await oneLine('types.ts', document)).toContain('interface Crate { a?: string | null; b?: string | null; }');
});
