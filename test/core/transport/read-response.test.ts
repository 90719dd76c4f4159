import { expect, test } from 'vitest';
import { InvalidResponseError } from '../../../src/handwritten/core/errors/errors.js';
import type { AnswerShape } from '../../../src/handwritten/core/operation/operation.js';
import { observedTransport, operationOf, rejectionOf } from '../../helpers/observed-transport.js';
import { scriptedBody } from '../../helpers/scripted-body.js';

const item = { names: { gpu_type: 'gpuType' } };
const json: AnswerShape = { as: 'json', codec: item };
const envelope: AnswerShape = { as: 'envelope', codec: item };
const list: AnswerShape = { as: 'envelope', list: true, codec: { items: item } };
const optional: AnswerShape = { as: 'envelope', codec: item, optional: true };
const transcription: AnswerShape = { as: 'json', text: 'text' };
const bytes: AnswerShape = { as: 'bytes', content: 'audio/mpeg' };
const text: AnswerShape = { as: 'text', content: 'text/csv' };
const nothing: AnswerShape = { as: 'nothing' };

async function answerOf(answer: AnswerShape, body: BodyInit | null, contentType?: string, status = 200) {
  const headers: Record<string, string> = contentType === undefined ? {} : { 'content-type': contentType };
  // A string would set a content type of its own.
  const content = typeof body === 'string' ? new TextEncoder().encode(body) : body;
  const { transport } = observedTransport(
    () => new Response(content, { status: body === null ? 204 : status, headers }),
  );
  return transport.request(operationOf({ answer }), {});
}

const page = 'text/html; charset=utf-8';

type Row = readonly [string, AnswerShape, string | null, string | undefined, unknown];

test.each<Row>([
  ['JSON', json, '{"gpu_type":"A100","id":"a"}', 'application/json', { gpuType: 'A100', id: 'a' }],
  ['JSON with a charset', json, '{"id":"a"}', 'application/json; charset=utf-8', { id: 'a' }],
  ['a JSON-based type', json, '{"id":"a"}', 'application/problem+json', { id: 'a' }],
  ['JSON with a text type', json, '{"id":"a"}', 'text/plain', { id: 'a' }],
  ['JSON without a type', json, '{"id":"a"}', undefined, { id: 'a' }],
  ['JSON with a byte order mark', json, '\ufeff{"id":"a"}', 'application/json', { id: 'a' }],
  [
    'the `data` of inference, which is not an envelope',
    json,
    '{"data":[{"url":"u"}]}',
    'application/json',
    { data: [{ url: 'u' }] },
  ],
  ['an envelope', envelope, '{"data":{"gpu_type":"A100"}}', 'application/json', { gpuType: 'A100' }],
  ['an envelope with meta', envelope, '{"data":{"id":"a"},"meta":{}}', 'application/json', { id: 'a' }],
  ['an array', list, '{"data":[{"gpu_type":"A100"}]}', 'application/json', [{ gpuType: 'A100' }]],
  ['an empty array', list, '{"data":[]}', 'application/json', []],
  ['an optional envelope', optional, '{"data":{"gpu_type":"A100"}}', 'application/json', { gpuType: 'A100' }],
  ['an optional envelope without a body', optional, '', 'application/json', {}],
  ['an optional envelope without a body, with the default type of a server', optional, '', page, {}],
  ['an optional envelope of a 204 with that type', optional, null, page, {}],
  ['nothing, with that type', nothing, null, page, undefined],
  ['an optional envelope in a 204', optional, null, undefined, {}],
  ['an optional envelope with null', optional, '{"data":null}', 'application/json', {}],
  ['an optional envelope without data', optional, '{}', 'application/json', {}],
  [
    'JSON where text is allowed',
    transcription,
    '{"text":"hi","duration":1}',
    'application/json',
    { text: 'hi', duration: 1 },
  ],
  ['text', transcription, '1\n00:00 hi', 'text/plain; charset=utf-8', { text: '1\n00:00 hi' }],
  ['subtitles', transcription, 'WEBVTT', 'text/vtt', { text: 'WEBVTT' }],
  ['subtitles of an unknown type', transcription, '1\n00:00 hi', undefined, { text: '1\n00:00 hi' }],
  ['JSON of an unknown type where text is allowed', transcription, '{"text":"hi"}', undefined, { text: 'hi' }],
  [
    'a bare array',
    { as: 'json', list: 'data', codec: { fields: { data: { items: { names: { a_b: 'aB' } } } } } },
    '[{"a_b":1}]',
    'application/json',
    { data: [{ aB: 1 }] },
  ],
  ['a transcript as a JSON text', transcription, '"Hi\\nyou"', 'application/json', { text: 'Hi\nyou' }],
  ['a transcript as a JSON text without a type', transcription, '"hi"', undefined, { text: 'hi' }],
  ['a text in quotes', transcription, '"hi"', 'text/plain', { text: '"hi"' }],
  ['a text that is a number', transcription, '42', undefined, { text: '42' }],
  ['a text that begins like JSON', transcription, '{laughs} hi', 'text/plain', { text: '{laughs} hi' }],
  ['a text that is other JSON', transcription, '{"a":1}', 'text/plain', { text: '{"a":1}' }],
  ['JSON with a text type where text is allowed', transcription, '{"text":"hi"}', 'text/plain', { text: 'hi' }],
  ['silence', transcription, '', 'text/plain', { text: '' }],
  ['comment lines before JSON', json, ': WAITING\n\n: WAITING\r\n\n{"id":"a"}', 'application/json', { id: 'a' }],
  ['`[DONE]` behind JSON', json, '{"id":"a"}\n\ndata: [DONE]\n\n', 'application/json', { id: 'a' }],
  ['an event that is the whole JSON', json, ':\n\ndata: {"id":"a"}\n\ndata: [DONE]', 'text/event-stream', { id: 'a' }],
  ['JSON between lines and spaces', json, ' \n \n {"id":"a"} \n[DONE] ', 'application/json', { id: 'a' }],
  ['text alone', text, 'a,b', 'text/csv', 'a,b'],
  ['a 204', nothing, null, undefined, undefined],
  ['a 200 whose body does not matter', nothing, '{"deleted":true}', 'application/json', undefined],
  ['a 200 with an empty body', nothing, '', undefined, undefined],
])('reads %s', async (_, shape, body, contentType, expected) => {
  expect(await answerOf(shape, body, contentType)).toEqual(expected);
});

