import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { buildModel } from '../../codegen/build-model.js';
import { specOf } from './crates.js';
import { cratesWith, observedApi, type ObservedApi } from './observed-api.js';

const list = { type: 'array', items: { type: 'string' } };
const range = { type: 'object', properties: { first_row: { type: 'integer' }, to: { type: 'string' } } };
const filter = { type: 'object', properties: { team_id: { type: 'string' }, fields: range } };
const filters = { type: 'array', items: filter };
const items = ['a,b', 'c d|e'];

const query = (schema: object, style: object = {}): object => ({
  parameters: [{ name: 'k', in: 'query', schema, ...style }],
});
const form = (schema: object, encoding?: object): object => ({
  method: 'post',
  requestBody: {
    content: {
      'application/x-www-form-urlencoded': {
        schema: { type: 'object', properties: { k: schema } },
        ...(encoding ? { encoding: { k: encoding } } : {}),
      },
    },
  },
});
const header = (schema: object, style: object = {}): object => ({
  parameters: [{ name: 'X-K', in: 'header', schema, ...style }],
});
const cookie = (schema: object, style: object = {}): object => ({
  parameters: [{ name: 'k', in: 'cookie', schema, ...style }],
});

/** A parameter that is the whole query. */
const querystring = (type: string, schema: object): object => ({
  parameters: [{ name: 'k', in: 'querystring', content: { [type]: { schema } } }],
});

type Row = readonly [title: string, source: object, k: unknown, sent: string];

const days = { type: 'array', items: { type: 'string', format: 'date' } };
const times = {
  type: 'object',
  properties: { from_day: { type: 'string', format: 'date' }, at_time: { type: 'string', format: 'date-time' } },
};
// A day of the local time zone, at a moment that is another day in UTC in half of all zones.
const date = new Date(2025, 0, 1, 0, 30);
const dates = { fromDay: date, atTime: date };
const sentDates = `{"from_day":"2025-01-01","at_time":"${date.toISOString()}"}`;
const asJson = (schema: object): object => ({ schema: undefined, content: { 'application/json': { schema } } });
const reserved = { allowReserved: true };
const unexploded = { style: 'form', explode: false };

