import { expect, test } from 'vitest';
import { encodeBody } from '../../../src/handwritten/core/request/body.js';
import type { Body } from '../../../src/handwritten/core/operation/operation.js';
import { commaDelimited, exploded, urlEncoded } from '../../../src/handwritten/core/request/styles.js';
import { Upload, type EncodedBody } from '../../../src/handwritten/core/files/upload.js';
import { observedTransport, operationOf } from '../../helpers/observed-transport.js';

const json: Body = { content: 'application/json', from: 'fields', codec: { names: { max_tokens: 'maxTokens' } } };
const form: Body = { ...json, content: 'application/x-www-form-urlencoded', write: urlEncoded };
const multipart: Body = { ...json, content: 'multipart/form-data' };
const file: Body = { content: 'application/octet-stream', from: 'value' };

type Fields = Readonly<Record<string, unknown>>;

function encoded(body: Body, fields: Fields, extraBody?: Fields): EncodedBody | undefined {
  return encodeBody(body, fields, extraBody) as EncodedBody | undefined;
}

test.each([
  ['JSON', json, 'application/json', '{"max_tokens":1}'],
  [
    'a JSON-based type',
    { ...json, content: 'application/merge-patch+json' },
    'application/merge-patch+json',
    '{"max_tokens":1}',
  ],
  ['a form', form, 'application/x-www-form-urlencoded', 'max_tokens=1'],
])('encodes %s with wire names', async (_, body, contentType, text) => {
  const { content, ...rest } = (await encodeBody(body, { maxTokens: 1 }, undefined))!;
  expect([await new Response(content).text(), rest]).toEqual([text, { contentType, singleUse: false }]);
});

test('serializes the fields of a form in their styles, and others in the default style', async () => {
  const styled = { ...form, styles: { tags: commaDelimited, size: exploded } };
  const fields = { tags: ['a,b', 'c d'], size: { x: 1 }, list: ['c', 'd'], deep: { y: 2 }, none: null };
  const { content } = (await encodeBody(styled, fields, undefined))!;
  const text = await new Response(content).text();
  expect(text).toMatch(/^tags=a%2Cb,c%20d&/);
  expect([...new URLSearchParams(text)]).toEqual([
    ['tags', 'a,b,c d'],
    ['x', '1'],
    ['list', 'c'],
    ['list', 'd'],
    ['deep', '{"y":2}'],
  ]);
});

test('a file in a URL-encoded form is its bytes, percent-encoded', async () => {
  const upload = new Upload(new Blob([new Uint8Array([0, 255]), 'a b&é']), { name: 'a.txt', type: 'text/plain' });
  const { content } = (await encodeBody(form, { upload, b: 1 }, undefined))!;
  expect(await new Response(content).text()).toBe('upload=%00%FFa%20b%26%C3%A9&b=1');
});

test('a file of React Native in a URL-encoded form is refused', async () => {
  const upload = new Upload({ uri: 'file:///a' }, { name: 'a', type: 'text/plain' });
  await expect(encodeBody(form, { upload }, undefined)).rejects.toThrow('"upload": a URL-encoded form can\'t contain');
});

test('sends bytes with the documented content type', () => {
  expect(encoded(file, { body: new Uint8Array([1]) })?.contentType).toBe('application/octet-stream');
});

test('encodes a multipart form, whose boundary the platform sets', async () => {
  const fields = { maxTokens: 1, list: ['a', 'b'], deep: { a: 1 }, none: null };
  const { content, contentType } = (await encodeBody(multipart, fields, undefined))!;
  expect(contentType).toBeUndefined();
  expect([...(content as FormData)]).toEqual([
    ['max_tokens', '1'],
    ['list', 'a'],
    ['list', 'b'],
    ['deep', '{"a":1}'],
  ]);
});

test.each<readonly [string, unknown]>([
  ['a Blob', new Blob(['a'])],
  ['an ArrayBuffer', new ArrayBuffer(2)],
  ['bytes', new Uint8Array([1, 2])],
  ['no bytes', new Uint8Array()],
  ['a stream', new ReadableStream()],
  ['a string', 'abc'],
  ['an empty string', ''],
])('sends %s unchanged', async (_, value) => {
  expect((await encodeBody(file, { body: value }, undefined))?.content).toBe(value);
});

test('a stream can be read only once, bytes any number of times', () => {
  expect(encoded(file, { body: new ReadableStream() })?.singleUse).toBe(true);
  expect(encoded(file, { body: new Uint8Array() })?.singleUse).toBe(false);
});

test.each([
  ['an empty object', {}, '{}'],
  ['an empty array', [], '[]'],
  ['null', null, 'null'],
])('sends %s of the caller as the whole body', (_, value, text) => {
  expect(encoded({ content: 'application/json', from: 'value' }, { body: value })?.content).toBe(text);
});

test('sends no body without fields', () => {
  expect(encoded(json, {})).toBeUndefined();
});

test('sends an empty object if a body is required', () => {
  expect(encoded({ ...json, required: true }, {})?.content).toBe('{}');
});

test.each([
  ['JSON', json, '{"maxTokens":1,"newField":{"aB":1},"b":2}'],
  ['a form', form, 'maxTokens=1&newField=%7B%22aB%22%3A1%7D&b=2'],
])('`extraBody` is added to %s unchanged', async (_, body, text) => {
  const { content } = (await encodeBody(body, {}, { maxTokens: 1, newField: { aB: 1 }, b: 2 }))!;
  expect(await new Response(content).text()).toBe(text);
});

test('`extraBody` overrides a field of the same wire name', () => {
  expect(encoded(json, { maxTokens: 1 }, { max_tokens: 2 })?.content).toBe('{"max_tokens":2}');
});

