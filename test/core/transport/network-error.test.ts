import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { readNetworkError } from '../../../src/handwritten/platform/node-network-error.js';
import { observedTransport, operationOf, platformOf, rejectionOf } from '../../helpers/observed-transport.js';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** As Node's fetch rejects. */
const fetchFailed = (cause: object) => new TypeError('fetch failed', { cause });

type Row = readonly [error: string, error: unknown, unsent: boolean];

test.each<Row>([
  ['a refused connection', fetchFailed({ code: 'ECONNREFUSED', syscall: 'connect' }), true],
  ['a host name not found', fetchFailed({ code: 'ENOTFOUND', syscall: 'getaddrinfo' }), true],
  ['a name server that does not respond', fetchFailed({ code: 'EAI_AGAIN', syscall: 'getaddrinfo' }), true],
  ['a host that cannot be reached while connecting', fetchFailed({ code: 'EHOSTUNREACH', syscall: 'connect' }), true],
  ['a connection timeout', fetchFailed({ code: 'UND_ERR_CONNECT_TIMEOUT' }), true],
  ['a timeout of the system while connecting', fetchFailed({ code: 'ETIMEDOUT', syscall: 'connect' }), true],
  ['a certificate that has expired', fetchFailed({ code: 'CERT_HAS_EXPIRED' }), true],
  ['a self-signed certificate', fetchFailed({ code: 'DEPTH_ZERO_SELF_SIGNED_CERT' }), true],
  ['a certificate for another host name', fetchFailed({ code: 'ERR_TLS_CERT_ALTNAME_INVALID' }), true],
  ['a server without TLS', fetchFailed({ code: 'ERR_SSL_WRONG_VERSION_NUMBER' }), true],
  ['several addresses, all refused', fetchFailed(aggregate('ECONNREFUSED', 'ECONNREFUSED')), true],
  ['several addresses, one of them reached', fetchFailed(aggregate('ECONNREFUSED', 'ECONNRESET')), false],
  ['a cause below a cause', fetchFailed(fetchFailed({ code: 'ECONNREFUSED' })), true],
  ['Bun’s refused connection', Object.assign(new Error('no'), { code: 'ConnectionRefused' }), true],
  ['Bun’s host name not found', Object.assign(new Error('no'), { code: 'ENOTFOUND', syscall: 'getaddrinfo' }), true],
  [
    'Deno’s connection that was never made',
    fetchFailed(new Error('error sending request for url (https://a.b/): client error (Connect): dns error')),
    true,
  ],
  [
    'Deno’s request that was lost',
    fetchFailed(new Error('error sending request from 127.0.0.1:1: client error (SendRequest): connection closed')),
    false,
  ],
  ['a TLS error of a proxy', fetchFailed({ code: 'UND_ERR_PRX_TLS' }), true],
  [
    'a proxy that closes the tunnel',
    fetchFailed({ code: 'UND_ERR_PRX_CONN', cause: { code: 'UND_ERR_SOCKET' } }),
    true,
  ],
  ['a SOCKS proxy that refuses', fetchFailed({ code: 'UND_ERR_SOCKS5_REPLY_5' }), true],
  ['an aborted request', fetchFailed({ code: 'UND_ERR_ABORTED', message: 'Request aborted' }), false],
  ['a reset connection', fetchFailed({ code: 'ECONNRESET', syscall: 'read' }), false],
  ['a broken pipe', fetchFailed({ code: 'EPIPE', syscall: 'write' }), false],
  ['a socket that closed', fetchFailed({ code: 'UND_ERR_SOCKET' }), false],
  ['a host that cannot be reached anymore', fetchFailed({ code: 'EHOSTUNREACH', syscall: 'read' }), false],
  ['a timeout of the system while reading', fetchFailed({ code: 'ETIMEDOUT', syscall: 'read' }), false],
  ['an unknown kind', new TypeError('Failed to fetch'), false],
  ['a string', 'no', false],
  ['nothing', undefined, false],
])('%s: whether nothing was sent', (_, error, unsent) => {
  expect(readNetworkError(error, 'GET /', 'headers').unsent).toBe(unsent);
});

function aggregate(...codes: readonly string[]): AggregateError {
  const error = new AggregateError(codes.map((code) => Object.assign(new Error(code), { code })));
  return Object.assign(error, { code: codes[0] });
}

test('circular causes are read to a limit', () => {
  const error = new Error('round');
  error.cause = error;
  expect(readNetworkError(error, 'GET /', 'headers')).toEqual({
    code: undefined,
    unsent: false,
    timeout: undefined,
    wasKept: false,
  });
});

test('the error of a call names the code and keeps the cause', async () => {
  const cause = fetchFailed({ code: 'ECONNREFUSED' });
  const { transport } = observedTransport(() => Promise.reject(cause), { maxRetries: 0 });
  const error = await rejectionOf(transport.request(operationOf(), {}));
  expect(error).toMatchObject({
    message: 'GET /api/v1/things could not connect to https://runcrate.ai (ECONNREFUSED).',
    cause,
  });
});

/** As undici 6 to 8 do, with the two causes that its `ProxyAgent` gives. */
const refusedTunnel = (status: number) =>
  fetchFailed({
    name: 'Error',
    message: 'Request was cancelled.',
    code: 0,
    cause: { code: 'UND_ERR_ABORTED', message: `Proxy response (${status}) !== 200 when HTTP Tunneling` },
  });

