import { getEventListeners } from 'node:events';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { TimeoutError } from '../../../src/handwritten/core/errors/errors.js';
import type { EventStream, RequestOptions } from '../../../src/handwritten/core/operation/operation.js';
import { observedTransport, operationOf, rejectionOf, jsonBody } from '../../helpers/observed-transport.js';
import { eventStreamAnswer, scriptedBody } from '../../helpers/scripted-body.js';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const chat = operationOf({
  method: 'POST',
  body: jsonBody,
  retry: 'paid',
  answer: { as: 'json', stream: { when: 'stream' } },
});

/** A stream with a timeout of 10 seconds. */
async function open(options: RequestOptions = {}) {
  const body = scriptedBody();
  const { transport } = observedTransport(() => eventStreamAnswer(body.stream), { timeout: 10 });
  const stream = (await transport.request(chat, { stream: true }, options)) as EventStream<unknown>;
  return { body, stream };
}

async function drain(stream: EventStream<unknown>): Promise<void> {
  for await (const _ of stream);
}

test('a stream with events may last longer than its timeout', async () => {
  const { body, stream } = await open();
  const drained = drain(stream);
  for (let event = 0; event < 20; event++) {
    await vi.advanceTimersByTimeAsync(9999);
    body.write('data: {}\n\n');
  }
  body.write('data: [DONE]\n\n');
  await drained;
  expect(stream.isDone).toBe(true);
});

test('a stream without data for its timeout ends and closes the connection', async () => {
  const { body, stream } = await open();
  body.write('data: {}\n\n');
  const rejection = rejectionOf(drain(stream));
  await vi.advanceTimersByTimeAsync(9999);
  expect(body.isCancelled).toBe(false);
  await vi.advanceTimersByTimeAsync(1);
  expect(await rejection).toBeInstanceOf(TimeoutError);
  expect(await rejection).toMatchObject({
    outcomeUnknown: true,
    hint: expect.stringMatching(/Raise `timeout`.* so it was billed/) as unknown,
  });
  expect([body.isCancelled, vi.getTimerCount()]).toEqual([true, 0]);
});

test('the time of the caller between two reads does not count', async () => {
  const { body, stream } = await open();
  body.write('data: {}\n\n');
  const events = stream[Symbol.asyncIterator]();
  await events.next();
  await vi.advanceTimersByTimeAsync(1_000_000);
  const next = events.next();
  await vi.advanceTimersByTimeAsync(9999);
  body.write(': still here\n\n');
  await vi.advanceTimersByTimeAsync(9999);
  body.write('data: {"a":1}\n\n');
  expect(await next).toEqual({ done: false, value: { a: 1 } });
});

test('a stream that nobody has begun to read after its timeout is closed, and then throws', async () => {
  const { body, stream } = await open();
  body.write('data: {}\n\n');
  await vi.advanceTimersByTimeAsync(9999);
  expect(body.isCancelled).toBe(false);
  await vi.advanceTimersByTimeAsync(1);
  expect([body.isCancelled, vi.getTimerCount()]).toEqual([true, 0]);
  expect(await rejectionOf(drain(stream))).toMatchObject({
    name: 'TimeoutError',
    message: expect.stringMatching(/was not read within its timeout of 10 s/) as unknown,
    outcomeUnknown: true,
  });
});

test('the first read of a stream restarts its timeout', async () => {
  const { body, stream } = await open();
  await vi.advanceTimersByTimeAsync(9999);
  const drained = drain(stream);
  await vi.advanceTimersByTimeAsync(9999);
  body.write('data: [DONE]\n\n');
  await drained;
  expect([stream.isDone, vi.getTimerCount()]).toEqual([true, 0]);
});

test('comments keep a stream alive for ten timeouts without an event, and no longer', async () => {
  const { body, stream } = await open();
  const rejection = rejectionOf(drain(stream));
  for (let second = 0; second < 99; second++) {
    await vi.advanceTimersByTimeAsync(1000);
    body.write(': ping\n\n');
  }
  await vi.advanceTimersByTimeAsync(999);
  expect(body.isCancelled).toBe(false);
  await vi.advanceTimersByTimeAsync(1);
  expect(await rejection).toBeInstanceOf(TimeoutError);
  expect(body.isCancelled).toBe(true);
});

test('an event restarts the ten timeouts', async () => {
  const { body, stream } = await open();
  const drained = drain(stream);
  for (let second = 1; second <= 150; second++) {
    await vi.advanceTimersByTimeAsync(1000);
    body.write(second === 80 ? 'data: {}\n\n' : ': ping\n\n');
  }
  body.write('data: [DONE]\n\n');
  await drained;
});

const reason = { stop: 'enough' };

test('a stream that the caller’s signal aborts rejects with its reason', async () => {
  const controller = new AbortController();
  const { body, stream } = await open({ signal: controller.signal });
  const rejection = rejectionOf(drain(stream));
  await vi.advanceTimersByTimeAsync(1);
  controller.abort(reason);
  expect(await rejection).toBe(reason);
  const listeners = getEventListeners(controller.signal, 'abort').length;
  expect([body.isCancelled, vi.getTimerCount(), listeners]).toEqual([true, 0, 0]);
});

test('an aborted stream does not return the events that had arrived', async () => {
  const { body, stream } = await open();
  body.write('data: {"a":1}\n\ndata: {"b":1}\n\ndata: [DONE]\n\n');
  const events = stream[Symbol.asyncIterator]();
  await events.next();
  stream.abort(reason);
  expect(await rejectionOf(events.next())).toBe(reason);
  expect(stream.isDone).toBe(false);
});

test('abort() without a reason rejects with an AbortError', async () => {
  const { stream } = await open();
  stream.abort();
  await expect(drain(stream)).rejects.toMatchObject({ name: 'AbortError' });
});

test('abort() of a stream that is not being read closes the connection and leaves no listener', async () => {
  const { signal } = new AbortController();
  const { body, stream } = await open({ signal });
  stream.abort(reason);
  expect([body.isCancelled, getEventListeners(signal, 'abort').length]).toEqual([true, 0]);
  expect(await rejectionOf(drain(stream))).toBe(reason);
});

test('only the first reason counts', async () => {
  const { stream } = await open();
  stream.abort(reason);
  stream.abort(new Error('later'));
  expect(await rejectionOf(drain(stream))).toBe(reason);
});
