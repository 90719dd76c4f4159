import { getEventListeners } from 'node:events';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { resolveConfig } from '../../../src/handwritten/core/options/config.js';
import type { RetryClass } from '../../../src/handwritten/core/operation/operation.js';
import { HttpTransport } from '../../../src/handwritten/core/transport/transport.js';
import { sendUpload } from '../../../src/handwritten/platform/node-upload.js';
import {
  observedTransport,
  operationOf,
  platformOf,
  rejectionOf,
  testKey,
  testServers,
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
  const transport = new HttpTransport(resolveConfig({ apiKey: testKey, fetch }, testServers, platform), platform);
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
