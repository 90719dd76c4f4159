import { afterEach, expect, test, vi } from 'vitest';
import type { ChatCompletionChunk } from '../../generated/types.js';
import {
  ConnectionError,
  InvalidResponseError,
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

test('finalCompletion() gives the whole instead of iterating', async () => {
  expect(await (await open(whole)).finalCompletion()).toEqual(completion);
});

test('a body that somebody else reads fails the loop and finalCompletion()', async () => {
  const answer = eventStreamAnswer(whole);
  answer.body?.getReader();
  const { transport } = observedTransport(() => answer);
  const source = await transport.request(chat, { stream: true });
  const stream = new ChatCompletionStream(source as HttpEventStream<ChatCompletionChunk>);
  const error = await rejectionOf(drain(stream));
  expect(error).toBeInstanceOf(TypeError);
  expect(await rejectionOf(stream.finalCompletion())).toBe(error);
});

test('finalCompletion() gives the whole after iterating', async () => {
  const stream = await open(whole);
  expect(await drain(stream)).toBe(5);
  expect(await stream.finalCompletion()).toEqual(completion);
});

test('finalCompletion() may be asked twice, and while the stream is read', async () => {
  const stream = await open(whole);
  const [first, second] = await Promise.all([stream.finalCompletion(), stream.finalCompletion()]);
  expect([first, second]).toEqual([completion, completion]);
});

test('textStream() gives the text, and finalCompletion() the whole after it', async () => {
  const stream = await open(whole);
  expect(await textOf(stream)).toBe('Hello');
  expect(await stream.finalCompletion()).toEqual(completion);
});

test('textStream() gives the text of the first choice alone', async () => {
  const other = event({
    choices: [
      { index: 1, delta: { content: 'no' } },
      { index: 0, delta: { content: '!' } },
    ],
  });
  expect(await textOf(await open(hello + other + done))).toBe('Hello!');
});

test('knows the request id, and whether the server said that it is done', async () => {
  const stream = await open(whole);
  expect([stream.requestId, stream.isDone]).toEqual(['r1', false]);
  await drain(stream);
  expect(stream.isDone).toBe(true);
});

test.each([
  ['reasoning_content', { reasoning_content: 'hm' }],
  ['reasoning', { reasoning: 'hm' }],
  ['both, as some servers do', { reasoning_content: 'hm', reasoning: 'hm' }],
])('reasoning that is called %s is kept apart from the content', async (_, thought) => {
  const stream = await open(delta(thought) + delta({ content: 'Yes' }) + finish + done);
  const { choices } = await stream.finalCompletion();
  expect(choices[0]?.message).toMatchObject({ content: 'Yes', reasoningContent: 'hm' });
});

test('choices are assembled apart and sorted', async () => {
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
])('%s is a whole stream', async (_, wire) => {
  expect(await textOf(await open(wire))).toBe('Hello');
});

test('a connection that is lost after the finish reason is no error', async () => {
  const body = scriptedBody();
  const stream = await open(body.stream);
  const text = textOf(stream);
  body.write(hello + finish);
  await vi.waitFor(() => expect(body.stream.locked).toBe(true));
  setTimeout(() => body.cut());
  expect(await text).toBe('Hello');
});

test('a server that falls silent after the finish reason is no error', async () => {
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
  ['is cut', (body) => setTimeout(() => body.cut())],
];

test.each(truncations)(
  'a stream that %s before it is finished is an error that holds what had arrived',
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

test('a truncation by a lost connection has that as its cause', async () => {
  const body = scriptedBody();
  const stream = await open(body.stream);
  body.write(hello);
  body.cut();
  expect(await rejectionOf(drain(stream))).toMatchObject({ cause: expect.any(ConnectionError) as unknown });
});

test('a broken event ends textStream() and finalCompletion() alike', async () => {
  const stream = await open(`${hello}data: {"broken\n\n`);
  const error = await rejectionOf(textOf(stream));
  expect(error).toBeInstanceOf(InvalidResponseError);
  expect(await rejectionOf(stream.finalCompletion())).toBe(error);
});

test('a loop that is left early closes the connection, and its final completion is a truncation', async () => {
  const body = scriptedBody();
  const stream = await open(body.stream);
  body.write(hello);
  for await (const _ of stream) break;
  expect(body.isCancelled).toBe(true);
  expect(await rejectionOf(stream.finalCompletion())).toBeInstanceOf(StreamTruncatedError);
});

test('a second loop is refused, and does not disturb the first one’s end', async () => {
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
])('abort() ends %s with the very reason', async (_, read) => {
  const body = scriptedBody();
  const stream = await open(body.stream);
  const rejection = rejectionOf(read(stream));
  body.write(hello);
  stream.abort(reason);
  expect(await rejection).toBe(reason);
  expect(await rejectionOf(stream.finalCompletion())).toBe(reason);
  expect(body.isCancelled).toBe(true);
});

test('an aborted stream does not look finished, though all of it was here', async () => {
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

test('a failure that the loop has thrown is no unhandled rejection', async () => {
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
  ['the end of the client', (_, transport) => transport.close()],
])('%s ends finalCompletion() of a stream that is half read, and that nobody reads on', async (_, end) => {
  const body = scriptedBody();
  const caller = new AbortController();
  const { transport } = observedTransport(() => eventStreamAnswer(body.stream));
  const source = await transport.request(chat, { stream: true }, { signal: caller.signal });
  const stream = new ChatCompletionStream(source as HttpEventStream<ChatCompletionChunk>);
  body.write(hello);
  await stream[Symbol.asyncIterator]().next();
  const final = rejectionOf(stream.finalCompletion());
  void end(stream, transport, caller);
  expect(((await final) as Error).message).toMatch(/^(enough|This client is closed|The stream ended before)/);
});

test('a loop that is left after the finish reason has its final completion', async () => {
  const stream = await open(whole);
  for await (const { choices } of stream) if (choices[0]?.finishReason === 'stop') break;
  expect(await stream.finalCompletion()).toMatchObject({ choices: completion.choices });
});
