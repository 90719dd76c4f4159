import { expect, test } from 'vitest';
import { buildModel } from '../../codegen/build-model.js';
import type { SdkConfig } from '../../codegen/config/config-types.js';
import { crates, json, ok, oneLine, specOf, type Crates } from './crates.js';

function modelOf(paths: Crates['paths']) {
  return buildModel(specOf({ ...crates(), paths }), {}, '.');
}

function withFields(properties: Record<string, object>): Crates {
  const document = crates();
  document.components.schemas['Crate'] = { type: 'object', properties };
  return document;
}

test.each([
  ['list all crates!', 'listAllCrates'],
  ['crates/list', 'cratesList'],
  ['crates.list-all', 'cratesListAll'],
  ['2fa', '_2fa'],
  ['delete', 'deleteOperation'],
  ['servers', 'serversOperation'],
])('the operationId "%s", which is not an identifier, becomes %s', (operationId, name) => {
  const model = modelOf({ '/a': { get: { operationId, responses: ok({}) } } });
  expect(model.operations).toMatchObject([{ id: operationId, name }]);
});

test('a field that is not an identifier is quoted, and does not conflict with another field', async () => {
  const types = await oneLine('types.ts', withFields({ 'max load': {}, max_load: {}, '@load': {} }));
  expect(types).toContain("interface Crate { 'max load'?: unknown; maxLoad?: unknown; '@load'?: unknown; }");
});

test('the body of a response that is only a redirect is ignored: its result is where it leads to', () => {
  const content = { 'text/html': { schema: { type: 'string' } } };
  const model = modelOf({ '/a': { get: { responses: { 302: { description: '', content } } } } });
  expect(model.operations[0]?.answer).toEqual({ as: 'location' });
  expect(model.cases()[0]?.response).toEqual({ status: 302 });
});

test('the body of a success response is ignored if only errors are documented', () => {
  const model = modelOf({ '/a': { post: { responses: { 405: { description: '' } } } } });
  expect(model.operations[0]?.answer).toEqual({ as: 'nothing' });
});

test('the response to a HEAD request has no body, whatever the document declares', () => {
  const model = modelOf({ '/a': { head: { responses: ok({ type: 'object' }) } } });
  expect(model.operations[0]?.answer).toEqual({ as: 'nothing' });
});

test('an optional body of a GET is dropped, as fetch rejects it', () => {
  const model = modelOf({ '/a': { get: { requestBody: { content: json({}) }, responses: ok({}) } } });
  expect(model.operations[0]?.body).toBeUndefined();
});

test('a wildcard media type is JSON, unless its schema is a string: then it is text', () => {
  const content = (schema: object) => ({ 200: { description: '', content: { '*/*': { schema } } } });
  const model = modelOf({
    '/a': { get: { responses: content({ type: 'object' }) } },
    '/b': { get: { responses: content({ type: 'string' }) } },
  });
  expect(model.operations.map(({ answer }) => answer.as)).toEqual(['json', 'text']);
});

test('paths that differ only in braces have different names', () => {
  const parameters = [{ name: 'kind', in: 'path', required: true, schema: { type: 'string' } }];
  const model = modelOf({
    '/pets/{kind}': { get: { parameters, responses: ok({}) } },
    '/pets/kind': { get: { responses: ok({}) } },
  });
  expect(model.operations.map(({ name }) => name)).toEqual(['getPetsByKind', 'getPetsKind']);
  expect(model.resources[0]?.methods.map(({ name }) => name)).toEqual(['getPetsByKind', 'getPetsKind']);
});

test('tags that differ only in case are one resource, and tags in any script have names', () => {
  const tagged = (tag: string, operationId: string) => ({
    get: { operationId, tags: [tag], responses: ok({}) },
  });
  const model = modelOf({
    '/a': tagged('sshKeys', 'one'),
    '/b': tagged('SSH Keys', 'two'),
    '/c': tagged('宠物', 'three'),
    '/d': tagged('2.0', 'four'),
    '/e': tagged('constructor', 'five'),
  });
  expect(model.resources.map(({ name, className, file }) => [name, className, file])).toEqual([
    ['sshKeys', 'SshKeys', 'ssh-keys'],
    ['宠物', '宠物', '宠物'],
    ['_20', '_20', '20'],
    ['constructorApi', 'ConstructorApi', 'constructor-api'],
  ]);
});

test('a recursive map is an interface, as the compiler requires', async () => {
  const document = crates();
  const self = { $ref: '#/components/schemas/Crate' };
  document.components.schemas['Crate'] = { type: 'object', additionalProperties: self };
  expect(await oneLine('types.ts', document)).toContain('export interface Crate { [extra: string]: Crate; }');
});

