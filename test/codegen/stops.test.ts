import { expect, test } from 'vitest';
import { buildModel } from '../../codegen/build-model.js';
import type { SdkConfig } from '../../codegen/config/config-types.js';
import type { Schema } from '../../codegen/read/openapi.js';
import { sdkConfig } from '../../codegen/sdk.config.js';
import { RuncrateClient } from '../../src/handwritten/client.js';
import { Runcrate } from '../../src/index.node.js';
import { crates, json, ok, specOf, type Crates } from './crates.js';

/** The message of the stop; empty without a stop. */
function stopOf(document: Crates, config: SdkConfig = {}): string {
  try {
    buildModel(specOf(document), config, '.');
  } catch (error) {
    return error instanceof Error ? error.message : '';
  }
  return '';
}

function withCrate(crate: Schema): Crates {
  const document = crates();
  document.components.schemas['Crate'] = crate;
  return document;
}

function withOperation(path: string, operation: object): Crates {
  const document = crates();
  document.paths[path] = { get: operation };
  return document;
}

/** A GET of /lids/{id} with these parameters; a missing path parameter is added. */
function withParameter(...parameters: readonly ({ name: string; in: string } & Record<string, unknown>)[]): Crates {
  const id = { name: 'id', in: 'path', required: true, schema: { type: 'string' } };
  const all = [...parameters, ...(parameters.some(({ name }) => name === 'id') ? [] : [id])];
  return withOperation('/lids/{id}', { operationId: 'getLid', parameters: all, responses: ok({}) });
}

test('a valid document does not stop', () => {
  expect(stopOf(crates())).toBe('');
});

test('a stop has a pointer, a reason and a fix', () => {
  expect(stopOf(withParameter({ name: 'a', in: 'body', schema: {} }))).toBe(
    'crates.json#/paths/~1lids~1{id}/get/parameters/0\n' +
      '  "body" is not a valid parameter location.\n' +
      '  Fix: Use path, query, querystring, header or cookie; declare a body as requestBody.',
  );
});

test('one run reports every error of the operations', () => {
  const parameters = [{ name: 'a', in: 'body', schema: {} }];
  const document = withOperation('/lids', { operationId: 'listLids', parameters, responses: ok({}) });
  document.paths['/nails'] = { get: { operationId: 'listNails', parameters, responses: ok({}) } };
  const message = stopOf(document);
  expect(message).toContain('#/paths/~1lids/get');
  expect(message).toContain('#/paths/~1nails/get');
});

test.each<[fault: string, document: Crates, pointer: string, reason: string]>([
  [
    'a reference without a target',
    withCrate({ type: 'object', properties: { lid: { $ref: '#/components/schemas/Lid' } } }),
    '#/components/schemas/Crate/properties/lid',
    '#/components/schemas/Lid does not exist in the document.',
  ],
  [
    'a reference to another document',
    withCrate({ $ref: 'other.json#/Crate' }),
    '#/components/schemas/Crate',
    'other.json#/Crate is outside the document.',
  ],
  [
    'a reference to itself',
    withCrate({ $ref: '#/components/schemas/Crate' }),
    '#/components/schemas/Crate',
    'refers to itself',
  ],
  [
    'a schema that is a part of itself',
    withCrate({ allOf: [{ $ref: '#/components/schemas/Crate' }, { type: 'object', properties: {} }] }),
    '#/components/schemas/Crate',
    'The schema contains itself.',
  ],
  [
    'two fields with one name',
    withCrate({ type: 'object', properties: { max_load: {}, maxLoad: {} } }),
    '#/components/schemas/Crate/properties',
    'The fields "max_load" and "maxLoad" would both be `maxLoad`.',
  ],
  [
    'a type that does not exist',
    withCrate({ type: 'text' }),
    '#/components/schemas/Crate',
    '"text" is not a JSON Schema type',
  ],
  [
    'a schema that is a variant of itself',
    withCrate({ oneOf: [{ anyOf: [{ $ref: '#/components/schemas/Crate' }] }, { type: 'string' }] }),
    '#/components/schemas/Crate',
    'The schema contains itself.',
  ],
  [
    'an operationId that differs from another only in spelling',
    withOperation('/lids', { operationId: 'get-crate', tags: ['Lids'], responses: ok({}) }),
    '#/paths/~1lids/get',
    '"get-crate" and "getCrate" (crates.json#/paths/~1crates~1{crate_id}/get) would both be `getCrate`.',
  ],
  [
    'a query style in a header',
    withParameter({ name: 'a', in: 'header', style: 'deepObject', schema: {} }),
    '#/paths/~1lids~1{id}/get/parameters/0',
    'The style "deepObject" is not supported in the header.',
  ],
  [
    'a parameter in the body',
    withParameter({ name: 'a', in: 'body', schema: {} }),
    '#/paths/~1lids~1{id}/get/parameters/0',
    '"body" is not a valid parameter location.',
  ],
  [
    'two parameters with one name in one location',
    withParameter({ name: 'max_load', in: 'query', schema: {} }, { name: 'maxLoad', in: 'query', schema: {} }),
    '#/paths/~1lids~1{id}/get/parameters/0',
    'The parameters "max_load" and "maxLoad" would both be `maxLoad`.',
  ],
])('%s stops the run', (_, document, pointer, reason) => {
  const message = stopOf(document);
  expect(message).toContain(`crates.json${pointer}\n`);
  expect(message).toContain(reason);
});

