import { beforeAll, expect, test } from 'vitest';
import { nodePlatform } from '../../src/handwritten/platform/node.js';
import { buildModel } from '../../codegen/build-model.js';
import { specOf } from './crates.js';
import { cratesWith, observedApi, type ObservedApi } from './observed-api.js';

const text = { type: 'string' };
const binary = { type: 'string', format: 'binary' };
const note = { type: 'object', properties: { note_text: text } };
const form = 'application/x-www-form-urlencoded';

const send = (path: string, content: Readonly<Record<string, object>>) => ({
  path,
  method: 'post',
  requestBody: {
    required: true,
    content: Object.fromEntries(Object.entries(content).map(([type, schema]) => [type, { schema }])),
  },
});

const file = { type: 'object', properties: { photo_file: binary, note_text: text } };
const operations = {
  all: send('/all', {
    'application/json': note,
    'multipart/form-data': file,
    [form]: note,
    'text/plain': text,
    'application/octet-stream': binary,
    'application/merge-patch+json': note,
    'application/json; version=2': note,
    'image/*': binary,
  }),
  formFirst: send('/form-first', { [`${form};charset=utf-8`]: note, 'application/json': note }),
  named: send('/named', {
    'application/json': { type: 'object', properties: { content_type: text } },
    'text/plain': text,
  }),
  crowded: send('/crowded', {
    'application/json': {
      type: 'object',
      properties: Object.fromEntries(
        ['content_type', 'mediaType', 'requestContentType', 'request_media_type', 'contentType2'].map((name) => [
          name,
          text,
        ]),
      ),
    },
    'text/plain': text,
  }),
  upperCase: send('/upper', { 'Application/JSON; Version=A': note }),
  sequence: send('/sequence', { 'application/json-seq': text }),
  range: send('/range', { 'image/*': binary }),
  xmlFirst: send('/xml-first', { 'application/xml': note, 'text/yaml': note, 'application/json': note }),
  xmlTextFirst: send('/xml-text', { 'application/xml': text, 'application/json': note }),
  xmlOrForm: send('/xml-form', { 'text/xml': note, [form]: note }),
  onlyXml: send('/only-xml', { 'application/soap+xml': note, 'application/xml': note }),
  anyOrJson: send('/any', { 'application/json': note, '*/*': binary }),
};

let observed: ObservedApi;
beforeAll(async () => {
  observed = await observedApi(cratesWith(operations), () => Response.json({}), nodePlatform);
});

type Row = readonly [what: string, id: string, args: object, contentType: string, body: string];

