import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { ApiError, InternalServerError, RateLimitError } from '../../../src/handwritten/core/errors/api-error.js';
import {
  ConnectionError,
  InvalidResponseError,
  type RuncrateError,
  TimeoutError,
} from '../../../src/handwritten/core/errors/errors.js';
import type { RetryClass } from '../../../src/handwritten/core/operation/operation.js';
import { observedTransport, operationOf, rejectionOf } from '../../helpers/observed-transport.js';
import { scriptedBody } from '../../helpers/scripted-body.js';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** As Node's fetch rejects. */
function fetchFailed(cause: object): () => Promise<never> {
  return () => Promise.reject(new TypeError('fetch failed', { cause: Object.assign(new Error('cause'), cause) }));
}

function status(code: number, headers: Record<string, string> = {}, body: unknown = ''): () => Response {
  return () => new Response(typeof body === 'string' ? body : JSON.stringify(body), { status: code, headers });
}

function cutInBody(code: number): () => Response {
  return () => {
    const body = scriptedBody();
    body.write('{"da');
    body.cut();
    return new Response(body.stream, { status: code });
  };
}

const never = () => new Promise<never>(() => {});
const ownError = { error: { code: 'internal_error', message: 'Try later.' } };

/** The result of a call whose every attempt ends this way, with 3 retries: the number of requests and the outcome. */
type Cell = readonly [requests: 1 | 4, outcome: 'known' | 'unknown'];
interface Row {
  readonly condition: string;
  readonly respond: () => Response | Promise<Response>;
  readonly error: abstract new (...args: never[]) => RuncrateError;
  readonly cells: Readonly<Record<RetryClass, Cell>>;
}

const always = { safe: [4, 'known'], paid: [4, 'known'], once: [4, 'known'] } as const;
const notAgain = { safe: [1, 'known'], paid: [1, 'known'], once: [1, 'known'] } as const;
const notPaid = { safe: [4, 'known'], paid: [1, 'unknown'], once: [1, 'unknown'] } as const;
/** It is unknown what the server did. */
const lost = { safe: [4, 'known'], paid: [4, 'unknown'], once: [1, 'unknown'] } as const;
const notOnce = { safe: [4, 'known'], paid: [4, 'known'], once: [1, 'unknown'] } as const;

const table: readonly Row[] = [
  {
    condition: 'a refused connection',
    respond: fetchFailed({ code: 'ECONNREFUSED' }),
    error: ConnectionError,
    cells: always,
  },
  { condition: 'an unknown name', respond: fetchFailed({ code: 'ENOTFOUND' }), error: ConnectionError, cells: always },
  {
    condition: 'a bad certificate',
    respond: fetchFailed({ code: 'CERT_HAS_EXPIRED' }),
    error: ConnectionError,
    cells: always,
  },
  {
    condition: 'a connection lost before the headers',
    respond: fetchFailed({ code: 'UND_ERR_SOCKET' }),
    error: ConnectionError,
    cells: lost,
  },
  {
    condition: 'an unknown network error',
    respond: () => Promise.reject(new TypeError('fetch failed')),
    error: ConnectionError,
    cells: lost,
  },
  { condition: 'a connection lost in the body', respond: cutInBody(200), error: ConnectionError, cells: notPaid },
  { condition: 'a timeout before the headers', respond: never, error: TimeoutError, cells: notPaid },
  {
    condition: 'a timeout in the body',
    respond: () => new Response(scriptedBody().stream),
    error: TimeoutError,
    cells: notPaid,
  },
  {
    condition: 'a fetch that times out before the headers',
    respond: fetchFailed({ code: 'UND_ERR_HEADERS_TIMEOUT' }),
    error: TimeoutError,
    cells: notPaid,
  },
  {
    condition: 'headers that are too large',
    respond: fetchFailed({ code: 'UND_ERR_HEADERS_OVERFLOW' }),
    error: ConnectionError,
    cells: { safe: [1, 'known'], paid: [1, 'unknown'], once: [1, 'unknown'] },
  },
  { condition: 'a 429', respond: status(429), error: RateLimitError, cells: always },
  {
    condition: 'a 429 with Retry-After',
    respond: status(429, { 'retry-after': '1' }),
    error: RateLimitError,
    cells: always,
  },
  { condition: 'a 500', respond: status(500), error: InternalServerError, cells: notOnce },
  {
    condition: 'a 500 with the JSON of the API',
    respond: status(500, {}, ownError),
    error: InternalServerError,
    cells: notOnce,
  },
  {
    condition: 'a 500 with Retry-After',
    respond: status(500, { 'retry-after': '1' }),
    error: InternalServerError,
    cells: notOnce,
  },
  { condition: 'a 500 whose body is cut', respond: cutInBody(500), error: InternalServerError, cells: notOnce },
  { condition: 'a 501', respond: status(501), error: InternalServerError, cells: notAgain },
  { condition: 'a 502', respond: status(502), error: InternalServerError, cells: notOnce },
  { condition: 'a 503 of a proxy', respond: status(503, {}, '<html>'), error: InternalServerError, cells: notOnce },
  {
    condition: 'a 503 with a string as the error, as proxies send it',
    respond: status(503, {}, { error: 'Service Unavailable' }),
    error: InternalServerError,
    cells: notOnce,
  },
  {
    condition: 'a 503 with JSON that is not the API’s',
    respond: status(503, {}, { message: 'no upstream' }),
    error: InternalServerError,
    cells: notOnce,
  },
  {
    condition: 'a 503 with Retry-After',
    respond: status(503, { 'retry-after': '1' }),
    error: InternalServerError,
    cells: always,
  },
  {
    condition: 'a 503 with an invalid Retry-After',
    respond: status(503, { 'retry-after': 'soon' }),
    error: InternalServerError,
    cells: notOnce,
  },
  {
    condition: 'a 503 with the JSON of the API',
    respond: status(503, {}, ownError),
    error: InternalServerError,
    cells: always,
  },
  { condition: 'a 504', respond: status(504), error: InternalServerError, cells: lost },
  { condition: 'a 524, Cloudflare’s 504', respond: status(524), error: InternalServerError, cells: lost },
  { condition: 'a 505', respond: status(505), error: InternalServerError, cells: notAgain },
  { condition: 'a 520', respond: status(520), error: InternalServerError, cells: notOnce },
  {
    condition: 'a 303, which means that the work was done',
    respond: status(303, { location: 'https://runcrate.ai/api/v1/things/a' }),
    error: InvalidResponseError,
    cells: { safe: [1, 'known'], paid: [1, 'unknown'], once: [1, 'unknown'] },
  },
  {
    condition: 'a 307',
    respond: status(307, { location: 'https://else.example/' }),
    error: InvalidResponseError,
    cells: notAgain,
  },
  { condition: 'a 400', respond: status(400), error: ApiError, cells: notAgain },
  { condition: 'a 408 of a proxy', respond: status(408), error: ApiError, cells: notOnce },
  { condition: 'a 408 with the JSON of the API', respond: status(408, {}, ownError), error: ApiError, cells: always },
  { condition: 'a 408 with Retry-After', respond: status(408, { 'retry-after': '1' }), error: ApiError, cells: always },
  { condition: 'a 425', respond: status(425), error: ApiError, cells: always },
  { condition: 'a 409', respond: status(409), error: ApiError, cells: notAgain },
  {
    condition: 'a 200 that is not JSON',
    respond: () => new Response('{"da'),
    error: InvalidResponseError,
    cells: { safe: [1, 'known'], paid: [1, 'unknown'], once: [1, 'unknown'] },
  },
  {
    condition: 'a 200 with an HTML page',
    respond: () => new Response('<html>', { headers: { 'content-type': 'text/html' } }),
    error: InvalidResponseError,
    cells: { safe: [1, 'known'], paid: [1, 'unknown'], once: [1, 'unknown'] },
  },
];

