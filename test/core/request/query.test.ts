import { expect, test } from 'vitest';
import type { Parameter } from '../../../src/handwritten/core/operation/operation.js';
import { placeArguments } from '../../../src/handwritten/core/request/parameters.js';
import { queryPairs, queryText } from '../../../src/handwritten/core/request/query.js';
import * as styles from '../../../src/handwritten/core/request/styles.js';
import { observedTransport, operationOf } from '../../helpers/observed-transport.js';

const date = new Date('2025-03-04T10:06:07.000Z');
type Row = readonly [behaviour: string, parameter: Omit<Parameter, 'name' | 'in'>, value: unknown, query: string];

test.each<Row>([
  ['a string', {}, 'a b&c=d', 'x=a%20b%26c%3Dd'],
  ['a plus sign, encoded', {}, '+', 'x=%2B'],
  ['a number', {}, 0, 'x=0'],
  ['a boolean', {}, false, 'x=false'],
  ['an empty string', {}, '', 'x='],
  ['the wire name', { wire: 'gpu_type' }, 'A100', 'gpu_type=A100'],
  ['an array by repeating the name', {}, ['a', 'b'], 'x=a&x=b'],
  ['an array separated by commas', { write: styles.commaDelimited }, ['a', 'b'], 'x=a,b'],
  ['items that have a comma', { write: styles.commaDelimited }, ['a,b', 'c'], 'x=a%2Cb,c'],
  ['an array separated by spaces', { write: styles.spaceDelimited }, ['a', 'b'], 'x=a%20b'],
  ['an array separated by pipes', { write: styles.pipeDelimited }, ['a', 'b'], 'x=a%7Cb'],
  ['items that have a pipe', { write: styles.pipeDelimited }, ['a|b', 'c'], 'x=a%7Cb|c'],
  ['one string that has a space', { write: styles.spaceDelimited }, 'a b', 'x=a%20b'],
  ['lists and objects in a list', { write: styles.nested }, [[1], { a: 1 }, 'b'], 'x=%5B1%5D&x=%7B%22a%22%3A1%7D&x=b'],
  ['an object in an object', { write: styles.nested }, { a: { b: 1 }, c: 'd' }, 'a=%7B%22b%22%3A1%7D&c=d'],
  ['no empty array', {}, [], ''],
  ['an object field by field', {}, { a: 1, b: 2 }, 'a=1&b=2'],
  ['an object in brackets', { write: styles.deepObject }, { a: 1, b: undefined }, 'x%5Ba%5D=1'],
  ['an object separated by commas', { write: styles.commaDelimited }, { a: '1,5', b: 2 }, 'x=a,1%2C5,b,2'],
  [
    'an object by its wire names',
    { write: styles.deepObject, codec: { names: { a_b: 'aB' } } },
    { aB: 1 },
    'x%5Ba_b%5D=1',
  ],
  ['JSON', { write: styles.jsonText }, { a: [1] }, 'x=%7B%22a%22%3A%5B1%5D%7D'],
  ['no empty array separated by commas', { write: styles.commaDelimited }, [], ''],
  [
    'arrays in brackets, at every depth',
    { write: styles.deepObject },
    { a: [1, { b: 2 }] },
    'x%5Ba%5D%5B%5D=1&x%5Ba%5D%5B1%5D%5Bb%5D=2',
  ],
  ['the day of a Date separated by commas', { write: styles.commaDelimited, format: 'date' }, date, 'x=2025-03-04'],
  ['the day of a Date', { format: 'date' }, date, 'x=2025-03-04'],
  ['the time of a Date', { format: 'date-time' }, date, 'x=2025-03-04T10%3A06%3A07.000Z'],
  ['a string in place of a Date, unchanged', { format: 'date' }, '2025-03-04T05:06:07Z', 'x=2025-03-04T05%3A06%3A07Z'],
])('sends %s', (_, parameter, value, query) => {
  const operation = operationOf({ parameters: [{ name: 'x', in: 'query', ...parameter }] });
  expect(queryText(placeArguments(operation, { x: value }, {}, undefined).query)).toBe(query);
});

test.each([
  ['NaN', NaN],
  ['infinity', Infinity],
  ['a function', () => 1],
  ['an array in an array', [['a']]],
  ['null in an array', [null]],
  ['an object in an object', { a: { b: 1 } }],
  ['an invalid Date', new Date(NaN)],
])('rejects %s and names the parameter', (_, value) => {
  expect(() => queryPairs({ name: 'limit', in: 'query' }, value)).toThrow(/^Parameter "limit"/);
});

test('rejects a string that is not valid Unicode', () => {
  expect(() => queryText([['x', '\ud800']])).toThrow('A query parameter must be valid Unicode.');
});

const list = operationOf({
  parameters: [
    { name: 'pageSize', wire: 'page_size', in: 'query', default: 25 },
    { name: 'search', in: 'query' },
  ],
});

