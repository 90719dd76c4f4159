import { afterEach, expect, test, vi } from 'vitest';
import { nativeParts } from '../../src/handwritten/platform/native.js';
import { webPlatform } from '../../src/handwritten/platform/web.js';
import { Runcrate } from '../../src/index.native.js';
import { Runcrate as NodeRuncrate } from '../../src/index.node.js';
import { png } from '../helpers/media.js';
import { TEST_API_KEY } from '../helpers/observed-client.js';
import { rejectionOf } from '../helpers/observed-transport.js';

const model = 'm';
const messages = [{ role: 'user', content: 'Hello' }] as const;
const file = { uri: 'file:///data/talk.mp3', name: 'talk.mp3', type: 'audio/mpeg' };

afterEach(() => vi.unstubAllGlobals());

/** As those of React Native's `fetch`: no `body`. */
function bodiless(text: string, status = 200): Response {
  const response = new Response(text, { status, headers: { 'content-type': 'application/json' } });
  return Object.defineProperty(response, 'body', { value: undefined });
}

const clientOf = (respond: (init: RequestInit) => Response, isPassed = true): Runcrate => {
  const fetch = async (_: string, init: RequestInit = {}): Promise<Response> => respond(init);
  vi.stubGlobal('fetch', fetch);
  return new Runcrate({
    apiKey: TEST_API_KEY,
    logLevel: 'off',
    ...(isPassed && { fetch: (url, init) => fetch(url, init) }),
  });
};

test.each([
  'https://a.b',
  'HTTPS://A.b:8443/proxy/',
  'https://a.b:443/v1',
  'http://127.0.0.1:80',
  'http://[::1]:3000/x',
])('the parts of %s are those of the whole URL', (text) => {
  const { origin, pathname, protocol, hostname } = new URL(text);
  expect(nativeParts.parseUrl?.(text)).toMatchObject({ origin, pathname, protocol, hostname });
});

test.each([
  'nonsense',
  'ftp://a.b',
  'https://me:secret@a.b',
  'https://a.b?c',
  'https://a.b#c',
  'https://a b',
  '',
  'https://',
])('`baseUrl` %j is rejected', (baseUrl) => {
  expect(() => new Runcrate({ apiKey: TEST_API_KEY, baseUrl })).toThrow('`baseUrl` must be a URL such as');
});

test.each([0, 1, 2, 3, 4, 255])('%d bytes are encoded as base64', (length) => {
  const bytes = Uint8Array.from({ length }, (_, index) => index * 7);
  expect(nativeParts.toBase64(bytes)).toBe(webPlatform.toBase64(bytes));
});

test('keys for idempotency differ without `crypto`', () => {
  vi.stubGlobal('crypto', undefined);
  expect(nativeParts.randomId()).not.toBe(nativeParts.randomId());
});

test('an error without `body` keeps the words of the server', async () => {
  const client = clientOf(() => bodiless('{"error":{"message":"No such thing"}}', 404));
  expect(await rejectionOf(client.instances.get('a'))).toMatchObject({
    name: 'NotFoundError',
    message: 'No such thing',
  });
});

test.each<readonly [string, (client: Runcrate) => Promise<unknown>]>([
  ['a chat stream', (client) => client.models.chatCompletion({ model, messages, stream: true })],
  ['a speech stream', (client) => client.models.textToSpeechStream({ model, input: 'Hello' })],
])('%s is rejected before anything is sent, and the error says what to pass', async (_, call) => {
  const sent: unknown[] = [];
  const client = clientOf((init) => bodiless('{}', sent.push(init) && 200), false);
  vi.stubGlobal(
    'Response',
    class {
      readonly status = 200;
    },
  );
  expect(await rejectionOf(call(client))).toMatchObject({
    name: 'RuncrateError',
    message: expect.stringContaining('needs a stream') as unknown,
    hint: expect.stringContaining('expo/fetch') as unknown,
    outcomeUnknown: false,
  });
  expect(sent).toEqual([]);
});

test('a stream from a passed `fetch` without `body` is an error that says what to pass', async () => {
  const error = await rejectionOf(
    clientOf(() => bodiless('{}')).models.chatCompletion({ model, messages, stream: true }),
  );
  expect(error).toMatchObject({
    name: 'InvalidResponseError',
    hint: expect.stringContaining('expo/fetch') as unknown,
    outcomeUnknown: true,
  });
});

test.each([
  ['as it is', {}, file],
  ['with another name', { filename: 'a.wav' }, { ...file, name: 'a.wav' }],
])('a file of React Native is appended to the form %s', async (_, more, expected) => {
  const appended: unknown[] = [];
  vi.spyOn(FormData.prototype, 'append').mockImplementation((name, value) => void appended.push([name, value]));
  await clientOf(() => bodiless('{"text":"Hello."}')).models.transcribe({ model, file, ...more });
  vi.restoreAllMocks();
  expect(appended).toContainEqual(['file', expected]);
});

test('a file of React Native is rejected on another platform, which can’t read it', async () => {
  const client = new NodeRuncrate({ apiKey: TEST_API_KEY, fetch: () => Promise.reject(new Error('sent')) });
  await expect(client.models.transcribe({ model, file })).rejects.toThrow('`file` is a file of React Native');
});

test('an image in bytes needs no Blob of them', async () => {
  vi.stubGlobal('Blob', function NativeBlob() {
    throw new Error("Creating blobs from 'ArrayBuffer' and 'ArrayBufferView' are not supported");
  });
  const bodies: unknown[] = [];
  const client = clientOf((init) => bodiless('{"data":[]}', bodies.push(init.body) && 200));
  await client.models.generateImage({ model, prompt: 'a', image: new Uint8Array(png) });
  expect(bodies[0]).toContain(`data:image/png;base64,${png.toString('base64')}`);
});
