import { createConnection } from 'node:net';
import { expect, test } from 'vitest';
import { plan } from '../../contract/plan.js';
import { Runcrate } from '../../src/index.node.js';
import { createSimulator } from '../../src/testing.node.js';
import { createSimulator as createOnWeb } from '../../src/testing.js';
import { runOn, violationsOf } from '../helpers/contract-run.js';
import { TEST_API_KEY } from '../helpers/observed-client.js';

const chat = { model: 'm', messages: [{ role: 'user' as const, content: 'Hi' }] };

/** A simulator on a port, and a client that knows only its URLs. */
async function served(speed = 1000) {
  const api = createSimulator();
  const server = await api.listen({ speed });
  const { apiKey } = api.options;
  const key = { authorization: `Bearer ${String(apiKey)}` };
  const { baseUrl, inferenceUrl } = server;
  const rc = new Runcrate({ apiKey: api.options.apiKey, baseUrl, inferenceUrl, maxRetries: 0, logLevel: 'off' });
  return { api, server, rc, key, [Symbol.asyncDispose]: () => api.close() };
}

test('the whole contract holds on a port, with all that writes and costs money', async () => {
  const api = createSimulator({ apiKey: TEST_API_KEY });
  await using server = await api.listen({ speed: 1000 });
  const report = await runOn(server.url, ['write', 'spend']);
  expect(violationsOf(report)).toEqual([]);
  expect(report.leftovers).toEqual([]);
  // What the plan does not name is not called where it may be billed.
  expect(report.results.filter(({ name, outcome }) => name in plan && outcome !== 'passed')).toEqual([]);
  expect(report.results.filter(({ outcome }) => !['passed', 'not run'].includes(outcome))).toEqual([]);
  expect(api.instances.running()).toEqual([]);
});

test('a port is the same world as the client in process, and only on the loopback address', async () => {
  await using world = await served();
  const { api, server, rc } = world;
  expect(server.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  expect([server.baseUrl, server.inferenceUrl]).toEqual([`${server.url}/api/v1`, `${server.url}/v1`]);
  const { id } = await rc.instances.create({ name: 'a', gpuType: 'A100' });
  expect(api.instances.running().map((instance) => instance.id)).toEqual([id]);
  await api.clock.advance(60_000);
  expect((await rc.instances.get(id)).status).toBe('running');
  api.chat.reply('Hello');
  const stream = await rc.models.chatCompletion({ ...chat, stream: true });
  expect((await stream.finalCompletion()).choices[0]?.message.content).toBe('Hello');
});

test('a page of another origin may call it', async () => {
  await using world = await served();
  const { server, key } = world;
  const preflight = await fetch(`${server.baseUrl}/instances`, {
    method: 'OPTIONS',
    headers: { origin: 'http://app.test', 'access-control-request-headers': 'authorization, x-environment' },
  });
  expect(preflight.status).toBe(204);
  expect(Object.fromEntries(preflight.headers)).toMatchObject({
    'access-control-allow-origin': '*',
    'access-control-allow-headers': 'authorization, x-environment',
    'access-control-allow-methods': expect.stringContaining('DELETE') as string,
  });
  const answer = await fetch(`${server.baseUrl}/instances`, { headers: { ...key, origin: 'http://app.test' } });
  expect([answer.status, answer.headers.get('access-control-allow-origin')]).toEqual([200, '*']);
  await answer.body?.cancel();
});

test.each([
  ['refused', 0],
  ['before', 0],
  ['during', 1],
  ['after', 1],
] as const)('a connection that is lost %s breaks on the wire, with %i effects', async (lost, effects) => {
  await using world = await served();
  const { api, rc } = world;
  api.fail('createInstance', { lost });
  await expect(rc.instances.create({ name: 'a', gpuType: 'A100' })).rejects.toMatchObject({ name: 'ConnectionError' });
  expect(api.instances.running()).toHaveLength(effects);
});

test('a stream is cut after the events that were sent, and a slow one arrives piece by piece', async () => {
  await using world = await served();
  const { api, rc } = world;
  api.chat.reply({ pieces: ['a', 'b', 'c'], delay: 1 });
  api.fail('createChatCompletion', { cutAtEvent: 3 });
  const cut: string[] = [];
  const reading = (async () => {
    for await (const text of (await rc.models.chatCompletion({ ...chat, stream: true })).textStream()) cut.push(text);
  })();
  await expect(reading).rejects.toThrow();
  expect(cut).toEqual(['a', 'b']);
  const stream = await rc.models.chatCompletion({ ...chat, stream: true });
  expect((await stream.finalCompletion()).choices[0]?.message.content).toBe('abc');
});

test('a large upload arrives, links lead to the port, and a file is served in ranges', async () => {
  await using world = await served(100_000);
  const { api, server, rc, key } = world;
  const file = new Blob([new Uint8Array(12_000_000)], { type: 'audio/wav' });
  await rc.models.transcribe({ model: 'm', file });
  const form = api.requests('createTranscription')[0]?.body as FormData;
  expect((form.get('file') as File).size).toBe(12_000_000);
  const { data } = await rc.models.generateImage({ model: 'm', prompt: 'a' });
  expect(data[0]?.url).toMatch(`${server.url}/assets/`);
  const image = await fetch(data[0]?.url ?? '');
  expect(new Uint8Array(await image.arrayBuffer()).slice(1, 4)).toEqual(new TextEncoder().encode('PNG'));
  const { id } = await rc.models.generateVideo({ model: 'm', prompt: 'a' });
  await api.clock.advance(60_000);
  const ranged = (range: string) =>
    fetch(`${server.inferenceUrl}/videos/${id}/download`, { headers: { ...key, range } });
  const part = await ranged('bytes=10-19');
  expect([part.status, part.headers.get('content-range')]).toEqual([206, 'bytes 10-19/65536']);
  expect((await part.arrayBuffer()).byteLength).toBe(10);
  const outside = await ranged('bytes=70000-');
  expect([outside.status, outside.headers.get('content-range')]).toEqual([416, 'bytes */65536']);
  await outside.body?.cancel();
});

test('closing the simulator ends a request that gets no answer, and the port is free again', async () => {
  await using world = await served();
  const { api, server, rc } = world;
  api.fail('listModels', { never: true });
  const call = rc.models.list();
  const held = expect(call).rejects.toMatchObject({ name: 'ConnectionError' });
  await expect.poll(() => api.requests('listModels')).toHaveLength(1);
  await api.close();
  await held;
  const socket = createConnection(Number(new URL(server.url).port), '127.0.0.1');
  await expect(new Promise((_, reject) => socket.once('error', reject))).rejects.toMatchObject({
    code: 'ECONNREFUSED',
  });
});

test('without a platform that opens ports, listen says what to do instead', async () => {
  await expect(createOnWeb().listen()).rejects.toThrow('needs Node.js, Bun or Deno');
});
