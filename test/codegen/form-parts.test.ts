import { beforeAll, expect, test } from 'vitest';
import { nodePlatform } from '../../src/handwritten/platform/node.js';
import type { Platform } from '../../src/handwritten/platform/platform.js';
import { webPlatform } from '../../src/handwritten/platform/web.js';
import { buildModel } from '../../codegen/build-model.js';
import { specOf } from './crates.js';
import { cratesWith, observedApi, type ObservedApi } from './observed-api.js';

const text = { type: 'string' };
const binary = { type: 'string', format: 'binary' };
const range = { type: 'object', properties: { first_row: { type: 'integer' } } };
const list = (items: object): object => ({ type: 'array', items });

interface Encoding {
  readonly contentType?: string;
  readonly style?: string;
  readonly explode?: boolean;
  readonly allowReserved?: boolean;
}

/** A form with the field `k`, and a file beside it. */
const form = (type: string, path: string, [schema, encoding]: readonly [object, Encoding?]) => ({
  path,
  method: 'post',
  requestBody: {
    required: true,
    content: {
      [type]: {
        schema: { type: 'object', properties: { k: schema, file: binary } },
        ...(encoding ? { encoding: { k: encoding } } : {}),
      },
    },
  },
});

/** The media type of a part, if it has one, and its text. */
type Part = readonly [type: string | undefined, text: string];
type Row = readonly [what: string, source: readonly [object, Encoding?], k: unknown, parts: readonly Part[]];

const xml = { contentType: 'application/xml' };
const json = { contentType: 'application/json' };
const rows: readonly Row[] = [
  ['an object is JSON', [range], { firstRow: 1 }, [['application/json', '{"first_row":1}']]],
  [
    'each object of a list is JSON',
    [list(range)],
    [{ firstRow: 1 }, { firstRow: 2 }],
    [
      ['application/json', '{"first_row":1}'],
      ['application/json', '{"first_row":2}'],
    ],
  ],
  [
    'each string of a list is a part',
    [list(text)],
    ['a', 'b'],
    [
      [undefined, 'a'],
      [undefined, 'b'],
    ],
  ],
  [
    'an object has the media type of its field',
    [range, { contentType: 'application/vnd.range+json' }],
    { firstRow: 1 },
    [['application/vnd.range+json', '{"first_row":1}']],
  ],
  ['text has the media type of its field', [text, { contentType: 'text/csv' }], 'a,b', [['text/csv', 'a,b']]],
  [
    'of several media types, text has the first',
    [text, { contentType: 'text/*, text/csv, text/plain' }],
    'a',
    [['text/csv', 'a']],
  ],
  ['a number as JSON', [{ type: 'integer' }, json], 5, [['application/json', '5']]],
  ['a string as JSON has its quotes', [text, json], 'a', [['application/json', '"a"']]],
  ['a value of any type is JSON if it is an object', [{}, json], { a: 1 }, [['application/json', '{"a":1}']]],
  [
    'bytes have the media type of their field',
    [binary, { contentType: 'image/x-crate' }],
    new TextEncoder().encode('a'),
    [['image/x-crate', 'a']],
  ],
  [
    'a file keeps its own media type',
    [binary, { contentType: 'image/x-crate' }],
    new Blob(['a'], { type: 'image/webp' }),
    [['image/webp', 'a']],
  ],
  [
    'an object or a file: an object',
    [{ oneOf: [binary, range] }],
    { firstRow: 1 },
    [['application/json', '{"first_row":1}']],
  ],
  [
    'an object or a file: a file',
    [{ oneOf: [binary, range] }],
    new Blob(['a'], { type: 'image/webp' }),
    [['image/webp', 'a']],
  ],
  [
    'an object as XML is text',
    [range, xml],
    '<first_row>1</first_row>',
    [['application/xml', '<first_row>1</first_row>']],
  ],
  ['an object as XML is a file', [range, xml], new Blob(['<a/>'], { type: 'text/xml' }), [['text/xml', '<a/>']]],
  [
    'each object of a list as XML is text',
    [list(range), { contentType: 'application/atom+xml' }],
    ['<a/>', '<b/>'],
    [
      ['application/atom+xml', '<a/>'],
      ['application/atom+xml', '<b/>'],
    ],
  ],
  [
    'each item of a list of objects or files is what it is',
    [list({ oneOf: [binary, range] })],
    [{ firstRow: 1 }, new Blob(['a'], { type: 'image/webp' })],
    [
      ['application/json', '{"first_row":1}'],
      ['image/webp', 'a'],
    ],
  ],
  [
    'an object as XML or JSON is JSON',
    [range, { contentType: 'application/xml, application/json' }],
    { firstRow: 1 },
    [['application/json', '{"first_row":1}']],
  ],
  [
    'an object as an image is a file',
    [range, { contentType: 'image/png' }],
    new TextEncoder().encode('a'),
    [['image/png', 'a']],
  ],
];

type SentRow = readonly [what: string, source: readonly [object, Encoding?], k: unknown, sent: string];

/** Of OpenAPI 3.1: before it, a form with parts has no styles. */
const styledRows: readonly SentRow[] = [
  ['a list with commas', [list(text), { ...json, explode: false }], ['a/b', 'c'], 'k=a/b,c'],
  [
    'a list with pipes',
    [list(text), { style: 'pipeDelimited', explode: false, allowReserved: true }],
    ['a', 'b&c'],
    'k=a|b&c',
  ],
  ['an exploded list', [list(text), { contentType: 'text/csv', style: 'form' }], ['a b', 'c'], 'k=a b k=c'],
  ['an exploded object', [range, { explode: true }], { firstRow: 1 }, 'first_row=1'],
  ['a deep object', [range, { style: 'deepObject', explode: true }], { firstRow: 1 }, 'k[first_row]=1'],
  ['files, which have no style', [list(binary), { explode: true }], [new Blob(['a']), new Blob(['b'])], 'k=a k=b'],
];

