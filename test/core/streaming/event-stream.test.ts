import { getEventListeners } from 'node:events';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { ApiError, InternalServerError, RateLimitError } from '../../../src/handwritten/core/errors/api-error.js';
import { ConnectionError, InvalidResponseError, TimeoutError } from '../../../src/handwritten/core/errors/errors.js';
import type { EventStream, RequestOptions } from '../../../src/handwritten/core/operation/operation.js';
import { observedTransport, operationOf, rejectionOf, jsonBody } from '../../helpers/observed-transport.js';
import { bodyInReads, eventStreamAnswer, scriptedBody } from '../../helpers/scripted-body.js';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const chat = operationOf({
  method: 'POST',
  body: jsonBody,
  retry: 'paid',
  answer: { as: 'json', stream: { when: 'stream', codec: { names: { finish_reason: 'finishReason' } } } },
});

async function open(respond: () => Response, options: RequestOptions = {}): Promise<EventStream<unknown>> {
  const { transport } = observedTransport(respond, { timeout: 10 });
  return (await transport.request(chat, { stream: true }, options)) as EventStream<unknown>;
}

async function collect(stream: EventStream<unknown>, into: unknown[] = []): Promise<readonly unknown[]> {
  for await (const event of stream) into.push(event);
  return into;
}

const transcript =
  ': hello\n\ndata: {"finish_reason":null,"text":"é€"}\n\ndata: {"finish_reason":"stop"}\n\ndata: [DONE]\n\n';

test.each([1, 2, 3, 5, 1000])('returns decoded events in reads of %i bytes, up to [DONE]', async (size) => {
  const stream = await open(() => eventStreamAnswer(bodyInReads(transcript, size)));
  expect(await collect(stream)).toEqual([{ finishReason: null, text: 'é€' }, { finishReason: 'stop' }]);
  expect(stream.isDone).toBe(true);
});

test('accepts an event stream, and JSON for errors', async () => {
  const { transport, requests } = observedTransport(() => eventStreamAnswer(transcript));
  await transport.request(chat, { stream: true });
  expect(requests[0]?.headers.get('accept')).toBe('text/event-stream, application/json');
});

test.each([false, undefined, 'true'])('returns no stream if `stream` is %o', async (flag) => {
  const { transport } = observedTransport(() => Response.json({ id: 'a' }));
  expect(await transport.request(chat, { stream: flag })).toEqual({ id: 'a' });
});

test('nothing after [DONE] is read, and the connection is closed', async () => {
  const body = scriptedBody();
  const stream = await open(() => eventStreamAnswer(body.stream));
  body.write('data: [DONE]\n\ndata: {"late":1}\n\n');
  expect(await collect(stream)).toEqual([]);
  expect(body.isCancelled).toBe(true);
});

test.each(['[DONE]', ' [DONE]', '[DONE] ', ' [DONE] \t'])('%j as data is the end', async (mark) => {
  const stream = await open(() => eventStreamAnswer(`data: {"a":1}\n\ndata: ${mark}\n\ndata: {"late":1}\n\n`));
  expect([await collect(stream), stream.isDone]).toEqual([[{ a: 1 }], true]);
});

test.each([5, 1000])('events are returned in the order of the calls of next(), in reads of %i bytes', async (size) => {
  const stream = await open(() =>
    eventStreamAnswer(bodyInReads('data: {"a":1}\n\ndata: {"a":2}\n\ndata: {"a":3}\n\n', size)),
  );
  const events = stream[Symbol.asyncIterator]();
  const first = events.next();
  // Called third, although it may be the first to see that the first event has arrived.
  const third = new Promise<unknown>((resolve) => void first.then(() => resolve(events.next())));
  const second = events.next();
  const given = (await Promise.all([first, second, third])) as readonly { readonly value: unknown }[];
  expect(given.map(({ value }) => value)).toEqual([{ a: 1 }, { a: 2 }, { a: 3 }]);
});

