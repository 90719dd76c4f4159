import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { RuncrateError } from '../../../src/handwritten/core/errors/errors.js';
import type { Bytes, EventStream, Method, Operation } from '../../../src/handwritten/core/operation/operation.js';
import { observedTransport, operationOf, rejectionOf, jsonBody } from '../../helpers/observed-transport.js';
import { eventStreamAnswer, scriptedBody } from '../../helpers/scripted-body.js';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const closed = /This client is closed, because its `await using` block has ended/;
const never = () => new Promise<never>(() => {});

test.each([
  ['before the headers', never],
  ['in the body', () => new Response(scriptedBody().stream)],
  ['in a back-off', () => new Response('', { status: 500 })],
])('closing aborts an attempt in flight %s, and it is not retried', async (_, respond) => {
  const { transport, requests } = observedTransport(respond);
  const rejection = rejectionOf(transport.request(operationOf(), {}));
  await vi.advanceTimersByTimeAsync(100);
  transport.close();
  const error = await rejection;
  expect(error).toBeInstanceOf(RuncrateError);
  expect((error as Error).message).toMatch(closed);
  expect([requests.length, vi.getTimerCount()]).toEqual([1, 0]);
});

test('a call that is closed during the function `apiKey` sends nothing', async () => {
  const { transport, requests } = observedTransport(() => Response.json({}), { apiKey: async () => 'rc_live_a' });
  const rejection = rejectionOf(transport.request(operationOf(), {}));
  transport.close();
  expect(((await rejection) as Error).message).toMatch(closed);
  expect(requests).toHaveLength(0);
});

test('a call that is closed before it starts requests no key, and its outcome is known', async () => {
  let asked = 0;
  const apiKey = () => `rc_live_${++asked}`;
  const { transport, requests } = observedTransport(() => new Response('sound'), { apiKey });
  const speech = operationOf({ method: 'POST', retry: 'paid', answer: { as: 'bytes', content: 'audio/mpeg' } });
  const rejection = rejectionOf(transport.open(speech as Operation<Method, string, object, Bytes>, {}));
  transport.close();
  expect(await rejection).toMatchObject({ message: expect.stringMatching(closed) as string, outcomeUnknown: false });
  expect([asked, requests.length]).toEqual([0, 0]);
});

test('a call that the caller aborts when the client is closed rejects with the reason', async () => {
  const { transport } = observedTransport(never);
  const controller = new AbortController();
  const reason = new RuncrateError('Enough.');
  const paid = operationOf({ method: 'POST', retry: 'paid' });
  const rejection = rejectionOf(transport.request(paid, {}, { signal: controller.signal }));
  await vi.advanceTimersByTimeAsync(1);
  controller.abort(reason);
  transport.close();
  expect(await rejection).toBe(reason);
  expect(reason).toMatchObject({ attempts: [], outcomeUnknown: false });
});

test('later calls reject, and nothing is sent', async () => {
  const { transport, requests } = observedTransport(() => Response.json({}));
  transport.close();
  await expect(transport.request(operationOf(), {})).rejects.toThrow(closed);
  expect(requests).toHaveLength(0);
});

test('closing aborts a stream that is being read, which then does not seem complete', async () => {
  const body = scriptedBody();
  const { transport } = observedTransport(() => eventStreamAnswer(body.stream));
  const chat = operationOf({ method: 'POST', body: jsonBody, answer: { as: 'json', stream: { when: 'stream' } } });
  const stream = (await transport.request(chat, { stream: true })) as EventStream<unknown>;
  const next = rejectionOf(stream[Symbol.asyncIterator]().next());
  await vi.advanceTimersByTimeAsync(1);
  transport.close();
  expect(((await next) as Error).message).toMatch(closed);
  expect(body.isCancelled).toBe(true);
});

test('a later close does not affect a completed call', async () => {
  const { transport, requests } = observedTransport(() => Response.json({ id: 'a' }));
  const answer = await transport.request(operationOf(), {});
  transport.close();
  expect(answer).toEqual({ id: 'a' });
  expect(requests[0]?.signal?.aborted).toBe(false);
});

test.each<readonly [string, () => Response | Promise<never>, boolean]>([
  ['while it is in flight', never, true],
  ['in the back-off, after a response was lost', () => Promise.reject(new TypeError('fetch failed')), true],
  ['in the back-off, after it was rejected', () => new Response('', { status: 429 }), false],
])('the error of a paid call that is closed %s has whether it may have been billed', async (_, respond, isOpen) => {
  const { transport, requests } = observedTransport(respond);
  const rejection = rejectionOf(transport.request(operationOf({ method: 'POST', retry: 'paid' }), {}));
  await vi.advanceTimersByTimeAsync(100);
  transport.close();
  const error = await rejection;
  expect((error as Error).message).toMatch(closed);
  expect(error).toMatchObject({ outcomeUnknown: isOpen });
  expect([requests.length, vi.getTimerCount()]).toEqual([1, 0]);
});

test('the reason of the caller’s abort is not modified, even if a response was lost before', async () => {
  const { transport } = observedTransport(() => Promise.reject(new TypeError('fetch failed')));
  const caller = new AbortController();
  const reason = new RuncrateError('enough');
  const paid = operationOf({ method: 'POST', retry: 'paid' });
  const rejection = rejectionOf(transport.request(paid, {}, { signal: caller.signal }));
  await vi.advanceTimersByTimeAsync(100);
  caller.abort(reason);
  expect(await rejection).toBe(reason);
  expect(reason).toMatchObject({ outcomeUnknown: false, attempts: [] });
});
