import { expect } from 'vitest';
import type { Schema } from '../../codegen/read/openapi.js';
import type { Respond } from '../helpers/observed-fetch.js';

/** A documented response, one that comes, and what the caller gets. */
export interface AnswerRow {
  readonly title: string;
  readonly method?: string;
  readonly responses: object;
  readonly components?: Readonly<Record<string, Schema>>;
  readonly respond: Respond;
  readonly answer?: unknown;
  /** The message of the error instead; `PATH` and `ROW` stand for those of the row. */
  readonly rejects?: string;
  /** The type of the answer. */
  readonly type: string;
  readonly accept?: string;
}

const text: Schema = { type: 'string' };
const binary: Schema = { type: 'string', format: 'binary' };

function object(properties: Schema['properties'] = { id: text }, required: readonly string[] = []): Schema {
  return { type: 'object', properties, required };
}

/** A response with these media types. */
function of(content: Readonly<Record<string, Schema | undefined>>, status = '200'): object {
  const media = Object.entries(content).map(([type, schema]) => [type, schema ? { schema } : {}]);
  return { [status]: { description: '', content: Object.fromEntries(media) as object } };
}

function typed(body: string | Uint8Array, type: string, status = 200): Respond {
  return () => new Response(body as BodyInit, { status, headers: { 'content-type': type } });
}

/** One documented response, and each of those that come. */
function cameAs(
  what: string,
  responses: object,
  type: string,
  came: readonly { readonly kind: string; readonly type: string; readonly body: string; readonly answer: unknown }[],
): AnswerRow[] {
  return came.map((one) => ({
    title: `${what}, the one that came decides: ${one.kind}`,
    responses,
    respond: typed(one.body, one.type),
    answer: one.answer,
    type,
  }));
}

const gone: Respond = () => new Response(null, { status: 204 });
const reset: Respond = () => new Response(null, { status: 205 });
const json = 'application/json';
const sent = (value: unknown, type = json): Respond => typed(JSON.stringify(value), type);

