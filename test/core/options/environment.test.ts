import { expect, test } from 'vitest';
import type { RuncrateOptions } from '../../../src/handwritten/core/options/client-options.js';
import type { RequestOptions } from '../../../src/handwritten/core/operation/operation.js';
import { observedTransport, operationOf } from '../../helpers/observed-transport.js';

const scoped = operationOf({ path: '/instances', scoped: true });
const unscoped = operationOf({ path: '/ssh-keys' });

async function sent(operation: typeof scoped, client: RuncrateOptions, call: RequestOptions = {}) {
  const { transport, requests } = observedTransport(() => Response.json({}), client);
  await transport.request(operation, {}, call);
  const { url, headers } = requests[0]!;
  return { query: url.search, header: headers.get('x-environment') };
}

test('a scoped call sends its environment in the query and in the header', async () => {
  expect(await sent(scoped, { environment: 'prod' })).toEqual({ query: '?environment=prod', header: 'prod' });
});

test('a scoped call without an environment sends none', async () => {
  expect(await sent(scoped, {})).toEqual({ query: '', header: null });
});

test('a call that is not scoped never sends the environment of the client', async () => {
  expect(await sent(unscoped, { environment: 'prod' })).toEqual({ query: '', header: null });
});

test('the environment of a call replaces that of the client in both places', async () => {
  expect(await sent(scoped, { environment: 'prod' }, { environment: 'dev' })).toEqual({
    query: '?environment=dev',
    header: 'dev',
  });
});

test.each([
  ['is not ASCII', 'größe', 'gr%C3%B6%C3%9Fe'],
  ['is of another script', '生产', '%E7%94%9F%E4%BA%A7'],
  ['begins with a space, which a header would lose', ' prod', '%20prod'],
  ['ends with a space', 'prod ', 'prod%20'],
])('a name that %s is sent unchanged, in the query only', async (_, environment, query) => {
  expect(await sent(scoped, { environment })).toEqual({ query: `?environment=${query}`, header: null });
});

test('a name with a space inside is sent in the query and in the header', async () => {
  expect(await sent(scoped, { environment: 'my env' })).toEqual({ query: '?environment=my%20env', header: 'my env' });
});

test('the environment comes after the parameters of the call', async () => {
  const search = operationOf({ scoped: true, parameters: [{ name: 'search', in: 'query' }] });
  const { transport, requests } = observedTransport(() => Response.json({}), { environment: 'prod' });
  await transport.request(search, { search: 'a' });
  expect(requests[0]?.url.search).toBe('?search=a&environment=prod');
});

type Row = readonly [mistake: string, operation: typeof scoped, RuncrateOptions, RequestOptions, RegExp];

test.each<Row>([
  [
    'an environment on a call that is not scoped',
    unscoped,
    {},
    { environment: 'dev' },
    /`environment` does not apply to GET \/ssh-keys/,
  ],
  [
    'an environment on such a call, although the client has the same',
    unscoped,
    { environment: 'dev' },
    { environment: 'dev' },
    /does not apply/,
  ],
  ['an empty environment', scoped, {}, { environment: '' }, /`environment` must be the name/],
  [
    'an environment with a line break',
    scoped,
    {},
    { environment: 'a\nb' },
    /`environment` must be the name .*without control/,
  ],
  [
    'an environment with a C1 control',
    scoped,
    {},
    { environment: 'a\u0085' },
    /`environment` must be the name .*without control/,
  ],
  ['half a surrogate pair', scoped, {}, { environment: '\ud83d' }, /`environment` must be the name/],
  ['null', scoped, {}, { environment: null as never }, /`environment` must be the name/],
  [
    'another name in `headers`',
    scoped,
    { environment: 'prod' },
    { headers: { 'X-Environment': 'dev' } },
    /`headers` must not set X-Environment/,
  ],
  [
    'another name in `headers`, in lower case',
    scoped,
    { environment: 'prod' },
    { headers: { 'x-environment': 'dev' } },
    /`headers` must not set/,
  ],
  ['a name in `headers` alone', scoped, {}, { headers: { 'X-Environment': 'dev' } }, /`headers` must not set/],
  [
    'null in `headers`, which would remove the environment',
    scoped,
    { environment: 'prod' },
    { headers: { 'X-Environment': null } },
    /`headers` must not set/,
  ],
  [
    'another name in `customHeaders`',
    scoped,
    { environment: 'prod', customHeaders: { 'X-Environment': 'dev' } },
    {},
    /`customHeaders` must not set/,
  ],
  [
    'a name in `customHeaders` alone',
    scoped,
    { customHeaders: { 'X-ENVIRONMENT': 'dev' } },
    {},
    /`customHeaders` must not set/,
  ],
  [
    'a name in `headers` of a call that is not scoped',
    unscoped,
    {},
    { headers: { 'X-Environment': 'dev' } },
    /`headers` must not set/,
  ],
  [
    'another name in `extraQuery`',
    scoped,
    { environment: 'prod' },
    { extraQuery: { environment: 'dev' } },
    /`extraQuery` must not set environment/,
  ],
  [
    'a name in `extraQuery` alone',
    scoped,
    {},
    { extraQuery: { environment: 'dev' } },
    /`extraQuery` must not set environment/,
  ],
  [
    'another name as a field in `extraQuery`, which has the same name in the query',
    scoped,
    { environment: 'prod' },
    { extraQuery: { filter: { environment: 'dev' } as never } },
    /`extraQuery` must not set environment/,
  ],
])('rejects %s before anything is sent', async (_, operation, client, call, message) => {
  const { transport, requests } = observedTransport(() => Response.json({}), client);
  await expect(transport.request(operation, {}, call)).rejects.toThrow(message);
  expect(requests).toHaveLength(0);
});

test.each<readonly [string, RuncrateOptions, RequestOptions]>([
  ['in `headers`', {}, { headers: { 'x-environment': 'prod' } }],
  ['in `customHeaders`', { customHeaders: { 'x-environment': 'prod' } }, {}],
  ['in `extraQuery`', {}, { extraQuery: { environment: 'prod' } }],
])('the same name %s is sent once', async (_, client, call) => {
  expect(await sent(scoped, { environment: 'prod', ...client }, call)).toEqual({
    query: '?environment=prod',
    header: 'prod',
  });
});

test('a name in `customHeaders` is not sent with a call that is not scoped', async () => {
  const client = { environment: 'prod', customHeaders: { 'X-Environment': 'prod' } };
  expect(await sent(unscoped, client)).toEqual({ query: '', header: null });
});
