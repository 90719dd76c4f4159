import { getEventListeners } from 'node:events';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { resolveConfig } from '../../../src/handwritten/core/options/config.js';
import type { RetryClass } from '../../../src/handwritten/core/operation/operation.js';
import { HttpTransport } from '../../../src/handwritten/core/transport/transport.js';
import { sendUpload } from '../../../src/handwritten/platform/node-upload.js';
import {
  jsonBody,
  observedTransport,
  operationOf,
  platformOf,
  rejectionOf,
  testKey,
  testServers,
  type AnyOperation,
} from '../../helpers/observed-transport.js';
import { scriptedBody } from '../../helpers/scripted-body.js';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const never = () => new Promise<never>(() => {});
const reason = { stop: 'enough' };

function aborter() {
  const controller = new AbortController();
  return { signal: controller.signal, abort: () => controller.abort(reason) };
}

const listenersOf = (signal: AbortSignal) => getEventListeners(signal, 'abort').length;

test('a call with an aborted signal rejects with its reason, and sends nothing', async () => {
  const { transport, requests } = observedTransport(() => Response.json({}));
  const call = transport.request(operationOf(), {}, { signal: AbortSignal.abort(reason) });
  await expect(call).rejects.toBe(reason);
  expect(requests).toHaveLength(0);
});

test('a call with an aborted signal is not even checked', async () => {
  const { transport } = observedTransport(() => Response.json({}));
  const call = transport.request(operationOf(), 'nonsense' as never, { signal: AbortSignal.abort(reason) });
  await expect(call).rejects.toBe(reason);
});

const moments: readonly (readonly [string, () => Response | Promise<Response>])[] = [
  ['before the headers', never],
  ['in the body', () => new Response(scriptedBody().stream)],
  ['in the body of an error', () => new Response(scriptedBody().stream, { status: 500 })],
  ['in the back-off', () => new Response('', { status: 429 })],
  ['in the delay of Retry-After', () => new Response('', { status: 429, headers: { 'retry-after': '9' } })],
];

const grid = moments.flatMap(([moment, respond]) =>
  (['safe', 'paid', 'once'] as const).map((retry): [RetryClass, string, typeof respond] => [retry, moment, respond]),
);

test.each(grid)(
  'a %s call that is aborted %s rejects with the reason and is not retried',
  async (retry, _, respond) => {
    const { transport, requests } = observedTransport(respond);
    const { signal, abort } = aborter();
    const rejection = rejectionOf(transport.request(operationOf({ retry }), {}, { signal }));
    await vi.advanceTimersByTimeAsync(100);
    expect(requests).toHaveLength(1);
    abort();
    expect(await rejection).toBe(reason);
    await vi.runAllTimersAsync();
    expect(requests).toHaveLength(1);
  },
);

/** The warnings of a call that is aborted after 100 ms. */
async function warningsOf(
  operation: AnyOperation,
  respond: () => Response | Promise<Response>,
  options: object = {},
): Promise<readonly string[]> {
  const warnings: string[] = [];
  const logger = { ...console, warn: (text: string) => void warnings.push(text) };
  const { transport } = observedTransport(respond, { logger, logLevel: 'warn' });
  const { signal, abort } = aborter();
  const rejection = rejectionOf(transport.request(operation, {}, { ...options, signal }));
  await vi.advanceTimersByTimeAsync(100);
  abort();
  expect(await rejection).toBe(reason);
  return warnings;
}

const create = operationOf({ method: 'POST', retry: 'once', seenIn: 'rc.things.list()' });
const pay = operationOf({ method: 'POST', retry: 'paid', seenIn: 'rc.billing.usage()' });
const cut = () => Promise.reject(new TypeError('fetch failed'));

type Warned = readonly [
  call: string,
  moment: string,
  operation: AnyOperation,
  respond: () => Response | Promise<Response>,
];

