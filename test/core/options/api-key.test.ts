import { expect, test } from 'vitest';
import { observedTransport, operationOf, rejectionOf, testKey } from '../../helpers/observed-transport.js';

test('the key is sent as a bearer token', async () => {
  const { transport, requests } = observedTransport(() => Response.json({}));
  await transport.request(operationOf(), {});
  expect(requests[0]?.headers.get('authorization')).toBe(`Bearer ${testKey}`);
});

test('a function for the key is called before each attempt', async () => {
  let count = 0;
  const { transport, requests } = observedTransport(
    (_, index) =>
      index === 0 ? new Response('', { status: 503, headers: { 'retry-after': '0' } }) : Response.json({}),
    { apiKey: async () => `rc_live_${++count}` },
  );
  await transport.request(operationOf(), {});
  expect(requests.map(({ headers }) => headers.get('authorization'))).toEqual(['Bearer rc_live_1', 'Bearer rc_live_2']);
});

test.each([
  ['a key with a wrong prefix', () => 'sk-topsecret', /The function `apiKey` must begin with "rc_live_"/],
  [
    'a key with a line break',
    () => 'rc_live_topsecret\r\nx-evil: 1',
    /The function `apiKey` must begin .* have no space or line break/,
  ],
  ['no key', () => undefined, /No API key/],
  ['an error', () => Promise.reject(new Error('vault is closed')), /The function `apiKey` failed/],
])('nothing is sent or retried if the function returns %s', async (_, apiKey, message) => {
  const { transport, requests } = observedTransport(() => Response.json({}), { apiKey: apiKey as () => string });
  const error = (await rejectionOf(transport.request(operationOf(), {}))) as Error;
  expect(error.message).toMatch(message);
  expect(error.message).not.toContain('topsecret');
  expect(requests).toHaveLength(0);
});

test('the error of the function is kept as the cause', async () => {
  const cause = new Error('vault is closed');
  const { transport } = observedTransport(() => Response.json({}), { apiKey: () => Promise.reject(cause) });
  await expect(transport.request(operationOf(), {})).rejects.toMatchObject({ cause });
});

test('a function that fails after a lost response does not hide that the first attempt may have been billed', async () => {
  let count = 0;
  const apiKey = () => (++count === 1 ? testKey : 'nonsense');
  const { transport } = observedTransport(() => Promise.reject(new TypeError('fetch failed')), { apiKey });
  const error = await rejectionOf(transport.request(operationOf({ method: 'POST', retry: 'paid' }), {}));
  expect(error).toMatchObject({ outcomeUnknown: true, attempts: [{}, {}] });
});