export const answerRows: readonly AnswerRow[] = [
  {
    title: 'a 204 has no body, whatever the document declares',
    responses: of({ [json]: object() }, '204'),
    respond: gone,
    answer: undefined,
    type: 'void',
  },
  {
    title: 'a 205 has no body, whatever the document declares',
    responses: of({ [json]: object() }, '205'),
    respond: reset,
    answer: undefined,
    type: 'void',
  },
  {
    title: 'a 204 with a file has no body either',
    responses: of({ 'application/pdf': binary }, '204'),
    respond: gone,
    answer: undefined,
    type: 'void',
  },
  {
    title: 'a 200 beside a 204 that declares the same content is optional',
    responses: { ...of({ [json]: object({ id: text }, ['id']) }), ...of({ [json]: object() }, '204') },
    respond: gone,
    answer: {},
    type: 'Partial<ROWResult>',
  },
  {
    title: 'a file is undefined where a documented 204 comes',
    responses: { ...of({ 'application/pdf': binary }), 204: { description: '' } },
    respond: gone,
    answer: undefined,
    type: 'Bytes | undefined',
  },
  {
    title: 'a file without content is an error where no 204 is documented',
    responses: of({ 'application/pdf': binary }),
    respond: gone,
    rejects: 'GET /v1/PATH returned 204 without a body where a file was expected.',
    type: 'Bytes',
  },
  {
    title: 'a value that is not an object is undefined where a 204 comes',
    responses: { ...of({ [json]: text }), ...of({ [json]: text }, '204') },
    respond: gone,
    answer: undefined,
    type: 'string | undefined',
  },
  ...['application/hal+json', 'application/scim+json', 'application/vnd.example.v2+json', 'text/json'].map(
    (type): AnswerRow => ({
      title: `the only documented type ${type} is accepted`,
      responses: of({ [type]: { type: 'array', items: text } }),
      respond: sent(['a'], type),
      answer: ['a'],
      type: 'string[]',
      accept: `${type}, application/json`,
    }),
  ),
  {
    title: 'where application/json is documented too, only it is accepted',
    responses: of({ 'application/hal+json': text, 'application/json; charset=utf-8': text }),
    respond: sent('a'),
    answer: 'a',
    type: 'string',
    accept: json,
  },
  {
    title: 'of several kinds of JSON each is accepted',
    responses: of({ 'application/ld+json': text, 'application/hal+json': text, 'text/html': text }),
    respond: sent('a', 'application/hal+json'),
    answer: 'a',
    type: 'string',
    accept: 'application/hal+json, application/ld+json, application/json',
  },
  ...[
    { error: 'none', message: 'all well' },
    { success: false, message: 'nothing to do' },
    { ok: false, errors: ['one of the items failed'] },
  ].map((value): AnswerRow => {
    const fields = Object.entries(value).map(([name, inner]) => [
      name,
      { type: Array.isArray(inner) ? 'array' : typeof inner },
    ]);
    return {
      title: `a documented result of the fields ${Object.keys(value).join(' and ')} is no error`,
      responses: of({ [json]: { $ref: `#/components/schemas/${Object.keys(value).join('_')}` } }),
      components: {
        [Object.keys(value).join('_')]: object(Object.fromEntries(fields) as Schema['properties'], Object.keys(value)),
      },
      respond: sent(value),
      answer: value,
      type: Object.keys(value)
        .map((name) => name.charAt(0).toUpperCase() + name.slice(1))
        .join(''),
    };
  }),
  {
    title: 'an error in place of a result that has other fields is one',
    responses: of({ [json]: object({ id: text, error: text }, ['id']) }),
    respond: sent({ error: 'quota exceeded' }),
    rejects: 'GET /v1/PATH returned 200 with an error: quota exceeded',
    type: 'ROWResult',
  },
  {
    title: 'a string of any media type is the text as it came, also as JSON',
    responses: of({ '*/*': text }),
    respond: typed('{"a":1}', json),
    answer: '{"a":1}',
    type: 'string',
    accept: '*/*, application/json',
  },
  {
    title: 'a string of any media type may be plain text',
    responses: of({ '*/*': text }),
    respond: typed('ok', 'text/plain'),
    answer: 'ok',
    type: 'string',
  },
  {
    title: 'a date of any media type is a value of JSON',
    responses: of({ '*/*': { type: 'string', format: 'date-time' } }),
    respond: sent('2025-01-01T00:00:00Z'),
    answer: '2025-01-01T00:00:00Z',
    type: 'string',
    accept: json,
  },
  {
    title: 'a file of any media type may be JSON',
    responses: of({ '*/*': binary }),
    respond: typed('{"error":"is a field of this file"}', json),
    answer: Buffer.from('{"error":"is a field of this file"}'),
    type: 'Bytes',
    accept: '*/*, application/json',
  },
  {
    title: 'a file that is documented as JSON is its bytes',
    responses: of({ [json]: binary }),
    respond: typed('{"a":1}', json),
    answer: Buffer.from('{"a":1}'),
    type: 'Bytes',
  },
  {
    title: 'a file of bytes that is JSON in place of it is refused',
    responses: of({ 'application/pdf': binary }),
    respond: sent({ a: 1 }),
    rejects: 'GET /v1/PATH returned 200 with application/json where a file was expected: {"a":1}',
    type: 'Bytes',
  },
  ...cameAs('of any media type without a schema', of({ '*/*': undefined }), 'unknown', [
    { kind: 'JSON', type: json, body: '{"a_b":1}', answer: { a_b: 1 } },
    { kind: 'text', type: 'text/plain', body: 'ok', answer: 'ok' },
    { kind: 'a file', type: 'image/png', body: 'png', answer: Buffer.from('png') },
  ]),
  ...cameAs(
    'of several documented types of text and files',
    of({ 'application/pdf': binary, 'text/csv': text, 'text/html; charset=utf-8': text }),
    'string | Bytes',
    [
      { kind: 'text', type: 'Text/CSV; charset=utf-8', body: 'a,b', answer: 'a,b' },
      { kind: 'a page', type: 'text/html', body: '<html></html>', answer: '<html></html>' },
      { kind: 'a file', type: 'application/pdf', body: 'pdf', answer: Buffer.from('pdf') },
    ],
  ),
  ...['application/xml', 'application/atom+xml', 'Application/SOAP+XML; charset=utf-8', 'application/yaml'].map(
    (type): AnswerRow => ({
      title: `text whose schema is that of an object is a string: ${type}`,
      responses: of({ [type]: object({ id: text }, ['id']) }),
      respond: typed('<id>é</id>', type.toLowerCase()),
      answer: '<id>é</id>',
      type: 'string',
      accept: `${type}, application/json`,
    }),
  ),
  {
    title: 'XML as bytes is a file',
    responses: of({ 'image/svg+xml': binary }),
    respond: typed('<svg/>', 'image/svg+xml'),
    answer: Buffer.from('<svg/>'),
    type: 'Bytes',
  },
  ...(
    [
      ['a page', '<html></html>', 'text/html', 'with text/html where XML was expected.'],
      ['JSON', '{"error":"no"}', json, 'with application/json where XML was expected: no'],
    ] as const
  ).map(([what, body, type, says]): AnswerRow => ({
    title: `${what} in place of XML is refused`,
    responses: of({ 'application/xml': object() }),
    respond: typed(body, type),
    rejects: `GET /v1/PATH returned 200 ${says}`,
    type: 'string',
  })),
  {
    title: 'a page that is documented as XHTML is text',
    responses: of({ 'application/xhtml+xml': text }),
    respond: typed('<html/>', 'application/xhtml+xml; charset=utf-8'),
    answer: '<html/>',
    type: 'string',
  },
  {
    title: 'JSON comes before XML, whichever stands first',
    responses: of({ 'application/xml': object(), [json]: object() }),
    respond: sent({ id: 'a' }),
    answer: { id: 'a' },
    type: 'ROWResult',
    accept: json,
  },
  ...(
    [
      ['its declaration', Buffer.from(`<?xml version="1.0" encoding='ISO-8859-1'?><id>é</id>`, 'latin1'), ''],
      ['a charset of the media type', Buffer.from('<?xml version="1.0"?><id>é</id>', 'latin1'), '; charset=iso-8859-1'],
      ['a byte order mark', Buffer.from('\ufeff<id>é</id>', 'utf16le'), ''],
      ['UTF-8', Buffer.from(`<?xml version="1.0" encoding="UTF-16"?><id>é</id>`), ''],
    ] as const
  ).map(([what, bytes, charset]): AnswerRow => ({
    title: `the charset of XML is that of ${what}`,
    responses: of({ 'text/xml': text }),
    respond: typed(new Uint8Array(bytes), `text/xml${charset}`),
    answer: expect.stringMatching(/<id>é<\/id>$/),
    type: 'string',
  })),
  {
    title: 'XML in a charset that nobody knows is refused',
    responses: of({ 'application/xml': text }),
    respond: typed('<?xml version="1.0" encoding="x-crate"?><id/>', 'application/xml'),
    rejects: 'GET /v1/PATH returned 200 in the charset "x-crate", which this platform does not know.',
    type: 'string',
  },
  ...cameAs('of XML and files', of({ 'application/pdf': binary, 'application/xml': object() }), 'string | Bytes', [
    { kind: 'XML', type: 'application/xml', body: '<id/>', answer: '<id/>' },
    { kind: 'a file', type: 'application/pdf', body: '%PDF', answer: Buffer.from('%PDF') },
  ]),
  {
    title: 'a page in place of a text or a file that may come is refused',
    responses: of({ 'application/pdf': binary, 'text/csv': text }),
    respond: typed('<html></html>', 'text/html'),
    rejects: 'GET /v1/PATH returned 200 with text/html where a file was expected.',
    type: 'string | Bytes',
  },
  ...['application/json-seq', 'application/geo+json-seq'].map((type): AnswerRow => ({
    title: `${type} is a file of several values, not JSON`,
    responses: of({ [type]: object() }),
    respond: typed('\x1e{"a":1}\n\x1e{"a":2}\n', type),
    answer: Buffer.from('\x1e{"a":1}\n\x1e{"a":2}\n'),
    type: 'Bytes',
    accept: `${type}, application/json`,
  })),
  {
    title: 'the name of JSON is read in any case',
    responses: of({ 'Application/JSON': object({ id: text }) }),
    respond: sent({ id: 'a' }),
    answer: { id: 'a' },
    type: 'ROWResult',
    accept: json,
  },
  ...[
    ['https://elsewhere.example/login?state=a', 'https://elsewhere.example/login?state=a'],
    ['/v2/things', 'https://golden.example/v2/things'],
    ['next', 'https://golden.example/v1/next'],
  ].map(([location = '', answer]): AnswerRow => ({
    title: `of an operation that only redirects, the result is the URL of ${location}, which gets no request`,
    method: 'post',
    responses: { 302: { description: '' } },
    respond: (_, index) => new Response('Found', { status: index === 0 ? 302 : 500, headers: { location } }),
    answer,
    type: 'string',
  })),
  {
    title: 'a response that is no redirect is an error of an operation that only redirects',
    responses: { '3XX': { description: '', content: { 'text/html': { schema: text } } } },
    respond: typed('<html></html>', 'text/html'),
    rejects: 'GET /v1/PATH returned 200 where a redirect was expected.',
    type: 'string',
  },
  {
    title: 'a redirect without a target is an error',
    responses: { 303: { description: '' } },
    respond: () => new Response('See Other', { status: 303 }),
    rejects: 'GET /v1/PATH was redirected without a valid `Location`.',
    type: 'string',
  },
];