const rows: readonly Row[] = [
  ['a list in a query', query(list), items, 'k=a%2Cb&k=c%20d%7Ce'],
  ['a list with commas', query(list, unexploded), items, 'k=a%2Cb,c%20d%7Ce'],
  ['an empty list with commas', query(list, unexploded), [], ''],
  ['a list with pipes', query(list, { style: 'pipeDelimited', explode: false }), ['a,b', 'c d'], 'k=a%2Cb%7Cc%20d'],
  [
    'a list with pipes, which its items have too',
    query(list, { style: 'pipeDelimited', explode: false }),
    items,
    'k=a%2Cb|c%20d%7Ce',
  ],
  ['a list with spaces', query(list, { style: 'spaceDelimited', explode: false }), ['a,b', 'c'], 'k=a%2Cb%20c'],
  ['an object with commas', query(range, unexploded), { firstRow: 1, to: 'a,b' }, 'k=first_row,1,to,a%2Cb'],
  [
    'an object with pipes',
    query(range, { style: 'pipeDelimited', explode: false }),
    { firstRow: 1, to: 'a' },
    'k=first_row%7C1%7Cto%7Ca',
  ],
  ['an object in a query', query(range), { firstRow: 1, to: 'a&b' }, 'first_row=1&to=a%26b'],
  [
    'objects in a list',
    query(filters),
    [{ teamId: 't', fields: { firstRow: 1 } }],
    `k=${encodeURIComponent('{"team_id":"t","fields":{"first_row":1}}')}`,
  ],
  [
    'an object in an object',
    query(filter),
    { teamId: 't', fields: { firstRow: 1 } },
    `team_id=t&fields=${encodeURIComponent('{"first_row":1}')}`,
  ],
  [
    'objects in a list with commas',
    query(filters, unexploded),
    [{ teamId: 't' }, { teamId: 'u' }],
    `k=${encodeURIComponent('{"team_id":"t"}')},${encodeURIComponent('{"team_id":"u"}')}`,
  ],
  ['a map of lists', query({ type: 'object', additionalProperties: list }), { a: ['b'] }, 'a=%5B%22b%22%5D'],
  ['a list in a form', form(list), items, 'k=a%2Cb&k=c+d%7Ce'],
  ['a list with commas in a form', form(list, { explode: false }), items, 'k=a%2Cb,c%20d%7Ce'],
  ['a list with pipes in a form', form(list, { style: 'pipeDelimited', explode: false }), items, 'k=a%2Cb|c%20d%7Ce'],
  [
    'an object with commas in a form',
    form(range, { explode: false }),
    { firstRow: 1, to: 'a,b' },
    'k=first_row,1,to,a%2Cb',
  ],
  ['an object in a form', form(range), { firstRow: 1 }, 'k=%7B%22first_row%22%3A1%7D'],
  ['an exploded object in a form', form(range, { style: 'form' }), { firstRow: 1, to: 'a' }, 'first_row=1&to=a'],
  [
    'an exploded object in an object in a form',
    form(filter, { style: 'form' }),
    { fields: { firstRow: 1 } },
    `fields=${encodeURIComponent('{"first_row":1}')}`,
  ],
  ['a file in a form without parts', form({ type: 'string', format: 'binary' }), new Blob(['a&b']), 'k=a%26b'],
  ['a list in a header', header(list), ['a', 'c d'], 'a,c d'],
  ['an object in a header', header(range), { firstRow: 1, to: 'a' }, 'first_row,1,to,a'],
  ['an exploded object in a header', header(range, { explode: true }), { firstRow: 1, to: 'a' }, 'first_row=1,to=a'],
  ['objects in a list in a header', header(filters), [{ teamId: 't' }], '{"team_id":"t"}'],
  [
    'JSON in a header, which holds no other letters',
    header({}, { schema: undefined, content: { 'application/json': { schema: filter } } }),
    { teamId: 'Käse 🧀\n' },
    String.raw`{"team_id":"K\u00e4se \ud83e\uddc0\n"}`,
  ],
  [
    'JSON in a cookie',
    cookie({}, { schema: undefined, content: { 'application/json': { schema: filter } } }),
    { teamId: 'a;b' },
    `k=${encodeURIComponent('{"team_id":"a;b"}')}`,
  ],
  [
    'JSON in a query',
    query({}, { schema: undefined, content: { 'application/json': { schema: filters } } }),
    [{ teamId: 'a&b' }],
    `k=${encodeURIComponent('[{"team_id":"a&b"}]')}`,
  ],
  [
    'text in a query',
    query({}, { schema: undefined, content: { 'text/plain': { schema: { type: 'string' } } } }),
    'a b&c',
    'k=a%20b%26c',
  ],
  [
    'an object in an object in a deep object',
    query({ type: 'object', properties: { in_er: filter } }, { style: 'deepObject', explode: true }),
    { inEr: { teamId: 't', fields: { firstRow: 1, to: 'a&b' } } },
    'k%5Bin_er%5D%5Bteam_id%5D=t&k%5Bin_er%5D%5Bfields%5D%5Bfirst_row%5D=1&k%5Bin_er%5D%5Bfields%5D%5Bto%5D=a%26b',
  ],
  ['reserved characters', query({ type: 'string' }, reserved), "a:/?@!$'()*,;=b", 'k=a:/?@!$%27()*,;=b'],
  [
    'what would break a query of reserved characters',
    query({ type: 'string' }, reserved),
    '#&+[ ]"é',
    'k=%23%26%2B%5B%20%5D%22%C3%A9',
  ],
  [
    'what is percent-encoded already',
    query({ type: 'string' }, reserved),
    'a%2Fb %c3%a9 100% %zz %%41',
    'k=a%2Fb%20%c3%a9%20100%25%20%25zz%20%25%41',
  ],
  ['a list of reserved characters', query(list, reserved), ['a,b', 'c&d/e'], 'k=a,b&k=c%26d/e'],
  [
    'a list of reserved characters with commas',
    query(list, { ...unexploded, ...reserved }),
    ['a,b', 'c&d/e'],
    'k=a%2Cb,c%26d/e',
  ],
  [
    'a string of reserved characters with commas',
    query({ type: 'string' }, { ...unexploded, ...reserved }),
    'a,b',
    'k=a,b',
  ],
  [
    'a list of reserved characters with pipes',
    query(list, { style: 'pipeDelimited', explode: false, ...reserved }),
    ['a,b', 'c/d'],
    'k=a,b%7Cc/d',
  ],
  [
    'a list of reserved characters with spaces',
    query(list, { style: 'spaceDelimited', explode: false, ...reserved }),
    ['a,b', 'c/d'],
    'k=a,b%20c/d',
  ],
  ['an object of reserved characters', query(range, reserved), { firstRow: 1, to: 'a/b&c' }, 'first_row=1&to=a/b%26c'],
  [
    'an object of reserved characters with commas',
    query(range, { ...unexploded, ...reserved }),
    { to: 'a,b/c' },
    'k=to,a%2Cb/c',
  ],
  [
    'a deep object of reserved characters',
    query(range, { style: 'deepObject', explode: true, ...reserved }),
    { to: 'a/b&c' },
    'k%5Bto%5D=a/b%26c',
  ],
  ['reserved characters in a form', form({ type: 'string' }, reserved), 'a/b c&d+e#', 'k=a/b%20c%26d%2Be%23'],
  ['a list of reserved characters in a form', form(list, reserved), ['a/b', 'c&d'], 'k=a/b&k=c%26d'],
  [
    'a list of reserved characters with commas in a form',
    form(list, { explode: false, ...reserved }),
    ['a,b', 'c/d'],
    'k=a%2Cb,c/d',
  ],
  ['an object of reserved characters in a form', form(range, reserved), { to: 'a/b' }, 'to=a/b'],
  [
    'a deep object of reserved characters in a form',
    form(range, { style: 'deepObject', explode: true, ...reserved }),
    { to: 'a/b' },
    'k%5Bto%5D=a/b',
  ],
  [
    'no reserved characters in a form, where it says so',
    form(list, { allowReserved: false }),
    ['a/b', 'c d'],
    'k=a%2Fb&k=c%20d',
  ],
  [
    'no reserved characters in JSON',
    query({}, { ...reserved, schema: undefined, content: { 'application/json': { schema: filter } } }),
    { teamId: 'a' },
    `k=${encodeURIComponent('{"team_id":"a"}')}`,
  ],
  ['reserved characters that are not allowed', query({ type: 'string' }, { allowReserved: false }), 'a/b', 'k=a%2Fb'],
  [
    'text in a cookie, which is sent as it is',
    cookie({}, { schema: undefined, content: { 'text/plain': { schema: { type: 'string' } } } }),
    'a=b%20c/d',
    'k=a=b%20c/d',
  ],
  ['a string in a cookie of style cookie', cookie({ type: 'string' }, { style: 'cookie' }), 'a%20b!', 'k=a%20b!'],
  ['a list in a cookie of style cookie', cookie(list, { style: 'cookie' }), ['a', 'b!'], 'k=a; k=b!'],
  [
    'a list with commas in a cookie of style cookie',
    cookie(list, { style: 'cookie', explode: false }),
    ['a', 'b!'],
    'k=a,b!',
  ],
  [
    'an object in a cookie of style cookie',
    cookie(range, { style: 'cookie' }),
    { firstRow: 1, to: 'b%2C!' },
    'first_row=1; to=b%2C!',
  ],
  [
    'an object as XML in a query, which is text',
    query({}, { schema: undefined, content: { 'application/xml': { schema: range } } }),
    '<a/>',
    `k=${encodeURIComponent('<a/>')}`,
  ],
  ['dates as JSON in a query', query({}, asJson(times)), dates, `k=${encodeURIComponent(sentDates)}`],
  ['a list of days as JSON in a query', query({}, asJson(days)), [date], `k=${encodeURIComponent('["2025-01-01"]')}`],
  ['dates as JSON in a header', header({}, asJson(times)), dates, sentDates],
  ['dates as JSON in a cookie', cookie({}, asJson(times)), dates, `k=${encodeURIComponent(sentDates)}`],
  ['dates in a whole query of JSON', querystring('application/json', times), dates, encodeURIComponent(sentDates)],
  [
    'dates in a whole query of form fields',
    querystring('application/x-www-form-urlencoded', times),
    { fromDay: date },
    'from_day=2025-01-01',
  ],
  [
    'dates in an object in a query',
    query(times),
    dates,
    `from_day=2025-01-01&at_time=${encodeURIComponent(date.toISOString())}`,
  ],
  ['dates in an object with commas', query(times, unexploded), { fromDay: date }, 'k=from_day,2025-01-01'],
  [
    'dates in a deep object',
    query(times, { style: 'deepObject', explode: true }),
    { fromDay: date },
    'k%5Bfrom_day%5D=2025-01-01',
  ],
  [
    'dates in objects in a list',
    query({ type: 'array', items: times }),
    [{ fromDay: date }],
    `k=${encodeURIComponent('{"from_day":"2025-01-01"}')}`,
  ],
  ['dates in an object in a header', header(times), { fromDay: date }, 'from_day,2025-01-01'],
  ['dates in an object in a cookie', cookie(times, { explode: false }), { fromDay: date }, 'k=from_day,2025-01-01'],
  ['a list of days in a form', form(days), [date], 'k=2025-01-01'],
  ['a list of days with commas in a form', form(days, { explode: false }), [date, date], 'k=2025-01-01,2025-01-01'],
  [
    'dates in an object in a form',
    form(times),
    { fromDay: date },
    `k=${encodeURIComponent('{"from_day":"2025-01-01"}')}`,
  ],
  [
    'dates in a deep object in a form',
    form(times, { style: 'deepObject', explode: true }),
    { fromDay: date },
    'k%5Bfrom_day%5D=2025-01-01',
  ],
  ['an empty value', query({ type: 'string' }, { allowEmptyValue: true }), '', 'k='],
  ['an empty value that is not allowed', query({ type: 'string' }), '', 'k='],
  [
    'a whole query of JSON',
    querystring('application/json', filter),
    { teamId: 'a&b' },
    encodeURIComponent('{"team_id":"a&b"}'),
  ],
  [
    'a whole query of form fields',
    querystring('application/x-www-form-urlencoded', { type: 'object', properties: { team_ids: list, fields: range } }),
    { teamIds: items, fields: { firstRow: 1 } },
    `team_ids=a%2Cb&team_ids=c%20d%7Ce&fields=${encodeURIComponent('{"first_row":1}')}`,
  ],
  [
    'a whole query of text',
    querystring('application/jsonpath', { type: 'string' }),
    '$.a[?(@.b==1)]',
    encodeURIComponent('$.a[?(@.b==1)]'),
  ],
  ['a list in a cookie', cookie(list, { explode: false }), items, 'k=a%2Cb,c%20d%7Ce'],
  ['an object in a cookie', cookie(range, { explode: false }), { firstRow: 1, to: 'a,b' }, 'k=first_row,1,to,a%2Cb'],
];

