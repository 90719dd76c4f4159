import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { Runcrate } from '../../../src/index.node.js';
import { observedClient, TEST_API_KEY } from '../../helpers/observed-client.js';
import { rejectionOf } from '../../helpers/observed-transport.js';

afterEach(() => void vi.unstubAllGlobals());

const model = 'a/model';
const image = 'https://files.example.com/a.png';

/** The inits of `fetch` in calls of every kind: JSON, a stream, an upload, a file of the API and one of another host. */
async function initsOfCalls(): Promise<readonly RequestInit[]> {
  const inits: RequestInit[] = [];
  const fetch = (url: unknown, init: RequestInit = {}): Promise<Response> => {
    inits.push(init);
    const isImage = String(url) === image;
    return Promise.resolve(
      isImage
        ? new Response('a', { headers: { 'content-type': 'image/png' } })
        : Response.json({ data: [{ url: image }], id: 'v', text: '' }),
    );
  };
  const rc = new Runcrate({ apiKey: TEST_API_KEY, fetch, logLevel: 'off', maxRetries: 0 });
  await rc.billing.getBalance().catch(() => undefined);
  await rc.instances.create({ name: 'a', gpuType: 'A100' }).catch(() => undefined);
  await rc.models.chatCompletion({ model, messages: [], stream: true }).catch(() => undefined);
  await rc.models.transcribe({ model, file: new Blob(['a']) }).catch(() => undefined);
  const { data } = await rc.models.generateImage({ model, prompt: 'a' });
  const path = join(tmpdir(), `${randomUUID()}.png`);
  await data[0]?.save(path);
  await rm(path);
  return inits;
}

test('no request may be cached, as the fetch of Next.js 13 and 14 would', async () => {
  const inits = await initsOfCalls();
  expect(inits.map(({ cache }) => cache)).toEqual(Array.from({ length: 6 }, () => 'no-store'));
});

test.each([
  ['a Request without `cache`, as in older workerd and React Native', { prototype: {} }],
  ['no Request', undefined],
])('where there is %s, the field is not sent: `fetch` could throw on it', async (_, RequestOfPlatform) => {
  vi.stubGlobal('Request', RequestOfPlatform);
  const inits = await initsOfCalls();
  expect(inits.map((init) => 'cache' in init)).toEqual(Array.from({ length: 6 }, () => false));
});

/** As Next.js says, while it builds a page, that the page must be rendered for each request. */
const dynamic = Object.assign(new Error('Dynamic server usage: no-store fetch'), { digest: 'DYNAMIC_SERVER_USAGE' });
const rejects = (): Promise<never> => Promise.reject(dynamic);

test.each([
  ['`fetch`', rejects, {}],
  ['the function `apiKey`', undefined, { apiKey: rejects }],
])('what Next.js throws through %s reaches it unchanged, and the call is not retried', async (_, respond, options) => {
  const { client, requests } = observedClient(respond, options);
  const error = await rejectionOf(client.models.chatCompletion({ model, messages: [] }));
  expect(error).toBe(dynamic);
  expect(requests).toHaveLength(respond === undefined ? 0 : 1);
});

test('a client of before the platform’s `fetch` was replaced calls the new one, as Next.js needs it', async () => {
  const rc = new Runcrate({ apiKey: TEST_API_KEY, logLevel: 'off' });
  vi.stubGlobal('fetch', () => Promise.resolve(Response.json({ data: { creditsBalance: 7 } })));
  expect(await rc.billing.getBalance()).toMatchObject({ creditsBalance: 7 });
});
