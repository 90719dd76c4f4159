import { Readable } from 'node:stream';
import { expect, test } from 'vitest';
import type { ApiError } from '../../../src/handwritten/core/errors/api-error.js';
import { readErrorBody } from '../../../src/handwritten/core/errors/error-body.js';
import { apiErrorFromResponse } from '../../../src/handwritten/core/response/error-from-response.js';
import { ResponseHead } from '../../../src/handwritten/core/response/response-head.js';
import { observedTransport, operationOf, rejectionOf } from '../../helpers/observed-transport.js';
import { scriptedBody } from '../../helpers/scripted-body.js';

const call = {
  label: 'POST /v1/images/generations',
  server: { origin: 'https://a.b', pathname: '/v1', timeoutMs: 1, option: 'inferenceUrl' },
};

function errorOf(body: unknown, init: ResponseInit = { status: 422, statusText: 'Unprocessable Entity' }): ApiError {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const response = new Response(null, init);
  const said = readErrorBody(text, response.headers.get('content-type') ?? '');
  return apiErrorFromResponse(new ResponseHead(response, (text) => text), said, call, {});
}

const fallback = '422 Unprocessable Entity (POST /v1/images/generations)';

type Row = readonly [shape: string, body: unknown, expected: object];

test.each<Row>([
  [
    'A, of the infrastructure',
    { error: { code: 'validation_error', message: 'No name.', details: { sizeGb: [1] } } },
    { message: 'No name.', code: 'validation_error', details: { sizeGb: [1] } },
  ],
  [
    'B, of inference',
    { error: { message: 'Bad key.', type: 'invalid_request_error', code: 'invalid_api_key' } },
    { message: 'Bad key.', type: 'invalid_request_error', code: 'invalid_api_key' },
  ],
  ['B with a number as the code', { error: { message: 'Bad.', code: 422 } }, { message: 'Bad.', code: '422' }],
  ['B with nulls', { error: { message: 'Bad.', type: null, code: null } }, { type: undefined, code: undefined }],
  ['error as a string', { error: 'Bad.' }, { message: 'Bad.' }],
  ['error as a string, with a code', { error: 'Bad.', code: 'bad' }, { message: 'Bad.', code: 'bad' }],
  ['OAuth', { error: 'invalid_grant', error_description: 'It expired.' }, { message: 'It expired.' }],
  ['message and code', { message: 'Bad.', code: 'bad' }, { message: 'Bad.', code: 'bad' }],
  ['message alone', { message: 'Bad.' }, { message: 'Bad.', code: undefined }],
  ['detail as a string', { detail: 'Bad.' }, { message: 'Bad.' }],
  [
    'the list of FastAPI',
    {
      detail: [
        { loc: ['body', 'width'], msg: 'too big', type: 'value_error' },
        { loc: ['body', 0], msg: 'no' },
      ],
    },
    {
      message: 'body.width: too big; body.0: no',
      details: [
        { loc: ['body', 'width'], msg: 'too big', type: 'value_error' },
        { loc: ['body', 0], msg: 'no' },
      ],
    },
  ],
  [
    'problem+json',
    { type: 'https://errors/bad', title: 'Bad', detail: 'It is bad.', status: 422 },
    { message: 'It is bad.', type: 'https://errors/bad' },
  ],
  ['problem+json without detail', { title: 'Bad' }, { message: 'Bad' }],
  ['plain text', 'Bad things\nhappened.', { message: 'Bad things\nhappened.' }],
  ['broken JSON', '{"error": {"mess', { message: '{"error": {"mess' }],
  ['an empty body', '', { message: fallback }],
  ['a body of spaces', ' \n', { message: fallback }],
  ['an empty object', {}, { message: fallback }],
  ['an empty message', { error: { message: '', code: 'bad' } }, { message: fallback, code: 'bad' }],
  ['a number', '404', { message: '404' }],
  ['error null', { error: null, message: 'Bad.' }, { message: 'Bad.' }],
  ['a code in another spelling', { errorCode: 7, ErrorMessage: 'Bad.' }, { message: 'Bad.', code: '7' }],
  [
    'the parameter, of OpenAI',
    { error: { message: 'Bad.', type: 'invalid_request_error', param: 'messages[0].role', code: null } },
    { message: 'Bad.', param: 'messages[0].role', details: undefined },
  ],
  ['without a parameter', { error: { message: 'Bad.', param: null } }, { message: 'Bad.', param: undefined }],
])('reads the shape: %s', (_, body, expected) => {
  expect(errorOf(body)).toMatchObject(expected);
});