const sources = Object.fromEntries(rows.map(([, source], index) => [`row${index}`, { path: `/r${index}`, ...source }]));

const pay = (required: boolean): { path: string; method: string; [keyword: string]: unknown } => ({
  path: `/pay/${required}`,
  method: 'post',
  parameters: [{ name: 'Idempotency-Key', in: 'header', required, schema: { type: 'string' } }],
  requestBody: { content: { 'application/json': { schema: range } } },
});

let observed: ObservedApi;
beforeAll(async () => {
  const nameless = { path: '/nameless', parameters: [{ name: '', in: 'header', schema: { type: 'string' } }] };
  observed = await observedApi(cratesWith({ ...sources, pay: pay(true), payOnce: pay(false), nameless }));
});

test.each(rows.map(([title, source, k, sent], index) => [title, index, source, k, sent] as const))(
  '%s',
  async (_, index, source, k, sent) => {
    await observed.api['crates']![`row${index}`]!({
      ['X-K' in headersOf(source) ? 'xK' : 'k']: k,
    });
    const { url, text, headers } = observed.requests.at(-1)!;
    expect(headers.get('x-k') ?? headers.get('cookie') ?? text ?? url.search.slice(1)).toBe(sent);
  },
);

function headersOf(source: object): object {
  const { parameters = [] } = source as { readonly parameters?: readonly { readonly name: string }[] };
  return Object.fromEntries(parameters.map(({ name }) => [name, true]));
}

