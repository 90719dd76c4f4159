import { afterEach, expect, test, vi } from 'vitest';
import type { ChatCompletion, ChatCompletionChunk } from '../../generated/types.js';
import {
  ConnectionError,
  InvalidResponseError,
  type RuncrateError,
  StreamTruncatedError,
} from '../../src/handwritten/core/errors/errors.js';
import type { HttpEventStream } from '../../src/handwritten/core/streaming/event-stream.js';
import type { HttpTransport } from '../../src/handwritten/core/transport/transport.js';
import { ChatCompletionStream } from '../../src/handwritten/resources/chat-completion-stream.js';
import { observedTransport, operationOf, rejectionOf, jsonBody } from '../helpers/observed-transport.js';
import { eventStreamAnswer, scriptedBody } from '../helpers/scripted-body.js';

const codec = { names: { reasoning_content: 'reasoningContent', finish_reason: 'finishReason' } };
const chunkCodec = { fields: { choices: { items: { ...codec, fields: { delta: codec } } } } };
const chat = operationOf({
  method: 'POST',
  body: jsonBody,
  answer: { as: 'json', stream: { when: 'stream', codec: chunkCodec } },
});

async function open(body: BodyInit): Promise<ChatCompletionStream> {
  const { transport } = observedTransport(() => eventStreamAnswer(body, { 'x-request-id': 'r1' }));
  const source = await transport.request(chat, { stream: true });
  return new ChatCompletionStream(source as HttpEventStream<ChatCompletionChunk>);
}

const event = (chunk: unknown): string => `data: ${JSON.stringify(chunk)}\n\n`;
const delta = (fields: object, rest: object = {}): string =>
  event({ id: 'c', object: 'chat.completion.chunk', model: 'm', choices: [{ index: 0, delta: fields, ...rest }] });

const finish = delta({}, { finish_reason: 'stop' });
const done = 'data: [DONE]\n\n';
const hello = delta({ role: 'assistant', content: '' }) + delta({ content: 'Hel' }) + delta({ content: 'lo' });
const usage = event({ choices: [], usage: { prompt_tokens: 1 } });
const whole = hello + finish + usage + done;

async function drain(stream: AsyncIterable<unknown>): Promise<number> {
  let count = 0;
  for await (const _ of stream) count++;
  return count;
}

async function textOf(stream: ChatCompletionStream): Promise<string> {
  let text = '';
  for await (const piece of stream.textStream()) text += piece;
  return text;
}

const completion = {
  id: 'c',
  object: 'chat.completion',
  model: 'm',
  choices: [{ index: 0, message: { role: 'assistant', content: 'Hello' }, finishReason: 'stop' }],
  usage: { prompt_tokens: 1 },
};

test('finalCompletion() resolves with the whole completion without iterating', async () => {
  expect(await (await open(whole)).finalCompletion()).toEqual(completion);
});

test('a locked response body is refused before there is a stream', async () => {
  const response = eventStreamAnswer(whole);
  response.body?.getReader();
  const { transport } = observedTransport(() => response);
  await expect(transport.request(chat, { stream: true })).rejects.toThrow('whose body has already been read');
});

test('finalCompletion() resolves with the whole completion without iterating', async () => {
  expect(await (await open(whole)).finalCompletion()).toEqual(completion);
});

test('finalCompletion() resolves with the whole completion after iterating', async () => {
  const stream = await open(whole);
  expect(await drain(stream)).toBe(5);
  expect(await stream.finalCompletion()).toEqual(completion);
});

test('finalCompletion() can be called twice, and while the stream is read', async () => {
  const stream = await open(whole);
  const [first, second] = await Promise.all([stream.finalCompletion(), stream.finalCompletion()]);
  expect([first, second]).toEqual([completion, completion]);
});

test('textStream() yields the text, and finalCompletion() then resolves with the whole completion', async () => {
  const stream = await open(whole);
  expect(await textOf(stream)).toBe('Hello');
  expect(await stream.finalCompletion()).toEqual(completion);
});

test('textStream() yields only the text of the first choice', async () => {
  const other = event({
    choices: [
      { index: 1, delta: { content: 'no' } },
      { index: 0, delta: { content: '!' } },
    ],
  });
  expect(await textOf(await open(hello + other + done))).toBe('Hello!');
});

test('a stream has the request id, and `isDone` after `[DONE]`', async () => {
  const stream = await open(whole);
  expect([stream.requestId, stream.isDone]).toEqual(['r1', false]);
  await drain(stream);
  expect(stream.isDone).toBe(true);
});

