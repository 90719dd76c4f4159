import { expect, test } from 'vitest';
import {
  ApiError,
  type ChatCompletion,
  type ChatCompletionChunk,
  type ChatCompletionStream,
} from '../../../src/index.node.js';
import { json, observedClient, type Respond } from '../../helpers/observed-client.js';
import { rejectionOf } from '../../helpers/observed-transport.js';
import { bodyInReads, scriptedBody } from '../../helpers/scripted-body.js';

const params = { model: 'a', messages: [{ role: 'user', content: 'Hi' }] } as const;

async function open(respond: Respond): Promise<ChatCompletionStream> {
  return observedClient(respond).client.models.chatCompletion({ ...params, stream: true });
}

const type = { 'content-type': 'application/json; charset=utf-8' };
const call = { id: 'c', type: 'function', function: { name: 'f', arguments: '{"a":1}' } };
const whole = {
  id: 'r',
  object: 'chat.completion',
  created: 1,
  model: 'a',
  choices: [
    { index: 0, message: { role: 'assistant', content: 'Größe 😀' }, finish_reason: 'stop', stop_reason: 7 },
    {
      index: 1,
      message: { role: 'assistant', content: null, reasoning_content: 'Hm.', tool_calls: [call, { ...call, id: 'd' }] },
      finish_reason: 'tool_calls',
    },
  ],
  usage: { prompt_tokens: 1, completion_tokens: 2, total_tokens: 3 },
};

/** What the same server responds without `stream`. */
async function plainOf(body: BodyInit): Promise<ChatCompletion> {
  return observedClient(() => new Response(body, { headers: type })).client.models.chatCompletion(params);
}

const text = JSON.stringify(whole);

test.each([
  ['alone', text],
  ['on many lines', JSON.stringify(whole, null, 2).replaceAll('\n', '\r\n')],
  ['after comments', `: WAITING\n\n:\r\n\r\n${text}`],
  ['before `[DONE]`', `${text}\n\ndata: [DONE]\n\n`],
])('a whole completion where a stream was asked for is given as a stream: %s', async (_, body) => {
  for (const size of [1, 2, 3, 5, 1000]) {
    const stream = await open(() => new Response(bodyInReads(body, size), { headers: type }));
    const chunks = [];
    for await (const chunk of stream) chunks.push(chunk);
    expect(chunks.map(({ object, choices }) => [object, choices[0]?.delta.content])).toEqual([
      ['chat.completion.chunk', 'Größe 😀'],
    ]);
    expect(stream.isDone).toBe(true);
    expect(await stream.finalCompletion()).toEqual(await plainOf(body));
  }
});

test('its text is streamed, and its attempts, headers and request id are those of the response', async () => {
  const stream = await open(() => json(whole, { headers: { 'x-request-id': 'r1' } }));
  expect(stream.requestId).toBe('r1');
  const texts = [];
  for await (const part of stream.textStream()) texts.push(part);
  expect(texts).toEqual(['Größe 😀']);
});

test('what stands at once in a chunk of JSON is given too', async () => {
  const chunk = { id: 'r', choices: [{ index: 0, delta: { content: 'Hi' }, finish_reason: 'stop' }] };
  const stream = await open(() => json(chunk));
  expect((await stream.finalCompletion()).choices[0]?.message.content).toBe('Hi');
});

test('an error beside the choices is thrown when the stream is read', async () => {
  const stream = await open(() => json({ ...whole, error: { message: 'Cut.' } }));
  const error = (await rejectionOf(stream.finalCompletion())) as ApiError;
  expect(error).toBeInstanceOf(ApiError);
  expect([error.message, error.attempts.map(({ status }) => status)]).toEqual(['Cut.', [200]]);
});

const chunk = (content: string): string => `data: {"choices":[{"index":0,"delta":{"content":"${content}"}}]}\n\n`;
const end = 'data: {"choices":[{"index":0,"delta":{},"finish_reason":"stop"}]}\n\ndata: [DONE]\n\n';

test.each([
  ['data', ''],
  ['a comment', ': ping\n\n'],
  ['comments and empty lines', '\r\n:\r\n\r\n: ping\n \n'],
  ['a type', 'event: message\n'],
  ['an id', 'id: 1\n'],
  ['a byte order mark', '\ufeff'],
])('events labelled as JSON are read: they begin with %s', async (_, start) => {
  for (const size of [1, 2, 3, 5, 1000]) {
    const body = bodyInReads(start + chunk('Größe ') + chunk('😀') + end, size);
    const stream = await open(() => new Response(body, { headers: type }));
    expect((await stream.finalCompletion()).choices[0]?.message.content).toBe('Größe 😀');
  }
});

test('events labelled as JSON arrive one by one, and leaving the loop closes the connection', async () => {
  const body = scriptedBody();
  body.write(chunk('a'));
  const stream = await open(() => new Response(body.stream, { headers: type }));
  const chunks: AsyncIterator<ChatCompletionChunk, undefined> = stream[Symbol.asyncIterator]();
  expect((await chunks.next()).value?.choices[0]?.delta.content).toBe('a');
  const second = chunks.next();
  body.write(chunk('b'));
  expect((await second).value?.choices[0]?.delta.content).toBe('b');
  await chunks.return?.();
  expect(body.isCancelled).toBe(true);
});

test('an abort while it is unknown whether events follow rejects with its reason', async () => {
  const controller = new AbortController();
  const body = scriptedBody();
  body.write(': ping\n\n');
  const { client } = observedClient(() => new Response(body.stream, { headers: type }));
  const opening = client.models.chatCompletion({ ...params, stream: true }, { signal: controller.signal });
  controller.abort('enough');
  await expect(opening).rejects.toBe('enough');
});

test.each([
  ['NaN', '{"choices":[NaN]}', /returned 200 with NaN, which is not JSON\.$/],
  ['JSON that was cut short', '{"choices":[{"mess', /the response body was cut short\.$/],
  ['nothing', '', /without a body where JSON was expected\.$/],
  ['comments alone', ': ping\n\n: ping\n\n', /without a body where JSON was expected\.$/],
  ['JSON without choices', '{"id":"a"}', /application\/json.* where an event stream was expected: \{"id":"a"\}$/],
  ['a text', '"Not today."', /where an event stream was expected: Not today\.$/],
])('%s in place of a stream is rejected with what it is', async (_, body, message) => {
  const error = (await rejectionOf(open(() => new Response(body, { headers: type })))) as Error;
  expect([error.name, error.message]).toEqual(['InvalidResponseError', expect.stringMatching(message)]);
});
