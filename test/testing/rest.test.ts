import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { cases, type OperationId } from '../../generated/cases.js';
import { Runcrate } from '../../src/index.node.js';
import { createSimulator, type SimulatorOptions } from '../../src/testing.node.js';

const chat = { model: 'm', messages: [{ role: 'user' as const, content: 'Hi' }] };

function worldOf(options: SimulatorOptions = {}) {
  const api = createSimulator(options);
  return { api, rc: new Runcrate({ ...api.options, logLevel: 'off', maxRetries: 0 }) };
}

const [model, text] = ['m', 'a'];
const publicKey = 'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIH4xqJcV0mT7sKpWzR2yLbN9uDfGe6oQh1iXaPv8sYtE alex@laptop';

async function collect<T>(stream: AsyncIterable<T>): Promise<T[]> {
  const list: T[] = [];
  for await (const item of stream) list.push(item);
  return list;
}

type Call = (rc: Runcrate, ids: Record<string, string>) => Promise<unknown>;

/** The operations that need what another one made, in such an order. All others are called as in cases.ts. */
const ordered: Partial<Record<OperationId, Call>> = {
  createChatCompletion: (rc) => rc.models.chatCompletion(chat),
  createImage: (rc) => rc.models.generateImage({ model, prompt: text }),
  createVideo: async (rc, ids) => void (ids['video'] = (await rc.models.generateVideo({ model, prompt: text })).id),
  getVideo: (rc, { video = '' }) => rc.models.getVideoStatus(video),
  downloadVideo: (rc, { video = '' }) => rc.models.downloadVideo(video),
  createSpeech: (rc) => rc.models.textToSpeech({ model, input: text, voice: 'v' }),
  createTranscription: (rc) => rc.models.transcribe({ model, file: new Blob([text]) }),
  createEmbedding: (rc) => rc.models.embeddings({ model, input: text }),
  listModels: (rc) => rc.models.list(),
  createSshKey: async (rc, ids) => void (ids['key'] = (await rc.sshKeys.create({ name: text, publicKey })).id),
  listSshKeys: (rc) => rc.sshKeys.list(),
  listInstanceTypes: (rc) => rc.instances.listTypes(),
  createInstance: async (rc, ids) =>
    void (ids['instance'] = (await rc.instances.create({ name: text, gpuType: 'A100', sshKeyId: ids['key'] })).id),
  listInstances: (rc) => rc.instances.list(),
  getInstance: (rc, { instance = '' }) => rc.instances.get(instance),
  getInstanceStatus: (rc, { instance = '' }) => rc.instances.getStatus(instance),
  terminateInstance: (rc, { instance = '' }) => rc.instances.terminate(instance),
  deleteSshKey: (rc, { key = '' }) => rc.sshKeys.delete(key),
  createEnvironment: async (rc, ids) =>
    void (ids['environment'] = (await rc.environments.create({ name: 'staging' })).id),
  listEnvironments: (rc) => rc.environments.list(),
  getEnvironment: (rc, { environment = '' }) => rc.environments.get(environment),
  updateEnvironment: (rc, { environment = '' }) => rc.environments.update(environment, { name: 'test' }),
  deleteEnvironment: (rc, { environment = '' }) => rc.environments.delete(environment),
  listStorageRegions: (rc) => rc.storage.listRegions(),
  createStorageVolume: async (rc, ids) =>
    void (ids['volume'] = (await rc.storage.create({ name: text, sizeGb: 100, region: 'us-east-1' })).id),
  listStorageVolumes: (rc) => rc.storage.list(),
  getStorageVolume: (rc, { volume = '' }) => rc.storage.get(volume),
  resizeStorageVolume: (rc, { volume = '' }) => rc.storage.resize(volume, 200),
  deleteStorageVolume: (rc, { volume = '' }) => rc.storage.delete(volume),
  listTemplates: (rc) => rc.templates.list(),
  getBalance: (rc) => rc.billing.getBalance(),
  listTransactions: (rc) => rc.billing.listTransactions(),
  getUsage: (rc) => rc.billing.usage(),
};

