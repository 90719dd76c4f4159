import { expect, test } from 'vitest';
import { headersProblem } from '../../../src/handwritten/core/options/headers.js';
import { observedTransport, operationOf, platformOf, testKey } from '../../helpers/observed-transport.js';

test.each(['Authorization', 'authorization', 'Idempotency-Key', 'Content-Length', 'content-type', 'Host'])(
  'refuses %s, which belongs to the SDK, and says what to do',
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
  ['a list', { 'x-a': ['1'] }],
])('refuses %s', (_, headers) => {
  expect(headersProblem(headers)).toMatch(/^(has|must give) "/);
});

test.each(['\r\nx-evil: 1', '\n', '\0', '\u007f', 'é€', '\ud83d\ude00'])(
  'refuses the value %j without repeating it',
  (value) => {
    expect(headersProblem({ 'x-a': `secret${value}` })).toBe(
      'must give "x-a" as a text without line breaks and other characters that a header can\'t carry',
    );
  },
);

test.each(['constructor', 'toString', '__proto__'])('takes %s as a name like any other', (name) => {
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

test('custom headers go with every request', async () => {
  expect(await sent({ 'X-Team': 'a' })).toMatchObject({ 'x-team': 'a' });
});

test('headers of a call win over custom headers, whatever their case', async () => {
  expect(await sent({ 'X-Team': 'a' }, { 'x-team': 'b' })).toMatchObject({ 'x-team': 'b' });
});

test('null takes a header away', async () => {
  expect(await sent({ 'X-Team': 'a' }, { 'x-team': null, 'User-Agent': null })).not.toHaveProperty('x-team');
});

test('null takes a header of the SDK away', async () => {
  expect(await sent({}, { 'User-Agent': null })).not.toHaveProperty('user-agent');
});

test('the key can be neither replaced nor taken away', async () => {
  const { transport, requests } = observedTransport(() => Response.json({}));
  await expect(transport.request(get, {}, { headers: { AUTHORIZATION: null } })).rejects.toThrow(/pass `apiKey`/);
  expect(requests).toHaveLength(0);
});

test.each([
  ['bytes', { as: 'bytes', content: 'video/mp4' }, 'video/mp4, application/json'],
  ['text', { as: 'text', content: 'text/csv' }, 'text/csv, application/json'],
  ['nothing', { as: 'nothing' }, 'application/json'],
] as const)('asks for %s, and for JSON, as which errors come', async (_, answer, accept) => {
  const { transport, requests } = observedTransport(() => new Response('x'));
  await transport.request(operationOf({ answer }), {});
  expect(requests[0]?.headers.get('accept')).toBe(accept);
});

test('the body of a call names its type, and a call without one names none', async () => {
  const { transport, requests } = observedTransport(() => Response.json({}));
  const body = { content: 'application/json', from: 'fields' } as const;
  await transport.request(operationOf({ method: 'POST', body }), { a: 1 });
  await transport.request(operationOf({ method: 'POST', body }), {});
  expect(requests.map(({ headers }) => headers.get('content-type'))).toEqual(['application/json', null]);
});