test.each([
  ['sends a default', {}, '?page_size=25'],
  ['sends a default for null', { pageSize: null }, '?page_size=25'],
  ['sends the argument in place of the default', { pageSize: 0 }, '?page_size=0'],
  ['omits null', { search: null }, '?page_size=25'],
  ['omits undefined', { search: undefined }, '?page_size=25'],
  ['keeps the order of the document', { search: 'a', pageSize: 5 }, '?page_size=5&search=a'],
])('%s', async (_, args, expected) => {
  const { transport, requests } = observedTransport(() => Response.json({}));
  await transport.request(list, args);
  expect(requests[0]?.url.search).toBe(expected);
});

test('rejects a call without a required parameter, before anything is sent', async () => {
  const operation = operationOf({ parameters: [{ name: 'from', in: 'query', required: true }] });
  const { transport, requests } = observedTransport(() => Response.json({}));
  await expect(transport.request(operation, {})).rejects.toThrow('"from" of GET /things is required.');
  expect(requests).toHaveLength(0);
});

test.each<readonly [behaviour: string, parameter: Parameter, value: unknown, header: string, text: string]>([
  ['a header', { name: 'x', wire: 'X-Trace', in: styles.header }, 'abc', 'x-trace', 'abc'],
  ['an array in a header', { name: 'x', in: styles.header }, ['a', 'b'], 'x', 'a,b'],
  ['an object in a header', { name: 'x', in: styles.header }, { a: 1, b: 2 }, 'x', 'a,1,b,2'],
  ['an exploded object in a header', { name: 'x', in: styles.header, write: styles.exploded }, { a: 1 }, 'x', 'a=1'],
  ['JSON in a header', { name: 'x', in: styles.header, write: styles.jsonText }, { a: [1] }, 'x', '{"a":[1]}'],
  ['a cookie', { name: 'x', in: styles.cookie }, 'a b', 'cookie', 'x=a%20b'],
  ['an object in a cookie', { name: 'x', in: styles.cookie }, { a: 1, b: 2 }, 'cookie', 'x=a,1,b,2'],
  ['an item that has a comma in a cookie', { name: 'x', in: styles.cookie }, ['a,b', 'c'], 'cookie', 'x=a%2Cb,c'],
  ['JSON in a cookie', { name: 'x', in: styles.cookie, write: styles.jsonText }, [1], 'cookie', 'x=%5B1%5D'],
])('sends %s', async (_, parameter, x, header, text) => {
  const { transport, requests } = observedTransport(() => Response.json({}));
  await transport.request(operationOf({ parameters: [parameter] }), { x });
  expect(requests[0]?.headers.get(header)).toBe(text);
});

test('rejects a line break in a header parameter, before anything is sent', async () => {
  const operation = operationOf({ parameters: [{ name: 'trace', wire: 'X-Trace', in: styles.header }] });
  const { transport, requests } = observedTransport(() => Response.json({}));
  await expect(transport.request(operation, { trace: 'a\r\nX-Evil: 1' })).rejects.toThrow(
    /"X-Trace" to a string without line breaks/,
  );
  expect(requests).toHaveLength(0);
});

const listed = operationOf({
  parameters: [
    { name: 'gpuType', wire: 'gpu_type', in: 'query' },
    { name: 'limit', in: 'query', default: 50 },
  ],
});

test('accepts a parameter by its wire name too', async () => {
  const { transport, requests } = observedTransport(() => Response.json({}));
  await transport.request(listed, { gpu_type: 'A100' });
  expect(requests[0]?.url.search).toBe('?gpu_type=A100&limit=50');
});

test('rejects an unknown parameter of a call without a body, before anything is sent', async () => {
  const { transport, requests } = observedTransport(() => Response.json({}));
  await expect(transport.request(listed, { gpuTyp: 'A100' })).rejects.toThrow(
    'GET /things has no parameter "gpuTyp". It takes gpuType, limit.',
  );
  await expect(transport.request(operationOf(), { search: 'a' })).rejects.toThrow('It takes none.');
  expect(requests).toHaveLength(0);
});

test('rejects a parameter that is in `extraQuery` too: sent twice, the same page would be requested forever', async () => {
  const { transport, requests } = observedTransport(() => Response.json({}));
  const twice = transport.request(listed, { gpuType: 'A100' }, { extraQuery: { gpu_type: 'H100' } });
  await expect(twice).rejects.toThrow('"gpuType" of GET /things is in `extraQuery` too. Pass only one of them.');
  expect(requests).toHaveLength(0);
});

test('`extraQuery` replaces a default', async () => {
  const { transport, requests } = observedTransport(() => Response.json({}));
  await transport.request(listed, {}, { extraQuery: { limit: 10 } });
  expect(requests[0]?.url.search).toBe('?limit=10');
});