/** Shapes of other servers, each with the text that a reader of the body would call its message. */
test.each([
  ['a list of texts', { errors: ['No name.', 'No size.'] }, 'No name.; No size.'],
  ['a list of errors, as of Cloudflare', { success: false, errors: [{ code: 1000, message: 'Bad.' }] }, 'Bad.'],
  ['JSON:API', { errors: [{ status: '422', title: 'Invalid', detail: 'No name.' }] }, 'No name.'],
  ['a list of errors with their field', { errors: [{ field: 'name', message: 'is empty' }] }, 'name: is empty'],
  ['issues of a schema', { error: { issues: [{ path: ['a', 0], message: 'Required' }] } }, 'a.0: Required'],
  ['errors of an error', { error: { errors: [{ message: 'Bad.', domain: 'global' }] } }, 'Bad.'],
  ['msg', { msg: 'Bad.' }, 'Bad.'],
  ['reason', { reason: 'Bad.' }, 'Bad.'],
  ['an error with a reason', { error: { reason: 'Bad.', status: 400 } }, 'Bad.'],
  ['an error with a detail', { error: { detail: 'Bad.' } }, 'Bad.'],
  ['an error in an error', { error: { error: 'Bad.' } }, 'Bad.'],
  ['an error with issues of FastAPI', { error: { detail: [{ loc: ['body', 'a'], msg: 'no' }] } }, 'body.a: no'],
  ['a detail with a message', { detail: { message: 'Bad.', code: 'bad' } }, 'Bad.'],
  ['a detail with an error', { detail: { error: { message: 'Bad.' } } }, 'Bad.'],
  ['a message that is a list', { statusCode: 400, message: ['No a.', 'No b.'], error: 'Bad Request' }, 'No a.; No b.'],
  ['an error whose message is a list', { error: { message: ['No a.', 'No b.'] } }, 'No a.; No b.'],
  ['a message with an error beside it', { error: 'Bad Request', message: 'Bad.' }, 'Bad.'],
  ['a message beside an error without one', { error: { code: 400 }, message: 'Bad.' }, 'Bad.'],
  ['errorMessage, as of a function', { errorType: 'Error', errorMessage: 'Bad.' }, 'Bad.'],
  ['error_msg', { error_msg: 'Bad.' }, 'Bad.'],
  ['Message', { Message: 'Bad.' }, 'Bad.'],
  ['description', { ok: false, error_code: 400, description: 'Bad.' }, 'Bad.'],
  ['a fault', { fault: { faultstring: 'Bad.', detail: { errorcode: 'x' } } }, 'Bad.'],
  ['details that are text', { details: 'Bad.' }, 'Bad.'],
  ['an array with the error, as of Gemini', [{ error: { code: 400, message: 'Bad.' } }], 'Bad.'],
  ['an array of texts', ['No a.', 'No b.'], 'No a.; No b.'],
  ['a string', '"Bad."', 'Bad.'],
])('finds the text of the shape: %s', (_, body, message) => {
  expect(errorOf(body).message).toBe(message);
});

test.each([
  ['errors by field', { errors: { name: ['is too short'] } }],
  ['errors by field alone', { name: ['is too short'] }],
  ['no field of a known name', { outcome: 'refused', because: 'The moon is full.' }],
  ['a message that is not a text', { error: { message: { a: 1 } } }],
  ['an error without a message', { error: { code: 'bad', n_ctx: 8 } }],
  ['issues without a text', { detail: [{ loc: ['body', 'a'] }] }],
  ['a list of numbers', [1, 2]],
])('where no field has the text, the body is the message: %s', (_, body) => {
  expect(errorOf(body).message).toBe(JSON.stringify(body));
});

