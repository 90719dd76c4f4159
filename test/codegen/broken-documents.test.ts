import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { generate } from '../../codegen/generate.js';
import { readSpec } from '../../codegen/read/spec.js';
import { crates, json, ok } from './crates.js';

let folder = '';

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'broken-'));
});

afterEach(() => rm(folder, { recursive: true }));

/** The document with one more schema, valid or not. */
function withSchema(Lid: unknown): object {
  const document = crates();
  return { ...document, components: { schemas: { ...document.components.schemas, Lid } } };
}

function withOperation(operation: unknown): object {
  return { ...crates(), paths: { '/lids': { get: operation } } };
}

async function save(files: Readonly<Record<string, unknown>>): Promise<string> {
  for (const [name, value] of Object.entries(files)) {
    await writeFile(join(folder, name), typeof value === 'string' ? value : JSON.stringify(value));
  }
  return join(folder, 'crates.json');
}

const lid = '#/components/schemas/Lid';

test.each<[fault: string, document: object, pointer: string, reason: string]>([
  ['a string instead of a schema', withSchema('string'), lid, 'A schema must be an object.'],
  [
    '`required` that is not an array',
    withSchema({ required: true }),
    `${lid}/required`,
    '`required` must be an array of strings.',
  ],
  [
    '`properties` that are an array',
    withSchema({ properties: ['id'] }),
    `${lid}/properties`,
    'This must be an object.',
  ],
  ['`enum` that is not an array', withSchema({ enum: 'a' }), `${lid}/enum`, '`enum` must be an array.'],
  ['`allOf` that is not an array', withSchema({ allOf: {} }), `${lid}/allOf`, 'This must be an array.'],
  ['a limit that is a string', withSchema({ minimum: 'one' }), `${lid}/minimum`, '`minimum` must be a number.'],
  [
    'a discriminator without a field',
    withSchema({ discriminator: {} }),
    `${lid}/discriminator`,
    'has no `propertyName`.',
  ],
  [
    'a reference without a target',
    withSchema({ items: { $ref: '#/components/schemas/Gone' } }),
    `${lid}/items`,
    'does not exist in the document.',
  ],
  ['a reference to an anchor', withSchema({ $ref: '#lid' }), lid, '#lid does not exist in the document.'],
  [
    'a remote reference',
    withSchema({ $ref: 'https://a.example/b.json' }),
    lid,
    'https://a.example/b.json is a remote reference',
  ],
  ['a reference to a missing file', withSchema({ $ref: 'gone.yaml#/Lid' }), lid, "Can't read the file"],
  ['a reference to itself', withSchema({ $ref: lid }), lid, 'refers to itself.'],
  ['a reference through itself', withSchema({ $ref: `${lid}/properties/a` }), lid, 'does not exist in the document.'],
  [
    'a parameter without a location',
    withOperation({ parameters: [{ name: 'a' }], responses: ok({}) }),
    '#/paths/~1lids/get/parameters/0',
    'The parameter has no `in`.',
  ],
  [
    '`parameters` that are an object',
    withOperation({ parameters: { a: {} }, responses: ok({}) }),
    '#/paths/~1lids/get/parameters',
    'This must be an array.',
  ],
  [
    'an operationId that is an array',
    withOperation({ operationId: [], responses: ok({}) }),
    '#/paths/~1lids/get/operationId',
    '`operationId` must be a string.',
  ],
  [
    'a path item that is a string',
    { ...crates(), paths: { '/lids': 'get' } },
    '#/paths/~1lids',
    'A path item must be an object.',
  ],
  ['a server without a URL', { ...crates(), servers: [{}] }, '#/servers/0', 'The server has no `url`.'],
])('%s stops the run, and nothing is written', async (_, document, pointer, reason) => {
  const spec = await save({ 'crates.json': document });
  const out = join(folder, 'out');
  const run = generate({ spec, out, config: {} }, false);
  await expect(run).rejects.toThrow(`crates.json${pointer}\n`);
  await expect(run).rejects.toThrow(reason);
  await expect(run).rejects.toThrow(/\n {2}Fix: \S/);
  expect(existsSync(out)).toBe(false);
});

test('an error in another file has a pointer to that file', async () => {
  const spec = await save({
    'crates.json': withSchema({ $ref: 'lids.yaml#/Lid' }),
    'lids.yaml': 'Lid:\n  properties:\n    hinge: { $ref: "#/Hinge" }\n',
  });
  await expect(readSpec(spec)).rejects.toThrow(
    'lids.yaml#/Lid/properties/hinge\n  #/Hinge does not exist in lids.yaml.',
  );
});

test('an invalid referenced file is reported at the reference', async () => {
  const spec = await save({ 'crates.json': withSchema({ $ref: 'lids.json' }), 'lids.json': '{' });
  await expect(readSpec(spec)).rejects.toThrow(
    /^crates\.json#\/components\/schemas\/Lid\n {2}The file is not valid JSON/,
  );
});

test('paths that refer to each other stop the run', async () => {
  const paths = { '/a': { $ref: '#/paths/~1b' }, '/b': { $ref: '#/paths/~1a' } };
  const spec = await save({ 'crates.json': { ...crates(), paths } });
  await expect(readSpec(spec)).rejects.toThrow('refers to itself.');
});