test('an operation that fetch can not send is left out and told: the others are generated', () => {
  const body = { required: true, content: json({}) };
  const done = { responses: ok({}) };
  const model = modelOf({
    '/a': { get: { operationId: 'same', ...done }, trace: { operationId: 'same', ...done } },
    '/b': {
      get: { requestBody: body, ...done },
      head: { requestBody: body, ...done },
      post: { requestBody: body, ...done },
    },
    '/c': { additionalOperations: { CONNECT: done, 'NO METHOD': done } },
  });
  expect(model.operations.map(({ method, path }) => `${method} ${path}`)).toEqual(['GET /a', 'POST /b']);
  expect(model.notes).toEqual([
    'calls: TRACE /a has no method: fetch does not support TRACE requests.',
    'calls: GET /b has no method: fetch does not send a body with GET, and this body is required.',
    'calls: HEAD /b has no method: fetch does not send a body with HEAD, and this body is required.',
    'calls: CONNECT /c has no method: fetch does not support CONNECT requests.',
    'calls: NO METHOD /c has no method: "NO METHOD" is no method of HTTP.',
  ]);
});

test('query and additionalOperations of OpenAPI 3.2 are methods: the one is retried, the other may create something', () => {
  const requestBody = {
    required: true,
    content: json({ type: 'object', properties: { max_load: { type: 'number' } } }),
  };
  const model = modelOf({
    '/crates': {
      query: { operationId: 'searchCrates', tags: ['Crates'], requestBody, responses: ok({}) },
      additionalOperations: { copy: { operationId: 'copyCrate', tags: ['Crates'], requestBody, responses: ok({}) } },
    },
  });
  expect(model.operations).toMatchObject([
    { id: 'searchCrates', method: 'QUERY', retry: 'safe', body: { content: 'application/json' } },
    { id: 'copyCrate', method: 'copy', retry: 'once', body: { content: 'application/json' } },
  ]);
  expect(model.resources.map(({ name, methods }) => [name, methods.map((method) => method.name)])).toEqual([
    ['crates', ['search', 'copy']],
  ]);
});

test('HEAD with the operationId of its GET is an operation of its own', () => {
  const operation = { operationId: 'health', tags: ['Health'], responses: ok({}) };
  const model = modelOf({ '/health': { get: operation, head: operation } });
  expect(model.operations.map(({ id, method }) => [id, method])).toEqual([
    ['health', 'GET'],
    ['head /health', 'HEAD'],
  ]);
  expect(model.resources[0]?.methods.map(({ name }) => name)).toEqual(['health', 'head']);
});

test('an operation without documented responses returns what comes', () => {
  const model = modelOf({ '/a': { get: {}, head: {} }, '/b': { post: { responses: {} } } });
  expect(model.operations.map(({ answer, answerType }) => [answer.as, answerType])).toEqual([
    ['raw', { kind: 'keyword', name: 'unknown' }],
    ['nothing', { kind: 'keyword', name: 'void' }],
    ['raw', { kind: 'keyword', name: 'unknown' }],
  ]);
});

test('a repeated operationId is that of the first operation: the others have a unique id, which is told', () => {
  const operation = { operationId: 'find', tags: ['Lids'], responses: ok({}) };
  const model = modelOf({ '/a': { get: operation, post: operation }, '/b': { head: operation, get: operation } });
  expect(model.operations.map(({ id, name }) => [id, name])).toEqual([
    ['find', 'find'],
    ['post /a', 'postA'],
    ['head /b', 'headB'],
    ['get /b', 'getB'],
  ]);
  expect(model.resources[0]?.methods.map(({ name }) => name)).toEqual(['find', 'postA', 'headB', 'getB']);
  expect(model.notes).toEqual([
    'names: POST /a has the operationId "find" of another operation: it is "post /a".',
    'names: GET /b has the operationId "find" of another operation: it is "get /b".',
  ]);
  const found: SdkConfig = { resources: { lids: { search: 'post /a' } } };
  const named = buildModel(specOf({ ...crates(), paths: { '/a': { get: operation, post: operation } } }), found, '.');
  expect(named.resources[0]?.methods.map((method) => method.name)).toEqual(['search', 'find']);
});

test('a variable of the path that is not declared is a string, which is told', () => {
  const model = modelOf({ '/a/{lid}/{nail}': { get: { tags: ['Lids'], responses: ok({}) } } });
  expect(model.resources[0]?.methods[0]?.parameters).toEqual([
    { name: 'lid', type: { kind: 'keyword', name: 'string' }, isOptional: false },
    { name: 'nail', type: { kind: 'keyword', name: 'string' }, isOptional: false },
  ]);
  expect(model.notes).toEqual([
    'calls: GET /a/{lid}/{nail} does not declare {lid}: it is a string.',
    'calls: GET /a/{lid}/{nail} does not declare {nail}: it is a string.',
  ]);
});

test('no method and no resource has a name that the language itself calls', () => {
  const names = ['then', 'toJSON', 'toString', 'valueOf', 'constructor', 'hasOwnProperty'];
  const tagged = (id: string, tag: string) => ({ get: { operationId: id, tags: [tag], responses: ok({}) } });
  const model = modelOf({
    ...Object.fromEntries(names.map((name) => [`/${name}`, tagged(name, 'Lids')])),
    '/a': tagged('open', 'then'),
    '/b': tagged('shut', 'toJSON'),
  });
  expect(model.resources.map(({ name, methods }) => [name, methods.map((method) => method.name)])).toEqual([
    ['lids', ['thenOf', 'toJson', 'toStringOf', 'valueOfOf', 'constructorOf', 'hasOwnProperty']],
    ['thenApi', ['open']],
    ['toJSONApi', ['shut']],
  ]);
});
