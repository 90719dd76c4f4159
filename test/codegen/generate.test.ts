import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { sdkConfig } from '../../codegen/sdk.config.js';
import { generate } from '../../codegen/generate.js';
import { Stop } from '../../codegen/read/stop.js';
import { root } from '../helpers/build.js';
import { command, spawned } from './command.js';
import { crates, generated, ok, type Crates } from './crates.js';

let folder = '';

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'codegen-'));
});

afterEach(() => rm(folder, { recursive: true }));

async function save(document: Crates): Promise<void> {
  await writeFile(join(folder, 'crates.json'), JSON.stringify(document));
}

function run(isCheck = false, out = 'out') {
  return generate({ spec: join(folder, 'crates.json'), out: join(folder, out), config: {} }, isCheck);
}

async function contents(of: string): Promise<Record<string, string>> {
  const entries = await readdir(of, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const texts = await Promise.all(
    files.map(async (file) => [file.slice(of.length), await readFile(file, 'utf8')] as const),
  );
  return Object.fromEntries(texts);
}

test('the same document generates the same bytes', async () => {
  await save(crates());
  await run(false, 'first');
  await run(false, 'second');
  expect(await contents(join(folder, 'second'))).toEqual(await contents(join(folder, 'first')));
});

test('the order of keys does not affect the output', async () => {
  const document = crates();
  const shuffled = crates();
  const { Crate, ...others } = shuffled.components.schemas;
  const { type, required, properties } = Crate!;
  shuffled.components = { schemas: { Crate: { properties, required, type } as typeof Crate & object, ...others } };
  const { operationId, tags, responses, ...rest } = shuffled.paths['/crates/{crate_id}']!['get'] as Record<
    string,
    unknown
  >;
  shuffled.paths['/crates/{crate_id}'] = { get: { responses, ...rest, tags, operationId } };
  expect(await generated(shuffled)).toEqual(await generated(document));
});

test('every file starts with a line that marks it as generated', async () => {
  await save(crates());
  await run();
  for (const text of Object.values(await contents(join(folder, 'out')))) {
    expect(text).toMatch(
      /^(?:\/\/|<!--) Generated from crates\.json by codegen\/\. Do not edit; run npm run generate\.(?: -->)?\n/,
    );
  }
});

test('only changed files are written and reported', async () => {
  await save(crates());
  const first = await run();
  expect(first.changed).toContain('resources/crates.ts');
  expect(first).toMatchObject({ same: [], removed: [], operations: 3, resources: 1 });
  expect(await run()).toMatchObject({ changed: [], removed: [] });
});

test('the file of a removed resource is removed; a file that is not generated is kept', async () => {
  const document = crates();
  document.paths['/lids'] = { get: { operationId: 'listLids', tags: ['Lids'], responses: ok({}) } };
  await save(document);
  await run();
  await writeFile(join(folder, 'out/notes.txt'), 'mine');
  await save(crates());
  expect(await run()).toMatchObject({ removed: ['resources/lids.ts'], extra: ['notes.txt', 'resources/lids.ts'] });
  expect(Object.keys(await contents(join(folder, 'out')))).toContain('/notes.txt');
});

test('the check finds a stale file and an extra file, and writes nothing', async () => {
  await save(crates());
  await run();
  expect(await run(true)).toMatchObject({ changed: [], extra: [] });
  await writeFile(join(folder, 'out/types.ts'), 'changed by hand');
  await writeFile(join(folder, 'out/left-over.ts'), '');
  const before = await contents(join(folder, 'out'));
  expect(await run(true)).toMatchObject({ changed: ['types.ts'], extra: ['left-over.ts'] });
  expect(await contents(join(folder, 'out'))).toEqual(before);
});

/** One operation has a parameter that no version 3 has. */
function unreadable(): Crates {
  return { ...crates(), paths: { '/a': { get: { parameters: [{ in: 'body', name: 'a' }], responses: {} } } } };
}

test('a stop writes nothing', async () => {
  await save(unreadable());
  await mkdir(join(folder, 'out'));
  await expect(run()).rejects.toThrow('"body" is not a valid parameter location.');
  expect(await readdir(join(folder, 'out'))).toEqual([]);
});

test('YAML documents are read', async () => {
  await writeFile(
    join(folder, 'a.yaml'),
    'openapi: 3.0.3\npaths:\n  /a:\n    get:\n      responses:\n        204: { description: gone }\n',
  );
  const outcome = await generate({ spec: join(folder, 'a.yaml'), out: join(folder, 'out'), config: {} }, false);
  expect(outcome.operations).toBe(1);
  expect((await contents(join(folder, 'out')))['/operations.ts']).toContain('export const getA:');
});

test.each([
  ['not JSON', '{', 'The file is not valid JSON'],
  ['not OpenAPI', '{ "asyncapi": "3.0.0" }', 'This is not an OpenAPI 3 document.'],
  ['Swagger', '{ "swagger": "2.0" }', 'This is a Swagger 2.0 document.'],
])('a file that is %s stops the run', async (_, text, reason) => {
  await writeFile(join(folder, 'crates.json'), text);
  const stopped = run();
  await expect(stopped).rejects.toBeInstanceOf(Stop);
  await expect(stopped).rejects.toThrow(reason);
});

test('the command prints the files that it wrote, and fails with its exit code', async () => {
  await save(crates());
  const job = ['--spec', join(folder, 'crates.json'), '--out', join(folder, 'out')];
  const written = spawned(...job);
  expect(written.code).toBe(0);
  expect(written.out).toMatch(/out\/types\.ts changed\n/);
  expect(written.out).toMatch(/3 operations in 1 resource: 8 files changed, 0 unchanged\.\n$/);

  await writeFile(join(folder, 'out/types.ts'), '');
  const checked = spawned(...job, '--check');
  expect(checked.code).toBe(1);
  expect(checked.error).toMatch(/out\/types\.ts is stale\.\nRun npm run generate\.\n$/);

  await save(unreadable());
  const stopped = spawned(...job);
  expect(stopped.code).toBe(2);
  expect(stopped.error).toMatch(
    /^crates\.json#\/paths\/~1a\/get\/parameters\/0\n {2}at \S*\/crates\.json:\d+:\d+\n {2}"body" is not a valid parameter location\.\n {2}Fix: .*\n\nNothing was written\. With --skip, .*\n$/,
  );
});

test('another document gets schema.ts, cases.ts and the format of Prettier only on request', async () => {
  await save(crates());
  const out = join(folder, 'out');
  const job = ['--spec', join(folder, 'crates.json'), '--out', out];
  expect((await command(...job, '--schema', '--cases')).out).toContain('10 files changed');
  const printed = await contents(out);
  expect(Object.keys(printed)).toEqual(expect.arrayContaining(['/cases.ts', '/schema.ts']));
  expect((await command(...job, '--schema', '--cases', '--format')).out).toContain('/schema.ts changed');
  expect(await contents(out)).not.toEqual(printed);
  expect((await command(...job)).out).toMatch(/cases\.ts removed\n.*schema\.ts removed\n/);
});

test('the command takes a config and an overlay of another document, and stops at its notes if it is strict', async () => {
  await save(crates());
  const [config, overlay] = [join(folder, 'my.config.mjs'), join(folder, 'overlay.json')];
  await writeFile(config, `export const sdkConfig = { resources: { boxes: { all: 'listCrates' } } };`);
  const needless = { target: '$.tags[0]', description: 'Already so.', update: { name: 'Crates' } };
  await writeFile(overlay, JSON.stringify({ overlay: '1.0.0', actions: [needless] }));
  const job = ['--spec', join(folder, 'crates.json'), '--out', join(folder, 'out'), '--runtime', 'my/runtime'];
  expect((await command(...job, '--config', config, '--overlay', overlay)).out).toMatch(/no longer changes anything/);
  const files = await contents(join(folder, 'out'));
  expect(files['/resources/boxes.ts']).toMatch(/from 'my\/runtime';[^]* all\(/);
  expect(await command(...job, '--overlay', overlay, '--strict')).toMatchObject({ code: 2 });
});

test('the stop of one operation names --skip, which leaves it out', async () => {
  const document = crates();
  document.paths['/lids'] = { get: { parameters: [{ in: 'body', name: 'a' }], responses: {} } };
  await save(document);
  const job = ['--spec', join(folder, 'crates.json'), '--out', join(folder, 'out')];
  const { code, error } = await command(...job);
  expect([code, error]).toEqual([
    2,
    expect.stringContaining('With --skip, the operations that need this are left out.'),
  ]);
  const skipped = await command(...job, '--skip');
  expect([skipped.code, skipped.out]).toEqual([0, expect.stringContaining('GET /lids has no method')]);
});

test.each([[['--spec', 'a.json']], [['--out', 'a']], [['--nonsense']], [['--cases']]])(
  '%j prints the usage',
  async (args) => {
    const { code, error } = await command(...args);
    expect(code).toBe(2);
    expect(error).toContain('npm run generate -- --spec FILE --out FOLDER');
  },
);

test('generated/ is up to date with openapi.json', async () => {
  const job = { spec: join(root, 'openapi.json'), out: join(root, 'generated'), config: sdkConfig };
  expect(await generate(job, true)).toMatchObject({ changed: [], extra: [] });
});