test.each<Warned>([
  ['a call that creates', 'before the headers', create, never],
  ['a call that creates', 'in the body', create, () => new Response(scriptedBody().stream)],
  ['a call that creates', 'in the body of a 500', create, () => new Response(scriptedBody().stream, { status: 500 })],
  ['a paid call', 'before the headers', pay, never],
  ['a paid call', 'in the body', pay, () => new Response(scriptedBody().stream)],
])('one warning says what to check after %s is aborted %s', async (_, __, operation, respond) => {
  const isOnce = operation === create;
  expect(await warningsOf(operation, respond)).toEqual([
    isOnce
      ? 'POST /api/v1/things was aborted after it was sent with the Idempotency-Key random-1. It may have been carried out. Check `rc.things.list()` before you call again: a second call could create a second one.'
      : 'POST /api/v1/things was aborted after it was sent. It may have been carried out and billed. Check `rc.billing.usage()` before you call again: a second call is billed again.',
  ]);
});

test('the warning names the idempotency key of the caller', async () => {
  expect(await warningsOf(pay, never, { idempotencyKey: 'mine' })).toEqual([
    expect.stringContaining('with the Idempotency-Key mine.'),
  ]);
});

test('an abort in the back-off warns too if the attempt before it may have been carried out', async () => {
  expect(await warningsOf(pay, cut)).toEqual([
    expect.stringContaining('is retried, although'),
    expect.stringContaining('was aborted after it was sent'),
  ]);
});

test.each<Warned>([
  ['a safe call', 'before the headers', operationOf(), never],
  ['a call that creates', 'in the delay after a 429', create, () => new Response('', { status: 429 })],
  ['a call that creates', 'in the body of a 422', create, () => new Response(scriptedBody().stream, { status: 422 })],
  ['a paid call', 'in the back-off after a 500', pay, () => new Response('', { status: 500 })],
])('nothing is warned of %s that is aborted %s', async (_, __, operation, respond) => {
  expect(await warningsOf(operation, respond)).toEqual([]);
});

test('nothing is warned of a call that is aborted before its key is there', async () => {
  const warnings: string[] = [];
  const logger = { ...console, warn: (text: string) => void warnings.push(text) };
  const { transport } = observedTransport(never, { logger, logLevel: 'warn', apiKey: () => new Promise(() => {}) });
  const { signal, abort } = aborter();
  const rejection = rejectionOf(transport.request(create, {}, { signal }));
  await vi.advanceTimersByTimeAsync(100);
  abort();
  expect([await rejection, warnings]).toEqual([reason, []]);
});

test('nothing is warned of a paid stream that is aborted after it has begun: that it is billed is known', async () => {
  const warnings: string[] = [];
  const logger = { ...console, warn: (text: string) => void warnings.push(text) };
  const events = { headers: { 'content-type': 'text/event-stream' } };
  const { transport } = observedTransport(() => new Response(scriptedBody().stream, events), {
    logger,
    logLevel: 'warn',
  });
  const { signal, abort } = aborter();
  const answer = { as: 'json', stream: { when: 'stream' } } as const;
  const call = operationOf({ retry: 'paid', answer, body: jsonBody, method: 'POST' });
  const stream = (await transport.request(call, { stream: true }, { signal })) as AsyncIterable<unknown>;
  const rejection = rejectionOf(stream[Symbol.asyncIterator]().next());
  abort();
  expect([await rejection, warnings]).toEqual([reason, []]);
});

test.each(moments)('an abort %s leaves neither listener nor timer', async (_, respond) => {
  const { transport } = observedTransport(respond);
  const { signal, abort } = aborter();
  const rejection = rejectionOf(transport.request(operationOf(), {}, { signal }));
  await vi.advanceTimersByTimeAsync(100);
  abort();
  await rejection;
  expect([listenersOf(signal), vi.getTimerCount()]).toEqual([0, 0]);
});

test.each([
  ['a response', () => Response.json({})],
  ['an error', () => new Response('', { status: 400 })],
  ['errors that are retried', () => new Response('', { status: 500 })],
  ['a lost connection', () => Promise.reject(new TypeError('fetch failed'))],
])('%s leaves no listener on the signal of the caller', async (_, respond) => {
  const { transport } = observedTransport(respond);
  const { signal } = new AbortController();
  const settled = Promise.allSettled([transport.request(operationOf(), {}, { signal })]);
  await vi.runAllTimersAsync();
  await settled;
  expect(listenersOf(signal)).toBe(0);
});

test('there is one listener at a time, whatever the number of retries', async () => {
  const { transport } = observedTransport(() => new Response('', { status: 500 }));
  const { signal, abort } = aborter();
  const rejection = rejectionOf(transport.request(operationOf(), {}, { signal, maxRetries: 9 }));
  for (let step = 0; step < 5; step++) {
    await vi.advanceTimersByTimeAsync(600);
    expect(listenersOf(signal)).toBe(1);
  }
  abort();
  await rejection;
});