const server = { url: 'https://crates.example/v1' };

test('a server without a client option stops the run', () => {
  const message = stopOf(crates(), { servers: { infrastructure: { url: 'https://other.example' } } });
  expect(message).toContain('The server "https://other.example" is not in crates.json.');
  const beyond = crates();
  beyond.paths['/lids'] = { servers: [{ url: 'https://third.example' }], get: { operationId: 'a', responses: ok({}) } };
  expect(stopOf(beyond, { servers: { main: server } })).toContain(
    'crates.json#/paths/~1lids/servers/0\n  The client has no option for the server https://third.example.',
  );
});

test('a server without a client option stops the run, even if no operation uses it', () => {
  const document = crates();
  document.servers.push({ url: 'https://second.example' });
  expect(stopOf(document, { servers: { main: server } })).toContain(
    'crates.json#/servers/1\n  The client has no option for the server https://second.example.',
  );
});

test('without servers in the config, the first server is the default, with the defaults of its variables', () => {
  const document = crates();
  document.servers = [{ url: 'https://{region}.example', variables: { region: { default: 'eu' } } }, server] as never;
  expect(buildModel(specOf(document), {}, '.').servers).toEqual({ default: 'https://eu.example' });
});

test('two operations with one name in one resource stop the run', () => {
  const config: SdkConfig = { resources: { crates: { get: 'listCrates' } } };
  expect(stopOf(crates(), config)).toBe('');
  const clash: SdkConfig = { resources: { crates: { getCrate: 'listCrates', get: 'createCrate' } } };
  expect(stopOf(crates(), clash)).toContain('getCrate and listCrates would both be `crates.getCrate`.');
});

