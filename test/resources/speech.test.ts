import { writeFile } from 'node:fs/promises';
import { afterEach, beforeEach, expect, expectTypeOf, test } from 'vitest';
import {
  ConnectionError,
  InsufficientCreditsError,
  InvalidResponseError,
  RuncrateError,
  TimeoutError,
} from '../../src/index.node.js';
import {
  answer,
  cutBeforeAnswer,
  cutInBody,
  loopbackServer,
  stallInBody,
  type Reply,
} from '../helpers/loopback-server.js';
import { clientOf, film, temporaryFolder, type Folder } from '../helpers/media.js';
import { rejectionOf } from '../helpers/observed-transport.js';

let folder: Folder;

beforeEach(async () => {
  folder = await temporaryFolder();
});

afterEach(() => folder[Symbol.asyncDispose]());

const sound = film(100_000);
const headers = { 'content-type': 'audio/mpeg' };
const speech: Reply = answer({ headers, body: sound });
const params = { model: 'hexgrad/Kokoro-82M', input: 'Hello!', voice: 'af_heart' };

test('`textToSpeech` resolves with the bytes', async () => {
  await using server = await loopbackServer([speech]);
  const bytes = await clientOf(server).models.textToSpeech(params);
  expect(Buffer.isBuffer(bytes)).toBe(true);
  expect(bytes.equals(sound)).toBe(true);
  expectTypeOf(bytes).toEqualTypeOf<Buffer<ArrayBuffer>>();
  expect(server.requests).toMatchObject([{ method: 'POST', url: '/v1/audio/speech' }]);
});

test('model-specific parameters are sent, camelCase as snake_case', async () => {
  await using server = await loopbackServer([speech]);
  await clientOf(server).models.textToSpeech({
    ...params,
    speed: 1.5,
    language: 'en',
    sampleRate: 24_000,
    half_tone: 1,
  });
  expect(JSON.parse(server.requests[0]!.body.toString())).toEqual({
    ...params,
    speed: 1.5,
    language: 'en',
    sample_rate: 24_000,
    half_tone: 1,
  });
});

test('`textToSpeechAndSave` writes the bytes', async () => {
  await using server = await loopbackServer([speech]);
  await clientOf(server).models.textToSpeechAndSave(folder.at('a.mp3'), params);
  expect((await folder.read('a.mp3')).equals(sound)).toBe(true);
  expect(await folder.names()).toEqual(['a.mp3']);
});

test('a path that can’t be written rejects before a request is billed', async () => {
  await using server = await loopbackServer([speech]);
  const error = await rejectionOf(clientOf(server).models.textToSpeechAndSave(folder.at('b/a.mp3'), params));
  expect(error).toBeInstanceOf(RuncrateError);
  expect(server.requests).toHaveLength(0);
});

test.each<readonly [string, Reply, new (...args: never[]) => Error]>([
  ['is cut off in its body', cutInBody({ headers, body: sound }, 50_000), ConnectionError],
  ['stalls', stallInBody({ headers, body: sound }, 50_000), TimeoutError],
  ['has no bytes', answer({ headers, body: '' }), InvalidResponseError],
  ['is an HTML page', answer({ headers: { 'content-type': 'text/html' }, body: '<html>' }), InvalidResponseError],
  ['has the status 402', answer({ status: 402, body: { error: { message: 'no' } } }), InsufficientCreditsError],
])(
  'a speech response that %s leaves no new file, keeps the old one, and is not retried',
  async (_, reply, errorClass) => {
    await writeFile(folder.at('a.mp3'), 'old');
    await using server = await loopbackServer([reply, speech]);
    const save = clientOf(server).models.textToSpeechAndSave(folder.at('a.mp3'), params, { timeout: 0.2 });
    expect(await rejectionOf(save)).toBeInstanceOf(errorClass);
    expect(await folder.names()).toEqual(['a.mp3']);
    expect((await folder.read('a.mp3')).toString()).toBe('old');
    expect(server.requests).toHaveLength(1);
    await server.requests[0]?.closed;
  },
);