const encodedRows: readonly SentRow[] = [
  ['a list as JSON: each item', [list(text), json], ['a', 'b'], 'k=%22a%22&k=%22b%22'],
  ['a string as JSON', [text, json], 'a', 'k=%22a%22'],
  ['an object', [range], { firstRow: 1 }, 'k=%7B%22first_row%22%3A1%7D'],
  ['an object as XML is text', [range, xml], '<a b="c"/>', 'k=%3Ca+b%3D%22c%22%2F%3E'],
  ['a media type beside a style is ignored', [list(text), { ...json, explode: false }], ['a', 'b'], 'k=a,b'],
  ['deepObject', [range, { style: 'deepObject', explode: true }], { firstRow: 1 }, 'k%5Bfirst_row%5D=1'],
];

const platforms: Readonly<Record<string, Platform>> = { node: nodePlatform, web: webPlatform };
const observed: Record<string, ObservedApi> = {};
beforeAll(async () => {
  const parts = rows.map(([, source], at) => [`part${at}`, form('multipart/form-data', `/p${at}`, source)] as const);
  const encoded = encodedRows.map(
    ([, source], at) => [`encoded${at}`, form('application/x-www-form-urlencoded', `/e${at}`, source)] as const,
  );
  const styled = styledRows.map(
    ([, source], at) => [`styled${at}`, form('multipart/form-data', `/s${at}`, source)] as const,
  );
  const document = cratesWith(Object.fromEntries([...parts, ...encoded, ...styled]));
  for (const [name, platform] of Object.entries(platforms)) {
    observed[name] = await observedApi(document, () => Response.json({}), platform);
  }
});

/** The parts of a form as it was sent. */
function partsIn(sent: string, name: string): Part[] {
  const [boundary = ''] = sent.split('\r\n');
  return sent.split(boundary).flatMap((part): Part[] => {
    const [head = '', body = ''] = part.split('\r\n\r\n');
    const type = /^Content-Type: (.*)$/im.exec(head)?.[1];
    return head.includes(`name="${name}"`) ? [[type, body.slice(0, -2)]] : [];
  });
}

test.each(
  rows.flatMap(([what, , k, parts], at) => Object.keys(platforms).map((name) => [what, name, at, k, parts] as const)),
)('in a form with parts, %s (%s)', async (_, platform, at, k, parts) => {
  const { api, requests } = observed[platform]!;
  await api['crates']![`part${at}`]!({ k });
  const { formText, form: fields } = requests.at(-1)!;
  const sent = formText ?? (await new Response(fields).text());
  expect(partsIn(sent, 'k')).toEqual(parts);
});

test.each(['part13', 'encoded3'])('an object in place of XML is refused before anything is sent: %s', async (id) => {
  const { api, requests } = observed['node']!;
  const count = requests.length;
  await expect(api['crates']![id]!({ k: { firstRow: 1 } })).rejects.toThrow(
    '"k" is sent as application/xml: pass its text or a file, not an object.',
  );
  expect(requests).toHaveLength(count);
});

test.each(styledRows.map(([what, , k, parts], at) => [what, at, k, parts] as const))(
  'in a form with parts, a style decides what the parts are: %s',
  async (_, at, k, parts) => {
    const { api, requests } = observed['node']!;
    await api['crates']![`styled${at}`]!({ k });
    const { formText, form: fields } = requests.at(-1)!;
    const sent = formText ?? (await new Response(fields).text());
    const found = [
      ...sent.matchAll(
        /name="([^"]*)"(?:; filename[^\r]*)?\r\n(Content-Type: application\/octet-stream\r\n)?\r\n(.*)\r\n/g,
      ),
    ];
    expect(found.map(([, name, , value]) => `${name}=${value}`).join(' ')).toBe(parts);
  },
);

test('before OpenAPI 3.1, a style in a form with parts is ignored', () => {
  const source = form('multipart/form-data', '/a', [list(text), { explode: false }]);
  const document = { ...cratesWith({ send: source }), openapi: '3.0.4' };
  const { operations } = buildModel(specOf(document), {}, '@runcrate/sdk/runtime');
  expect(operations[0]?.body).not.toHaveProperty('styles');
});

test('text and JSON have their media types beside a file that is a stream', async () => {
  const { api, requests } = observed['node']!;
  await api['crates']!['part0']!({ k: { firstRow: 1 }, file: new Blob(['photo']).stream() });
  const sent = requests.at(-1)!.text ?? '';
  expect(partsIn(sent, 'k')).toEqual([['application/json', '{"first_row":1}']]);
  expect(partsIn(sent, 'file')).toEqual([['application/octet-stream', 'photo']]);
});

test('a part of JSON is no file', async () => {
  const { api, requests } = observed['web']!;
  await api['crates']!['part0']!({ k: { firstRow: 1 }, file: new File(['photo'], 'a.png') });
  expect(requests.at(-1)!.form?.get('k')).toBe('{"first_row":1}');
  expect((requests.at(-1)!.form?.get('file') as File).name).toBe('a.png');
});

test.each(encodedRows.map(([what, , k, sent], at) => [what, at, k, sent] as const))(
  'in a form without parts: %s',
  async (_, at, k, sent) => {
    const { api, requests } = observed['node']!;
    await api['crates']![`encoded${at}`]!({ k });
    expect(requests.at(-1)!.text).toBe(sent);
  },
);