test('a body without a known text is bounded too', () => {
  const { message } = errorOf({ errors: { name: ['x'.repeat(20_000)] } });
  expect([message.length, message.endsWith('…')]).toEqual([2049, true]);
});

test.each<readonly [shape: string, body: unknown, details: unknown]>([
  [
    'of llama.cpp',
    { error: { code: 400, message: 'Too long.', type: 'exceed_context_size_error', n_prompt_tokens: 9, n_ctx: 8 } },
    { n_prompt_tokens: 9, n_ctx: 8 },
  ],
  ['beside `details`', { error: { message: 'Bad.', details: { a: 1 }, n_ctx: 8 } }, { a: 1, n_ctx: 8 }],
  ['beside `details` that are a list', { error: { message: 'No.', details: [1], a: 2 } }, { details: [1], a: 2 }],
  ['of a router', { error: { message: 'Bad.', metadata: { raw: 'x' } } }, { metadata: { raw: 'x' } }],
  ['beside the error', { error: { message: 'Bad.' }, hint: 'Wait.', meta: { requestId: 'r' } }, { hint: 'Wait.' }],
  ['beside a text', { error: 'Loading', estimated_time: 20, error_type: 'busy' }, { estimated_time: 20 }],
  ['beside a message', { message: 'Invalid.', errors: { name: ['is short'] } }, { name: ['is short'] }],
  ['of a list of errors', { errors: [{ code: 1, message: 'Bad.' }] }, [{ code: 1, message: 'Bad.' }]],
  ['that is another text', { error: 'Bad Request', message: 'Bad.' }, { error: 'Bad Request' }],
  ['that is 0 or false', { error: { message: 'Bad.', retries: 0, final: false } }, { retries: 0, final: false }],
  ['of a code that is no text', { error: { message: 'Bad.', code: { a: 1 } } }, { code: { a: 1 } }],
  ['that is all consumed', { error: { message: 'Bad.', code: 'a', type: 'b', param: null } }, undefined],
])('`details` keeps what no other field has: %s', (_, body, expected) => {
  expect(errorOf(body).details).toEqual(expected);
});

test('the message is the server’s own, unchanged', () => {
  const message = '  Größe "xl" is no longer available!\n';
  expect(errorOf({ error: { message } }).message).toBe(message);
});

test('without a body and a status text, the message still names status and call', () => {
  expect(errorOf('', { status: 418 }).message).toBe('418 (POST /v1/images/generations)');
});

test.each([
  ['of JSON', { error: { message: 'x'.repeat(20_000) } }],
  ['of plain text', 'x'.repeat(20_000)],
  ['of an array of issues', { detail: Array.from({ length: 500 }, () => ({ loc: ['a'], msg: 'too long' })) }],
])('a message %s is bounded at 2 kB', (_, body) => {
  const { message } = errorOf(body);
  expect(message).toHaveLength(2049);
  expect(message.endsWith('…')).toBe(true);
});

test('a message of 2 kB is complete', () => {
  expect(errorOf('x'.repeat(2048)).message).toBe('x'.repeat(2048));
});

test.each([
  ['by its type', 'Bad gateway', 'text/html; charset=utf-8'],
  ['by its beginning', '\n<!DOCTYPE html><html>…', ''],
  ['by its beginning in another case', '<HTML><body>', 'text/plain'],
])('an HTML page, detected %s, is not quoted: the hint says what to check', (_, body, contentType) => {
  const error = errorOf(body, { status: 404, headers: { 'content-type': contentType } });
  expect(error.message).toBe('404 (POST /v1/images/generations)');
  expect(error.hint).toMatch(/HTML page.*`inferenceUrl`/);
});

test('the hint of a 400 with an HTML page has its title', () => {
  const page = '<html><head><title>400 Request Header Or Cookie Too Large</title></head></html>';
  expect(errorOf(page, { status: 400 }).hint).toContain('HTML page "400 Request Header Or Cookie Too Large"');
});

/** As nginx and HAProxy write them. */
const pages = [
  '<html>\r\n<head><title>No</title></head>\r\n<body>\r\n<center><h1>No</h1></center>\r\n<hr><center>nginx</center>',
  '<html><body><h1>No</h1>\nThe request could not be handled.\n</body></html>\n',
];