test('an iterator that was closed before its first event returns none', async () => {
  const stream = await open(() => eventStreamAnswer('data: {"a":1}\n\n'));
  const events = stream[Symbol.asyncIterator]();
  await events.return?.();
  expect(await events.next()).toEqual({ done: true, value: undefined });
});

test('an iterator that is closed before its first event closes the connection, unless another one reads', async () => {
  const [unread, read] = [scriptedBody(), scriptedBody()];
  await (await open(() => eventStreamAnswer(unread.stream)))[Symbol.asyncIterator]().return?.();
  const stream = await open(() => eventStreamAnswer(read.stream));
  const next = stream[Symbol.asyncIterator]().next();
  await stream[Symbol.asyncIterator]().return?.();
  read.write('data: {"a":1}\n\n');
  expect(await next).toEqual({ done: false, value: { a: 1 } });
  expect([unread.isCancelled, read.isCancelled]).toEqual([true, false]);
});

test('a stream that ends without [DONE] is not done', async () => {
  const stream = await open(() => eventStreamAnswer('data: {"a":1}\n\ndata: {"b"'));
  expect([await collect(stream), stream.isDone]).toEqual([[{ a: 1 }], false]);
});

test('no event follows an error, even if more have arrived', async () => {
  const stream = await open(() => eventStreamAnswer('data: {"error":{"message":"Slow down."}}\n\ndata: {"a":1}\n\n'));
  const events = stream[Symbol.asyncIterator]();
  await rejectionOf(events.next());
  expect(await events.next()).toEqual({ done: true, value: undefined });
});

test('has the request id of the response', async () => {
  expect((await open(() => eventStreamAnswer('', { 'x-request-id': 'r1' }))).requestId).toBe('r1');
});

type Row = readonly [string, string, abstract new (...args: never[]) => Error, object];

test.each<Row>([
  [
    'an error event',
    '{"error":{"message":"Overloaded.","type":"server_error"}}',
    InternalServerError,
    { message: 'Overloaded.', type: 'server_error', statusCode: 500 },
  ],
  [
    'an error event with the name of a status',
    '{"error":{"message":"Slow down.","code":"rate_limited"}}',
    RateLimitError,
    { code: 'rate_limited', statusCode: 429 },
  ],
  [
    'an error event with an unknown code',
    '{"error":{"message":"Odd.","code":"constructor"}}',
    ApiError,
    { code: 'constructor', statusCode: 200 },
  ],
  [
    'an error event with a status',
    '{"error":{"message":"Slow down.","code":429}}',
    RateLimitError,
    { statusCode: 429 },
  ],
  ['an error as a string', '{"error":"Overloaded."}', ApiError, { message: 'Overloaded.' }],
  [
    'an error whose text has an unknown name',
    '{"error":{"why":"Full.","n_ctx":8}}',
    ApiError,
    { message: '{"error":{"why":"Full.","n_ctx":8}}', details: { why: 'Full.', n_ctx: 8 } },
  ],
  [
    'NaN, as of Python,',
    '{"a":[0.5,NaN]}',
    InvalidResponseError,
    { message: expect.stringContaining('an event that has NaN, which is not JSON') as unknown },
  ],
  ['invalid JSON', '{"a":', InvalidResponseError, { message: expect.stringContaining('is not JSON') as unknown }],
  [
    'JSON that is not an object',
    '[1]',
    InvalidResponseError,
    { message: expect.stringContaining('is not an object') as unknown },
  ],
])('%s ends the stream, after the events before it', async (_, data, error, expected) => {
  const body = scriptedBody();
  const stream = await open(() => eventStreamAnswer(body.stream));
  body.write(`data: {"a":1}\n\ndata: ${data}\n\ndata: {"b":1}\n\n`);
  const events: unknown[] = [];
  const thrown = await rejectionOf(collect(stream, events));
  expect(thrown).toBeInstanceOf(error);
  expect(thrown).toMatchObject({ outcomeUnknown: true, ...expected });
  expect([events, body.isCancelled]).toEqual([[{ a: 1 }], true]);
});

