import fc from 'fast-check';
import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildModel } from '../../codegen/build-model.js';
import type { SdkConfig } from '../../codegen/config/config-types.js';
import { generate } from '../../codegen/generate.js';
import type { Model } from '../../codegen/model.js';
import type { Document } from '../../codegen/read/openapi.js';
import { Spec } from '../../codegen/read/spec.js';
import { generatedClient, type Generated } from '../foreign/generated.js';
import { observedFetch } from '../helpers/observed-fetch.js';
import { meaningOf } from './model-meaning.js';

const path = new URL('../fixtures/foreign/collisions.json', import.meta.url).pathname;
const document = JSON.parse(await readFile(path, 'utf8')) as Document;

function modelOf(config: SdkConfig = {}, changed: unknown = document, core = '@runcrate/sdk/runtime'): Model {
  return buildModel(new Spec('collisions.json', structuredClone(changed) as Document), config, core);
}

/** The names of a model that a user sees: methods with their arguments, and types with their fields. */
function namesOf({ resources, operations, types }: Model) {
  const methods = resources.flatMap(({ name, methods: own }) =>
    own.map((method) => {
      const { path: route = '', method: verb = '' } = operations.find((each) => each.name === method.operation) ?? {};
      const parameters = method.parameters.map((parameter) => parameter.name).join(', ');
      return [`${verb} ${route}`, `${name}.${method.name}(${parameters})`] as const;
    }),
  );
  const fields = types.map(({ name, type }) => [
    name,
    type.kind === 'object' ? type.members.map((member) => member.name) : [],
  ]);
  return { methods: Object.fromEntries(methods), types: Object.fromEntries(fields) as Record<string, string[]> };
}

/** The document with the keys of each object in an order of their own. */
function shuffled(value: unknown, seed: number): unknown {
  if (Array.isArray(value)) return value.map((item) => shuffled(item, seed));
  if (typeof value !== 'object' || value === null) return value;
  const rank = (key: string): number =>
    Array.from(key).reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 8191, seed);
  const entries = Object.entries(value).map(([key, inner]) => [key, shuffled(inner, seed)] as const);
  return Object.fromEntries(entries.toSorted(([left], [right]) => rank(left) - rank(right)));
}

test('all that collides is generated: the one that is spelled so has the name, else the first by its place', () => {
  const { methods, types } = namesOf(modelOf());
  expect(methods).toEqual({
    'GET /tr': 'roots.getTr()',
    'GET /tr/': 'roots.getTr2()',
    'GET /users/{user_id}/{userId}': 'users.getUser(user_id, userId, params)',
    'GET /people/{a-b}/{aB}': 'users.getUser2(aB2, aB, params)',
    'POST /logins': 'logins.logIn(params)',
    'PUT /logins': 'logins.replace(params)',
    'GET /tagged': 'sshKeys.list()',
    'GET /tagged/{id}': 'sshKeys.one(id)',
  });
  expect(types).toEqual({
    FooBar: ['b'],
    FooBar2: ['a'],
    Fee: ['large'],
    Fee2: ['small'],
    FEE: ['allCaps'],
    GetUserParams: ['foundIn'],
    GetUserParamsOfCall: ['calledIn'],
    GetUserParamsOfCall2: ['query_user_id', 'queryUserId', 'X-Trace', 'x_trace'],
    GetUser2Params: ['q'],
    Login: ['user_id', 'a-b', 'a_b', 'userId', 'maxAge'],
    LogInParams: ['dryRun'],
    ReplaceLoginParams: ['userId', 'body'],
  });
});

test('any order of the keys gives the same names, notes and bytes on the wire', () => {
  const { cases: _, simulation: __, ...expected } = modelOf();
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 8190 }), (seed) => {
      const { cases: ___, simulation: ____, ...model } = modelOf({}, shuffled(document, seed));
      expect(meaningOf(model)).toEqual(meaningOf(expected));
    }),
    { numRuns: 20 },
  );
});

test('our own document stops at each of them, since its names are public', () => {
  const stop = (): Model => modelOf({}, document, '../src/handwritten/core');
  expect(stop).toThrow('Its type and the type of collisions.json#/components/schemas/Fee would both be Fee.');
  expect(stop).toThrow('GetUser and getUser would both be `users.getUser`.');
});

test('the config decides the names, and nothing is left to tell', () => {
  const config: SdkConfig = {
    types: { fee: 'Charge', 'foo.bar': 'Dotted', GetUserParamsOfCall: 'Called' },
    fields: { Login: { user_id: 'account', 'a-b': 'dashed', a_b: 'lined' } },
    parameters: {
      getUser: { 'query user_id': 'account', 'path user_id': 'owner', 'X-Trace': 'trace' },
      GetUser: { 'a-b': 'dashed' },
    },
    resources: { users: { get: 'getUser', find: 'GetUser' }, roots: { slash: 'get /tr/' } },
  };
  const model = modelOf(config);
  const { methods, types } = namesOf(model);
  expect(methods).toMatchObject({
    'GET /tr': 'roots.getTr()',
    'GET /tr/': 'roots.slash()',
    'GET /users/{user_id}/{userId}': 'users.get(owner, userId, params)',
    'GET /people/{a-b}/{aB}': 'users.find(dashed, aB, params)',
  });
  expect(types).toMatchObject({
    Charge: ['small'],
    Dotted: ['a'],
    Called: ['calledIn'],
    GetUserParamsOfCall: ['account', 'queryUserId', 'trace', 'xTrace'],
    Login: ['account', 'dashed', 'lined', 'userId', 'maxAge'],
  });
  expect(model.notes).toEqual([]);
});

