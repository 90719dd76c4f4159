import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readConfig } from '../../codegen/config/read-config.js';
import { generate, type Job } from '../../codegen/generate.js';
import { crates, json, ok } from './crates.js';

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

test('the hint on where to look for what was created calls the client as its README does', async () => {
  const resources = { crates: { list: 'listCrates', create: 'createCrate' } };
  await run(crates(), { config: { resources } });
  expect(await textOf('operations.ts')).toContain("seenIn: 'client.crates.list()'");
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

test('`strict` does not stop where a name is only told', async () => {
  const schema = { type: 'object', properties: { content_type: { type: 'string' } } };
  const content = { ...json(schema), 'text/plain': { schema: { type: 'string' } } };
  const paths = { '/notes': { post: { operationId: 'addNote', requestBody: { content }, responses: ok({}) } } };
  const { notes } = await run({ ...crates(), paths }, { strict: true });
  expect(notes).toEqual([expect.stringContaining('takes the media type of its body as `mediaType`')]);
  expect(await textOf('README.md')).toContain('takes the media type of its body as `mediaType`');
});

test('of two schemes in one place the first is sent, which is told, and an alternative without such a pair comes first', async () => {
  const key = (place: string, name: string) => ({ type: 'apiKey', in: place, name });
  const document = {
    ...crates(),
    security: [{ user: [], token: [], own: [] }, { one: [], ONE: [], other: [] }, { other: [] }],
    components: {
      ...crates().components,
      securitySchemes: {
        user: { type: 'http', scheme: 'basic' },
        token: { type: 'oauth2', flows: {} },
        own: key('header', 'Authorization'),
        one: key('header', 'X-Key'),
        ONE: key('header', 'x-key'),
        other: key('query', 'X-Key'),
      },
    },
  };
  const { notes } = await run(document);
  expect(notes.map((note) => note.replace(/(?: and \d+ more)?\. Pass .*/, ''))).toEqual([
    `auth: createClient can't send "token" beside "user", which is the header authorization too, for GET /crates`,
    `auth: createClient can't send "own" beside "user", which is the header authorization too, for GET /crates`,
    `auth: createClient can't send "ONE" beside "one", which is the header x-key too, for GET /crates`,
  ]);
  expect(await textOf('operations.ts')).toContain("security: [['other'], ['user'], ['one', 'other']]");
});

test.each(['index.ts', 'README.md'])('a %s of the caller is not overwritten', async (name) => {
  await run(crates());
  await writeFile(join(folder, 'out', name), 'mine');
  await expect(run(crates())).rejects.toThrow(`${name}\n  The file exists, and is not generated.`);
  expect(await textOf(name)).toBe('mine');
});

test('with `skip`, the operations that need what stops the run are left out and told, also in the README', async () => {
  const wrong = { in: 'body', name: 'a', schema: {} };
  const lids = ok({ type: 'array', items: { $ref: '#/components/schemas/Lid' } });
  const Bolt = { allOf: [{ $ref: '#/components/schemas/Bolt' }, { type: 'object' }] };
  const document = {
    ...crates(),
    components: {
      schemas: { ...crates().components.schemas, Lid: { $ref: 'https://a.example/b.json' }, Bolt },
      parameters: { Wrong: wrong },
    },
    paths: {
      ...crates().paths,
      '/lids': { get: { responses: lids }, post: { requestBody: { content: json({}) }, responses: ok({}) } },
      '/bolts': { put: { requestBody: { content: json({ $ref: '#/components/schemas/Bolt' }) }, responses: ok({}) } },
      '/nails': { parameters: [wrong], get: { responses: ok({}) }, delete: { responses: ok({}) } },
      '/pins': { get: { parameters: [{ $ref: '#/components/parameters/Wrong' }, { in: 'body' }], responses: ok({}) } },
      '/caps': { get: { parameters: [{ $ref: 'parts.json#/cap' }], responses: ok({}) } },
    },
  };
  await writeFile(join(folder, 'parts.json'), JSON.stringify({ cap: { in: 'nowhere', name: 'a', schema: {} } }));
  await expect(run(document)).rejects.toThrow('is a remote reference');
  const { notes, operations } = await run(document, { skip: true });
  expect(operations).toBe(4);
  const place = '"body" is not a valid parameter location. It is left out (crates.json#/paths/~1nails/parameters/0).';
  expect(notes.toSorted()).toEqual([
    'calls: DELETE /nails has no method: ' + place,
    'calls: GET /caps has no method: "nowhere" is not a valid parameter location. It is left out (parts.json#/cap).',
    'calls: GET /lids has no method: https://a.example/b.json is a remote reference, and remote content can change. It is left out (crates.json#/components/schemas/Lid).',
    'calls: GET /nails has no method: ' + place,
    'calls: GET /pins has no method: The parameter has no `name`. It is left out (crates.json#/paths/~1pins/get/parameters/1).',
    'calls: PUT /bolts has no method: The schema contains itself. It is left out (crates.json#/components/schemas/Bolt).',
  ]);
  const readme = await textOf('README.md');
  for (const note of notes) expect(readme).toContain(`- ${note}`);
});

test('`skip` leaves nothing out that does not stop the run, and does not help where no operation is at fault', async () => {
  const document = { ...crates(), servers: [{}] };
  await expect(run(document, { skip: true })).rejects.toThrow('The server has no `url`.');
  await expect(run(crates(), { skip: true })).resolves.toMatchObject({ operations: 3, notes: [] });
});

/** `First` refers to `C1`, which refers to `C2`, and so on. */
function chained(count: number, link: (next: object) => object): object {
  const document = crates();
  const names = ['First', ...Array.from({ length: count }, (_, at) => `C${at + 1}`), 'Crate'];
  const links = names.slice(0, -1).map((name, at) => [name, link({ $ref: `#/components/schemas/${names[at + 1]}` })]);
  const schemas = { ...Object.fromEntries(links), Crate: document.components.schemas['Crate'] } as object;
  const paths = { '/first': { get: { responses: ok({ $ref: '#/components/schemas/First' }) } } };
  return { ...document, components: { schemas }, paths };
}

test('a chain of schemas that only refer to the next one is one step to the last', async () => {
  await run(chained(40, (next) => ({ ...next, description: 'The same.' })));
  const types = await textOf('types.ts');
  expect(types).toContain('export type First = Crate;');
  expect(types).not.toContain('C1');
});

test('a schema may have a base that has a base, and so on a thousand times: it has the fields of all', async () => {
  let count = 0;
  const document = chained(1000, (next) => {
    const properties = { [`of_${count++}`]: { type: 'string' } };
    return { allOf: [next, { type: 'object', properties }] };
  });
  await run(document);
  const types = await textOf('types.ts');
  expect(new Set(types.match(/\bof\d+\?: string/g))).toHaveLength(1001);
});

test('a chain that exceeds the call stack is a stop', async () => {
  const document = chained(6000, (next) => ({ oneOf: [next, { type: 'object', properties: { a: {} } }] }));
  await expect(run(document)).rejects.toThrow('crates.json#/components/schemas\n');
});
