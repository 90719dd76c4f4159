import { afterAll, beforeAll, expect, test } from 'vitest';
import { oddNames, recordOf } from '../codegen/odd-names.js';
import { observedFetch, type ObservedRequest } from '../helpers/observed-fetch.js';
import { clientOf, type Generated } from './generated.js';

const text = { type: 'string' };
const odd = { type: 'object', required: oddNames, properties: recordOf(oddNames, () => text) };
const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });
const content = (schema: object) => ({ 'application/json': { schema } });
const fields = (properties: object, more: object = {}) => ({ type: 'object', properties, ...more });
const kinds = (...values: readonly string[]) => ({ in_kind: { enum: values } });

const schemas = {
  Odd: odd,
  Inner: fields({ first_name: text }),
  Nested: fields({ in_list: { type: 'array', items: ref('Odd') } }),
  Filled: fields({ of_own: text }, { additionalProperties: ref('Inner') }),
  Map: fields({}, { additionalProperties: ref('Inner') }),
  Plain: fields({ ...kinds('plain'), first_name: text }, { required: ['in_kind'] }),
  Strange: fields({ ...odd.properties, ...kinds('strange') }, { required: ['in_kind', ...oddNames] }),
  Told: { oneOf: [ref('Plain'), ref('Strange')], discriminator: { propertyName: 'in_kind' } },
  Untold: { oneOf: [ref('Plain'), ref('Strange')] },
};

const isHeader = (name: string): boolean => /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/.test(name) && name !== '__proto__';
const headerNames = oddNames.filter(isHeader);
const pathNames = ['valueOf', '__proto__', 'constructor', 'then', 'a b', '日本'];

function operation(operationId: string, more: object) {
  return {
    post: { operationId, tags: ['zoo'], responses: { 200: { description: 'd', content: content({}) } }, ...more },
  };
}

/** Its body and its response are of this schema. */
const echoed = (id: string, schema: string) =>
  operation(id, {
    requestBody: { required: true, content: content(ref(schema)) },
    responses: { 200: { description: 'd', content: content(ref(schema)) } },
  });

const formed = (id: string, type: string) =>
  operation(id, { requestBody: { required: true, content: { [type]: { schema: ref('Odd') } } } });

const placed = (id: string, place: string, names: readonly string[]) =>
  operation(id, { parameters: names.map((name) => ({ name, in: place, required: place === 'path', schema: text })) });

const document = {
  openapi: '3.1.0',
  info: { title: 'A', version: '1' },
  servers: [{ url: 'https://a.example' }],
  components: { schemas },
  paths: {
    ...Object.fromEntries(Object.keys(schemas).map((name) => [`/${name}`, echoed(`send${name}`, name)])),
    '/form': formed('form', 'application/x-www-form-urlencoded'),
    '/multipart': formed('multipart', 'multipart/form-data'),
    '/query': placed('query', 'query', oddNames),
    '/headers': placed('headers', 'header', [...headerNames, '__proto__']),
    '/cookies': placed('cookies', 'cookie', headerNames),
    [`/${pathNames.map((name) => `{${name}}`).join('/')}`]: placed('path', 'path', pathNames),
    '/deep': operation('deep', {
      parameters: [{ name: 'in_query', in: 'query', style: 'deepObject', schema: ref('Odd') }],
    }),
  },
};

let generated: Generated;

beforeAll(async () => {
  generated = await clientOf(document);
});

afterAll(() => generated.remove());

function observed(response: unknown = {}) {
  const { fetch, requests } = observedFetch(() => Response.json(response));
  const client = generated.createClient({ fetch, logLevel: 'off', maxRetries: 0 });
  const call = (method: string, ...args: unknown[]): Promise<unknown> => client['zoo']![method]!(...args);
  return { call, requests };
}

/** With the names in order, and `__proto__` among them, which `toEqual` does not compare. */
function sorted(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(sorted);
  return Object.entries(value)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, inside]) => [name, sorted(inside)]);
}