type Refusal = readonly [whose: string, error: (status: number) => Error];

const refusals: readonly Refusal[] = [
  ['the ProxyAgent of undici, and NODE_USE_ENV_PROXY of Node 24,', refusedTunnel],
  [
    'the http agent of Node 24',
    (status) =>
      Object.assign(new Error(`Failed to establish tunnel to a.b:443 via http://c.d:500: HTTP/1.1 ${status} No`), {
        code: 'ERR_PROXY_TUNNEL',
        statusCode: status,
      }),
  ],
  [
    'Bun',
    (status) =>
      Object.assign(new Error(`Proxy refused to open a tunnel: ${status} No`), { code: 'ERR_PROXY_TUNNEL', status }),
  ],
  [
    'our own recipe',
    (status) =>
      Object.assign(new Error(`The proxy 127.0.0.1 responded with status ${status}.`), { syscall: 'connect' }),
  ],
];

const onEach = (statuses: readonly number[]) =>
  refusals.flatMap(([whose, errorOf]) => statuses.map((status) => [whose, status, errorOf(status)] as const));

test.each(onEach([403, 407]))(
  '%s has met a proxy that refuses the tunnel with %i: nothing was left for the API, and the call fails at once',
  async (_, status, cause) => {
    const { transport, requests } = observedTransport(() => Promise.reject(cause));
    const error = await rejectionOf(transport.request(operationOf({ method: 'POST', retry: 'paid' }), {}));
    expect(error).toMatchObject({
      name: 'ConnectionError',
      message: `POST /api/v1/things could not connect to https://runcrate.ai: the proxy refused with status ${status}.`,
      hint: expect.stringContaining('proxy') as unknown,
      cause,
      outcomeUnknown: false,
    });
    expect(requests).toHaveLength(1);
  },
);

test.each(onEach([429, 502, 503]))(
  '%s has met a proxy that fails to open the tunnel with %i: the call is retried, even one that creates something',
  async (_, status, cause) => {
    const warn = vi.fn();
    const logger = { warn, error: warn, info: () => undefined, debug: () => undefined };
    const { transport, requests } = observedTransport(() => Promise.reject(cause), { maxRetries: 1, logger });
    const failed = rejectionOf(transport.request(operationOf({ method: 'POST', retry: 'once' }), {}));
    await vi.runAllTimersAsync();
    expect(await failed).toMatchObject({
      message: expect.stringContaining(`the proxy refused with status ${status}.`) as unknown,
      outcomeUnknown: false,
    });
    expect(requests).toHaveLength(2);
    expect(warn).not.toHaveBeenCalled();
  },
);

test('the status of a proxy is named where only words tell it', async () => {
  const cause = fetchFailed(new Error('… client error (Connect): proxy authentication required'));
  const { transport } = observedTransport(() => Promise.reject(cause));
  const error = await rejectionOf(transport.request(operationOf(), {}));
  expect(error).toMatchObject({ message: expect.stringContaining('the proxy refused with status 407.') as unknown });
});

type Unread = readonly [what: string, cause: object, hint: RegExp];

const unread: readonly Unread[] = [
  ['response headers that are larger', { code: 'UND_ERR_HEADERS_OVERFLOW' }, /--max-http-header-size/],
  ['response headers that are larger', { code: 'HPE_HEADER_OVERFLOW' }, /--max-http-header-size/],
  ['a response body that is larger', { code: 'UND_ERR_RES_EXCEEDED_MAX_SIZE' }, /maxResponseSize/],
  ['a response body that can’t be decompressed', { code: 'Z_DATA_ERROR' }, /Content-Encoding/],
];

test.each(unread)(
  '%s (%o) is not a lost connection: it is not retried, and says what it is',
  async (what, cause, hint) => {
    const { transport, requests } = observedTransport(() => Promise.reject(fetchFailed(cause)));
    const error = await rejectionOf(transport.request(operationOf(), {}));
    const { code } = cause as { readonly code: string };
    expect(error).toMatchObject({
      name: 'ConnectionError',
      message: expect.stringMatching(`^GET /api/v1/things received ${what}.*\\(${code}\\)\\.$`) as unknown,
      hint: expect.stringMatching(hint) as unknown,
      outcomeUnknown: false,
    });
    expect(requests).toHaveLength(1);
  },
);

test.each(['paid', 'once'] as const)(
  'the outcome of a %s call is unknown if its response can’t be read',
  async (retry) => {
    const { transport, requests } = observedTransport(() =>
      Promise.reject(fetchFailed({ code: 'UND_ERR_HEADERS_OVERFLOW' })),
    );
    const error = await rejectionOf(transport.request(operationOf({ method: 'POST', retry }), {}));
    expect(error).toMatchObject({ outcomeUnknown: true });
    expect(requests).toHaveLength(1);
  },
);

test('a platform without error codes treats every error as a lost connection', async () => {
  const platform = platformOf({ explainLoss: undefined });
  const cause = fetchFailed({ code: 'ECONNREFUSED' });
  const { transport } = observedTransport(() => Promise.reject(cause), { maxRetries: 0 }, platform);
  const error = await rejectionOf(transport.request(operationOf({ method: 'POST', retry: 'once' }), {}));
  expect(error).toMatchObject({
    message: 'POST /api/v1/things lost its connection before a response.',
    cause,
    outcomeUnknown: true,
  });
});
