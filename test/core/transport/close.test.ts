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
])('closing ends what is in flight %s, and it is not repeated', async (_, respond) => {
  const { transport, requests } = observedTransport(respond);
  const rejection = rejectionOf(transport.request(operationOf(), {}));
  await vi.advanceTimersByTimeAsync(100);
  transport.close();
  const error = await rejection;
  expect(error).toBeInstanceOf(RuncrateError);
  expect((error as Error).message).toMatch(closed);
  expect([requests.length, vi.getTimerCount()]).toEqual([1, 0]);
});

test('closing while the key of a call is asked for sends nothing', async () => {
  const { transport, requests } = observedTransport(() => Response.json({}), { apiKey: async () => 'rc_live_a' });
  const rejection = rejectionOf(transport.request(operationOf(), {}));
  transport.close();
  expect(((await rejection) as Error).message).toMatch(closed);
  expect(requests).toHaveLength(0);
});

test('a call that is closed before it is begun asks for no key, and certainly did nothing', async () => {
  let asked = 0;
  const apiKey = () => `rc_live_${++asked}`;
  const { transport, requests } = observedTransport(() => new Response('sound'), { apiKey });
  const speech = operationOf({ method: 'POST', retry: 'paid', answer: { as: 'bytes', content: 'audio/mpeg' } });
  const rejection = rejectionOf(transport.open(speech as Operation<Method, string, object, Bytes>, {}));
  transport.close();
  expect(await rejection).toMatchObject({ message: expect.stringMatching(closed) as string, outcomeUnknown: false });
  expect([asked, requests.length]).toEqual([0, 0]);
});

test('a call that the caller aborts at the end of the client rejects with the very reason', async () => {
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

test('closing ends a stream that is being read, which then does not look finished', async () => {
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

test('a call that is done is not touched by a later close', async () => {
  const { transport, requests } = observedTransport(() => Response.json({ id: 'a' }));
  const answer = await transport.request(operationOf(), {});
  transport.close();
  expect(answer).toEqual({ id: 'a' });
  expect(requests[0]?.signal?.aborted).toBe(false);
});

test.each<readonly [string, () => Response | Promise<never>, boolean]>([
  ['while it is in flight', never, true],
  ['while it waits, after an answer was lost', () => Promise.reject(new TypeError('fetch failed')), true],
  ['while it waits, after it was refused', () => new Response('', { status: 429 }), false],
])('a paid call that is closed %s says whether it may have been billed', async (_, respond, isOpen) => {
  const { transport, requests } = observedTransport(respond);
  const rejection = rejectionOf(transport.request(operationOf({ method: 'POST', retry: 'paid' }), {}));
  await vi.advanceTimersByTimeAsync(100);
  transport.close();
  const error = await rejection;
  expect((error as Error).message).toMatch(closed);
  expect(error).toMatchObject({ outcomeUnknown: isOpen });
  expect([requests.length, vi.getTimerCount()]).toEqual([1, 0]);
});

test('the caller’s own abort stays untouched, though an answer was lost before', async () => {
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