test.each(['a;b', 'a\nb'])('a cookie that is sent as it is can not end early: %j', async (k) => {
  const id = `row${rows.findIndex(([title]) => title === 'a string in a cookie of style cookie')}`;
  await expect(observed.api['crates']![id]!({ k })).rejects.toThrow('"k"');
});

test('an object as XML in a query is no object of the caller', async () => {
  const id = `row${rows.findIndex(([title]) => title.startsWith('an object as XML in a query'))}`;
  expect(await readFile(join(observed.folder, 'types.ts'), 'utf8')).toMatch(
    new RegExp(`interface Row${id.slice(3)}Params[^}]*k\\?: string \\|`),
  );
});

test('an item with a space is refused where spaces separate the items', async () => {
  await expect(
    observed.api['crates']![`row${rows.findIndex(([title]) => title === 'a list with spaces')}`]!({ k: ['a b'] }),
  ).rejects.toThrow('The items of "k" must not have spaces');
});

test.each([
  ['a list in a header', ['a', 'b,c']],
  ['an object in a header', { firstRow: 1, to: 'a,b' }],
  ['an exploded object in a header', { firstRow: 1, to: 'a,b' }],
])(
  'an item with a comma is refused where commas separate the items, which servers do not decode: %s',
  async (title, k) => {
    const count = observed.requests.length;
    const id = `row${rows.findIndex(([each]) => each === title)}`;
    await expect(observed.api['crates']![id]!({ xK: k })).rejects.toThrow('The items of "xK" must not have commas');
    expect(observed.requests).toHaveLength(count);
  },
);