test.each([
  [400, 'bad_request', 'invalid_request_error'],
  [401, 'unauthorized', 'invalid_api_key'],
  [402, 'insufficient_credits', 'insufficient_quota'],
  [403, 'forbidden'],
  [404, 'not_found', 'NOT_FOUND'],
  [409, 'conflict'],
  [422, 'validation_error'],
  [429, 'rate_limited', 'rate_limit_exceeded'],
  [500, 'internal_error', 'server_error'],
])('an error event has the status %i if its code is that of the API, or of OpenAI', async (status, ...codes) => {
  for (const code of codes) {
    const stream = await open(() => eventStreamAnswer(`data: {"error":{"message":"a","code":"${code}"}}\n\n`));
    expect(await rejectionOf(collect(stream))).toMatchObject({ code, statusCode: status });
  }
});

test.each(['{"message":"Overloaded."}', 'Overloaded.'])(
  'an event of the type `error` with %s is an error',
  async (data) => {
    const stream = await open(() => eventStreamAnswer(`event: error\ndata: ${data}\n\n`));
    const error = await rejectionOf(collect(stream));
    expect(error).toBeInstanceOf(ApiError);
    expect((error as ApiError).message).toBe('Overloaded.');
  },
);

test('an event whose error is null is not an error', async () => {
  const stream = await open(() => eventStreamAnswer('data: {"error":null,"a":1}\n\ndata: [DONE]\n\n'));
  expect(await collect(stream)).toEqual([{ error: null, a: 1 }]);
});

test('a lost connection rejects with an error that has its cause', async () => {
  const body = scriptedBody();
  const stream = await open(() => eventStreamAnswer(body.stream));
  const cause = new TypeError('terminated');
  body.cut(cause);
  const error = await rejectionOf(collect(stream));
  expect(error).toBeInstanceOf(ConnectionError);
  expect(error).toMatchObject({ cause, outcomeUnknown: true });
});

test('a timeout of Node’s own fetch is a TimeoutError', async () => {
  const body = scriptedBody();
  const stream = await open(() => eventStreamAnswer(body.stream));
  body.cut(new TypeError('terminated', { cause: { code: 'UND_ERR_BODY_TIMEOUT' } }));
  expect(await rejectionOf(collect(stream))).toBeInstanceOf(TimeoutError);
});

test.each<readonly [string, () => Response]>([
  ['an HTML page', () => new Response('<html>', { headers: { 'content-type': 'text/html' } })],
  ['JSON, by an API that ignores `stream`', () => Response.json({ id: 'a' })],
  ['nothing', () => new Response(null, { status: 204 })],
])('%s in place of a stream is rejected', async (_, respond) => {
  const error = await rejectionOf(open(respond));
  expect(error).toBeInstanceOf(InvalidResponseError);
  expect(error).toMatchObject({
    outcomeUnknown: true,
    message: expect.stringContaining('event stream was expected') as unknown,
  });
});

test('a stream can be read only once', async () => {
  const stream = await open(() => eventStreamAnswer(transcript));
  await collect(stream);
  await expect(collect(stream)).rejects.toThrow(/can be read only once/);
});

test('leaving the loop closes the connection and leaves neither timer nor listener', async () => {
  const body = scriptedBody();
  const { signal } = new AbortController();
  const stream = await open(() => eventStreamAnswer(body.stream), { signal });
  body.write('data: {"a":1}\n\n');
  for await (const _ of stream) break;
  expect([body.isCancelled, vi.getTimerCount(), getEventListeners(signal, 'abort').length]).toEqual([true, 0, 0]);
});

test('the end of an `await using` block closes the connection, also of a stream that was never read', async () => {
  const body = scriptedBody();
  const { signal } = new AbortController();
  const stream = await open(() => eventStreamAnswer(body.stream), { signal });
  await stream[Symbol.asyncDispose]();
  expect([body.isCancelled, vi.getTimerCount(), getEventListeners(signal, 'abort').length]).toEqual([true, 0, 0]);
});
