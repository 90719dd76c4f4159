import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { InvalidResponseError } from '../../../src/index.node.js';
import { json, observedClient, TEST_API_KEY } from '../../helpers/observed-client.js';
import { rejectionOf } from '../../helpers/observed-transport.js';
import type { Runcrate } from '../../../src/index.node.js';

type Call = (client: Runcrate) => Promise<unknown>;

const messages = [{ role: 'user', content: 'Hi' }] as const;
const calls: Readonly<Record<string, Call>> = {
  chat: (client) => client.models.chatCompletion({ model: 'a', messages }),
  stream: (client) => client.models.chatCompletion({ model: 'a', messages, stream: true }),
  image: (client) => client.models.generateImage({ model: 'a', prompt: 'a cat' }),
  embeddings: (client) => client.models.embeddings({ model: 'a', input: 'a' }),
  speech: (client) => client.models.textToSpeech({ model: 'a', input: 'a' }),
  speechStream: (client) => client.models.textToSpeechStream({ model: 'a', input: 'a' }),
  download: (client) => client.models.downloadVideo('a'),
  transcript: (client) => client.models.transcribe({ model: 'a', file: new Blob(['a']), responseFormat: 'text' }),
  balance: (client) => client.billing.getBalance(),
  list: (client) => client.instances.list(),
  models: (client) => client.models.list(),
  video: (client) => client.models.generateVideo({ model: 'a', prompt: 'a cat' }),
  transcription: (client) => client.models.transcribe({ model: 'a', file: new Blob(['a']) }),
  deletion: (client) => client.storage.delete('a'),
};
const paid = ['chat', 'stream', 'image', 'embeddings', 'speech', 'speechStream', 'transcript'];
const wanting = ['chat', 'image', 'embeddings', 'transcript', 'models', 'video', 'transcription'];
const enveloped = ['balance', 'list', 'deletion'];

/** Errors that servers send with a 200, and who may get them. */
const errors: readonly (readonly [name: string, calls: readonly string[], body: unknown])[] = [
  ['alone', Object.keys(calls), { error: { message: 'Overloaded.', code: 503 } }],
  ['as text', Object.keys(calls), { error: 'Overloaded.' }],
  ['as a list', Object.keys(calls), { errors: [{ message: 'Overloaded.' }] }],
  ['as a flag', Object.keys(calls), { error: true, message: 'Overloaded.' }],
  ['as no success', Object.keys(calls), { success: false, message: 'Overloaded.' }],
  ['as no success, under another name', Object.keys(calls), { success: false, msg: 'Overloaded.' }],
  ['beside the head of a result', paid, { id: 'a', object: 'b', usage: {}, error: { message: 'Overloaded.' } }],
  ['beside an empty result', paid, { choices: [], data: [], text: '', error: { message: 'Overloaded.' } }],
  ['beside a result of null', paid, { choices: null, data: null, error: { message: 'Overloaded.' } }],
  ['beside data of null', enveloped.slice(0, 2), { data: null, status: 'bad', error: { message: 'Overloaded.' } }],
  ['in place of data', enveloped.slice(0, 2), { status: 'bad', reason: 'Overloaded.' }],
  ['without a result', wanting, { message: 'Overloaded.', code: 123 }],
  ['without a result, under `detail`', wanting, { detail: 'Overloaded.' }],
  ['without a result, as a status and its text', wanting, { status: '449', msg: 'Overloaded.' }],
  ['in place of a result', wanting, { id: null, data: null, choices: null, text: null, message: 'Overloaded.' }],
  ['in place of an id', wanting, { id: null, error: { message: 'Overloaded.' } }],
  ['in a list', ['chat', 'image', 'embeddings'], [{ error: { message: 'Overloaded.' } }]],
  ['under another name, where bytes or events are due', ['stream', 'speech', 'download'], { msg: 'Overloaded.' }],
];
const grid = errors.flatMap(([name, who, body]) => who.map((call) => [call, name, body] as const));

test.each(grid)('%s gives the words of an error with a success status: %s', async (call, _, body) => {
  const { client, requests } = observedClient(() => json(body));
  const error = (await rejectionOf(calls[call]!(client))) as InvalidResponseError;
  expect(error).toBeInstanceOf(InvalidResponseError);
  expect(error.message).toMatch(/ returned 200 with.*: Overloaded\.$/);
  expect(error.hint ?? '').not.toContain('baseUrl');
  expect(requests).toHaveLength(1);
});