test.each(['pay', 'payOnce'])(
  'an argument for the header Idempotency-Key is sent, and no random key: %s',
  async (id) => {
    await observed.api['crates']![id]!({ idempotencyKey: 'mine', firstRow: 1 });
    expect(observed.requests.at(-1)?.headers.get('idempotency-key')).toBe('mine');
    expect(observed.requests.at(-1)?.json).toEqual({ first_row: 1 });
  },
);

test('an optional header without a name is not sent', async () => {
  await observed.api['crates']!['nameless']!();
  expect(observed.requests.at(-1)?.url.pathname).toBe('/v1/nameless');
});

test.each(['', 'X Key', 'X-Käse'])(
  'a required header with the name "%s" stops the generator, as no fetch sends it',
  (name) => {
    const parameters = [{ name, in: 'header', required: true, schema: { type: 'string' } }];
    expect(() => buildModel(specOf(cratesWith({ list: { path: '/a', parameters } })), {}, '.')).toThrow(
      `crates.json#/paths/~1a/get/parameters/0\n  "${name}" can't be the name of a header.`,
    );
  },
);

const wholeJson = { name: 'whole', in: 'querystring', content: { 'application/json': { schema: range } } };

test.each<readonly [what: string, parameters: readonly object[], says: string]>([
  [
    'beside one in the query',
    [wholeJson, { name: 'page', in: 'query', schema: { type: 'string' } }],
    'parameters/1\n  "page" can\'t be sent beside "whole", which is the whole query.',
  ],
  ['twice', [wholeJson, { ...wholeJson, name: 'other' }], 'parameters/1\n  "other" can\'t be sent beside "whole"'],
  [
    'without content',
    [{ name: 'whole', in: 'querystring', schema: range }],
    'parameters/0\n  "whole" is the whole query',
  ],
  [
    'with an encoding',
    [
      {
        ...wholeJson,
        content: { 'application/x-www-form-urlencoded': { schema: range, encoding: { to: { style: 'form' } } } },
      },
    ],
    'parameters/0\n  "whole" has an `encoding`',
  ],
])('a parameter that is the whole query stops the generator %s', (_, parameters, says) => {
  expect(() => buildModel(specOf(cratesWith({ list: { path: '/a', parameters } })), {}, '.')).toThrow(says);
});
