import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { generate } from '../../codegen/generate.js';
import { importVendor } from '../../codegen/overlay/import-vendor.js';
import { reportOnFiles } from '../../codegen/report/diff.js';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'places-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function save(name: string, text: string): Promise<string> {
  await mkdir(join(folder, 'parts'), { recursive: true });
  await writeFile(join(folder, name), text);
  return join(folder, name);
}

/** The message of the stop, with `:LINE:COLUMN` of each file without the folder. */
async function stopOf(run: () => Promise<unknown>): Promise<string> {
  const message = await run().then(
    () => '',
    (error: unknown) => (error as Error).message,
  );
  return message.replaceAll(`${relative(process.cwd(), folder).replaceAll('\\', '/')}/`, '');
}

function generated(spec: string, overlay?: string) {
  return generate({ spec, overlay, out: join(folder, 'out'), config: {}, runtime: './r' }, true);
}

const ok =
  "responses: { 200: { description: '', content: { application/json: { schema: { $ref: '#/components/schemas/A' } } } } }";
const yaml = (schemas: string) => `openapi: 3.1.0
servers: [{ url: 'https://a.example' }]
paths:
  /a:
    get:
      ${ok}
components:
  schemas:
${schemas}`;
const json = (schema: object) =>
  JSON.stringify(
    {
      openapi: '3.1.0',
      servers: [{ url: 'https://a.example' }],
      paths: {
        '/a': { get: { responses: { 200: { description: '', content: { 'application/json': { schema } } } } } },
      },
    },
    null,
    2,
  );

test.each<[what: string, files: Readonly<Record<string, string>>, lines: readonly string[]]>([
  [
    'JSON',
    { 'a.json': json({ type: 'text' }) },
    ['a.json#/paths/~1a/get/responses/200/content/application~1json/schema', 'a.json:16:17'],
  ],
  ['JSON in one line', { 'a.json': '{"openapi":"3.1.0","paths":{"/a":"get"}}' }, ['a.json#/paths/~1a', 'a.json:1:29']],
  ['YAML', { 'a.yaml': yaml('    A:\n      type: text\n') }, ['a.yaml#/components/schemas/A', 'a.yaml:9:5']],
  [
    'an item of a list',
    { 'a.yaml': yaml('    A:\n      allOf:\n        - {}\n        - 5\n') },
    ['a.yaml#/components/schemas/A/allOf/1', 'a.yaml:12:11'],
  ],
  [
    'what a merge key brings',
    { 'a.yaml': yaml('    A: { <<: &b { properties: { a: 1 } } }\n') },
    ['a.yaml#/components/schemas/A/properties/a', 'a.yaml:9:33'],
  ],
  [
    'what an alias names',
    { 'a.yaml': yaml('    A: &a\n      required: yes please\n    B: *a\n') },
    ['a.yaml#/components/schemas/A/required', 'a.yaml:10:7'],
  ],
  [
    'what is missing',
    { 'a.yaml': 'openapi: 3.1.0\npaths: {}\nservers:\n  - description: x\n' },
    ['a.yaml#/servers/0', 'a.yaml:4:5'],
  ],
  [
    'another file',
    { 'a.yaml': yaml("    A: { $ref: 'parts/b.json#/B' }\n"), 'parts/b.json': '{\n  "B": { "minimum": "one" }\n}' },
    ['parts/b.json#/B/minimum', 'parts/b.json:2:10'],
  ],
  ['YAML that is broken', { 'a.yaml': 'openapi: 3.1.0\npaths: {\n' }, ['a.yaml', 'a.yaml:3:1']],
  ['JSON that is broken', { 'a.json': '{\n  "openapi": "3.1.0",\n  oops\n}' }, ['a.json', 'a.json:3:3']],
  ['JSON that ends early', { 'a.json': '{\n  "openapi": ' }, ['a.json', 'a.json:2:14']],
  ['another version', { 'a.json': '{\n  "openapi": "4.0.0"\n}' }, ['a.json#/openapi', 'a.json:2:3']],
])('a stop at %s has file, line and column', async (_, files, [pointer, place]) => {
  const paths = await Promise.all(Object.entries(files).map(([name, text]) => save(name, text)));
  expect(await stopOf(() => generated(paths[0] ?? ''))).toContain(`${pointer ?? ''}\n  at ${place ?? ''}\n  `);
});

test('of a field that JSON has twice, the last one is the place', async () => {
  const spec = await save('a.json', json({ type: 'text' }).replace('"/a": {', '"/a": {},\n    "/a": {'));
  expect(await stopOf(() => generated(spec))).toContain('\n  at a.json:17:17\n');
});

test('an alias without an anchor has its place', async () => {
  const spec = await save('a.yaml', yaml('    A: *nothing\n'));
  expect(await stopOf(() => generated(spec))).toContain('\n  at a.yaml:9:8\n');
});

test('every stop of a run has its own place', async () => {
  const spec = await save('a.yaml', yaml('    A: { minimum: a }\n    B: { maximum: b }\n'));
  const message = await stopOf(() => generated(spec));
  expect(message.match(/at a\.yaml:\d+:\d+/g)).toEqual(['at a.yaml:9:10', 'at a.yaml:10:10']);
});

test('a stop at an overlay is placed in the overlay', async () => {
  const spec = await save('a.json', json({}));
  const overlay = await save(
    'parts/o.yaml',
    'overlay: 1.0.0\nactions:\n  - target: $.x\n    description: y\n    remove: true\n',
  );
  expect(await stopOf(() => generated(spec, overlay))).toContain('o.yaml#/actions/0\n  at parts/o.yaml:3:5\n');
});

test('a stop of an import is placed in the file of the vendor', async () => {
  const vendor = await save('parts/vendor.json', json({ type: 'text' }));
  const overlay = await save('o.json', '{ "overlay": "1.0.0", "actions": [] }');
  const job = { vendor, overlay, spec: join(folder, 'ours.json'), out: join(folder, 'out'), config: {} };
  expect(await stopOf(() => importVendor(job))).toMatch(/^ours\.json#.*\n {2}at parts\/vendor\.json:16:17\n/);
});

test('a stop of a change report is placed in the document that it is from', async () => {
  const [good, bad] = [await save('good.json', json({})), await save('bad.json', json({ type: 'text' }))];
  for (const [old, now] of [
    [good, bad],
    [bad, good],
  ] as const) {
    expect(await stopOf(() => reportOnFiles(old, now, { config: {} }))).toContain('\n  at bad.json:16:17\n');
  }
});