test('rejects `extraBody` on a body that is not an object', () => {
  expect(() => encoded({ content: 'application/json', from: 'value' }, { body: [] }, { a: 1 })).toThrow(
    '`extraBody` can only be added to a body that is an object.',
  );
});

test('rejects `extraBody` on a call without a body, before anything is sent', async () => {
  const { transport, requests } = observedTransport(() => Response.json({}));
  await expect(transport.request(operationOf(), {}, { extraBody: { a: 1 } })).rejects.toThrow(/`extraBody`.*no body/);
  expect(requests).toHaveLength(0);
});

const circle: Record<string, unknown> = {};
circle['self'] = circle;

test.each([
  ['a circular object', { circle }, /^The arguments can't be sent as JSON/],
  ['a bigint', { size: 5n }, /^`size` is a BigInt, which JSON has not\. Pass a number or a string\.$/],
  ['a bigint in a list', { deep: { sizes: [1, 5n] } }, /^`deep\.sizes\[1\]` is a BigInt/],
])('rejects %s before anything is sent', async (_, args, message) => {
  const { transport, requests } = observedTransport(() => Response.json({}));
  const call = transport.request(operationOf({ method: 'POST', body: json }), args);
  await expect(call).rejects.toThrow(message);
  expect(requests).toHaveLength(0);
});

test('parameters are not sent in the body', async () => {
  const { transport, requests } = observedTransport(() => Response.json({}));
  const operation = operationOf({
    method: 'POST',
    path: '/things/{id}',
    parameters: [
      { name: 'id', in: 'path', required: true },
      { name: 'dryRun', wire: 'dry_run', in: 'query' },
    ],
    body: json,
  });
  await transport.request(operation, { id: 'a', dryRun: true, maxTokens: 1 });
  expect([requests[0]?.url.href, requests[0]?.json]).toEqual([
    'https://runcrate.ai/api/v1/things/a?dry_run=true',
    { max_tokens: 1 },
  ]);
});

test('what the caller changes after the call is not sent', async () => {
  const { transport, requests } = observedTransport(() => Response.json({}));
  const messages = ['a'];
  const answer = transport.request(operationOf({ method: 'POST', body: json }), { messages });
  messages.push('b');
  await answer;
  expect(requests[0]?.json).toEqual({ messages: ['a'] });
});

test.each<readonly [string, unknown]>([
  ['NaN', NaN],
  ['a function', () => undefined],
  ['bytes', Buffer.from('a')],
  ['a Blob', new Blob(['a'])],
  ['a signal', new AbortController().signal],
  ['a Map', new Map([['a', 1]])],
  ['an iterator', new Map([['a', 1]]).values()],
  ['a pending promise', Promise.resolve(1)],
])('rejects %s in JSON and in a form, where it would be lost', (_, value) => {
  for (const body of [json, multipart]) {
    expect(() => encoded(body, { field: value })).toThrow(/^`field` would be lost/);
    expect(() => encoded(body, { a: 1 }, { field: value })).toThrow(/^`field` would be lost/);
  }
});

test('sends values that define their own JSON', async () => {
  const { content } = encoded(json, { date: new Date(0), url: new URL('https://a.b/'), none: null, big: -1.5 })!;
  expect(content).toBe('{"date":"1970-01-01T00:00:00.000Z","url":"https://a.b/","none":null,"big":-1.5}');
});

const half = 'a\ud83d';

test.each([
  ['a value', { text: half }, { text: 'a\ufffd' }],
  ['the second half', { text: '\ude00 b' }, { text: '\ufffd b' }],
  ['a deep value', { deep: [{ text: half }] }, { deep: [{ text: 'a\ufffd' }] }],
  ['a name', { deep: { [half]: 1 } }, { deep: { 'a\ufffd': 1 } }],
  ['halves in the wrong order', { text: '\ude00\ud83d' }, { text: '\ufffd\ufffd' }],
])('half of a character in %s is replaced, and said: servers answer it with a 500', async (_, args, sent) => {
  const warnings: string[] = [];
  const logger = { ...console, warn: (message: string) => void warnings.push(message) };
  const { transport, requests } = observedTransport(() => Response.json({}), { logger, logLevel: 'warn' });
  await transport.request(operationOf({ method: 'POST', body: json }), args);
  expect(requests[0]?.json).toEqual(sent);
  expect(warnings).toEqual([expect.stringMatching(/^POST \/api\/v1\/things .*U\+FFFD/)]);
});

test.each([
  ['a value', { text: half }],
  ['a name', { [half]: 'a' }],
  ['an item', { text: ['a', half] }],
])('half of a character in %s of a form is said too', async (_, args) => {
  for (const body of [form, multipart]) {
    const warnings: string[] = [];
    const logger = { ...console, warn: (message: string) => void warnings.push(message) };
    const { transport } = observedTransport(() => Response.json({}), { logger, logLevel: 'warn' });
    await transport.request(operationOf({ method: 'POST', body }), args);
    await transport.request(operationOf({ method: 'POST', body }), { text: 'a 😀' });
    expect(warnings).toEqual([expect.stringMatching(/^POST \/api\/v1\/things .*U\+FFFD/)]);
  }
});

test.each([['😀'], ['\\ud83d'], ['\\\\ud83d'], ['a\\u']])(
  'the whole text %j is sent unchanged, without a warning',
  async (text) => {
    const warnings: string[] = [];
    const logger = { ...console, warn: (message: string) => void warnings.push(message) };
    const { transport, requests } = observedTransport(() => Response.json({}), { logger, logLevel: 'warn' });
    await transport.request(operationOf({ method: 'POST', body: json }), { text });
    expect([requests[0]?.json, warnings]).toEqual([{ text }, []]);
  },
);
