import { inspect } from 'node:util';
import { expect, test, vi } from 'vitest';
import * as apiErrors from '../../../src/handwritten/core/errors/api-error.js';
import { ApiError, errorClassOf } from '../../../src/handwritten/core/errors/api-error.js';
import * as coreErrors from '../../../src/handwritten/core/errors/errors.js';
import { RuncrateError, StreamTruncatedError } from '../../../src/handwritten/core/errors/errors.js';
import { observedTransport, operationOf, rejectionOf, testKey } from '../../helpers/observed-transport.js';

test.each([
  [400, 'BadRequestError'],
  [401, 'AuthenticationError'],
  [402, 'InsufficientCreditsError'],
  [403, 'PermissionDeniedError'],
  [404, 'NotFoundError'],
  [405, 'ApiError'],
  [409, 'ConflictError'],
  [410, 'ApiError'],
  [422, 'UnprocessableEntityError'],
  [429, 'RateLimitError'],
  [500, 'InternalServerError'],
  [501, 'InternalServerError'],
  [503, 'InternalServerError'],
  [599, 'InternalServerError'],
])('a %i is a %s, which is an ApiError and a RuncrateError', (status, name) => {
  const error = new (errorClassOf(status))({ message: 'no', statusCode: status });
  expect(error).toBeInstanceOf(ApiError);
  expect(error).toBeInstanceOf(RuncrateError);
  expect(error).toBeInstanceOf(Error);
  expect([error.name, error.statusCode, Object.prototype.toString.call(error)]).toEqual([
    name,
    status,
    '[object Error]',
  ]);
});

/** As when a program loads the package by `import`, and one of its libraries by `require`. */
async function secondCopy(): Promise<typeof apiErrors & typeof coreErrors> {
  vi.resetModules();
  const core = await import('../../../src/handwritten/core/errors/errors.js');
  return { ...core, ...(await import('../../../src/handwritten/core/errors/api-error.js')) };
}

const init = { message: 'no', statusCode: 404 };

test('`instanceof` works across two copies of the package', async () => {
  const copy = await secondCopy();
  expect(copy.NotFoundError).not.toBe(apiErrors.NotFoundError);
  const error = new copy.NotFoundError(init);
  expect([error instanceof apiErrors.NotFoundError, error instanceof ApiError, error instanceof RuncrateError]).toEqual(
    [true, true, true],
  );
});

test('`instanceof` distinguishes the classes of the other copy', async () => {
  const copy = await secondCopy();
  const error = new copy.NotFoundError(init);
  expect([error instanceof apiErrors.ConflictError, error instanceof coreErrors.ConnectionError]).toEqual([
    false,
    false,
  ]);
});

class OwnError extends ApiError {}

test('`instanceof` of a subclass of the caller checks its own prototype', () => {
  expect([new OwnError(init) instanceof OwnError, new ApiError(init) instanceof OwnError]).toEqual([true, false]);
});

test('`instanceof RuncrateError` is false for every other value', () => {
  const others = [new Error('no'), {}, null, undefined, 'text', () => 1].map((value) => value instanceof RuncrateError);
  expect(others).not.toContain(true);
});

test('every class has its own name, also in its stack', () => {
  const classes = Object.entries({ ...apiErrors, ...coreErrors }).filter(([name]) => name.endsWith('Error'));
  for (const [name, ErrorClass] of classes) {
    const error = new (ErrorClass as new (from: object) => Error)({ ...init, partial: {} });
    expect([error.name, error.stack?.split('\n')[0]]).toEqual([name, `${name}: no`]);
  }
});

test('an error has no field without a value', () => {
  expect(Object.fromEntries(Object.entries(new RuncrateError('no')))).toEqual({ outcomeUnknown: false, attempts: [] });
});

test('toJSON has every field but headers and cause', () => {
  const error = new ApiError({
    ...init,
    code: 'not_found',
    details: { id: 'a' },
    type: 'invalid_request_error',
    param: 'messages',
    requestId: 'r1',
    headers: new Headers({ 'set-cookie': 'secret' }),
    retryAfter: 2,
    hint: 'Look.',
    docsUrl: 'https://docs',
    cause: new Error('secret'),
  });
  expect(JSON.parse(JSON.stringify(error))).toEqual({
    name: 'ApiError',
    message: 'no',
    statusCode: 404,
    code: 'not_found',
    details: { id: 'a' },
    type: 'invalid_request_error',
    param: 'messages',
    requestId: 'r1',
    retryAfter: 2,
    hint: 'Look.',
    docsUrl: 'https://docs',
    outcomeUnknown: false,
    attempts: [],
  });
});

test('headers can be read, but are not shown in the console', () => {
  const error = new ApiError({ ...init, headers: new Headers({ 'x-a': 'long text' }) });
  expect(error.headers.get('x-a')).toBe('long text');
  expect(inspect(error)).not.toContain('long text');
});

test('the error of a truncated stream has what was received', () => {
  expect(new StreamTruncatedError({ message: 'no', partial: { a: 1 } }).partial).toEqual({ a: 1 });
});

test.each<readonly [string, () => Response | Promise<Response>]>([
  ['an error status', () => Response.json({ error: { message: 'no' } }, { status: 401 })],
  ['a lost connection', () => Promise.reject(new TypeError('fetch failed', { cause: new Error('reset') }))],
  ['an HTML page', () => new Response('<html>', { headers: { 'content-type': 'text/html' } })],
  ['a redirect', () => new Response(null, { status: 302, headers: { location: 'https://evil.example/' } })],
])('the error of %s shows the key nowhere', async (_, respond) => {
  const { transport } = observedTransport(respond, { maxRetries: 0 });
  const error = await rejectionOf(transport.request(operationOf(), {}));
  expect(error).toBeInstanceOf(RuncrateError);
  expect(inspect(error, { depth: 9, showHidden: true }) + JSON.stringify(error)).not.toContain(testKey);
});
