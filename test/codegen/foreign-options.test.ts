import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readConfig } from '../../codegen/config/read-config.js';
import { generate, type Job } from '../../codegen/generate.js';
import { crates } from './crates.js';

let folder = '';

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'foreign-'));
});

afterEach(() => rm(folder, { recursive: true }));

async function run(document: object, more: Partial<Job> = {}) {
  const spec = join(folder, 'crates.json');
  await writeFile(spec, JSON.stringify(document));
  const extras = { schema: false, cases: false, format: false, marks: false };
  return generate({ spec, out: join(folder, 'out'), config: {}, runtime: 'a/runtime', extras, ...more }, false);
}

const textOf = (name: string): Promise<string> => readFile(join(folder, 'out', name), 'utf8');

test('an overlay corrects the document before it is read, and neither file is written', async () => {
  const overlay = join(folder, 'overlay.yaml');
  const text = `overlay: 1.0.0
actions:
  - target: $.paths['/crates'].get
    description: The id is taken.
    update: { operationId: findCrates }
  - target: $.tags[0]
    description: Already so.
    update: { name: Crates }
`;
  await writeFile(overlay, text);
  const { notes } = await run(crates(), { overlay });
  expect(await textOf('resources/crates.ts')).toContain('find(');
  expect(notes).toEqual(['overlay.yaml#/actions/1 no longer changes anything: $.tags[0] already has this value.']);
  expect(JSON.parse(await readFile(join(folder, 'crates.json'), 'utf8'))).toEqual(crates());
});

test('a config names what a foreign document leaves to its defaults', async () => {
  const path = join(folder, 'my.config.mjs');
  await writeFile(path, `export const sdkConfig = { resources: { boxes: { all: 'listCrates' } } };`);
  await run(crates(), { config: await readConfig(path) });
  expect(await textOf('resources/boxes.ts')).toContain('all(');
});

test('with `strict`, all that would only be told is a stop, and nothing is written', async () => {
  const document = {
    ...crates(),
    security: [{ tls: [], ghost: [] }],
    components: { ...crates().components, securitySchemes: { tls: { type: 'mutualTLS' } } },
  };
  await expect(run(document, { strict: true })).rejects.toThrow(/"tls", which is a client certificate[^]*"ghost"/);
  await expect(textOf('index.ts')).rejects.toThrow('ENOENT');
  await expect(run(document)).resolves.toMatchObject({ notes: [expect.any(String), expect.any(String)] });
  await expect(run(crates(), { strict: true })).resolves.toMatchObject({ notes: [] });
});

test.each(['index.ts', 'README.md'])('a %s of the caller is not overwritten', async (name) => {
  await run(crates());
  await writeFile(join(folder, 'out', name), 'mine');
  await expect(run(crates())).rejects.toThrow(`${name}\n  The file exists, and is not generated.`);
  expect(await textOf(name)).toBe('mine');
});
