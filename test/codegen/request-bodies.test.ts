import { createReadStream } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildModel } from '../../codegen/build-model.js';
import { nodePlatform } from '../../src/handwritten/platform/node.js';
import { specOf } from './crates.js';
import { cratesWith, observedApi, type ObservedApi } from './observed-api.js';

const binary = { type: 'string', format: 'binary' };
const text = { type: 'string' };

const put = (path: string, type: string, schema: object): { path: string; method: string; requestBody: object } => ({
  path,
  method: 'put',
  requestBody: { required: true, content: { [type]: { schema } } },
});

const form = (path: string, schema: object): { path: string; method: string; requestBody: object } =>
  put(path, 'multipart/form-data', { type: 'object', properties: { k: schema } });

const urlEncoded = 'application/x-www-form-urlencoded';

let folder = '';
let observed: ObservedApi;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bodies-'));
  await writeFile(join(folder, 'photo.png'), 'photo');
  const operations = {
    putBytes: put('/bytes', 'application/octet-stream', binary),
    putPng: put('/png', 'image/png', binary),
    putImage: put('/image', 'image/*', binary),
    putText: put('/text', 'text/plain', text),
    putXml: put('/xml', 'application/xml', { type: 'object', properties: { a: text } }),
    putLines: put('/lines', 'application/x-ndjson', { type: 'array', items: { type: 'object' } }),
    formEither: form('/either', { oneOf: [binary, text, { type: 'object', properties: { page_no: text } }] }),
    formTyped: {
      ...form('/typed', {}),
      requestBody: {
        content: {
          'multipart/form-data': {
            schema: { type: 'object', properties: { k: {}, note: {} } },
            encoding: { k: { contentType: 'image/png, image/jpeg' }, note: { contentType: 'text/plain' } },
          },
        },
      },
    },
    formFiles: form('/files', { oneOf: [binary, { type: 'array', items: binary }] }),
    latinText: put('/latin-text', 'text/plain; Charset="ISO-8859-1"', text),
    latinJson: put('/latin-json', 'application/json; charset=iso-8859-1', text),
    latinXml: put('/latin-xml', 'application/xml; charset=iso-8859-1', { type: 'object' }),
    writtenForm: put('/written-form', urlEncoded, text),
    anyForm: put('/any-form', urlEncoded, {}),
    anyParts: put('/any-parts', 'multipart/form-data', {}),
    nullForm: put('/null-form', urlEncoded, { type: ['object', 'null'], additionalProperties: text }),
    listForm: {
      ...put('/list-form', urlEncoded, { $ref: '#/components/schemas/List' }),
      requestBody: { content: { [urlEncoded]: { schema: { type: 'array' } }, 'application/json': { schema: {} } } },
    },
  };
  observed = await observedApi(cratesWith(operations), () => Response.json({}), nodePlatform);
});
afterAll(() => rm(folder, { recursive: true }));

const bytes = new TextEncoder().encode('photo');

test.each<readonly [what: string, input: () => unknown]>([
  ['a path', () => join(folder, 'photo.png')],
  ['a file URL', () => pathToFileURL(join(folder, 'photo.png'))],
  ['a Blob', () => new Blob([bytes])],
  ['bytes', () => bytes],
  ['an ArrayBuffer', () => bytes.slice().buffer],
  ['a Response', () => new Response('photo')],
  ['a web stream', () => new Blob([bytes]).stream()],
  ['a Node stream', () => createReadStream(join(folder, 'photo.png'))],
  ['an async iterable', iterable],
])('a whole body takes what a field takes: %s', async (_, input) => {
  await observed.api['crates']!['putBytes']!({ body: input() });
  const { text: sent, headers } = observed.requests.at(-1)!;
  expect([sent, headers.get('content-type')]).toEqual(['photo', 'application/octet-stream']);
});

async function* iterable(): AsyncGenerator<Uint8Array> {
  yield await Promise.resolve(bytes);
}

test.each([
  ['putPng', 'image/png'],
  ['putImage', 'image/webp'],
])('the media type of a whole body is that of the document, and of a range that of the file: %s', async (id, type) => {
  await observed.api['crates']![id]!({ body: new Blob([bytes], { type: 'image/webp' }) });
  expect(observed.requests.at(-1)?.headers.get('content-type')).toBe(type);
});

test.each([
  ['putText', 'text/plain'],
  ['putXml', 'application/xml'],
  ['putLines', 'application/x-ndjson'],
])('a string for a body of text is the text, not a path: %s', async (id, type) => {
  await observed.api['crates']![id]!({ body: './photo.png' });
  const { text: sent, headers } = observed.requests.at(-1)!;
  expect([sent, headers.get('content-type')]).toEqual(['./photo.png', type]);
});

test('a file for a body of XML is read', async () => {
  await observed.api['crates']!['putXml']!({ body: new Blob(['<a/>']) });
  expect(observed.requests.at(-1)?.text).toBe('<a/>');
});

test.each(['putXml', 'putText', 'putBytes'])('an object is no body of text or bytes: %s', async (id) => {
  const count = observed.requests.length;
  await expect(observed.api['crates']![id]!({ body: { a: 'b' } })).rejects.toThrow(/body/i);
  expect(observed.requests).toHaveLength(count);
});

test('a file that can not be read is refused before anything is sent', async () => {
  const count = observed.requests.length;
  await expect(observed.api['crates']!['putBytes']!({ body: join(folder, 'gone.png') })).rejects.toThrow(/body/);
  expect(observed.requests).toHaveLength(count);
});