test.each([
  [401, /^A gateway returned 401, not the API: it has credentials of its own\.$/],
  [403, /^A gateway returned 403, not the API\.$/],
  [413, /^A gateway returned 413, not the API: the request body is too large for it\.$/],
  [429, /^A gateway returned 429, not the API\.$/],
  [500, /^A gateway returned 500, not the API\.$/],
  [502, /^A gateway returned 502, not the API: it received no valid response from the API\.$/],
  [503, /^A gateway returned 503, not the API: it can’t reach the API\.$/],
  [504, /^A gateway returned 504, not the API: the API did not respond in time\.$/],
  [520, /^A gateway returned 520, not the API\.$/],
])('the hint of a %i with an HTML page says that it is of a gateway, and does not blame `baseUrl`', (status, hint) => {
  for (const page of pages) expect(errorOf(page, { status }).hint).toMatch(hint);
});

test.each([
  ['as text', 'Authorization Required', 'Basic realm="staging"'],
  ['without a body', '', 'Negotiate'],
  ['as JSON', { message: 'Authorization Required' }, 'digest realm="a", nonce="b"'],
])('the 401 of a proxy with credentials of its own does not blame the API key: %s', (_, body, scheme) => {
  const error = errorOf(body, { status: 401, headers: { 'www-authenticate': scheme } });
  expect(error.hint).toBe('A gateway returned 401, not the API: it has credentials of its own.');
});

test.each([
  ['a header', {}, { 'x-request-id': 'r1' }],
  ['meta', { meta: { requestId: 'r1' } }, {}],
  ['the error', { error: { message: 'no', request_id: 'r1' } }, {}],
  ['the top', { request_id: 'r1' }, {}],
])('the request id is found in %s', (_, body, headers) => {
  expect(errorOf(body, { status: 500, headers }).requestId).toBe('r1');
});

test.each([
  [401, /deactivated or deleted/],
  [402, /Add credits.*`rc\.billing\.getBalance\(\)`/],
])('a %i has a hint', async (status, hint) => {
  for (const headers of [{}, { 'www-authenticate': 'Bearer' }]) {
    const { transport } = observedTransport(() => new Response('', { status, headers }));
    expect(((await rejectionOf(transport.request(operationOf(), {}))) as ApiError).hint).toMatch(hint);
  }
});

test('a hostile body changes no prototype', () => {
  const error = errorOf('{"__proto__": {"polluted": 1}, "error": {"__proto__": {"code": "x"}, "message": "no"}}');
  expect(error.message).toBe('no');
  expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
});

const get = operationOf();

test('an error body that never ends is read up to a limit, and cancelled', async () => {
  let pulls = 0;
  let isCancelled = false;
  const endless = new ReadableStream<Uint8Array>({
    pull: (controller) => (pulls++, controller.enqueue(new Uint8Array(16_384).fill(120))),
    cancel: () => void (isCancelled = true),
  });
  const { transport } = observedTransport(() => new Response(endless, { status: 400 }));
  const error = (await rejectionOf(transport.request(get, {}))) as ApiError;
  expect([error.statusCode, error.message.length, isCancelled]).toEqual([400, 2049, true]);
  expect(pulls).toBeLessThan(10);
});

test('a body that is cut off does not hide the status', async () => {
  const body = scriptedBody();
  const { transport } = observedTransport(() => {
    body.write('No such ');
    queueMicrotask(() => body.cut());
    return new Response(body.stream, { status: 404 });
  });
  await expect(transport.request(get, {})).rejects.toMatchObject({ statusCode: 404 });
});

test('a body that is not a web stream, as of another `fetch`, does not hide the status', async () => {
  const body = Readable.from(['{}']);
  const { transport } = observedTransport(() =>
    Object.defineProperty(new Response('', { status: 400 }), 'body', { value: body }),
  );
  const error = await rejectionOf(transport.request(operationOf({ method: 'POST', retry: 'paid' }), {}));
  expect(error).toMatchObject({ statusCode: 400, outcomeUnknown: false });
});
