import { expect, test } from 'vitest';
import type { RequestOptions, Runcrate } from '../../src/index.node.js';
import { json, observedClient, respondAsDocumented, type ObservedRequest } from '../helpers/observed-client.js';
import { temporaryFolder } from '../helpers/media.js';

type Call = (rc: Runcrate, options: RequestOptions) => Promise<unknown>;

const chat = { model: 'a', messages: [{ role: 'user', content: 'Hello!' }] } as const;
const prompt = { model: 'a', prompt: 'A crate' };
const speech = { model: 'a', input: 'Hello!' };
const recording = { model: 'a', file: new Blob(['RIFF']) };

const names: readonly [openAi: string, ours: string, theirs: Call, ours: Call][] = [
  [
    'chat.completions.create',
    'chatCompletion',
    (rc, options) => rc.chat.completions.create(chat, options),
    (rc, options) => rc.models.chatCompletion(chat, options),
  ],
  [
    'images.generate',
    'generateImage',
    (rc, options) => rc.images.generate(prompt, options),
    (rc, options) => rc.models.generateImage(prompt, options),
  ],
  [
    'audio.speech.create',
    'textToSpeech',
    (rc, options) => rc.audio.speech.create(speech, options),
    (rc, options) => rc.models.textToSpeech(speech, options),
  ],
  [
    'audio.transcriptions.create',
    'transcribe',
    (rc, options) => rc.audio.transcriptions.create(recording, options),
    (rc, options) => rc.models.transcribe(recording, options),
  ],
  [
    'videos.generate',
    'generateVideo',
    (rc, options) => rc.videos.generate(prompt, options),
    (rc, options) => rc.models.generateVideo(prompt, options),
  ],
  [
    'videos.getStatus',
    'getVideoStatus',
    (rc, options) => rc.videos.getStatus('a', options),
    (rc, options) => rc.models.getVideoStatus('a', options),
  ],
  [
    'videos.download',
    'downloadVideo',
    (rc, options) => rc.videos.download('a', options),
    (rc, options) => rc.models.downloadVideo('a', options),
  ],
  [
    'embeddings.create',
    'embeddings',
    (rc, options) => rc.embeddings.create(speech, options),
    (rc, options) => rc.models.embeddings(speech, options),
  ],
];

test.each(names)('rc.%s is rc.models.%s', async (_, __, theirs, ours) => {
  const { client, requests } = observedClient();
  const options = { headers: { 'x-trace': '1' }, idempotencyKey: 'key-1' };
  expect(JSON.stringify(await theirs(client, options))).toBe(JSON.stringify(await ours(client, options)));
  const [first, second] = requests.map(sent);
  expect(first).toEqual(second);
  expect(requests[0]?.headers.get('x-trace')).toBe('1');
});

test('rc.videos.generateAndSave is rc.models.generateVideoAndSave', async () => {
  const { client, requests } = observedClient((request) =>
    request.url.pathname.endsWith('/download') ? respondAsDocumented(request) : json({ id: 'a', status: 'completed' }),
  );
  await using folder = await temporaryFolder();
  await client.videos.generateAndSave(folder.at('a.mp4'), prompt);
  const theirs = requests.slice();
  await client.models.generateVideoAndSave(folder.at('b.mp4'), prompt);
  expect(theirs.map(sentWithoutKey)).toEqual(requests.slice(theirs.length).map(sentWithoutKey));
  expect(await folder.read('a.mp4')).toEqual(await folder.read('b.mp4'));
});

test('a chat streamed under OpenAI’s name has a final completion', async () => {
  const { client } = observedClient();
  const stream = await client.chat.completions.create({ ...chat, stream: true });
  expect((await stream.finalCompletion()).choices[0]?.message.content).toBeTruthy();
});

test('an image generated under OpenAI’s name can be saved', async () => {
  const { client } = observedClient(() => json({ data: [{ b64_json: 'iVBORw0KGgo=' }] }));
  await using folder = await temporaryFolder();
  await (await client.images.generate(prompt)).save(folder.at('a.png'));
  expect((await folder.read('a.png')).subarray(1, 4).toString()).toBe('PNG');
});

test('a method under OpenAI’s name works detached, and follows `withOptions`', async () => {
  const { client, requests } = observedClient();
  const { create } = client.withOptions({ customHeaders: { 'x-trace': '2' } }).embeddings;
  await create(speech);
  expect(requests[0]?.headers.get('x-trace')).toBe('2');
});

function sent({ method, url, headers, text, form }: ObservedRequest) {
  return { method, url: url.href, headers: Object.fromEntries(headers), text, form: form && [...form.keys()] };
}

function sentWithoutKey(request: ObservedRequest) {
  const { headers, ...rest } = sent(request);
  return { ...rest, headers: { ...headers, 'idempotency-key': undefined } };
}
