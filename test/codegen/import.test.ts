import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { SdkConfig } from '../../codegen/config/config-types.js';
import { importVendor } from '../../codegen/overlay/import-vendor.js';
import { sdkConfig } from '../../codegen/sdk.config.js';

const root = fileURLToPath(new URL('../..', import.meta.url));

function overlayOf(...actions: object[]) {
  return { overlay: '1.0.0', info: { title: 'Corrections', version: '1' }, actions };
}

let folder = '';

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'overlay-'));
  await cp(join(root, 'test/fixtures/vendor/openapi.json'), join(folder, 'vendor.json'));
});

afterEach(() => rm(folder, { recursive: true }));

/** The part of sdk.config.ts for the single operation of the fixture. */
const config: SdkConfig = {
  ...(sdkConfig.servers ? { servers: sdkConfig.servers } : {}),
  resources: { models: { chatCompletion: 'createChatCompletion' } },
  retry: { createChatCompletion: 'paid' },
  sentBack: ['ChatMessage'],
  ...(sdkConfig.errors ? { errors: sdkConfig.errors } : {}),
};

function run(overlay = join(root, 'codegen/overlay.json')) {
  const job = { spec: join(folder, 'openapi.json'), out: join(folder, 'out'), config };
  return importVendor({ ...job, vendor: join(folder, 'vendor.json'), overlay });
}

test('the corrected vendor document generates without a stop', async () => {
  expect(await run()).toMatchObject({ operations: 1, isNews: true, needless: [] });
  const types = await readFile(join(folder, 'out/types.ts'), 'utf8');
  expect(types).toContain('toolCalls?: readonly ChatToolCall[] | undefined;');
  expect(types).toContain('toolCallId?: string | undefined;');
  const resource = await readFile(join(folder, 'out/resources/models.ts'), 'utf8');
  expect(resource).toContain('`UnprocessableEntityError` (422)');
  expect(resource).toContain('Promise<EventStream<ChatCompletionChunk>>');
  expect(await run()).toMatchObject({ isNews: false, changed: [] });
});

test('a path of the vendor is written before the templates that match it too, and the others stay in order', async () => {
  const vendor = JSON.parse(await readFile(join(folder, 'vendor.json'), 'utf8')) as { paths: Record<string, object> };
  const { '/chat/completions': chat, ...others } = vendor.paths;
  const late = { '/{kind}/{id}': {}, '/chat/{id}': {}, '/about': {}, '/chat/completions': chat ?? {} };
  await writeFile(join(folder, 'vendor.json'), JSON.stringify({ ...vendor, paths: { ...others, ...late } }));
  await run();
  const { paths } = JSON.parse(await readFile(join(folder, 'openapi.json'), 'utf8')) as typeof vendor;
  expect(Object.keys(paths)).toEqual(['/chat/completions', '/chat/{id}', '/{kind}/{id}', '/about']);
});

test('nothing is written if a target matches nothing', async () => {
  const overlay = overlayOf({ target: "$.paths['/gone']", update: {}, description: 'It was wrong.' });
  await writeFile(join(folder, 'overlay.json'), JSON.stringify(overlay));
  await expect(run(join(folder, 'overlay.json'))).rejects.toThrow("The target $.paths['/gone'] matches nothing.");
  expect((await readdir(folder)).toSorted()).toEqual(['overlay.json', 'vendor.json']);
});

test('nothing is written if the corrected document stops the run', async () => {
  const overlay = overlayOf({ target: '$.components.schemas.ChatMessage', remove: true, description: 'A mistake.' });
  await writeFile(join(folder, 'overlay.json'), JSON.stringify(overlay));
  await expect(run(join(folder, 'overlay.json'))).rejects.toThrow('does not exist in the document');
  expect((await readdir(folder)).toSorted()).toEqual(['overlay.json', 'vendor.json']);
});