test.each<readonly [string, Reply]>([
  ['is cut off', cutInBody({ headers, body: sound }, 50_000)],
  ['stalls', stallInBody({ headers, body: sound }, 50_000)],
  ['ends', answer({ headers, body: '' })],
])('a speech response that %s after its headers rejects with a hint that it was billed', async (_, reply) => {
  await using server = await loopbackServer([reply]);
  const save = clientOf(server).models.textToSpeechAndSave(folder.at('a.mp3'), params, { timeout: 0.2 });
  expect(await rejectionOf(save)).toMatchObject({
    outcomeUnknown: true,
    hint: expect.stringMatching(/, so it was billed;|^It may have been billed\./) as string,
  });
});

test('speech is retried after a connection that is lost before the response', async () => {
  await using server = await loopbackServer([cutBeforeAnswer(), speech]);
  await clientOf(server).models.textToSpeechAndSave(folder.at('a.mp3'), params);
  expect((await folder.read('a.mp3')).equals(sound)).toBe(true);
});

test('`textToSpeechStream` yields the first bytes before the rest has arrived', async () => {
  let finish!: () => void;
  const reply: Reply = (_, response) => {
    response.writeHead(200, headers).write(sound.subarray(0, 10));
    finish = () => void response.end(sound.subarray(10));
  };
  await using server = await loopbackServer([reply]);
  const reader = (await clientOf(server).models.textToSpeechStream(params)).getReader();
  const pieces = [(await reader.read()).value!];
  expect(Buffer.from(pieces[0]!).equals(sound.subarray(0, 10))).toBe(true);
  finish();
  for (let piece = await reader.read(); !piece.done; piece = await reader.read()) pieces.push(piece.value);
  expect(Buffer.concat(pieces).equals(sound)).toBe(true);
});

test('a speech stream that is cut off throws', async () => {
  await using server = await loopbackServer([cutInBody({ headers, body: sound }, 50_000)]);
  const stream = await clientOf(server).models.textToSpeechStream(params);
  expect(await rejectionOf(new Response(stream).arrayBuffer())).toMatchObject({ outcomeUnknown: true });
});

test('a speech stream that is cancelled closes its connection', async () => {
  await using server = await loopbackServer([stallInBody({ headers, body: sound }, 10)]);
  const stream = await clientOf(server).models.textToSpeechStream(params);
  await stream.cancel();
  await server.requests[0]?.closed;
});

test('a speech stream that is aborted throws the abort reason and closes its connection', async () => {
  await using server = await loopbackServer([stallInBody({ headers, body: sound }, 10)]);
  const controller = new AbortController();
  const reason = { stop: 'enough' };
  const stream = await clientOf(server).models.textToSpeechStream(params, { signal: controller.signal });
  const reader = stream.getReader();
  await reader.read();
  controller.abort(reason);
  expect(await rejectionOf(reader.read())).toBe(reason);
  await server.requests[0]?.closed;
});

test('`textToSpeechStream` rejects with the error of a 402 before there is a stream', async () => {
  await using server = await loopbackServer([answer({ status: 402, body: { error: { message: 'no' } } })]);
  const opening = clientOf(server).models.textToSpeechStream(params);
  expect(await rejectionOf(opening)).toBeInstanceOf(InsufficientCreditsError);
});

test('disposing the client aborts a speech stream', async () => {
  await using server = await loopbackServer([stallInBody({ headers, body: sound }, 10)]);
  const client = clientOf(server);
  const reader = (await client.models.textToSpeechStream(params)).getReader();
  await reader.read();
  const rejection = rejectionOf(reader.read());
  await client[Symbol.asyncDispose]();
  expect(await rejection).toBeInstanceOf(RuncrateError);
  await server.requests[0]?.closed;
});

test('the error of a stream of speech that is cut holds the attempts of the call', async () => {
  const refused = answer({ status: 503, headers: { 'retry-after': '0' } });
  await using server = await loopbackServer([refused, cutInBody({ headers, body: sound }, 50_000)]);
  const stream = await clientOf(server, { maxRetries: 1 }).models.textToSpeechStream(params);
  const error = (await rejectionOf(new Response(stream).arrayBuffer())) as RuncrateError;
  expect(error).toBeInstanceOf(ConnectionError);
  expect(error.attempts).toMatchObject([{ status: 503 }, { status: 200 }]);
});