test('one run reports every structural error', async () => {
  const spec = await save({ 'crates.json': withSchema({ required: true, minimum: 'one' }) });
  await expect(readSpec(spec)).rejects.toThrow(/\/required\n[^]*\/minimum\n/);
});

test('an empty YAML keyword is ignored, and a number is accepted as a string', async () => {
  const yaml = ['openapi: 3.0.3', 'paths:', '  /a:', '    summary: 1', '    get:', '      description:'];
  const more = ['      tags: ', '      operationId: 404', '      responses: { 204: { description: 5 } }', ''];
  await writeFile(join(folder, 'a.yaml'), [...yaml, ...more].join('\n'));
  const { document } = await readSpec(join(folder, 'a.yaml'));
  expect(document.paths?.['/a']?.get).toEqual({ operationId: '404', responses: { 204: { description: '5' } } });
});

test('an inline schema that is referenced gets a name that does not depend on the order of keys', async () => {
  const inner = { type: 'object', properties: { a: { type: 'string' } } };
  const properties = { first: inner, second: { $ref: `${lid}/properties/first` } };
  const spec = await save({ 'crates.json': withSchema({ type: 'object', properties }) });
  const { document } = await readSpec(spec);
  expect(document.components?.schemas?.['LidFirst']).toEqual(inner);
  expect(document.components?.schemas?.['Lid']?.properties?.['second']).toEqual({
    $ref: '#/components/schemas/LidFirst',
  });
});

test('a body of an unknown media type is valid', async () => {
  const spec = await save({ 'crates.json': withOperation({ requestBody: { content: json({}) }, responses: ok({}) }) });
  await expect(readSpec(spec)).resolves.toBeDefined();
});

test.each<[what: string, document: object]>([
  [
    'a callback by $ref',
    {
      ...withOperation({ callbacks: { done: { $ref: '#/components/callbacks/done' } }, responses: ok({}) }),
      components: { callbacks: { done: { '{$request.body#/url}': { post: { responses: ok({}) } } } } },
    },
  ],
  [
    'an example in a file of its own, which is not read',
    withOperation({
      responses: {
        200: { description: '', content: { 'application/json': { examples: { a: { externalValue: 'a.json' } } } } },
      },
    }),
  ],
  [
    'a discriminator whose mapping names a schema that is not there',
    withSchema({
      oneOf: [{ $ref: '#/components/schemas/Crate' }],
      discriminator: {
        propertyName: 'id',
        mapping: { a: '#/components/schemas/Crate', b: '#/components/schemas/Gone', c: 'gone.json#/Gone' },
      },
    }),
  ],
  [
    'a schema that is a variant of itself, which says nothing',
    withSchema({ oneOf: [{ type: 'string' }, { $ref: lid }, { type: 'array', items: { $ref: lid } }] }),
  ],
])('%s stops nothing, with the types of openapi-typescript too', async (_, document) => {
  const spec = await save({ 'crates.json': document });
  const out = join(folder, 'out');
  const { changed } = await generate({ spec, out, config: {}, runtime: './runtime' }, true);
  expect(changed).toContain('schema.ts');
});

test('a callback by $ref without a target stops the run', async () => {
  const callbacks = { done: { $ref: '#/components/callbacks/gone' } };
  const spec = await save({ 'crates.json': withOperation({ callbacks, responses: ok({}) }) });
  await expect(readSpec(spec)).rejects.toThrow('#/components/callbacks/gone does not exist in the document.');
});

test('a reference may name a schema by its anchor or its id, in whole, relative, and with an anchor or pointer in it', async () => {
  const $defs = { pin: { $anchor: 'pin', type: 'integer' } };
  const Lid = { $id: 'https://crates.example/schemas/lid', $anchor: 'lid', type: 'object', $defs };
  const refs = [
    '#lid',
    'https://crates.example/schemas/lid',
    'lid',
    'lid#pin',
    'https://crates.example/schemas/lid#/$defs/pin',
  ];
  const properties = Object.fromEntries(refs.map(($ref, at) => [`f${at}`, { $ref }]));
  const document = {
    ...crates(),
    components: { schemas: { ...crates().components.schemas, Crate: { type: 'object', properties }, Lid } },
  };
  const { components } = (await readSpec(await save({ 'crates.json': document }))).document;
  const found = Object.values(components?.schemas?.['Crate']?.properties ?? {});
  expect(found.map((property) => (typeof property === 'object' ? property.$ref : ''))).toEqual([
    ...Array<string>(3).fill('#/components/schemas/Lid'),
    ...Array<string>(2).fill('#/components/schemas/LidPin'),
  ]);
});

test('a reference may go on behind another reference, and name a whole file by #/', async () => {
  const properties = { own: { $ref: lid }, size: { $ref: `${lid}/properties/own/properties/pin/properties/size` } };
  const pin = { $ref: 'pin.json#/' };
  const spec = await save({
    'crates.json': withSchema({ type: 'object', properties: { ...properties, pin } }),
    'pin.json': { type: 'object', properties: { size: { type: 'integer' } } },
  });
  const { schemas } = (await readSpec(spec)).document.components ?? {};
  expect(schemas?.['Lid']?.properties).toEqual({
    own: { $ref: lid },
    size: { $ref: '#/components/schemas/Size' },
    pin: { $ref: '#/components/schemas/Pin' },
  });
  expect(schemas?.['Size']).toEqual({ type: 'integer' });
});
