import { expect, test, vi } from 'vitest';
import { RuncrateError } from '../../../src/handwritten/core/errors/errors.js';
import type { RequestOptions, ResponseInfo } from '../../../src/handwritten/core/operation/operation.js';
import { jsonBody, observedTransport, operationOf, rejectionOf } from '../../helpers/observed-transport.js';

const get = operationOf({ parameters: [{ name: 'limit', in: 'query', default: 50 }] });

test.each<readonly [string, unknown, RegExp]>([
  [
    'a misspelled option',
    { maxRetrys: 1 },
    /^The last argument of a call has no option "maxRetrys"\. It takes signal, timeout/,
  ],
  ['a string', 'options', /^The last argument of a call takes an object/],
  ['null', null, /^The last argument of a call takes an object/],
  ['a timeout that is NaN', { timeout: NaN }, /^`timeout` must be a number of seconds/],
  ['a timeout in milliseconds', { timeout: 120_000 }, /^`timeout` is in seconds.*pass 120/],
  ['a timeout of zero', { timeout: 0 }, /^`timeout` must be more than 0/],
  ['half a retry', { maxRetries: 0.5 }, /^`maxRetries` must be an integer/],
  ['headers as an array', { headers: [['a', 'b']] }, /^`headers` must be a plain object/],
  ['an empty idempotency key', { idempotencyKey: '' }, /^`idempotencyKey` must be a string of 1 to 255/],
  ['an idempotency key with a line break', { idempotencyKey: 'a\nb' }, /^`idempotencyKey` must be/],
  ['an idempotency key of 256 letters', { idempotencyKey: 'x'.repeat(256) }, /^`idempotencyKey` must be/],
  ['an extra query that is a string', { extraQuery: 'a=b' }, /^`extraQuery` must be a plain object/],
  ['an extra query with NaN', { extraQuery: { a: NaN } }, /^Parameter "a" must be/],
  ['an extra body that is an array', { extraBody: [] }, /^`extraBody` must be a plain object/],
  ['an onResponse that is not a function', { onResponse: true }, /^`onResponse` must be a function/],
])('rejects %s before anything is sent', async (_, options, message) => {
  const { transport, requests } = observedTransport(() => Response.json({}));
  const error = await rejectionOf(transport.request(get, {}, options as RequestOptions));
  expect(error).toBeInstanceOf(RuncrateError);
  expect((error as Error).message).toMatch(message);
  expect(requests).toHaveLength(0);
});

test.each([undefined, null, [], 'text'])('rejects %o in place of the arguments', async (args) => {
  const { transport } = observedTransport(() => Response.json({}));
  await expect(transport.request(get, args as never)).rejects.toThrow('GET /things takes an object of arguments.');
});

test('an undefined option counts as omitted', async () => {
  const { transport } = observedTransport(() => Response.json({ id: 'a' }));
  const names = [
    'signal',
    'timeout',
    'maxRetries',
    'headers',
    'environment',
    'idempotencyKey',
    'extraQuery',
    'extraBody',
  ];
  const options = Object.fromEntries([...names, 'onResponse'].map((name) => [name, undefined]));
  expect(await transport.request(get, {}, options)).toEqual({ id: 'a' });
});

test.each([
  ['extraQuery', new URLSearchParams({ status: 'running' })],
  ['extraBody', new Map([['a', 1]])],
  ['headers', new Map([['x-tenant', 'a']])],
])('rejects `%s` of a type whose fields would be lost', async (name, value) => {
  const { transport, requests } = observedTransport(() => Response.json({}));
  const post = operationOf({ method: 'POST', body: jsonBody });
  await expect(transport.request(post, {}, { [name]: value })).rejects.toThrow(`\`${name}\` must be a plain object`);
  expect(requests).toHaveLength(0);
});

test('arguments whose fields would be lost are rejected: everything would be listed', async () => {
  const { transport, requests } = observedTransport(() => Response.json({}));
  const filter = new URLSearchParams({ limit: '1' }) as never;
  await expect(transport.request(get, filter)).rejects.toThrow('GET /things takes an object of arguments.');
  expect(requests).toHaveLength(0);
});

