import { expect, test } from 'vitest';
import {
  ApiError,
  InvalidResponseError,
  RateLimitError,
  StreamTruncatedError,
  type ChatCompletion,
  type RuncrateError,
} from '../../src/index.node.js';
import { json, observedClient } from '../helpers/observed-client.js';
import { rejectionOf } from '../helpers/observed-transport.js';
import { bodyInReads, eventStreamAnswer } from '../helpers/scripted-body.js';

const params = { model: 'm', messages: [] };
const done = 'data: [DONE]\n\n';
const event = (fields: object): string => `data: ${JSON.stringify(fields)}\n\n`;
const choice = (fields: object): string => event({ id: 'c', choices: [{ index: 0, delta: {}, ...fields }] });
const hello = choice({ delta: { role: 'assistant', content: 'Hel' } }) + choice({ delta: { content: 'lo' } });
const finish = choice({ finish_reason: 'stop' });
const tooLong = { code: 400, message: 'The prompt is too long.', type: 'exceed_context_size_error' };

async function failureOf(wire: string, fields: object = {}, size = 1000): Promise<RuncrateError> {
  const { client } = observedClient(() => eventStreamAnswer(bodyInReads(wire, size)));
  const stream = await client.models.chatCompletion({ ...params, ...fields, stream: true });
  const error = await rejectionOf(stream.finalCompletion());
  return error as RuncrateError;
}

async function finalOf(wire: string, fields: object = {}): Promise<ChatCompletion> {
  const { client } = observedClient(() => eventStreamAnswer(wire));
  const stream = await client.models.chatCompletion({ ...params, ...fields, stream: true });
  return stream.finalCompletion();
}

const words: readonly (readonly [what: string, wire: string])[] = [
  ['an error event', event({ error: tooLong })],
  ['a field called `error`, as llama.cpp sent it', `error: ${JSON.stringify(tooLong)}\n\n`],
  ['a field called `error` that holds an error', `error: ${JSON.stringify({ error: tooLong })}\n\n`],
  ['JSON without `data:`', JSON.stringify({ error: tooLong })],
  ['JSON without `data:`, on a line of its own', `${JSON.stringify({ error: tooLong })}\n\n`],
  ['JSON without `data:`, on several lines', `${JSON.stringify({ error: tooLong }, null, 2)}\n\n`],
  ['JSON without `data:`, whose error is not in a field', JSON.stringify(tooLong)],
  ['a text', 'The prompt is too long.'],
  ['an error event without the empty line after it', event({ error: tooLong }).trimEnd()],
  ['a chunk without choices', event({ detail: 'The prompt is too long.' })],
];

const ends: readonly (readonly [when: string, wire: string])[] = [
  ['alone', ''],
  ['before [DONE]', `\n\n${done}`],
];

test.each(words.flatMap(([what, wire]) => ends.map(([when, end]) => ({ what, when, wire: wire + end }))))(
  'a stream that holds only an error rejects with the words of the server: $what, $when',
  async ({ wire }) => {
    for (const size of [3, 1000]) {
      const error = await failureOf(wire, {}, size);
      expect(error).toBeInstanceOf(ApiError);
      expect(error).toMatchObject({ message: 'The prompt is too long.', outcomeUnknown: true });
    }
  },
);

test.each(words.slice(0, 8).map(([what, wire]) => ({ what, wire })))(
  'what arrived before $what is in `partial` of the error',
  async ({ wire }) => {
    const error = await failureOf(hello + wire);
    expect(error).toBeInstanceOf(ApiError);
    expect(error).toMatchObject({
      message: 'The prompt is too long.',
      partial: { choices: [{ message: { content: 'Hello' } }] },
    });
  },
);

test('what arrived before a broken event is in `partial` too, and not in JSON of the error', async () => {
  const error = await failureOf(`${hello}data: {"choices":\n\n`);
  expect(error).toBeInstanceOf(InvalidResponseError);
  expect(error).toMatchObject({ partial: { choices: [{ message: { content: 'Hello' } }] } });
  expect(JSON.stringify(error)).not.toContain('Hello');
});