test.each<[config: SdkConfig, message: string]>([
  [{ types: { fee: 'Same', Fee: 'Same' } }, 'would both be Same.'],
  [
    { fields: { Login: { user_id: 'same', userId: 'same' } } },
    'The fields "userId" and "user_id" would both be `same`.',
  ],
  [
    { parameters: { getUser: { 'query user_id': 'same', 'query userId': 'same' } } },
    'The parameters "userId" and "user_id" would both be `same`.',
  ],
  [
    { fields: { Login: { userID: 'id' } } },
    'sdk.config.ts#/fields/Login/userID\n  The field "userID" is not in the schema Login.',
  ],
  [{ parameters: { getUser: { id: 'id' } } }, 'sdk.config.ts#/parameters/getUser/id\n  getUser has no "id".'],
  [
    { parameters: { find: { id: 'id' } } },
    'sdk.config.ts#/parameters/find\n  The operation "find" is not in collisions.json.',
  ],
])('a name of the config that can not be given stops the run: %j', (config, message) => {
  expect(() => modelOf(config)).toThrow(message);
});

test('headers that differ only in case are one parameter', () => {
  const changed = structuredClone(document);
  const parameters = [
    { name: 'X-Trace', in: 'header', schema: { type: 'string' } },
    { name: 'x-trace', in: 'header', schema: { type: 'string' } },
  ];
  const operation = { operationId: 'one', parameters, responses: {} };
  Object.assign(changed, { paths: { '/a': { get: operation } } });
  expect(modelOf({}, changed).operations[0]?.parameters).toMatchObject([{ name: 'xTrace', wire: 'x-trace' }]);
});

test('--strict stops at what collides, where it stands', async () => {
  const out = '.scratch/collisions';
  const job = { spec: path, out, config: {}, runtime: '@runcrate/sdk/runtime', strict: true };
  await expect(generate(job, true)).rejects.toThrow(
    'collisions.json#/components/schemas/fee\n  at test/fixtures/foreign/collisions.json:',
  );
});

let client: Generated;

beforeAll(async () => {
  client = await generatedClient(path);
});

afterAll(() => client.remove());

/** What one call sends, and what it returns. */
async function called(resource: string, method: string, ...args: unknown[]) {
  const { fetch, requests } = observedFetch(({ json = {} }) => Response.json(json));
  const api = client.createClient({ fetch, maxRetries: 0, logLevel: 'off' });
  const result = await api[resource]?.[method]?.(...args);
  const [{ url, headers, json } = { url: new URL('about:blank'), headers: new Headers(), json: undefined }] = requests;
  return { sent: url.pathname + url.search, trace: [headers.get('x-trace'), headers.get('x_trace')], json, result };
}

test('each of two fields that collide is sent and read under its own name', async () => {
  const login = { user_id: '1', userId: '2', 'a-b': '3', a_b: '4' };
  expect(await called('logins', 'logIn', { ...login, maxAge: 5, dryRun: 'yes' })).toMatchObject({
    sent: '/logins?dry_run=yes',
    json: { ...login, max_age: 5 },
    result: { ...login, maxAge: 5 },
  });
  expect(await called('logins', 'replace', { userId: '0', body: login })).toMatchObject({
    sent: '/logins?userId=0',
    json: login,
  });
});

test('each of two parameters that collide is sent in its own place', async () => {
  const params = { query_user_id: '3', queryUserId: '4', 'X-Trace': '5', x_trace: '6' };
  expect(await called('users', 'getUser', '1', '2', params)).toMatchObject({
    sent: '/users/1/2?user_id=3&userId=4',
    trace: ['5', '6'],
  });
  expect(await called('users', 'getUser2', '1', '2')).toMatchObject({ sent: '/people/1/2' });
});

test('each of two paths that collide is called', async () => {
  expect(await called('roots', 'getTr')).toMatchObject({ sent: '/tr' });
  expect(await called('roots', 'getTr2')).toMatchObject({ sent: '/tr/' });
});

test('the output and the README tell what collides, where, and what it is called', async () => {
  const readme = await client.file('README.md');
  const notes = [
    'collisions.json#/components/schemas/Login/properties: The fields "user_id" and "userId" would both be `userId`; "user_id" keeps its name on the wire.',
    'collisions.json#/components/schemas/fee: Its type and the type of collisions.json#/components/schemas/Fee would both be Fee; it is `Fee2`.',
    'collisions.json#/paths/~1people~1{a-b}~1{aB}/get: GetUser and getUser would both be `users.getUser`; the former is `users.getUser2`.',
    'collisions.json#/paths/~1users~1{user_id}~1{userId}/get/parameters/0: The parameters "user_id" and "userId" would both be `userId`; the former is `query_user_id`.',
  ];
  for (const note of notes) {
    expect(client.outcome.notes).toContain(`names: ${note}`);
    expect(readme).toContain(`- ${note}\n`);
  }
  expect(readme).toContain('## Names that collide\n');
  expect(readme).not.toContain('## What it does not do');
});
