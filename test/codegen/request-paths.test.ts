import { beforeAll, expect, test } from 'vitest';
import { buildModel } from '../../codegen/build-model.js';
import { specOf } from './crates.js';
import { cratesWith, observedApi, type ObservedApi } from './observed-api.js';

const text = { schema: { type: 'string' } };
const list = { schema: { type: 'array', items: { type: 'string' } } };
const object = { schema: { type: 'object', properties: { first_row: { type: 'integer' }, to: { type: 'string' } } } };
const range = { firstRow: 1, to: 'a,b' };

const inPath = (name: string, more: object = text) => ({ name, in: 'path', required: true, ...more });
const inQuery = (name: string, more: object = text) => ({ name, in: 'query', ...more });

type Row = readonly [
  title: string,
  path: string,
  parameters: readonly object[],
  args: readonly unknown[],
  sent: string,
];

const rows: readonly Row[] = [
  [
    'positional arguments have the order of the path',
    '/orgs/{org}/users/{user}',
    [inPath('user'), inPath('org')],
    ['o', 'u'],
    '/orgs/o/users/u',
  ],
  ['a fragment is not sent, and the query is', '/#Action=List', [inQuery('Marker')], [{ Marker: 'm' }], '/?Marker=m'],
  [
    'a fragment after a parameter is not sent',
    '/files/{id}#restore',
    [inPath('id'), inQuery('fields')],
    ['f#1', { fields: 'a' }],
    '/files/f%231?fields=a',
  ],
  [
    'the query of a path is sent before the others',
    '/things?view=full',
    [inQuery('limit')],
    [{ limit: '1' }],
    '/things?limit=1&view=full',
  ],
  [
    'the query of a path is sent without others',
    '/things/{id}?beta=true&q=a%20b',
    [inPath('id')],
    ['t'],
    '/things/t?beta=true&q=a%20b',
  ],
  [
    'a declared parameter replaces the one in the path',
    '/pages?page=1',
    [inQuery('page')],
    [{ page: '2' }],
    '/pages?page=2',
  ],
  ['an omitted parameter has its value of the path', '/pages/all?page=1', [inQuery('page')], [{}], '/pages/all?page=1'],
  [
    'a path parameter in the query of a path',
    '/find?id={thing_id}',
    [inPath('thing_id')],
    [{ thingId: 'a&b' }],
    '/find?id=a%26b',
  ],
  ['a query parameter that the path names', '/look?id={id}', [inQuery('id')], [{ id: 'a' }], '/look?id=a'],
  ['a list', '/s1/{k}', [inPath('k', list)], [['a,b', 'c']], '/s1/a%2Cb,c'],
  ['an object', '/s2/{k}', [inPath('k', object)], [range], '/s2/first_row,1,to,a%2Cb'],
  ['an exploded object', '/s3/{k}', [inPath('k', { ...object, explode: true })], [range], '/s3/first_row=1,to=a%2Cb'],
  ['a label', '/l1/{k}', [inPath('k', { ...text, style: 'label' })], ['a.b'], '/l1/.a.b'],
  ['a list in a label', '/l2/{k}', [inPath('k', { ...list, style: 'label' })], [['a,b', 'c']], '/l2/.a%2Cb,c'],
  [
    'an exploded list in a label',
    '/l3/{k}',
    [inPath('k', { ...list, style: 'label', explode: true })],
    [['a', 'c']],
    '/l3/.a.c',
  ],
  [
    'an object in a label',
    '/l4/{k}',
    [inPath('k', { ...object, style: 'label' })],
    [range],
    '/l4/.first_row,1,to,a%2Cb',
  ],
  [
    'an exploded object in a label',
    '/l5/{k}',
    [inPath('k', { ...object, style: 'label', explode: true })],
    [range],
    '/l5/.first_row=1.to=a%2Cb',
  ],
  ['a matrix', '/m1/{k_k}', [inPath('k_k', { ...text, style: 'matrix' })], ['a;b'], '/m1/;k_k=a%3Bb'],
  ['a list in a matrix', '/m2/{k}', [inPath('k', { ...list, style: 'matrix' })], [['a,b', 'c']], '/m2/;k=a%2Cb,c'],
  [
    'an exploded list in a matrix',
    '/m3/{k}',
    [inPath('k', { ...list, style: 'matrix', explode: true })],
    [['a', 'c']],
    '/m3/;k=a;k=c',
  ],
  [
    'an object in a matrix',
    '/m4/{k}',
    [inPath('k', { ...object, style: 'matrix' })],
    [range],
    '/m4/;k=first_row,1,to,a%2Cb',
  ],
  [
    'an exploded object in a matrix',
    '/m5/{k}',
    [inPath('k', { ...object, style: 'matrix', explode: true })],
    [range],
    '/m5/;first_row=1;to=a%2Cb',
  ],
  [
    'JSON',
    '/j/{k}',
    [inPath('k', { content: { 'application/json': object } })],
    [range],
    '/j/%7B%22first_row%22%3A1%2C%22to%22%3A%22a%2Cb%22%7D',
  ],
];

const operations = Object.fromEntries(
  rows.map(([, path, parameters], index) => [`row${index}`, { path, parameters }] as const),
);

let observed: ObservedApi;
beforeAll(async () => {
  observed = await observedApi(cratesWith(operations));
});

test.each(rows.map((row, index) => [...row, `row${index}`] as const))(
  '%s: %s',
  async (_, _path, _parameters, args, sent, id) => {
    await observed.api['crates']![id]!(...args);
    expect(observed.requests.at(-1)?.url.href).toBe(`https://crates.example/v1${sent}`);
  },
);

test('a sample call of each row has the path that is sent', () => {
  const cases = buildModel(specOf(cratesWith(operations)), {}, '.').cases();
  const paths = Object.fromEntries(cases.map(({ operation, request }) => [operation, request.path]));
  expect(rows.filter((_, index) => /[#?{]/.test(paths[`row${index}`] ?? '?'))).toEqual([]);
  expect([9, 11, 16, 21].map((index) => paths[`row${index}`])).toEqual([
    '/s1/text',
    '/s3/first_row=1',
    '/l5/.first_row=1',
    '/m5/;first_row=1',
  ]);
});

test.each([
  ['an empty list', 9, [[]]],
  ['an empty object', 10, [{}]],
  ['an empty object in a matrix', 21, [{}]],
  ['a list with an empty item', 9, [['a', '']]],
])('%s in a path is refused, as it would be another path', async (_, index, args) => {
  const before = observed.requests.length;
  await expect(observed.api['crates']![`row${index}`]!(...args)).rejects.toThrow(/Path parameter "k" of .* must/);
  expect(observed.requests).toHaveLength(before);
});

test('a parameter that is only in the fragment of a path stops the generator', () => {
  const document = cratesWith({ list: { path: '/#Action={action}', parameters: [inPath('action')] } });
  expect(() => buildModel(specOf(document), {}, '.')).toThrow(
    'crates.json#/paths/~1#Action={action}/get\n  The path parameter {action} is in a fragment, which is never sent',
  );
});