test('an error of which nothing arrived before has no `partial`', async () => {
  expect((await failureOf(event({ error: tooLong }))).partial).toBeUndefined();
});

test.each([
  ['[DONE] alone', done],
  ['a chunk without a choice', event({ id: 'c', choices: [] }) + done],
  ['usage alone', event({ choices: [], usage: { prompt_tokens: 3 } }) + done],
  ['keep-alive events', `: ping\n\nevent: ping\ndata: {}\n\n${done}`],
])('%s is no completion', async (_, wire) => {
  expect(await failureOf(wire)).toBeInstanceOf(StreamTruncatedError);
});

test('lines that are no event are not an error of a completion that is finished', async () => {
  const { choices } = await finalOf(`garbage of a proxy\n\n${hello}${finish}${done}`);
  expect(choices[0]?.message.content).toBe('Hello');
});

test.each([
  ['usage', `${hello}${finish}${event({ choices: [], usage: { prompt_tokens: 3 } }).trimEnd()}`],
  [
    'usage, after one line break',
    `${hello}${finish}${event({ choices: [], usage: { prompt_tokens: 3 } }).slice(0, -1)}`,
  ],
])('a last event without its empty line is not lost: %s', async (_, wire) => {
  expect((await finalOf(wire)).usage).toEqual({ promptTokens: 3 });
});

test('a [DONE] without its empty line is the end', async () => {
  expect((await finalOf(`${hello}data: [DONE]`)).choices[0]?.message.content).toBe('Hello');
});

test('a last event that was cut off is a truncation', async () => {
  const error = await failureOf(hello + choice({ delta: { content: '!' } }).slice(0, -6));
  expect(error).toBeInstanceOf(StreamTruncatedError);
  expect(error).toMatchObject({ partial: { choices: [{ message: { content: 'Hello' } }] } });
});

test.each([
  ['""', ''],
  ['false', false],
  ['null', null],
  ['{}', {}],
  ['[]', []],
  ['{ code: 0, message: "" }', { code: 0, message: '' }],
])('an `error` of %s in a chunk is none', async (_, error) => {
  const { choices } = await finalOf(event({ error, choices: [{ index: 0, delta: { content: 'Hi' } }] }) + finish);
  expect(choices[0]?.message.content).toBe('Hi');
});

// A choice that failed

const overloaded = { code: 429, message: 'The provider is overloaded.' };

const failures: readonly (readonly [what: string, fields: object])[] = [
  ['an error and the finish reason `error`', { finish_reason: 'error', error: overloaded }],
  ['an error alone', { error: overloaded }],
  ['an error as a text', { finish_reason: 'error', error: overloaded.message }],
];

test.each(failures)('a choice that failed rejects with its error, and `partial`: %s', async (_, fields) => {
  for (const end of [done, '']) {
    const error = await failureOf(hello + choice(fields) + end);
    expect(error).toBeInstanceOf(ApiError);
    expect(error).toMatchObject({
      message: overloaded.message,
      outcomeUnknown: true,
      partial: { choices: [{ message: { content: 'Hello' } }] },
    });
  }
});

test.each(failures)('so does a choice of a response without streaming: %s', async (_, fields) => {
  const answer = { id: 'c', choices: [{ index: 0, message: { role: 'assistant', content: 'Hello' }, ...fields }] };
  const { client, requests } = observedClient(() => json(answer));
  for (const call of [
    () => client.models.chatCompletion(params),
    () => client.request('POST /chat/completions', params),
  ]) {
    const error = await rejectionOf(call());
    expect(error).toBeInstanceOf(ApiError);
    expect(error).toMatchObject({
      message: overloaded.message,
      outcomeUnknown: true,
      partial: { choices: [{ message: { content: 'Hello' } }] },
    });
  }
  expect(requests).toHaveLength(2);
});