test.each<readonly [what: string, value: unknown, sent: unknown]>([
  ['a string', './photo.png', './photo.png'],
  ['an object', { pageNo: 'a' }, '{"page_no":"a"}'],
  ['a file', new File(['photo'], 'a.png'), 'a.png'],
])('of a field that takes a file or something else, each is sent as what it is: %s', async (_, value, sent) => {
  await observed.api['crates']!['formEither']!({ k: value });
  const part = observed.requests.at(-1)?.form?.get('k');
  expect(part instanceof File ? part.name : part).toBe(sent);
});

test.each([1, 2])('a field of a file or a list takes both: %i', async (count) => {
  const files = Array.from({ length: count }, (_, index) => new File(['a'], `${index}.png`));
  await observed.api['crates']!['formFiles']!({ k: count === 1 ? files[0] : files });
  expect(observed.requests.at(-1)?.form?.getAll('k')).toHaveLength(count);
});

test.each<readonly [what: string, value: unknown, name: string]>([
  ['bytes', bytes, 'file'],
  ['bytes of a format', new TextEncoder().encode('ID3 music'), 'file.mp3'],
  ['a path', '', 'photo.png'],
])(
  'a part without a schema is a file by its encoding; one without a name is called `file`: %s',
  async (_, value, name) => {
    await observed.api['crates']!['formTyped']!({ k: value === '' ? join(folder, 'photo.png') : value, note: 'a' });
    const { form: sent } = observed.requests.at(-1)!;
    expect([(sent?.get('k') as File).name, sent?.get('note')]).toEqual([name, 'a']);
  },
);

test.each<readonly [id: string, args: object, contentType: string, text: string]>([
  ['latinText', { body: 'é' }, 'text/plain; Charset=utf-8', 'é'],
  ['latinJson', { body: 'é' }, 'application/json; charset=utf-8', '"é"'],
  ['latinXml', { body: new TextEncoder().encode('<a/>') }, 'application/xml; charset=iso-8859-1', '<a/>'],
  ['writtenForm', { body: 'a=b+c' }, urlEncoded, 'a=b+c'],
  ['anyForm', { body: 'a=b+c' }, urlEncoded, 'a=b+c'],
  ['anyForm', { body: new URLSearchParams({ a: 'b c' }) }, urlEncoded, 'a=b+c'],
  ['anyForm', { body: { a: 'b c' } }, urlEncoded, 'a=b+c'],
  ['listForm', { body: [1] }, 'application/json', '[1]'],
])('the content type says how the bytes are written: %s', async (id, args, contentType, sent) => {
  await observed.api['crates']![id]!(args);
  const { text: body, headers } = observed.requests.at(-1)!;
  expect([headers.get('content-type'), body]).toEqual([contentType, sent]);
});

test('a form that its caller has made is sent', async () => {
  const form = new FormData();
  form.set('a', 'b');
  await observed.api['crates']!['anyParts']!({ body: form });
  expect(observed.requests.at(-1)?.form?.get('a')).toBe('b');
});

test.each<readonly [id: string, body: unknown]>([
  ['anyForm', ['a']],
  ['anyForm', 1],
  ['nullForm', null],
  ['anyParts', 'a'],
])('what has no fields is no form, and nothing is sent: %s', async (id, body) => {
  const count = observed.requests.length;
  await expect(observed.api['crates']![id]!({ body })).rejects.toThrow(/must be an object/);
  expect(observed.requests).toHaveLength(count);
});

test.each(['putText', 'anyForm'])('a required body that is not passed is refused: %s', async (id) => {
  const count = observed.requests.length;
  await expect(observed.api['crates']![id]!({})).rejects.toThrow(/^`body` of PUT \S+ is required\.$/);
  expect(observed.requests).toHaveLength(count);
});

test('the output tells of a body that is not sent as the document says', () => {
  const form = (schema: object, required = true) => ({
    ...put('/list', urlEncoded, schema),
    requestBody: { required, content: { [urlEncoded]: { schema } } },
  });
  const parts = {
    'multipart/form-data': {
      schema: { type: 'object', properties: { k: text } },
      encoding: { k: { contentType: 'text/csv; charset=iso-8859-1' } },
    },
  };
  const { notes, operations } = buildModel(
    specOf(
      cratesWith({
        list: { ...form({ type: 'array' }), path: '/list' },
        optional: { ...form({ allOf: [{ type: 'integer' }] }, false), path: '/optional' },
        file: { ...put('/file', 'multipart/form-data', binary) },
        latin: put('/latin', 'text/plain; charset=iso-8859-1', text),
        part: { ...put('/part', 'multipart/form-data', text), requestBody: { content: parts } },
      }),
    ),
    {},
    '@runcrate/sdk/runtime',
  );
  expect(notes).toEqual([
    `calls: PUT /list has no method: a body of ${urlEncoded} has fields, and this one is a list.`,
    'calls: PUT /file has no method: a body of multipart/form-data has fields, and this one is a file.',
    `calls: PUT /optional is not sent in one way: a body of ${urlEncoded} has fields, and this one is a number.`,
    'bodies: PUT /latin is sent in UTF-8, and says so, in place of "text/plain; charset=iso-8859-1".',
  ]);
  expect(operations.map(({ name, body }) => [name, body?.content, body?.types])).toEqual([
    ['optional', undefined, undefined],
    ['latin', 'text/plain; charset=utf-8', undefined],
    ['part', 'multipart/form-data', { k: 'text/csv; charset=utf-8' }],
  ]);
});
