import { expect, test } from 'vitest';
import { headersProblem } from '../../../src/handwritten/core/options/headers.js';
import { observedTransport, operationOf, platformOf, testKey } from '../../helpers/observed-transport.js';

test.each(['Authorization', 'authorization', 'Idempotency-Key', 'Content-Length', 'content-type', 'Host'])(
  'rejects %s, which only the SDK sets, and names the fix',
  (name) => {
    expect(headersProblem({ [name]: 'a' })).toMatch(new RegExp(`^must not set "${name}": .+`));
  },
);

test.each([
  ['a name with a space', { 'x a': '1' }],
  ['a name with a line break', { 'x\n': '1' }],
  ['a name with a colon', { 'x:y': '1' }],
  ['an empty name', { '': '1' }],
  ['a number', { 'x-a': 1 }],
  ['an array', { 'x-a': ['1'] }],
])('rejects %s', (_, headers) => {
  expect(headersProblem(headers)).toMatch(/^(has|must set) "/);
});

test.each(['\r\nx-evil: 1', '\n', '\0', '\u007f', 'é€', '\ud83d\ude00'])(
  'rejects the value %j without quoting it',
  (value) => {
    expect(headersProblem({ 'x-a': `secret${value}` })).toBe(
      'must set "x-a" to a string without line breaks and other characters that are invalid in a header',
    );
  },
);

test.each(['constructor', 'toString', '__proto__'])('accepts the header name %s', (name) => {
  const headers = JSON.parse(`{"${name}": "1"}`) as object;
  expect(headersProblem(headers)).toBeUndefined();
});

const get = operationOf();

async function sent(customHeaders: Record<string, string>, headers?: Record<string, string | null>) {
  const platform = platformOf({ headers: { 'user-agent': 'agent/1' } });
  const { transport, requests } = observedTransport(() => Response.json({}), { customHeaders }, platform);
  await transport.request(get, {}, headers === undefined ? {} : { headers });
  return Object.fromEntries(requests[0]!.headers);
}

test('sends its own headers, and no more', async () => {
  expect(await sent({})).toEqual({
    accept: 'application/json',
    'user-agent': 'agent/1',
    authorization: `Bearer ${testKey}`,
  });
});

test('custom headers are sent with every request', async () => {
  expect(await sent({ 'X-Team': 'a' })).toMatchObject({ 'x-team': 'a' });
});

test('headers of a request override custom headers, whatever their case', async () => {
  expect(await sent({ 'X-Team': 'a' }, { 'x-team': 'b' })).toMatchObject({ 'x-team': 'b' });
});

test('null removes a header', async () => {
  expect(await sent({ 'X-Team': 'a' }, { 'x-team': null, 'User-Agent': null })).not.toHaveProperty('x-team');
});

test('null removes a header of the SDK', async () => {
  expect(await sent({}, { 'User-Agent': null })).not.toHaveProperty('user-agent');
});

test('the key can be neither replaced nor removed', async () => {
  const { transport, requests } = observedTransport(() => Response.json({}));
  await expect(transport.request(get, {}, { headers: { AUTHORIZATION: null } })).rejects.toThrow(/pass `apiKey`/);
  expect(requests).toHaveLength(0);
});

test.each([
  ['bytes', { as: 'bytes', content: 'video/mp4' }, 'video/mp4, application/json'],
  ['text', { as: 'text', content: 'text/csv' }, 'text/csv, application/json'],
  ['nothing', { as: 'nothing' }, 'application/json'],
] as const)('accepts %s, and JSON for errors', async (_, answer, accept) => {
  const { transport, requests } = observedTransport(() => new Response('x'));
  await transport.request(operationOf({ answer }), {});
  expect(requests[0]?.headers.get('accept')).toBe(accept);
});

test('a request with a body has a content type, and one without a body has none', async () => {
  const { transport, requests } = observedTransport(() => Response.json({}));
  const body = { content: 'application/json', from: 'fields' } as const;
  await transport.request(operationOf({ method: 'POST', body }), { a: 1 });
  await transport.request(operationOf({ method: 'POST', body }), {});
  expect(requests.map(({ headers }) => headers.get('content-type'))).toEqual(['application/json', null]);
});

test.each([
  ['of the client', { customHeaders: { 'Idempotency-Key': null } }, {}],
  ['of a request', {}, { headers: { 'idempotency-key': null } }],
])('null %s removes the Idempotency-Key, which a server may not allow to a browser', async (_, options, ofRequest) => {
  const { transport, requests } = observedTransport(() => Response.json({}), options);
  await transport.request(operationOf({ method: 'POST', retry: 'once' }), {}, ofRequest);
  await transport.request(operationOf({ method: 'POST', retry: 'once' }), {}, { ...ofRequest, idempotencyKey: 'a' });
  expect(requests.map(({ headers }) => headers.has('idempotency-key'))).toEqual([false, false]);
});

test.each(['Authorization', 'Content-Type', 'Host', 'Content-Length'])('null does not remove %s', (name) => {
  expect(headersProblem({ [name]: null })).toMatch(/^must not set/);
});
