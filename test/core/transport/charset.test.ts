import { expect, test } from 'vitest';
import { ApiError } from '../../../src/handwritten/core/errors/api-error.js';
import { InvalidResponseError } from '../../../src/handwritten/core/errors/errors.js';
import type { AnswerShape } from '../../../src/handwritten/core/operation/operation.js';
import { observedTransport, operationOf, rejectionOf } from '../../helpers/observed-transport.js';

const json: AnswerShape = { as: 'json' };
const text: AnswerShape = { as: 'text', content: 'text/csv' };
const raw: AnswerShape = { as: 'raw', content: '*/*' };
const subtitles: AnswerShape = { as: 'json', text: 'text' };

function call(answer: AnswerShape, body: Uint8Array<ArrayBuffer>, contentType: string, status = 200): Promise<unknown> {
  const headers = { 'content-type': contentType };
  const { transport } = observedTransport(() => new Response(body, { status, headers }), { maxRetries: 0 });
  return transport.request(operationOf({ answer }), {});
}

const latin = (content: string): Buffer<ArrayBuffer> => Buffer.from(content, 'latin1');
const utf16 = (content: string): Buffer<ArrayBuffer> => Buffer.from(content, 'utf16le');

test.each([
  ['JSON in ISO-8859-1', json, latin('{"a":"Grüße"}'), 'application/json; charset=iso-8859-1', { a: 'Grüße' }],
  ['JSON in UTF-16', json, utf16('{"a":"日本"}'), 'application/json;charset="UTF-16LE"', { a: '日本' }],
  ['JSON in UTF-16 with a mark', json, utf16('\ufeff{"a":"é"}'), 'application/json; charset=utf-16le', { a: 'é' }],
  ['JSON in UTF-8', json, Buffer.from('{"a":"é"}'), 'application/json; charset=UTF8', { a: 'é' }],
  ['JSON without a charset', json, Buffer.from('{"a":"é"}'), 'application/json; charset=', { a: 'é' }],
  ['text in windows-1251', text, latin('\xcf\xf0\xe8'), 'text/csv; charset=windows-1251', 'При'],
  ['text in JSON’s place', subtitles, latin('Grüße'), 'text/vtt; header=present; charset=latin1', { text: 'Grüße' }],
  ['an undocumented text', raw, latin('Grüße'), 'text/plain; charset=iso-8859-1', 'Grüße'],
  ['an undocumented JSON', raw, utf16('{"a":"é"}'), 'application/json; charset=utf-16le', { a: 'é' }],
  ['an undocumented text without a character', raw, latin(''), 'text/plain; charset=iso-8859-1', undefined],
] as const)('%s is read in its charset', async (_, answer, body, type, expected) => {
  expect(await call(answer, body, type)).toEqual(expected);
});

test.each([
  ['JSON', json, 'application/json; charset=klingon'],
  ['text', text, 'text/csv; charset=klingon'],
  ['an undocumented text', raw, 'text/plain; charset=klingon'],
] as const)('%s in an unknown charset is an error that names it', async (_, answer, type) => {
  const error = await rejectionOf(call(answer, latin('{}'), type));
  expect(error).toBeInstanceOf(InvalidResponseError);
  expect((error as Error).message).toContain('in the charset "klingon"');
});

test.each([
  ['iso-8859-1', latin],
  ['utf-16le', utf16],
])('the body of an error is read in its charset %s', async (charset, encode) => {
  const body = encode('{"error":{"message":"Über dem Limit"}}');
  const error = await rejectionOf(call(json, body, `application/json; charset=${charset}`, 400));
  expect(error).toMatchObject({ statusCode: 400, message: 'Über dem Limit' });
});

test('an unknown charset does not hide the status of an error', async () => {
  const body = latin('{"error":{"message":"Too long"}}');
  const error = await rejectionOf(call(json, body, 'application/json; charset=klingon', 413));
  expect(error).toBeInstanceOf(ApiError);
  expect(error).toMatchObject({ statusCode: 413, message: 'Too long' });
});