const grid = table.flatMap(({ condition, respond, error, cells }) =>
  (['safe', 'paid', 'once'] as const).map((retry) => {
    const [count, outcome] = cells[retry];
    return { retry, condition, respond, error, count, outcome };
  }),
);

test.each(grid)(
  'a $retry call makes $count request(s) of $condition, and its outcome is $outcome',
  async ({ retry, respond, error, count, outcome }) => {
    const { transport, requests } = observedTransport(respond);
    const operation = operationOf({ method: 'POST', retry, seenIn: 'rc.things.list()' });
    const rejection = rejectionOf(transport.request(operation, {}));
    await vi.runAllTimersAsync();
    const thrown = (await rejection) as RuncrateError;
    expect(thrown).toBeInstanceOf(error);
    expect(requests).toHaveLength(count);
    expect(thrown.attempts).toHaveLength(count);
    expect(thrown.outcomeUnknown).toBe(outcome === 'unknown');
    expect(thrown.hint?.includes('rc.things.list()') ?? false).toBe(outcome === 'unknown');
    const keys = requests.map(({ headers }) => headers.get('idempotency-key'));
    expect(keys).toEqual(requests.map(() => (retry === 'once' ? 'random-1' : null)));
    expect(vi.getTimerCount()).toBe(0);
  },
);

test.each(['safe', 'paid', 'once'] as const)('a %s call sends the idempotency key of the caller', async (retry) => {
  const { transport, requests } = observedTransport(status(429, { 'retry-after': '0' }));
  const rejection = rejectionOf(
    transport.request(operationOf({ retry }), {}, { idempotencyKey: 'mine', maxRetries: 2 }),
  );
  await vi.runAllTimersAsync();
  await rejection;
  expect(requests.map(({ headers }) => headers.get('idempotency-key'))).toEqual(['mine', 'mine', 'mine']);
});

test('two calls have two idempotency keys', async () => {
  const { transport, requests } = observedTransport(() => Response.json({}));
  const create = operationOf({ method: 'POST', retry: 'once' });
  await transport.request(create, {});
  await transport.request(create, {});
  expect(requests.map(({ headers }) => headers.get('idempotency-key'))).toEqual(['random-1', 'random-2']);
});

test.each([
  ['the client', { maxRetries: 1 }, {}, 2],
  ['the call', { maxRetries: 3 }, { maxRetries: 0 }, 1],
])('retries as often as %s allows', async (_, client, call, count) => {
  const { transport, requests } = observedTransport(status(500), client);
  const rejection = rejectionOf(transport.request(operationOf(), {}, call));
  await vi.runAllTimersAsync();
  await rejection;
  expect(requests).toHaveLength(count);
});

test('sends the same method, URL and body on every attempt', async () => {
  const { transport, requests } = observedTransport((_, index) => (index < 2 ? status(503)() : Response.json({})));
  const operation = operationOf({ method: 'PUT', body: { content: 'application/json', from: 'fields' } });
  const args = { a: 1 };
  const answer = transport.request(operation, args);
  args.a = 2;
  await vi.runAllTimersAsync();
  await answer;
  expect(requests.map(({ method, url, json }) => [method, url.pathname, json])).toEqual(
    Array.from({ length: 3 }, () => ['PUT', '/api/v1/things', { a: 1 }]),
  );
});