test.each([200, 201, 202, 203, 206])('reads a %i like any success', async (status) => {
  expect(await answerOf(envelope, '{"data":{"id":"a"}}', 'application/json', status)).toEqual({ id: 'a' });
});

test('returns bytes unchanged', async () => {
  const film = new Uint8Array([0, 255, 13, 10]);
  const answer = await answerOf(bytes, film, 'audio/mpeg');
  expect(answer).toBeInstanceOf(Buffer);
  expect([...(answer as Buffer)]).toEqual([0, 255, 13, 10]);
});

type Refusal = readonly [string, AnswerShape, string | null, string | undefined, RegExp];

test.each<Refusal>([
  ['HTML where JSON is expected', json, '<html>', page, /returned 200 with an HTML page instead of JSON/],
  ['HTML where an envelope is expected', envelope, '<html>', page, /an HTML page instead of JSON/],
  ['HTML where text is allowed', transcription, '<html>', page, /an HTML page instead of JSON/],
  ['HTML where an empty body is allowed', optional, '<html>', page, /an HTML page instead of JSON/],
  ['HTML where nothing is expected', nothing, '<html>', page, /with an HTML page/],
  ['HTML where bytes are expected', bytes, '<html>', page, /with text\/html.* where a file was expected/],
  ['no bytes where a file is expected', bytes, '', 'audio/mpeg', /without a body where a file was expected/],
  ['a 204 where a file is expected', bytes, null, undefined, /returned 204 without a body where a file was expected/],
  ['broken JSON', json, '{"id":}', 'application/json', /with a body that is not JSON \(application\/json\)/],
  ['a text that is not JSON', json, 'upstream { error', 'text/plain', /with a body that is not JSON \(text\/plain\)/],
  ['an empty body', json, '', 'application/json', /without a body where JSON was expected/],
  ['a 204 where JSON is expected', json, null, undefined, /returned 204 without a body where JSON was expected/],
  ['a 204 where an envelope is expected', envelope, null, undefined, /returned 204 without a body/],
  ['a 204 where text is allowed', transcription, null, undefined, /returned 204 without a body/],
  ['JSON that is not an object', json, '"id"', 'application/json', /with JSON that is not an object/],
  ['null', json, 'null', 'application/json', /with JSON that is not an object/],
  ['an envelope without data', envelope, '{"id":"a"}', 'application/json', /without "data"/],
  ['an envelope with null', envelope, '{"data":null}', 'application/json', /with "data" that is not an object/],
  ['an envelope with a string', envelope, '{"data":"a"}', 'application/json', /with "data" that is not an object/],
  [
    'an array where an object is expected',
    envelope,
    '{"data":[]}',
    'application/json',
    /with "data" that is not an object/,
  ],
  ['an object where an array is expected', list, '{"data":{}}', 'application/json', /with "data" that is not an array/],
  ['an array without an envelope', list, '[]', 'application/json', /without "data"/],
  ['`data` that only the prototype has', envelope, '{"__proto__":{"data":{}}}', 'application/json', /without "data"/],
])('rejects %s', async (_, shape, body, contentType, message) => {
  const error = (await rejectionOf(answerOf(shape, body, contentType))) as InvalidResponseError;
  expect(error).toBeInstanceOf(InvalidResponseError);
  expect(error.message).toMatch(/^GET \/api\/v1\/things returned/);
  expect(error.message).toMatch(message);
  expect([error.statusCode, error.hint]).toEqual([body === null ? 204 : 200, expect.stringContaining('`baseUrl`')]);
});