test.each<[entry: string, config: SdkConfig, pointer: string, reason: string]>([
  ['method', { resources: { crates: { peek: 'peekCrate' } } }, '/resources/crates/peek', 'operation "peekCrate"'],
  ['type', { types: { Lid: 'Cover' } }, '/types/Lid', 'schema "Lid"'],
  ['retry class', { retry: { peekCrate: 'safe' } }, '/retry/peekCrate', 'operation "peekCrate"'],
  ['text response', { textAnswers: { peekCrate: 'text' } }, '/textAnswers/peekCrate', 'operation "peekCrate"'],
  ['field of a text response', { textAnswers: { getCrate: 'text' } }, '/textAnswers/getCrate', 'no "text"'],
  ['bare list', { bareLists: { peekCrate: 'data' } }, '/bareLists/peekCrate', 'operation "peekCrate"'],
  ['field of a bare list', { bareLists: { getCrate: 'data' } }, '/bareLists/getCrate', 'no "data"'],
  ['result', { results: { peekCrate: 'data' } }, '/results/peekCrate', 'operation "peekCrate"'],
  ['field of a result', { results: { getCrate: 'data' } }, '/results/getCrate', 'no "data"'],
  ['operation in `seenIn`', { seenIn: { peekCrate: 'crates.list' } }, '/seenIn/peekCrate', 'operation "peekCrate"'],
  ['method in `seenIn`', { seenIn: { createCrate: 'crates.peek' } }, '/seenIn/createCrate', 'method "crates.peek"'],
  ['operation with hints', { hints: { peekCrate: [] } }, '/hints/peekCrate', 'operation "peekCrate"'],
  ['schema that is sent back', { sentBack: ['Lid'] }, '/sentBack/Lid', 'schema "Lid"'],
  ['schema of files', { files: { Lid: { a: 'image' } } }, '/files/Lid', 'schema "Lid"'],
  ['field of files', { files: { Crate: { photo: 'image' } } }, '/files/Crate/photo', 'field "photo"'],
  ['field of pairs', { pairs: { Crate: ['labels'] } }, '/pairs/Crate/labels', 'field "labels"'],
  [
    'argument',
    { resources: { crates: { get: { operation: 'getCrate', positional: ['id'] } } } },
    '/resources/crates/get/positional',
    'getCrate has no "id".',
  ],
  [
    'parameter of a page',
    {
      resources: {
        crates: { list: { operation: 'listCrates', paging: { by: 'page', page: 'page', size: 'size' } } },
      },
    },
    '/resources/crates/list/paging',
    'listCrates has no "page".',
  ],
])('a %s in the config that matches nothing stops the run', (_, config, pointer, reason) => {
  const message = stopOf(crates(), config);
  expect(message).toContain(`sdk.config.ts#${pointer}\n`);
  expect(message).toContain(reason);
});

test('a resource with the name of a client member stops the run', () => {
  const document = crates();
  document.paths['/images/edits'] = { post: { operationId: 'editImage', responses: ok({}) } };
  expect(stopOf(document, { taken: ['images'] })).toContain(
    'crates.json#/paths/~1images~1edits/post\n  The client already has a member `images`.\n  Fix: Put editImage under',
  );
});

test('the config lists every member of the client that is not a resource', () => {
  const client = new Runcrate({ apiKey: 'rc_live_test' });
  const resources = Object.keys(sdkConfig.resources ?? {});
  const members = [...Object.keys(client), ...Object.getOwnPropertyNames(RuncrateClient.prototype)];
  const others = members.filter((name) => !resources.includes(name) && name !== 'constructor');
  expect(sdkConfig.taken?.toSorted()).toEqual(others.toSorted());
});

test('a page whose response is not a list in an envelope stops the run', () => {
  const document = crates();
  const query = ['page', 'size'].map((name) => ({ name, in: 'query', schema: { type: 'integer' } }));
  document.paths['/lids'] = { get: { operationId: 'listLids', tags: ['Lids'], parameters: query, responses: ok({}) } };
  const paging = { by: 'page', page: 'page', size: 'size' } as const;
  expect(stopOf(document, { resources: { lids: { list: { operation: 'listLids', paging } } } })).toContain(
    'sdk.config.ts#/resources/lids/list/paging\n  The response of listLids is not `{ data: […] }`.',
  );
});

test('two schemas whose types have the same name stop the run', () => {
  const document = crates();
  document.components.schemas['crate'] = { type: 'object' };
  document.paths['/lids'] = { get: { operationId: 'a', responses: ok({ $ref: '#/components/schemas/crate' }) } };
  expect(stopOf(document)).toContain(
    'Its type and the type of crates.json#/components/schemas/Crate would both be Crate.',
  );
});

test('a body with a field that has the name of a parameter is a single parameter', () => {
  const document = crates();
  document.paths['/crates/{id}'] = {
    put: {
      operationId: 'putCrate',
      parameters: [{ name: 'id', in: 'path', required: true, schema: { type: 'string' } }],
      requestBody: { content: json({ $ref: '#/components/schemas/Crate' }) },
      responses: ok({}),
    },
  };
  const model = buildModel(specOf(document), {}, '.');
  expect(model.operations.find(({ id }) => id === 'putCrate')?.body?.from).toBe('value');
});
