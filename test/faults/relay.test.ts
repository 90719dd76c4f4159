import { expect, test } from 'vitest';
import { ChatCompletionStream, StreamTruncatedError } from '../../src/index.node.js';
import { useFastClock } from '../helpers/fast-clock.js';
import { drain, streamCalls } from '../helpers/fault-calls.js';
import { useFaultServer } from '../helpers/fault-server.js';
import { answer, cutInBody, stallInBody, type Reply } from '../helpers/loopback-server.js';
import { rejectionOf } from '../helpers/observed-transport.js';
import { bodyInReads, scriptedBody } from '../helpers/scripted-body.js';
import { clientOf } from './fault.js';

const server = useFaultServer();
const clock = useFastClock();

const { transcript, events } = streamCalls[0]!.example.stream!;
const headers = { 'content-type': 'text/event-stream' };

async function open(reply: Reply): Promise<ChatCompletionStream> {
  server.play(() => reply);
  return clientOf(server.url).models.chatCompletion({ model: 'a', messages: [], stream: true });
}

/** As a browser reads what its own server forwards. */
async function relayed(reply: Reply): Promise<ChatCompletionStream> {
  const sent = new Response((await open(reply)).toReadableStream());
  return ChatCompletionStream.fromReadableStream(sent.body!);
}

const lines = events.map((event) => `${JSON.stringify(event)}\n`).join('');

test('a relayed stream has the same chunks, text and completion', async () => {
  const reply = answer({ headers, body: transcript });
  expect(await drain(await relayed(reply))).toEqual(events);
  expect(await drain((await relayed(reply)).textStream())).toEqual(await drain((await open(reply)).textStream()));
  expect(await (await relayed(reply)).finalCompletion()).toEqual(await (await open(reply)).finalCompletion());
});

test('a relayed stream that was cut off is truncated on the other side too', async () => {
  const stream = await relayed(cutInBody({ headers, body: transcript }, 300));
  expect(await rejectionOf(stream.finalCompletion())).toBeInstanceOf(StreamTruncatedError);
});

test('leaving the loop of a relayed stream closes the connection to the API', async () => {
  const requests = server.play(() => stallInBody({ headers, body: transcript }, 700));
  const stream = await clientOf(server.url).models.chatCompletion({ model: 'a', messages: [], stream: true });
  for await (const _ of ChatCompletionStream.fromReadableStream(stream.toReadableStream())) break;
  await requests[0]!.closed;
  expect(requests).toHaveLength(1);
});

const reason = { because: 'enough' };

test.each([
  ['in the middle', 1],
  ['at the last chunk', events.length],
])('a stream of lines that is aborted %s returns no more and does not seem complete', async (_, count) => {
  const stream = ChatCompletionStream.fromReadableStream(bodyInReads(lines.trimEnd(), 100_000));
  const seen: unknown[] = [];
  const reading = async (): Promise<void> => {
    for await (const chunk of stream) if (seen.push(chunk) === count) stream.abort(reason);
  };
  expect(await rejectionOf(reading())).toBe(reason);
  expect(seen).toHaveLength(count);
  expect(await rejectionOf(stream.finalCompletion())).toBe(reason);
});

test('a stream of lines can be read only once, and a second reader does not affect the first', async () => {
  const body = scriptedBody();
  body.write(lines);
  const stream = ChatCompletionStream.fromReadableStream(body.stream);
  const first = stream[Symbol.asyncIterator]();
  await first.next();
  await expect(drain(stream)).rejects.toThrow(/can be read only once/);
  body.end();
  const rest: unknown[] = [];
  for (let next = await first.next(); !next.done; next = await first.next()) rest.push(next.value);
  expect(rest).toEqual(events.slice(1));
});

test.each([
  ['reasoning_content', '{"reasoning_content":"Hm. "}'],
  ['reasoning', '{"reasoning":"Hm. "}'],
  ['both at once, which are the same text', '{"reasoning":"Hm. ","reasoning_content":"Hm. "}'],
])('reasoning in %s is accumulated separately from the content', async (_, delta) => {
  const chunks = [delta, delta, '{"content":"Seven."}'].map(
    (text) => `data: {"choices":[{"index":0,"delta":${text}}]}\n\n`,
  );
  const stream = await open(answer({ headers, body: `${chunks.join('')}data: [DONE]\n\n` }));
  const { choices } = await stream.finalCompletion();
  expect(choices[0]?.message).toMatchObject({ reasoningContent: 'Hm. Hm. ', content: 'Seven.' });
});

test('a field __proto__ of a delta changes no prototype', async () => {
  const event = '{"choices":[{"index":0,"delta":{"__proto__":{"polluted":true},"content":"a"}}]}';
  const stream = await open(answer({ headers, body: `data: ${event}\n\ndata: [DONE]\n\n` }));
  const { message } = (await stream.finalCompletion()).choices[0]!;
  expect(Object.getPrototypeOf(message)).toBe(Object.prototype);
  expect([Object.hasOwn(message, '__proto__'), ({} as { polluted?: unknown }).polluted]).toEqual([true, undefined]);
});

test('a stall after everything has arrived is not an error: no billed content is lost', async () => {
  const finished = 'data: {"choices":[{"index":0,"delta":{"content":"a"},"finish_reason":"stop"}]}\n\n';
  const stream = await open(stallInBody({ headers, body: `${finished}data: more` }, finished.length));
  // By then the next event is pending.
  for await (const _ of stream) setImmediate(clock.expire);
  expect((await stream.finalCompletion()).choices[0]?.message.content).toBe('a');
});