test.each([
  ['after a name', '{"id":'],
  ['in a string', '{"id":"a'],
  ['in a string that has quotes', '{"id":"a\\"'],
  ['in a string that has brackets', '{"id":"}'],
  ['after an object inside', '{"data":{"id":"a"}'],
  ['in an array', '[{"id":"a"},'],
  ['in a number', '  {"id": 1'],
  ['after the first sign', '{'],
])('JSON that ends %s was cut short, which is not the fault of `baseUrl`', async (_, body) => {
  const error = (await rejectionOf(answerOf(json, body, 'application/json'))) as InvalidResponseError;
  expect(error).toBeInstanceOf(InvalidResponseError);
  expect(error.message).toBe('GET /api/v1/things returned 200 but the response body was cut short.');
  expect(error.hint).not.toContain('baseUrl');
});

test.each([
  ['NaN', '{"data":[{"embedding":[0.1,NaN]}]}'],
  ['NaN', '{"score": NaN}'],
  ['Infinity', '{"a":[Infinity]}'],
  ['-Infinity', '{"logprob":\n -Infinity\n}'],
  ['-inf', '{"logprob":-inf,"a":1}'],
  ['nan', 'nan'],
])('%s in JSON is named for what it is: %s', async (number, body) => {
  const error = (await rejectionOf(answerOf(json, body, 'application/json'))) as InvalidResponseError;
  expect(error).toBeInstanceOf(InvalidResponseError);
  expect(error.message).toBe(`GET /api/v1/things returned 200 with ${number}, which is not JSON.`);
  expect(error.hint).not.toContain('baseUrl');
});

test('NaN in a text of JSON is no fault', async () => {
  expect(await answerOf(json, '{"text":"[NaN]"}', 'application/json')).toEqual({ text: '[NaN]' });
});

test('the body of a response that is rejected unread is cancelled', async () => {
  const body = scriptedBody();
  await rejectionOf(answerOf(bytes, body.stream, page));
  expect(body.isCancelled).toBe(true);
});

test('warns about a list with more items than it returned', async () => {
  const warnings: string[] = [];
  const logger = { ...console, warn: (message: string) => void warnings.push(message) };
  const { transport } = observedTransport(() => Response.json({ data: [{}], meta: { hasMore: true } }), {
    logger,
    logLevel: 'warn',
  });
  await transport.request(operationOf({ answer: list }), {});
  expect(warnings).toEqual([expect.stringMatching(/^GET \/api\/v1\/things has more items than it returned/)]);
});

test('a body that ends deep in nested arrays is an error, not a crash', async () => {
  const deep = '['.repeat(100_000);
  expect(await rejectionOf(answerOf(json, deep, 'application/json'))).toBeInstanceOf(InvalidResponseError);
});
