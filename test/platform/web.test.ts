import { expect, test } from 'vitest';
import { Runcrate, RuncrateError, type FileInput, type RuncrateOptions } from '../../src/index.js';
import { jpeg, pictures, png } from '../helpers/media.js';
import { json, respondAsDocumented, TEST_API_KEY, type ObservedRequest } from '../helpers/observed-client.js';
import { observedFetch, type Respond } from '../helpers/observed-fetch.js';
import { rejectionOf } from '../helpers/observed-transport.js';

interface ObservedWebClient {
  readonly client: Runcrate;
  readonly requests: readonly ObservedRequest[];
}

/** The client of browsers and workers. */
function webClient(respond: Respond = respondAsDocumented, options: RuncrateOptions = {}): ObservedWebClient {
  const { fetch, requests } = observedFetch(respond);
  return { client: new Runcrate({ apiKey: TEST_API_KEY, fetch, logLevel: 'off', ...options }), requests };
}

const model = 'a';
const prompt = 'b';

test.each([
  ['`image` looks like a path', (client: Runcrate) => client.models.generateImage({ model, prompt, image: './a.png' })],
  ['`image` looks like a path', (client: Runcrate) => client.models.generateVideo({ model, prompt, image: '/a' })],
  ['`file` is a path', (client: Runcrate) => client.models.transcribe({ model, file: './a.wav' })],
])('a path is rejected: %s, but this platform has no file system', async (begin, call) => {
  const { client, requests } = webClient();
  const error = await rejectionOf(call(client));
  expect(error).toBeInstanceOf(RuncrateError);
  expect((error as Error).message).toBe(`${begin}, but this platform has no file system. Pass a Blob or bytes.`);
  expect(requests).toHaveLength(0);
});

test.each<readonly [string, (client: Runcrate) => Promise<unknown>]>([
  ['generateVideoAndSave', (client) => client.models.generateVideoAndSave('a.mp4', { model, prompt })],
  ['saveVideo', (client) => client.models.saveVideo('a.mp4', 'job-1')],
  ['textToSpeechAndSave', (client) => client.models.textToSpeechAndSave('a.mp3', { model, input: 'Hello!' })],
])('%s is rejected before anything is sent', async (_, call) => {
  const { client, requests } = webClient();
  await expect(call(client)).rejects.toThrow('This platform has no file system.');
  expect(requests).toHaveLength(0);
});

test.each([
  ['base64', { b64_json: png.toString('base64') }],
  ['a link', { url: 'https://assets.runcrate.ai/a.png' }],
])('an image in %s can’t be saved, but is in the result', async (_, image) => {
  const { client, requests } = webClient(() => json({ data: [image] }));
  const result = await client.models.generateImage({ model, prompt });
  await expect(result.save('a.png')).rejects.toThrow('This platform has no file system.');
  expect(result.data).toHaveLength(1);
  expect(requests).toHaveLength(1);
});

test.each(Object.entries(pictures))('bytes of the type %s are sent as a data URI', async (type, bytes) => {
  const { client, requests } = webClient();
  await client.models.generateImage({ model, prompt, image: new Uint8Array(bytes) });
  expect(requests[0]?.json).toEqual({ model, prompt, image: `data:${type};base64,${bytes.toString('base64')}` });
});

test.each([1, 2, 3, 0x6000 - 1, 0x6000, 0x6000 + 1, 200_000])(
  'a Blob of %d bytes more than its head is sent as a data URI of all of them',
  async (size) => {
    const bytes = Buffer.concat([jpeg, Buffer.alloc(size, 200)]);
    const { client, requests } = webClient();
    await client.models.generateImage({ model, prompt, image: new Blob([bytes]) });
    expect((requests[0]?.json as { image: string }).image).toBe(`data:image/jpeg;base64,${bytes.toString('base64')}`);
  },
);

