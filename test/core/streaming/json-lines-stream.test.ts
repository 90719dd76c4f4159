import { expect, test } from 'vitest';
import type { ChatCompletionChunk } from '../../../generated/types.js';
import { InvalidResponseError, StreamTruncatedError } from '../../../src/handwritten/core/errors/errors.js';
import type { HttpEventStream } from '../../../src/handwritten/core/streaming/event-stream.js';
import { ChatCompletionStream } from '../../../src/handwritten/resources/chat-completion-stream.js';
import { observedTransport, operationOf, rejectionOf, jsonBody } from '../../helpers/observed-transport.js';
import { bodyInReads, eventStreamAnswer, scriptedBody } from '../../helpers/scripted-body.js';

const chat = operationOf({ method: 'POST', body: jsonBody, answer: { as: 'json', stream: { when: 'stream' } } });

async function open(body: BodyInit): Promise<ChatCompletionStream> {
  const { transport } = observedTransport(() => eventStreamAnswer(body));
  return new ChatCompletionStream(
    (await transport.request(chat, { stream: true })) as HttpEventStream<ChatCompletionChunk>,
  );
}

const chunks = [
  { id: 'c', choices: [{ index: 0, delta: { content: 'Hel' } }] },
  { id: 'c', choices: [{ index: 0, delta: { content: 'lo\n€' } }] },
  { id: 'c', choices: [{ index: 0, delta: {}, finishReason: 'stop' }] },
];
const transcript = (count: number): string =>
  chunks
    .slice(0, count)
    .map((chunk) => `data: ${JSON.stringify(chunk)}\n\n`)
    .join('');
const whole = `${transcript(3)}data: [DONE]\n\n`;
const lines = chunks.map((chunk) => `${JSON.stringify(chunk)}\n`).join('');

async function collect(stream: AsyncIterable<unknown>): Promise<readonly unknown[]> {
  const found: unknown[] = [];
  for await (const chunk of stream) found.push(chunk);
  return found;
}

test('toReadableStream() gives newline-delimited JSON under public names', async () => {
  expect(await new Response((await open(whole)).toReadableStream()).text()).toBe(lines);
});

test.each([1, 2, 3, 5, 1000])('fromReadableStream() parses it in reads of %i bytes', async (size) => {
  const stream = ChatCompletionStream.fromReadableStream(bodyInReads(lines, size));
  expect(await collect(stream)).toEqual(chunks);
});

test('a forwarded stream results in the same completion', async () => {
  const sent = (await open(whole)).toReadableStream();
  const received = await ChatCompletionStream.fromReadableStream(sent).finalCompletion();
  expect(received).toEqual(await (await open(whole)).finalCompletion());
});

test.each([
  ['a last line without a line break', lines.trimEnd()],
  ['empty lines', `\n${lines}\n\n`],
  ['carriage returns', lines.replaceAll('\n', '\r\n')],
])('fromReadableStream() reads %s', async (_, text) => {
  expect(await collect(ChatCompletionStream.fromReadableStream(bodyInReads(text, 7)))).toEqual(chunks);
});

test('a truncated stream is an error on the other side too', async () => {
  const sent = (await open(transcript(2))).toReadableStream();
  const error = await rejectionOf(collect(ChatCompletionStream.fromReadableStream(sent)));
  expect(error).toBeInstanceOf(StreamTruncatedError);
});

test('the readable stream fails with the error of the source', async () => {
  const reader = (await open('data: {"broken\n\n')).toReadableStream().getReader();
  expect(await rejectionOf(reader.read())).toBeInstanceOf(InvalidResponseError);
});

test('a line that is not JSON is an error', async () => {
  const stream = ChatCompletionStream.fromReadableStream(bodyInReads('{"broken\n', 1000));
  expect(await rejectionOf(collect(stream))).toBeInstanceOf(InvalidResponseError);
});

const reason = { stop: 'enough' };

test('cancelling the readable stream closes the connection', async () => {
  const body = scriptedBody();
  const readable = (await open(body.stream)).toReadableStream();
  await readable.cancel(reason);
  expect(body.isCancelled).toBe(true);
});

test('cancelling it half-way ends finalCompletion() too', async () => {
  const body = scriptedBody();
  body.write(transcript(1));
  const stream = await open(body.stream);
  const reader = stream.toReadableStream().getReader();
  await reader.read();
  await reader.cancel(reason);
  expect(await rejectionOf(stream.finalCompletion())).toBe(reason);
});

test('abort() on the other side rejects with its reason, and cancels the body', async () => {
  const body = scriptedBody();
  const stream = ChatCompletionStream.fromReadableStream(body.stream);
  const rejection = rejectionOf(collect(stream));
  stream.abort(reason);
  expect(await rejection).toBe(reason);
  expect(body.isCancelled).toBe(true);
});

test('toReadableStream() reads only on demand', async () => {
  const body = scriptedBody();
  body.write(transcript(3));
  const reader = (await open(body.stream)).toReadableStream().getReader();
  await reader.read();
  await reader.cancel();
  expect(body.isCancelled).toBe(true);
});
