import { expect, test } from 'vitest';
import { readNetworkError } from '../../../src/handwritten/platform/node-network-error.js';
import { observedTransport, operationOf, platformOf, rejectionOf } from '../../helpers/observed-transport.js';

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
  expect(readNetworkError(error, 'GET /', 'headers')).toEqual({ code: undefined, unsent: false, timeout: undefined });
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