test('the error of a choice has the class and the status of its code', async () => {
  const error = await failureOf(hello + choice({ finish_reason: 'error', error: overloaded }));
  expect(error).toBeInstanceOf(RateLimitError);
  expect(error).toMatchObject({ statusCode: 429, attempts: [{ status: 200 }] });
});

test('a choice that failed without a word says so', async () => {
  const error = await failureOf(hello + choice({ finish_reason: 'error' }) + done);
  expect(error).toBeInstanceOf(ApiError);
  expect(error.message).toContain('finish reason `error`');
});

test('an error of a choice that then came to a good end is none', async () => {
  const { choices } = await finalOf(hello + choice({ error: overloaded }) + finish + done);
  expect(choices[0]?.message.content).toBe('Hello');
});

// Several choices

const second = event({ id: 'c', choices: [{ index: 1, delta: { content: 'Hi' } }] });
const secondFinish = event({ id: 'c', choices: [{ index: 1, delta: {}, finish_reason: 'stop' }] });

test.each([
  ['has not begun', hello + finish],
  ['is not finished', hello + second + finish],
])('with `n: 2`, a stream that ends while the other choice %s is truncated', async (_, wire) => {
  const error = await failureOf(wire, { n: 2 });
  expect(error).toBeInstanceOf(StreamTruncatedError);
  expect((error.partial as ChatCompletion).choices[0]).toMatchObject({ finishReason: 'stop' });
});

test.each([
  ['both choices are finished', hello + second + finish + secondFinish],
  ['the server marks the end of the only one that it gave', hello + finish + done],
])('with `n: 2`, a stream is whole where %s', async (_, wire) => {
  expect((await finalOf(wire, { n: 2 })).choices[0]).toMatchObject({ finishReason: 'stop' });
});

test.each([null, 0, 'two'])('an `n` of %j asks for one choice', async (n) => {
  expect(await failureOf(done, { n })).toBeInstanceOf(StreamTruncatedError);
  expect((await finalOf(hello + finish, { n })).choices).toHaveLength(1);
});

test('a text that was cut off in its event is a truncation', async () => {
  for (const cut of ['da', 'data', 'data: Over', 'data: [DON', 'event: error\ndata: {"message":"Over']) {
    expect(await failureOf(hello + cut)).toBeInstanceOf(StreamTruncatedError);
  }
});

test('an error event whose empty line is missing has the words of the server', async () => {
  expect(await failureOf(`${hello}event: error\ndata: Overloaded.`)).toMatchObject({ message: 'Overloaded.' });
});

test('what is nested too deep is no failure of reading the words', async () => {
  const deep = `${'['.repeat(10_000)}${']'.repeat(10_000)}`;
  expect(await failureOf(`data: {"detail":"Overloaded.","trace":${deep}}\n\n${done}`)).toMatchObject({
    message: 'Overloaded.',
  });
});

test('the fields of an error in a success are in the `cause`', async () => {
  const { client } = observedClient(() =>
    json({ error: { ...tooLong, n_ctx: 1 } }, { headers: { 'x-request-id': 'r' } }),
  );
  const error = await rejectionOf(client.models.chatCompletion(params));
  expect(error).toBeInstanceOf(InvalidResponseError);
  expect((error as InvalidResponseError).cause).toBeInstanceOf(ApiError);
  expect((error as InvalidResponseError).cause).toMatchObject({
    code: '400',
    type: 'exceed_context_size_error',
    details: { n_ctx: 1 },
    requestId: 'r',
  });
});

test('the last value of a field of a chunk holds, though it is 0 or false', async () => {
  const completion = await finalOf(
    event({ id: 'c', created: 5, left: 3, more: true, choices: [{ index: 0, delta: { content: 'Hi' } }] }) +
      event({ id: '', created: 0, left: 0, more: false, choices: [{ index: 0, delta: {}, finish_reason: 'stop' }] }),
  );
  expect(completion).toMatchObject({ id: 'c', created: 5, left: 0, more: false });
});