test('a Blob and a stream can be transcribed', async () => {
  const { client, requests } = webClient();
  const file = new Blob(['sound'], { type: 'audio/mpeg' });
  await client.models.transcribe({ model, file });
  await client.models.transcribe({ model, file: file.stream(), filename: 'a.mp3' });
  const parts = requests.map(({ form }) => form?.get('file') as File);
  expect(await Promise.all(parts.map(async (part) => [part.name, part.type, await part.text()]))).toEqual([
    ['audio.mp3', 'audio/mpeg', 'sound'],
    ['a.mp3', 'audio/mpeg', 'sound'],
  ]);
});

async function* pieces(...texts: readonly unknown[]): AsyncGenerator<Uint8Array> {
  for (const text of texts) yield typeof text === 'string' ? new TextEncoder().encode(text) : (text as Uint8Array);
}

test.each<readonly [string, () => FileInput]>([
  ['a stream', () => new Blob(['sound']).stream()],
  ['a Response', () => new Response('sound')],
  ['a generator', () => pieces('so', 'und')],
])('%s is read completely, and can be sent again', async (_, give) => {
  const { client, requests } = webClient((__, index) =>
    index === 0 ? new Response('', { status: 429, headers: { 'retry-after': '0' } }) : json({ text: 'Hello.' }),
  );
  await client.models.transcribe({ model, file: give() });
  const texts = requests.map(({ form }) => (form?.get('file') as File).text());
  expect(await Promise.all(texts)).toEqual(['sound', 'sound']);
});

const broken = new ReadableStream<Uint8Array>({ pull: (controller) => controller.error(new Error('no microphone')) });

test.each<readonly [string, () => FileInput, RegExp]>([
  ['a stream that breaks', () => broken, /no microphone/],
  ['a stream of strings', () => new ReadableStream({ pull: (controller) => controller.enqueue('a' as never) }), /./],
  ['a generator of chunks that are not bytes', () => pieces(5), /chunks that are not bytes/],
])('%s rejects with its own error, and nothing is sent', async (_, give, why) => {
  const { client, requests } = webClient();
  const error = await rejectionOf(client.models.transcribe({ model, file: give() }));
  expect(error).toBeInstanceOf(RuncrateError);
  expect((error as Error).message).toMatch(/^The file to upload could not be read: /);
  expect((error as Error).message).toMatch(why);
  expect(requests).toHaveLength(0);
});

test.each([
  ['a stream', (source: AsyncGenerator<Uint8Array>) => streamOf(source)],
  ['a generator', (source: AsyncGenerator<Uint8Array>) => source],
])('an abort cancels %s that never ends', async (_, give) => {
  const controller = new AbortController();
  let isReleased = false;
  const endless = async function* (): AsyncGenerator<Uint8Array> {
    try {
      for (let piece = 0; ; piece++) {
        if (piece === 3) controller.abort('enough');
        yield new Uint8Array(1);
      }
    } finally {
      isReleased = true;
    }
  };
  const { client } = webClient();
  const call = client.models.transcribe({ model, file: give(endless()) }, { signal: controller.signal });
  expect(await rejectionOf(call)).toBe('enough');
  await expect.poll(() => isReleased).toBe(true);
});

function streamOf(source: AsyncGenerator<Uint8Array>): ReadableStream<Uint8Array> {
  return new ReadableStream({
    pull: async (controller) => controller.enqueue((await source.next()).value as Uint8Array),
    cancel: async () => void (await source.return(undefined)),
  });
}

test('speech and videos are returned as bytes', async () => {
  const { client } = webClient(() => new Response('sound'));
  for (const bytes of [
    await client.models.textToSpeech({ model, input: 'a' }),
    await client.models.downloadVideo('b'),
  ]) {
    expect(Object.getPrototypeOf(bytes)).toBe(Uint8Array.prototype);
    expect(new TextDecoder().decode(bytes)).toBe('sound');
  }
});

test('a video is polled until it is completed', async () => {
  const { client } = webClient(() => json({ id: 'job-1', status: 'completed' }));
  expect(await client.models.waitForVideo('job-1')).toEqual({ id: 'job-1', status: 'completed' });
});