test.each(['text/plain', 'text/vtt; charset=utf-8', ''])(
  'a transcript of the type "%s" is not an error’s JSON',
  async (type) => {
    const body = new TextEncoder().encode('{"error": {"message": "Too long."}}');
    const { client } = observedClient(() => new Response(body, { headers: type ? { 'content-type': type } : {} }));
    await expect(calls['transcript']!(client)).rejects.toThrow('returned 200 with an error: Too long.');
  },
);

const missing = join(tmpdir(), `speech-${process.pid}.mp3`);

describe.each(['audio/mpeg', 'application/octet-stream', 'text/plain', ''])('a file of the type "%s"', (type) => {
  const typed = (body: string): Response =>
    new Response(new TextEncoder().encode(body), { headers: type ? { 'content-type': type } : {} });

  test.each<[string, Call]>([
    ['speech', calls['speech']!],
    ['a stream of it', async (client) => new Response((await calls['speechStream']!(client)) as ReadableStream).text()],
    ['a saved file', (client) => client.models.textToSpeechAndSave(missing, { model: 'a', input: 'a' })],
    ['a download', calls['download']!],
  ])('is not an error’s JSON in %s', async (_, call) => {
    const { client } = observedClient(() => typed(`{"error": {"message": "No ${TEST_API_KEY}."}}`));
    const error = (await rejectionOf(call(client))) as InvalidResponseError;
    expect(error).toBeInstanceOf(InvalidResponseError);
    expect(error.message).toMatch(/ returned 200 with.* where a file was expected: No rc_live_\*{3}\.$/);
    expect(existsSync(missing)).toBe(false);
  });

  test.each(['{"frames": 1}', '{not JSON', '{'])('is a file although it is %s', async (body) => {
    const { client } = observedClient(() => typed(body));
    expect(String(await client.models.textToSpeech({ model: 'a', input: 'a' }))).toBe(body);
    expect(await new Response(await client.models.textToSpeechStream({ model: 'a', input: 'a' })).text()).toBe(body);
  });
});

test('where no field has the words, the body stands for them', async () => {
  const { client } = observedClient(() => json({ id: 'a', outcome: 'The moon is full.' }));
  await expect(calls['speech']!(client)).rejects.toThrow(
    'with application/json where a file was expected: {"id":"a","outcome":"The moon is full."}',
  );
});

test('the words of a body that is a text are kept', async () => {
  const { client } = observedClient(
    () => new Response('no healthy upstream', { headers: { 'content-type': 'text/plain' } }),
  );
  await expect(calls['chat']!(client)).rejects.toThrow('a body that is not JSON (text/plain): no healthy upstream');
});

test('an error with a success status shows no key', async () => {
  const { client } = observedClient(() => json({ error: `Unknown key ${TEST_API_KEY}` }));
  for (const call of Object.values(calls)) {
    const error = (await rejectionOf(call(client))) as Error;
    expect(error.message).toMatch(/: Unknown key rc_live_\*\*\*$/);
  }
});

test('the error of a failed job is its own', async () => {
  const job = { id: 'a', status: 'failed', error: { message: 'Too dark.' } };
  const { client } = observedClient(() => json(job));
  expect(await client.models.getVideoStatus('a')).toEqual(job);
});

test('a result with an error beside it is a result', async () => {
  const choices = [{ index: 0, message: { role: 'assistant', content: 'Hi' }, finishReason: 'stop' }];
  const { client } = observedClient(() => json({ choices, error: { message: 'The log is full.' } }));
  expect(await calls['chat']!(client)).toMatchObject({ choices });
});

test.each([
  ['chat', 'choices'],
  ['image', 'data'],
  ['embeddings', 'data'],
  ['models', 'data'],
  ['transcription', 'text'],
])('the error of %s without a result and without words names the missing field', async (call, field) => {
  const { client } = observedClient(() => json({ object: 'a' }));
  await expect(calls[call]!(client)).rejects.toThrow(` returned 200 without "${field}".`);
});

test('a silent recording has an empty transcript', async () => {
  const { client } = observedClient(() => json({ text: '', error: null }));
  expect(await calls['transcript']!(client)).toEqual({ text: '', error: null });
});