const rows: readonly Row[] = [
  ['the first by default', 'all', { noteText: 'a' }, 'application/json', '{"note_text":"a"}'],
  [
    'the first by its name',
    'all',
    { contentType: 'application/json', noteText: 'a' },
    'application/json',
    '{"note_text":"a"}',
  ],
  ['a form without parts', 'all', { contentType: form, noteText: 'a b' }, form, 'note_text=a+b'],
  ['text', 'all', { contentType: 'text/plain', body: 'a b' }, 'text/plain', 'a b'],
  ['bytes', 'all', { contentType: 'application/octet-stream', body: new Blob(['a']) }, 'application/octet-stream', 'a'],
  [
    'JSON by another name',
    'all',
    { contentType: 'application/merge-patch+json', noteText: 'a' },
    'application/merge-patch+json',
    '{"note_text":"a"}',
  ],
  [
    'JSON with a parameter of the media type',
    'all',
    { contentType: 'application/json; version=2', noteText: 'a' },
    'application/json; version=2',
    '{"note_text":"a"}',
  ],
  ['one of a range', 'all', { contentType: 'image/webp', body: new Blob(['a']) }, 'image/webp', 'a'],
  [
    'one of a range, whatever the type of the file is',
    'range',
    { contentType: 'image/webp', body: new Blob(['a'], { type: 'image/png' }) },
    'image/webp',
    'a',
  ],
  ['JSON in other letters', 'upperCase', { noteText: 'a' }, 'application/json; Version=A', '{"note_text":"a"}'],
  ['a sequence of JSON, which is text', 'sequence', { body: '\u001e{}\n' }, 'application/json-seq', '\u001e{}\n'],
  ['that of the file', 'range', { body: new Blob(['a'], { type: 'image/png' }) }, 'image/png', 'a'],
  ['one of any', 'anyOrJson', { contentType: 'application/pdf', body: new Blob(['a']) }, 'application/pdf', 'a'],
  [
    'JSON beside any',
    'anyOrJson',
    { contentType: 'application/json', noteText: 'a' },
    'application/json',
    '{"note_text":"a"}',
  ],
  [
    'a form that is the first, with its charset',
    'formFirst',
    { noteText: 'a' },
    `${form};charset=utf-8`,
    'note_text=a',
  ],
  [
    'JSON that is not the first',
    'formFirst',
    { contentType: 'application/json', noteText: 'a' },
    'application/json',
    '{"note_text":"a"}',
  ],
  [
    'JSON, if XML that the client can not write comes first',
    'xmlFirst',
    { noteText: 'a' },
    'application/json',
    '{"note_text":"a"}',
  ],
  ['XML as text', 'xmlFirst', { contentType: 'application/xml', body: '<a/>' }, 'application/xml', '<a/>'],
  [
    'XML as a file',
    'xmlFirst',
    { contentType: 'application/xml', body: new Blob(['<a/>']) },
    'application/xml',
    '<a/>',
  ],
  ['YAML as text', 'xmlFirst', { contentType: 'text/yaml', body: 'a: 1' }, 'text/yaml', 'a: 1'],
  ['XML that is a string comes first', 'xmlTextFirst', { body: '<a/>' }, 'application/xml', '<a/>'],
  ['a form, if XML comes first', 'xmlOrForm', { noteText: 'a' }, form, 'note_text=a'],
  ['of XML alone, the first', 'onlyXml', { body: '<a/>' }, 'application/soap+xml', '<a/>'],
  [
    'by another argument, if a field is called so',
    'named',
    { mediaType: 'application/json', contentType: 'a' },
    'application/json',
    '{"content_type":"a"}',
  ],
  ['by a number, if all names are taken', 'crowded', { contentType3: 'text/plain', body: 'a' }, 'text/plain', 'a'],
  [
    'fields with the names of the choice',
    'crowded',
    { contentType: 'a', mediaType: 'b' },
    'application/json',
    '{"content_type":"a","mediaType":"b"}',
  ],
  ['text by that argument', 'named', { mediaType: 'text/plain', body: 'a' }, 'text/plain', 'a'],
];

test.each(rows)('the body is sent in the media type that is chosen: %s', async (_, id, args, contentType, body) => {
  await observed.api['crates']![id]!(args);
  const { headers, text: sent } = observed.requests.at(-1)!;
  expect([headers.get('content-type'), sent]).toEqual([contentType, body]);
});

test.each<readonly [args: object, says: string]>([
  [{ contentType: 'application/xml', noteText: 'a' }, '`body` of POST /v1/xml-first is required.'],
  [{ contentType: 'application/xml' }, '`body` of POST /v1/xml-first is required.'],
])('fields are no body of text, and none is not sent where one is required: %j', async (args, says) => {
  const count = observed.requests.length;
  await expect(observed.api['crates']!['xmlFirst']!(args)).rejects.toThrow(says);
  expect(observed.requests).toHaveLength(count);
});

test('the output says where the media type is chosen by another argument, and nothing is missing', () => {
  const { notes, hints } = buildModel(specOf(cratesWith(operations)), {}, '@runcrate/sdk/runtime');
  const [why, what] = ['`contentType` is a field or a parameter of it.', 'takes the media type of its body as'];
  expect(notes).toEqual([]);
  expect(hints).toEqual([
    `names: POST /named ${what} \`mediaType\`: ${why}`,
    `names: POST /crowded ${what} \`contentType3\`: ${why}`,
  ]);
});

test('of several media types, the caller chooses a form with files', async () => {
  await observed.api['crates']!['all']!({
    contentType: 'multipart/form-data',
    photoFile: new File(['photo'], 'a.png'),
    noteText: 'a',
  });
  const { form: sent } = observed.requests.at(-1)!;
  expect([(sent?.get('photo_file') as File).name, sent?.get('note_text')]).toEqual(['a.png', 'a']);
});

test.each(['text/html', 'toString', 'image', ''])(
  'a media type that the document does not offer is refused before anything is sent: "%s"',
  async (contentType) => {
    const count = observed.requests.length;
    await expect(observed.api['crates']!['named']!({ mediaType: contentType, body: 'a' })).rejects.toThrow(
      '`mediaType` of POST /v1/named must be one of: application/json, text/plain.',
    );
    expect(observed.requests).toHaveLength(count);
  },
);