function allCalls(): readonly [string, Call][] {
  const others = Object.entries(cases).flatMap(([operation, { call }]): [string, Call][] =>
    operation in ordered ? [] : [[operation, (rc) => call(rc, {})]],
  );
  return [...Object.entries(ordered), ...others];
}

test('every operation of the document works through the typed client, in one world', async () => {
  const { api, rc } = worldOf({ deploySeconds: 0, videoSeconds: 0 });
  const ids: Record<string, string> = {};
  for (const [operation, call] of allCalls()) {
    await call(rc, ids);
    expect(api.requests().at(-1)?.operation).toBe(operation);
  }
  expect(api.requests()).toHaveLength(Object.keys(cases).length);
  expect(api.instances.running()).toEqual([]);
});

test('templates come in pages, and all of them once', async () => {
  const { api, rc } = worldOf();
  const first = await rc.templates.list({ pageSize: 4 });
  expect([first.data.length, first.total, first.hasMore]).toEqual([4, 6, true]);
  const ids: string[] = [];
  for await (const { id } of await rc.templates.list({ pageSize: 4, sortBy: 'name', sortDir: 'desc' })) ids.push(id);
  expect(new Set(ids).size).toBe(6);
  expect(api.requests('listTemplates').map(({ url }) => new URL(url).searchParams.get('page'))).toEqual([
    '1',
    '1',
    '2',
  ]);
});

test('a video whose prompt has [fail] fails, and is not downloadable', async () => {
  const { api, rc } = worldOf();
  const job = await rc.models.generateVideo({ model, prompt: 'Waves [fail]' });
  await expect(rc.models.downloadVideo(job.id)).rejects.toMatchObject({ statusCode: 404 });
  await expect(
    rc.models.generateVideoAndSave(join(tmpdir(), 'never-written.mp4'), { model, prompt: '[fail]' }),
  ).rejects.toMatchObject({
    name: 'VideoGenerationError',
  });
  await api.clock.advance(30_000);
  expect((await rc.models.getVideoStatus(job.id)).status).toBe('failed');
});

test.each([
  ['none unless it is asked for', undefined, 0],
  ['none if it is declined', { includeUsage: false }, 0],
  ['one chunk of it without choices if it is asked for', { includeUsage: true }, 1],
])('the usage of a stream: %s', async (_, streamOptions, count) => {
  const { rc } = worldOf();
  const stream = await rc.models.chatCompletion({ ...chat, stream: true, ...(streamOptions && { streamOptions }) });
  const chunks = await collect(stream);
  const withUsage = chunks.filter(({ usage }) => usage != null);
  expect(withUsage).toHaveLength(count);
  for (const chunk of withUsage) expect(chunk.choices).toEqual([]);
});

test('a reply function that never resolves ends with the abort, and time goes on', async () => {
  const { api, rc } = worldOf();
  const stop = new AbortController();
  api.chat.reply(() => {
    stop.abort(new Error('Stopped by the user'));
    return new Promise(() => undefined);
  });
  await expect(rc.models.chatCompletion(chat, { signal: stop.signal })).rejects.toThrow('Stopped by the user');
  const { id } = await rc.instances.create({ name: text, gpuType: 'A100' });
  expect((await rc.instances.waitUntilReady(id)).status).toBe('running');
});

test('a reply function that never resolves ends with its simulator', async () => {
  const { api, rc } = worldOf();
  let begin = (): void => undefined;
  const begun = new Promise<void>((resolve) => (begin = resolve));
  api.chat.reply(() => {
    begin();
    return new Promise(() => undefined);
  });
  const call = rc.models.chatCompletion(chat).catch((error: unknown) => error);
  await begun;
  api.reset();
  expect(await call).toMatchObject({ name: 'ConnectionError' });
});

test.each([
  [undefined, 'ff fb'],
  ['mp3', 'ff fb'],
  ['wav', '52 49 46 46'],
] as const)('speech as %s is a real file of its format', async (responseFormat, start) => {
  const { rc } = worldOf();
  const sound = await rc.models.textToSpeech({
    model,
    input: text,
    voice: 'v',
    ...(responseFormat && { responseFormat }),
  });
  const bytes = Array.from(sound.subarray(0, start.split(' ').length), (byte) => byte.toString(16).padStart(2, '0'));
  expect(bytes.join(' ')).toBe(start);
});