const values = recordOf(oddNames, (_, index) => `v${index}`);
const maps = recordOf(oddNames, (_, index) => ({ first_name: `v${index}` }));

/** What the fields of `Odd` are called in code. */
const renamed = new Map([
  ['first_name', 'firstName'],
  ['last-name', 'lastName'],
]);
const read = Object.fromEntries(Object.entries(values).map(([name, value]) => [renamed.get(name) ?? name, value]));
const readMaps = recordOf(oddNames, (_, index) => ({ firstName: `v${index}` }));

test.each<[where: string, method: string, wire: unknown, value: unknown]>([
  ['fields', 'sendOdd', values, read],
  ['fields of the items of a list', 'sendNested', { in_list: [values] }, { inList: [read] }],
  ['keys of a map', 'sendMap', maps, readMaps],
  ['keys beside the fields of an object', 'sendFilled', { of_own: 'a', ...maps }, { ofOwn: 'a', ...readMaps }],
  ['fields of a variant', 'sendTold', { in_kind: 'strange', ...values }, { inKind: 'strange', ...read }],
  [
    'fields of a variant without a discriminator',
    'sendUntold',
    { in_kind: 'strange', ...values },
    { inKind: 'strange', ...read },
  ],
  ['those of another variant', 'sendTold', { in_kind: 'plain', first_name: 'a' }, { inKind: 'plain', firstName: 'a' }],
])('odd names of %s are read, and are sent as they were', async (_, method, wire, value) => {
  const { call, requests } = observed(wire);
  const received = await call(method, method === 'sendMap' ? { body: readMaps } : value);
  expect(sorted(received)).toEqual(sorted(value));
  expect(sorted(requests[0]!.json)).toEqual(sorted(wire));
});

const pairsOf: readonly (readonly [
  method: string,
  names: readonly string[],
  read: (request: ObservedRequest) => readonly (readonly unknown[])[],
])[] = [
  ['query', oddNames, ({ url }) => [...url.searchParams]],
  ['headers', headerNames, ({ headers }) => headerNames.map((name) => [name, headers.get(name)])],
  ['cookies', headerNames, ({ headers }) => (headers.get('cookie') ?? '').split('; ').map((pair) => pair.split('='))],
  ['form', oddNames, ({ text: body }) => [...new URLSearchParams(body)]],
  ['multipart', oddNames, ({ form }) => [...form!]],
  [
    'path',
    pathNames,
    ({ url }) =>
      url.pathname
        .slice(1)
        .split('/')
        .map((item, at) => [pathNames[at], item]),
  ],
];

test.each(pairsOf)('%s: parameters and parts with odd names are sent', async (method, names, sent) => {
  const { call, requests } = observed();
  await call(
    method,
    recordOf(names, (name) => values[name]),
  );
  expect(sorted(Object.fromEntries(sent(requests[0]!) as [string, unknown][]))).toEqual(
    sorted(recordOf(names, (name) => values[name])),
  );
});

test('the fields of a deep object keep odd names', async () => {
  const { call, requests } = observed();
  await call('deep', { inQuery: read });
  const sent = [...requests[0]!.url.searchParams].map(([name, value]) => [name.slice('in_query['.length, -1), value]);
  expect(sorted(Object.fromEntries(sent))).toEqual(sorted(values));
});

test.each(['query', 'headers', 'cookies'])('%s: none of them is sent if none is given', async (method) => {
  const { call, requests } = observed();
  await call(method, {});
  const { url, headers } = requests[0]!;
  expect([url.search, headers.get('cookie'), headerNames.filter((name) => headers.has(name))]).toEqual(['', null, []]);
});

test('a header __proto__, which would be lost, is refused', async () => {
  const { call, requests } = observed();
  await expect(call('headers', JSON.parse('{"__proto__": "a"}'))).rejects.toThrow('can\'t send a header "__proto__"');
  expect(requests).toEqual([]);
});
