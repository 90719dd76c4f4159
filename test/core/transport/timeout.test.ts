import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { TimeoutError } from '../../../src/handwritten/core/errors/errors.js';
import {
  observedTransport,
  operationOf,
  platformOf,
  rejectionOf,
  testServers,
} from '../../helpers/observed-transport.js';
import { resolveConfig } from '../../../src/handwritten/core/options/config.js';
import { HttpTransport } from '../../../src/handwritten/core/transport/transport.js';
import { scriptedBody } from '../../helpers/scripted-body.js';

beforeEach(() => void vi.useFakeTimers({ now: 0 }));
afterEach(() => void vi.useRealTimers());

const get = operationOf();
const bytes = operationOf({ answer: { as: 'bytes', content: 'video/mp4' } });
const never = () => new Promise<never>(() => {});

test.each([
  ['infrastructure', {}, {}, 30_000],
  ['inference', {}, {}, 120_000],
  ['infrastructure', { timeout: 5 }, {}, 5000],
  ['inference', { timeout: 5 }, {}, 5000],
  ['inference', { timeout: 5 }, { timeout: 0.5 }, 500],
])('an attempt at the %s server with %o and %o ends after %i ms', async (server, client, call, expected) => {
  const { transport } = observedTransport(never, { maxRetries: 0, ...client });
  const rejection = rejectionOf(transport.request(operationOf({ server }), {}, call));
  await vi.advanceTimersByTimeAsync(expected - 1);
  expect(vi.getTimerCount()).toBe(1);
  await vi.advanceTimersByTimeAsync(1);
  const error = (await rejection) as TimeoutError;
  expect(error).toBeInstanceOf(TimeoutError);
  expect(error.message).toContain(`longer than its timeout of ${expected / 1000} s`);
  expect(vi.getTimerCount()).toBe(0);
});

test.each([
  ['JSON', get],
  ['bytes', bytes],
])('the timeout covers the body of %s, also while it keeps arriving', async (_, operation) => {
  const body = scriptedBody();
  const { transport } = observedTransport(() => new Response(body.stream), { timeout: 10, maxRetries: 0 });
  const rejection = rejectionOf(transport.request(operation, {}));
  for (let second = 0; second < 10; second++) {
    await vi.advanceTimersByTimeAsync(1000);
    body.write(' ');
  }
  expect(await rejection).toBeInstanceOf(TimeoutError);
});

test('an error whose body stalls keeps its status', async () => {
  const { transport } = observedTransport(() => new Response(scriptedBody().stream, { status: 404 }));
  const rejection = rejectionOf(transport.request(get, {}));
  await vi.runAllTimersAsync();
  expect(await rejection).toMatchObject({ statusCode: 404 });
});

test('each attempt has the full timeout', async () => {
  const { transport, requests } = observedTransport(never, { timeout: 5, maxRetries: 1 });
  const rejection = rejectionOf(transport.request(get, {}));
  await vi.advanceTimersByTimeAsync(5000);
  expect(requests).toHaveLength(1);
  await vi.advanceTimersByTimeAsync(625 + 4999);
  expect(requests).toHaveLength(2);
  await vi.runAllTimersAsync();
  expect(await rejection).toBeInstanceOf(TimeoutError);
});

test('the function `apiKey` counts as part of the attempt', async () => {
  const { transport } = observedTransport(never, { timeout: 5, maxRetries: 0, apiKey: never });
  const rejection = rejectionOf(transport.request(get, {}));
  await vi.advanceTimersByTimeAsync(5000);
  expect(await rejection).toBeInstanceOf(TimeoutError);
});

test.each([
  ['a response in time', () => Response.json({})],
  ['an error in time', () => Response.json({}, { status: 400 })],
  ['an HTML page in place of JSON', () => new Response('<html>', { headers: { 'content-type': 'text/html' } })],
])('%s leaves no timer', async (_, respond) => {
  const { transport } = observedTransport(respond);
  await Promise.allSettled([transport.request(get, {})]);
  expect(vi.getTimerCount()).toBe(0);
});

test('a fetch that ignores its signal times out too, and a late response is cancelled', async () => {
  const body = scriptedBody();
  const fetch = () => new Promise<Response>((resolve) => setTimeout(() => resolve(new Response(body.stream)), 9000));
  const config = resolveConfig({ apiKey: 'rc_live_a', fetch, timeout: 5, maxRetries: 0 }, testServers, platformOf());
  const rejection = rejectionOf(new HttpTransport(config, platformOf()).request(get, {}));
  await vi.advanceTimersByTimeAsync(5000);
  expect(await rejection).toBeInstanceOf(TimeoutError);
  await vi.advanceTimersByTimeAsync(4000);
  expect(body.isCancelled).toBe(true);
});

test('a fetch that ignores its signal sends nothing more after a late redirect', async () => {
  let count = 0;
  const redirect = { status: 308, headers: { location: 'https://www.runcrate.ai/api/v1/things' } };
  const fetch = () => {
    count++;
    return new Promise<Response>((resolve) => setTimeout(() => resolve(new Response(null, redirect)), 9000));
  };
  const config = resolveConfig({ apiKey: 'rc_live_a', fetch, timeout: 5, maxRetries: 0 }, testServers, platformOf());
  const rejection = rejectionOf(new HttpTransport(config, platformOf()).request(operationOf({ method: 'POST' }), {}));
  await vi.runAllTimersAsync();
  expect(await rejection).toBeInstanceOf(TimeoutError);
  expect(count).toBe(1);
});

test.each([
  ['a response', () => Promise.reject(new TypeError('fetch failed', { cause: { code: 'UND_ERR_HEADERS_TIMEOUT' } }))],
  [
    'two chunks',
    () => {
      const body = scriptedBody();
      body.cut(new TypeError('terminated', { cause: { code: 'UND_ERR_BODY_TIMEOUT' } }));
      return new Response(body.stream);
    },
  ],
])('the error of a timeout in Node’s own fetch, for %s, has a hint', async (place, respond) => {
  const { transport } = observedTransport(respond, { maxRetries: 0 });
  const error = (await rejectionOf(transport.request(get, {}))) as TimeoutError;
  expect(error).toBeInstanceOf(TimeoutError);
  expect(error.message).toMatch(new RegExp(`own fetch waits (for|between) ${place}\\.$`));
  expect(error.hint).toMatch(/300 s.*Stream the response, or pass a `fetch`/);
});
