import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { createSimulator, type Simulator } from '../../src/handwritten/testing/simulator.js';
import { Runcrate } from '../../src/index.node.js';

const apiKey = 'rc_live_msw000000000000000';
const server = setupServer();
let api: Simulator;
let rc: Runcrate;

beforeAll(() => server.listen({ onUnhandledRequest: 'error' }));
beforeEach(() => {
  api = createSimulator({ apiKey });
  server.use(...api.msw({ http }));
  rc = new Runcrate({ apiKey, logLevel: 'off' });
});
afterEach(() => {
  server.resetHandlers();
  vi.useRealTimers();
});
afterAll(() => server.close());

const chat = { model: 'm', messages: [{ role: 'user' as const, content: 'Hi' }] };

test('with the handlers of msw, a client without a fetch of its own calls the simulator', async () => {
  await rc.environments.create({ name: 'staging' });
  expect((await rc.environments.list()).map(({ name }) => name)).toEqual(['main', 'staging']);
  expect(api.requests().map(({ operation }) => operation)).toEqual(['createEnvironment', 'listEnvironments']);
});

test('with msw, a stream arrives event by event, and one that is cut ends with an error', async () => {
  api.chat.reply('Hello from msw');
  const stream = await rc.models.chatCompletion({ ...chat, stream: true });
  expect((await stream.finalCompletion()).choices[0]?.message.content).toBe('Hello from msw');
  api.fail('createChatCompletion', { cutAtEvent: 2 });
  const cut = await rc.models.chatCompletion({ ...chat, stream: true });
  await expect(cut.finalCompletion()).rejects.toMatchObject({ name: 'StreamTruncatedError' });
});

test('with msw, an upload arrives with its file, and the links to images lead to their bytes', async () => {
  const file = new Blob(['RIFF'], { type: 'audio/wav' });
  await rc.models.transcribe({ model: 'openai/whisper-large-v3', file, language: 'fr' });
  const form = api.requests('createTranscription')[0]?.body as FormData;
  expect([form.get('language'), await (form.get('file') as File).text()]).toEqual(['fr', 'RIFF']);
  const images = await rc.models.generateImage({ model: 'm', prompt: 'A crate' });
  const bytes = new Uint8Array(await (await fetch(images.data[0]!.url!)).arrayBuffer());
  expect([...bytes.subarray(1, 4)]).toEqual([...Buffer.from('PNG')]);
});

test.each(['refused', 'before', 'during'] as const)(
  'with msw, a connection that is lost %s is retried',
  async (lost) => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'Date'] });
    api.fail('listEnvironments', { lost });
    const call = rc.environments.list();
    await vi.advanceTimersByTimeAsync(10_000);
    expect(await call).toHaveLength(1);
    expect(api.requests('listEnvironments')).toHaveLength(2);
  },
);

test('with msw, a call that is never answered ends by its timeout', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] });
  api.fail('getBalance', { never: true });
  const call = rc.billing.getBalance({ timeout: 3, maxRetries: 0 }).catch((error: unknown) => error);
  await vi.advanceTimersByTimeAsync(4000);
  expect(await call).toMatchObject({ name: 'TimeoutError' });
});

test('with msw, a host that is not of the API is left to the handlers of the test, or to msw', async () => {
  server.use(http.get('https://example.com/a', () => HttpResponse.text('mine')));
  expect(await (await fetch('https://example.com/a')).text()).toBe('mine');
  const log = vi.spyOn(console, 'error').mockReturnValue();
  await expect(fetch('https://example.com/b')).rejects.toThrow();
  log.mockRestore();
  expect(api.requests()).toEqual([]);
});