test.each([
  ['reasoning_content', { reasoning_content: 'hm' }],
  ['reasoning', { reasoning: 'hm' }],
  ['reasoning_content and reasoning', { reasoning_content: 'hm', reasoning: 'hm' }],
])('reasoning in the field %s is kept separate from the content', async (_, thought) => {
  const stream = await open(delta(thought) + delta({ content: 'Yes' }) + finish + done);
  const { choices } = await stream.finalCompletion();
  expect(choices[0]?.message).toMatchObject({ content: 'Yes', reasoningContent: 'hm' });
});

test('choices are assembled separately and sorted by index', async () => {
  const choice = (index: number, content: string) => ({ index, delta: { content }, finish_reason: 'stop' });
  const stream = await open(event({ choices: [choice(1, 'b'), choice(0, 'a')] }) + done);
  const { choices } = await stream.finalCompletion();
  expect(choices.map(({ index, message }) => [index, message.content])).toEqual([
    [0, 'a'],
    [1, 'b'],
  ]);
});

test.each([
  ['[DONE] without a finish reason', hello + done],
  ['a finish reason without [DONE]', hello + finish],
])('%s is a complete stream', async (_, wire) => {
  expect(await textOf(await open(wire))).toBe('Hello');
});

test('a connection that is lost after the finish reason is not an error', async () => {
  const body = scriptedBody();
  const stream = await open(body.stream);
  const text = textOf(stream);
  body.write(hello + finish);
  await vi.waitFor(() => expect(body.stream.locked).toBe(true));
  setTimeout(() => body.cut());
  expect(await text).toBe('Hello');
});

test('a timeout after the finish reason is not an error', async () => {
  const { transport } = observedTransport(() => eventStreamAnswer(scriptedBodyWith(hello + finish)), { timeout: 0.01 });
  const source = await transport.request(chat, { stream: true });
  expect(await textOf(new ChatCompletionStream(source as HttpEventStream<ChatCompletionChunk>))).toBe('Hello');
});

function scriptedBodyWith(text: string): ReadableStream<Uint8Array> {
  const body = scriptedBody();
  body.write(text);
  return body.stream;
}

const truncations: readonly (readonly [string, (body: ReturnType<typeof scriptedBody>) => void])[] = [
  ['ends', (body) => body.end()],
  ['is cut off', (body) => setTimeout(() => body.cut())],
];