test('fetch is aborted by a signal that is not the caller’s', async () => {
  const { transport, requests } = observedTransport(never);
  const { signal, abort } = aborter();
  const rejection = rejectionOf(transport.request(operationOf(), {}, { signal }));
  await vi.advanceTimersByTimeAsync(1);
  abort();
  await rejection;
  expect(requests[0]?.signal).not.toBe(signal);
  expect(requests[0]?.signal?.reason).toBe(reason);
});

test('a fetch that ignores its signal does not keep the caller waiting', async () => {
  const config = resolveConfig({ apiKey: 'rc_live_a', fetch: never }, testServers, platformOf());
  const { signal, abort } = aborter();
  const rejection = rejectionOf(new HttpTransport(config, platformOf()).request(operationOf(), {}, { signal }));
  await vi.advanceTimersByTimeAsync(1);
  abort();
  expect(await rejection).toBe(reason);
});

test('a fetch that ignores its signal does not keep the body of an error open', async () => {
  const cancel = vi.fn();
  const stream = new ReadableStream({ pull: never, cancel });
  const fetch = async () => new Response(stream, { status: 500 });
  const config = resolveConfig({ apiKey: testKey, fetch }, testServers, platformOf());
  const { signal, abort } = aborter();
  const rejection = rejectionOf(new HttpTransport(config, platformOf()).request(operationOf(), {}, { signal }));
  await vi.advanceTimersByTimeAsync(1);
  abort();
  expect(await rejection).toBe(reason);
  expect(cancel).toHaveBeenCalledOnce();
});

test('an upload is not sent again if fetch reports a redirect after an abort', async () => {
  let fail!: (error: Error) => void;
  const fetch = vi.fn(() => new Promise<Response>((_, reject) => (fail = reject)));
  const platform = platformOf({ sendUpload });
  const transport = new HttpTransport(
    resolveConfig({ apiKey: testKey, fetch, logLevel: 'off' }, testServers, platform),
    platform,
  );
  const upload = operationOf({ method: 'POST', retry: 'paid', body: { content: '', from: 'value' } });
  const { signal, abort } = aborter();
  const rejection = rejectionOf(transport.request(upload, { body: new Blob(['a']) }, { signal }));
  await vi.advanceTimersByTimeAsync(1);
  abort();
  expect(await rejection).toBe(reason);
  fail(new TypeError('fetch failed', { cause: new Error('unexpected redirect') }));
  await vi.advanceTimersByTimeAsync(1);
  expect(fetch).toHaveBeenCalledOnce();
});

test('a call that is aborted during the function `apiKey` sends nothing', async () => {
  let give!: (key: string) => void;
  const apiKey = () => new Promise<string>((resolve) => (give = resolve));
  const { transport, requests } = observedTransport(() => Response.json({}), { apiKey });
  const { signal, abort } = aborter();
  const rejection = rejectionOf(transport.request(operationOf(), {}, { signal }));
  await vi.advanceTimersByTimeAsync(1);
  abort();
  give('rc_live_late');
  expect(await rejection).toBe(reason);
  await vi.runAllTimersAsync();
  expect(requests).toHaveLength(0);
});

test('a reason that is an error of the SDK is not modified', async () => {
  const { RuncrateError } = await import('../../../src/handwritten/core/errors/errors.js');
  const own = Object.freeze(new RuncrateError('mine'));
  const { transport } = observedTransport(never);
  const controller = new AbortController();
  const rejection = rejectionOf(transport.request(operationOf({ retry: 'once' }), {}, { signal: controller.signal }));
  await vi.advanceTimersByTimeAsync(1);
  controller.abort(own);
  expect(await rejection).toBe(own);
});

test.each([
  ['a controller', new AbortController()],
  ['a string', 'stop'],
  ['null', null],
])('rejects %s in place of a signal and names what is accepted', async (_, signal) => {
  const { transport, requests } = observedTransport(() => Response.json({}));
  const call = transport.request(operationOf(), {}, { signal: signal as never });
  await expect(call).rejects.toThrow('`signal` must be an AbortSignal, such as `new AbortController().signal`.');
  expect(requests).toHaveLength(0);
});