test('a call keeps its signal if its options are reused with another one', async () => {
  const options: { signal?: AbortSignal } = {};
  const { transport, requests } = observedTransport(() => new Response('', { status: 500 }));
  const controller = new AbortController();
  options.signal = controller.signal;
  const rejection = rejectionOf(transport.request(get, {}, options));
  options.signal = new AbortController().signal;
  await vi.waitFor(() => expect(requests).toHaveLength(1));
  await new Promise((resolve) => setTimeout(resolve));
  controller.abort('enough');
  expect(await rejection).toBe('enough');
});

test('`extraQuery` is sent unchanged', async () => {
  const { transport, requests } = observedTransport(() => Response.json({}));
  await transport.request(get, {}, { extraQuery: { newField: 'a b', list: [1, 2], off: false } });
  expect(requests[0]?.url.search).toBe('?limit=50&newField=a%20b&list=1&list=2&off=false');
});

test('`onResponse` is called with the final response: status, headers and request id', async () => {
  const received: ResponseInfo[] = [];
  const { transport } = observedTransport(() =>
    Response.json({}, { status: 201, headers: { 'x-request-id': 'r1', 'x-ratelimit-remaining': '5' } }),
  );
  await transport.request(get, {}, { onResponse: (response) => void received.push(response) });
  expect(received).toMatchObject([{ status: 201, requestId: 'r1' }]);
  expect(received[0]?.headers.get('x-ratelimit-remaining')).toBe('5');
});

test('`onResponse` is not called with an earlier attempt if the last one is aborted', async () => {
  const received: number[] = [];
  const controller = new AbortController();
  const { transport } = observedTransport((_, index) => {
    if (index === 0) return new Response('', { status: 503, headers: { 'retry-after': '0' } });
    controller.abort();
    return Response.json({});
  });
  const onResponse = ({ status }: ResponseInfo) => void received.push(status);
  await rejectionOf(transport.request(get, {}, { signal: controller.signal, onResponse }));
  expect(received).toEqual([]);
});

test('`onResponse` tells how many attempts the call took', async () => {
  const { transport } = observedTransport((_, index) =>
    index < 2 ? new Response('', { status: 503, headers: { 'retry-after': '0' } }) : Response.json({}),
  );
  const counts: number[] = [];
  await transport.request(get, {}, { onResponse: ({ attemptCount }) => void counts.push(attemptCount) });
  expect(counts).toEqual([3]);
});

test('`onResponse` is called only with the last attempt', async () => {
  const received: number[] = [];
  const { transport } = observedTransport((_, index) =>
    index === 0 ? new Response('', { status: 503, headers: { 'retry-after': '0' } }) : Response.json({}),
  );
  await transport.request(get, {}, { onResponse: ({ status }) => void received.push(status) });
  expect(received).toEqual([200]);
});

test.each([
  ['an error status', () => Response.json({}, { status: 404 }), [404]],
  ['an HTML page in place of JSON', () => new Response('<html>', { headers: { 'content-type': 'text/html' } }), [200]],
  ['no response', () => Promise.reject(new TypeError('fetch failed')), []],
])(
  'if a call fails with %s, `onResponse` is called with the response, if there is one',
  async (_, respond, expected) => {
    const received: number[] = [];
    const { transport } = observedTransport(respond, { maxRetries: 0 });
    await rejectionOf(transport.request(get, {}, { onResponse: ({ status }) => void received.push(status) }));
    expect(received).toEqual(expected);
  },
);

test('an `onResponse` that throws does not lose the response, and is logged', async () => {
  const errors: unknown[] = [];
  const logger = { ...console, error: (...said: unknown[]) => void errors.push(said) };
  const { transport } = observedTransport(() => Response.json({ id: 'a' }), { logger, logLevel: 'error' });
  const failure = new Error('mine');
  const onResponse = () => {
    throw failure;
  };
  expect(await transport.request(get, {}, { onResponse })).toEqual({ id: 'a' });
  expect(errors).toEqual([['`onResponse` threw.', failure]]);
});

test('an `onResponse` that rejects does not end the process, and is logged', async () => {
  const error = vi.fn();
  const { transport } = observedTransport(() => Response.json({ id: 'a' }), {
    logger: { ...console, error },
    logLevel: 'error',
  });
  const failure = new Error('mine');
  const onResponse = (): unknown => Promise.reject(failure);
  expect(await transport.request(get, {}, { onResponse })).toEqual({ id: 'a' });
  await vi.waitFor(() => expect(error.mock.calls).toEqual([['`onResponse` threw.', failure]]));
});