test.each(truncations)(
  'a stream that %s before it is finished throws an error with the content received so far',
  async (_, end) => {
    const body = scriptedBody();
    const stream = await open(body.stream);
    body.write(hello);
    end(body);
    const error = (await rejectionOf(drain(stream))) as StreamTruncatedError<{ choices: unknown[] }>;
    expect(error).toBeInstanceOf(StreamTruncatedError);
    expect(error).toMatchObject({ outcomeUnknown: true, docsUrl: expect.stringMatching(/#streaming$/) as string });
    expect(error.partial.choices).toEqual([{ index: 0, message: { role: 'assistant', content: 'Hello' } }]);
    expect(await rejectionOf(stream.finalCompletion())).toBe(error);
  },
);

test('a truncation by a lost connection has the ConnectionError as its cause', async () => {
  const body = scriptedBody();
  const stream = await open(body.stream);
  body.write(hello);
  body.cut();
  expect(await rejectionOf(drain(stream))).toMatchObject({ cause: expect.any(ConnectionError) as unknown });
});

test('a malformed event rejects textStream() and finalCompletion() with the same error', async () => {
  const stream = await open(`${hello}data: {"broken\n\n`);
  const error = await rejectionOf(textOf(stream));
  expect(error).toBeInstanceOf(InvalidResponseError);
  expect(await rejectionOf(stream.finalCompletion())).toBe(error);
});

test('leaving the loop early closes the connection, and finalCompletion() rejects with a StreamTruncatedError', async () => {
  const body = scriptedBody();
  const stream = await open(body.stream);
  body.write(hello);
  for await (const _ of stream) break;
  expect(body.isCancelled).toBe(true);
  expect(await rejectionOf(stream.finalCompletion())).toBeInstanceOf(StreamTruncatedError);
});

test('a second loop is rejected, and does not affect finalCompletion()', async () => {
  const stream = await open(whole);
  await drain(stream);
  await expect(drain(stream)).rejects.toThrow(/can be read only once/);
  expect(await stream.finalCompletion()).toEqual(completion);
});

const reason = { stop: 'enough' };

test.each<readonly [string, (stream: ChatCompletionStream) => Promise<unknown>]>([
  ['a loop', drain],
  ['textStream()', textOf],
  ['finalCompletion()', (stream) => stream.finalCompletion()],
])('abort() rejects %s with its reason', async (_, read) => {
  const body = scriptedBody();
  const stream = await open(body.stream);
  const rejection = rejectionOf(read(stream));
  body.write(hello);
  stream.abort(reason);
  expect(await rejection).toBe(reason);
  expect(await rejectionOf(stream.finalCompletion())).toBe(reason);
  expect(body.isCancelled).toBe(true);
});

test('an aborted stream rejects, even if all of it has arrived', async () => {
  const stream = await open(whole);
  stream.abort(reason);
  expect(await rejectionOf(stream.finalCompletion())).toBe(reason);
});

test('the end of an `await using` block closes the connection', async () => {
  const body = scriptedBody();
  {
    await using stream = await open(body.stream);
    expect(stream.isDone).toBe(false);
  }
  expect(body.isCancelled).toBe(true);
});

const unhandled: unknown[] = [];
const remember = (error: unknown) => void unhandled.push(error);
afterEach(() => void process.off('unhandledRejection', remember));

test('an error that the loop has thrown is not an unhandled rejection', async () => {
  process.on('unhandledRejection', remember);
  const stream = await open(hello);
  await rejectionOf(drain(stream));
  await new Promise((resolve) => setTimeout(resolve));
  expect(unhandled).toEqual([]);
});

test.each<
  readonly [string, (stream: ChatCompletionStream, transport: HttpTransport, caller: AbortController) => unknown]
>([
  ['the caller’s abort', (_, __, caller) => caller.abort(new Error('enough'))],
  ['abort()', (stream) => stream.abort(new Error('enough'))],
  ['the end of its `await using` block', (stream) => stream[Symbol.asyncDispose]()],
  ['closing the client', (_, transport) => transport.close()],
])('%s rejects finalCompletion() of a stream that is no longer read', async (_, end) => {
  const body = scriptedBody();
  const caller = new AbortController();
  const { transport } = observedTransport(() => eventStreamAnswer(body.stream));
  const source = await transport.request(chat, { stream: true }, { signal: caller.signal });
  const stream = new ChatCompletionStream(source as HttpEventStream<ChatCompletionChunk>);
  body.write(hello);
  await stream[Symbol.asyncIterator]().next();
  const final = rejectionOf(stream.finalCompletion());
  void end(stream, transport, caller);
  expect(((await final) as Error).message).toMatch(
    /^(enough|This client is closed|Your program left the stream before)/,
  );
});

test('finalCompletion() resolves after the loop is left at the finish reason', async () => {
  const stream = await open(whole);
  for await (const { choices } of stream) if (choices[0]?.finishReason === 'stop') break;
  expect(await stream.finalCompletion()).toMatchObject({ choices: completion.choices });
});

test.each<readonly [string, (stream: ChatCompletionStream) => unknown]>([
  [
    '`break` in its loop',
    async (stream) => {
      for await (const _ of stream) break;
    },
  ],
  [
    '`break` in the loop of its text',
    async (stream) => {
      for await (const _ of stream.textStream()) break;
    },
  ],
  ['the end of its `await using` block', (stream) => stream[Symbol.asyncDispose]()],
])('after %s the error of finalCompletion() says that the program left, and what to do instead', async (_, leave) => {
  const stream = await open(hello + finish);
  await leave(stream);
  const error = (await rejectionOf(stream.finalCompletion())) as StreamTruncatedError;
  expect(error).toBeInstanceOf(StreamTruncatedError);
  expect(error.message).toBe('Your program left the stream before the completion was finished.');
  expect(error.hint).toContain('call `finalCompletion()` instead');
  expect(error.cause).toBeUndefined();
});

test.each<readonly [string, string, (stream: ChatCompletionStream) => Promise<unknown>]>([
  ['a truncation', hello, drain],
  ['a broken event', 'data: {"broken\n\n', drain],
  ['an error that the server sends', 'data: {"error":{"message":"Overloaded."}}\n\n', drain],
  [
    'a stream that was left',
    hello,
    async (stream) => {
      for await (const _ of stream) break;
      await stream.finalCompletion();
    },
  ],
])('the error of %s holds the attempts of the call, those that failed before it too', async (_, wire, read) => {
  const answers = [
    new Response('', { status: 503, headers: { 'retry-after': '0' } }),
    eventStreamAnswer(wire, { 'x-request-id': 'r1' }),
  ];
  const { transport } = observedTransport(() => answers.shift()!);
  const source = await transport.request(chat, { stream: true });
  const error = (await rejectionOf(
    read(new ChatCompletionStream(source as HttpEventStream<ChatCompletionChunk>)),
  )) as RuncrateError;
  expect(error.attempts).toMatchObject([{ status: 503 }, { status: 200, requestId: 'r1' }]);
});

test.each([
  ['choices that are null', '{"id":"c","choices":null}', { id: 'c', choices: [] }],
  ['no choices', '{"id":"c"}', { id: 'c', choices: [] }],
  ['nothing', '{}', { choices: [] }],
  [
    'choices that are none',
    '{"choices":[null,"a",{"index":0,"delta":{"content":"a"}}]}',
    { choices: [{ index: 0, delta: { content: 'a' } }] },
  ],
  ['a delta that is null', '{"choices":[{"index":0,"delta":null}]}', { choices: [{ index: 0, delta: {} }] }],
  ['no delta', '{"choices":[{"index":0}]}', { choices: [{ index: 0, delta: {} }] }],
  ['a delta that is a text', '{"choices":[{"index":0,"delta":"a"}]}', { choices: [{ index: 0, delta: {} }] }],
])('a chunk with %s has the list of choices and the deltas that its type promises', async (_, data, expected) => {
  const chunks: unknown[] = [];
  for await (const chunk of await open(`data: ${data}\n\n${finish}`)) chunks.push(chunk);
  expect(chunks[0]).toEqual(expected);
});

test.each([
  ['nothing', 'event: ping\ndata: {}\n\n'],
  ['its type and the time', 'event: ping\ndata: {"type":"ping","time":1,"note":null}\n\n'],
  ['a text that is no JSON', 'event: heartbeat\ndata: ok\n\n'],
  ['JSON that is no object', 'event: heartbeat\ndata: [1]\n\n'],
  ['empty data', 'data:\n\n'],
  ['blank data', 'event: ping\ndata:  \n\n'],
])('a keep-alive event of %s is skipped, and not part of the completion', async (_, ping) => {
  const stream = await open(ping + hello + ping + finish + ping + usage + done);
  expect(await drain(stream)).toBe(5);
  expect(await stream.finalCompletion()).toEqual(completion);
});

test.each([
  ['choices', '{"choices":[{"index":0,"delta":{"content":"a"}}]}'],
  ['usage alone', '{"usage":{"prompt_tokens":1}}'],
  ['sources alone', '{"citations":["https://a.example"]}'],
])('an event of a type of its own with %s is a chunk', async (_, data) => {
  expect(await drain(await open(`event: part\ndata: ${data}\n\n${finish}`))).toBe(2);
});

test('what a chunk holds is not changed by the chunks after it', async () => {
  const pieces = [{ audio: { data: 'a' } }, { audio: { data: 'b' } }].map((fields) =>
    delta({ ...fields, list: [{ index: 0, text: 'x' }] }),
  );
  const stream = await open(pieces.join('') + finish);
  const seen: unknown[] = [];
  for await (const { choices } of stream) seen.push(choices[0]?.delta);
  const { choices } = await stream.finalCompletion();
  expect(choices[0]?.message).toMatchObject({ audio: { data: 'ab' }, list: [{ index: 0, text: 'xx' }] });
  expect(seen).toEqual([
    { audio: { data: 'a' }, list: [{ index: 0, text: 'x' }] },
    { audio: { data: 'b' }, list: [{ index: 0, text: 'x' }] },
    {},
  ]);
});

test('fields named as what every object has are assembled as any other', async () => {
  const piece = (text: string): string =>
    `data: {"constructor":"${text}","choices":[{"index":0,"toString":"${text}","delta":{"constructor":"${text}","__proto__":{"valueOf":"${text}"}}}]}\n\n`;
  const stream = await open(piece('a') + piece('b') + finish);
  const assembled = JSON.parse(JSON.stringify(await stream.finalCompletion())) as ChatCompletion;
  expect(assembled).toMatchObject({ constructor: 'b', choices: [{ toString: 'b', message: { constructor: 'ab' } }] });
  expect(Object.getOwnPropertyDescriptor(assembled.choices[0]?.message, '__proto__')?.value).toEqual({ valueOf: 'ab' });
});
