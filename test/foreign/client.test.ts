import { afterAll, beforeAll, expect, test } from 'vitest';
import type { RuncrateError } from '../../src/handwritten/public-errors.js';
import { openTransport } from '../../src/runtime.node.js';
import { observedFetch, type Respond } from '../helpers/observed-fetch.js';
import { clientOf, type Generated } from './generated.js';

const ok = {
  responses: { 200: { description: 'd', content: { 'application/json': { schema: { type: 'object' } } } } },
};
const tags = ['t'];
const header = (name: string) => ({ name, in: 'header', schema: { type: 'string' } });
const withKey = (operationId: string, ...parameters: object[]) => ({ post: { operationId, tags, parameters, ...ok } });
const secured = (operationId: string, ...security: object[]) => ({ get: { operationId, tags, security, ...ok } });

const document = {
  openapi: '3.1.0',
  info: { title: 'A', version: '1' },
  servers: [{ url: 'https://api.example/v1' }],
  components: {
    securitySchemes: {
      inHeader: { type: 'apiKey', in: 'header', name: 'X-Key' },
      inQuery: { type: 'apiKey', in: 'query', name: 'key' },
      inCookie: { type: 'apiKey', in: 'cookie', name: 'sid' },
      user: { type: 'http', scheme: 'basic' },
    },
  },
  paths: {
    '/create': withKey('create'),
    '/keyed': withKey('keyed', header('Idempotency-Key')),
    '/lower': withKey('lower', header('idempotency-key')),
    '/upper': withKey('upper', header('IDEMPOTENCY-KEY')),
    '/own': withKey('own', header('X-Idempotency-Key')),
    '/scoped': { get: { operationId: 'scoped', tags, parameters: [header('X-Environment')], ...ok } },
    '/all': secured('all', { inHeader: [], inQuery: [], inCookie: [], user: [] }),
    '/query': secured('query', { inQuery: [] }),
    '/cookie': secured('cookie', { inCookie: [] }),
    '/either': secured('either', { inHeader: [], user: [] }, { inCookie: [] }),
    '/file': {
      get: {
        operationId: 'file',
        tags,
        security: [{ inHeader: [], inQuery: [], inCookie: [], user: [] }],
        responses: { 200: { description: 'd', content: { 'application/octet-stream': {} } } },
      },
    },
  },
};

/** Each is found nowhere but where it is sent. */
const auth = {
  inHeader: 'h3ader-secret',
  // It begins as the one above does.
  inQuery: 'h3ader-secret & "more"',
  inCookie: 'c00kie-secret',
  user: { username: 'jo', password: 'p:ss w0rd' },
};
const secrets = [
  'h3ader-secret',
  ' & "more"',
  ' & \\"more\\"',
  '%20%26%20%22more%22',
  '+%26+%22more%22',
  'c00kie-secret',
  'p:ss w0rd',
  Buffer.from('jo:p:ss w0rd').toString('base64'),
];

let generated: Generated;

beforeAll(async () => {
  generated = await clientOf(document);
});

afterAll(() => generated.remove());

function observed(respond: Respond, options: object = {}) {
  const { fetch, requests } = observedFetch(respond);
  const client = generated.createClient({ fetch, logLevel: 'off', maxRetries: 0, ...options });
  const call = (method: string, ...args: unknown[]): Promise<unknown> => client['t']![method]!(...args);
  return { call, requests };
}

const failure = async (call: Promise<unknown>): Promise<RuncrateError> =>
  call.then(
    () => Promise.reject(new Error('The call succeeded.')),
    (error: unknown) => error as RuncrateError,
  );

/** A 429 that asks for no delay, then success. */
const limitedTwice: Respond = (_, index) =>
  index < 2 ? new Response('', { status: 429, headers: { 'retry-after': '0' } }) : Response.json({});

test.each([
  ['keyed', { idempotencyKey: 'mine' }],
  ['lower', { idempotencyKey: 'mine' }],
  ['upper', { idempotencyKey: 'mine' }],
])('the key of a caller for the header of %s is the same in each attempt', async (method, args) => {
  const { call, requests } = observed(limitedTwice, { maxRetries: 2 });
  await call(method, args);
  expect(requests.map(({ headers }) => headers.get('idempotency-key'))).toEqual(['mine', 'mine', 'mine']);
});

test.each(['create', 'keyed', 'lower', 'upper', 'own'])(
  'a call of %s without a key has one of its own in each attempt, and the next call another',
  async (method) => {
    const { call, requests } = observed((_, index) => limitedTwice(_, index % 3), { maxRetries: 2 });
    await call(method);
    await call(method);
    const keys = requests.map(({ headers }) => headers.get('idempotency-key'));
    expect(keys).toEqual([...Array<unknown>(3).fill(keys[0]), ...Array<unknown>(3).fill(keys[3])]);
    expect(new Set(keys)).toHaveLength(2);
    expect(keys).not.toContain(null);
  },
);

test('a header for a key by another name is sent beside the key of the client', async () => {
  const { call, requests } = observed(limitedTwice, { maxRetries: 2 });
  await call('own', { xIdempotencyKey: 'mine' });
  expect(requests.map(({ headers }) => headers.get('x-idempotency-key'))).toEqual(['mine', 'mine', 'mine']);
});

test('the error of a call with a key of the caller has that key', async () => {
  const { call } = observed(() => new Response('', { status: 500 }));
  expect(await failure(call('keyed', { idempotencyKey: 'mine' }))).toMatchObject({
    outcomeUnknown: true,
    idempotencyKey: 'mine',
  });
});

const html = new Headers({ 'content-type': 'text/html' });
const moved = { status: 302, headers: { location: 'https://other.example/x' } };

test.each<[what: string, respond: Respond, hint: string | undefined]>([
  ['a 401', () => new Response('', { status: 401 }), 'Check the credentials in `auth` of createClient.'],
  ['a 402', () => new Response('', { status: 402 }), undefined],
  ['a redirect', () => new Response(null, moved), 'If the API has moved, set `baseUrl` to its new URL.'],
  [
    'an HTML page',
    () => new Response('<html>', { headers: html }),
    'Check `baseUrl`, and any proxy between: the response may not be from the API.',
  ],
  [
    'what is not JSON',
    () => new Response('{]', { headers: { 'content-type': 'application/json' } }),
    'Check `baseUrl`, and any proxy between: the response may not be from the API.',
  ],
  [
    'a 404 as an HTML page',
    () => new Response('<html>', { status: 404, headers: html }),
    'The response is an HTML page. Check `baseUrl`, and any proxy between: the response may not be from the API.',
  ],
])('the hint of %s names the options that the client has', async (_, respond, hint) => {
  const { call } = observed(respond);
  expect((await failure(call('scoped'))).hint).toBe(hint);
});

test.each([
  ['environment', { environment: 'a' }, '`environment` does not apply to GET /scoped.'],
  [
    'a header of the client',
    { headers: { Host: 'a' } },
    '`headers` must not set "Host": the client sets it, and `idempotencyKey` is an option of a call.',
  ],
])('the error of the request option %s speaks of no other API', async (_, options, message) => {
  const { call, requests } = observed(() => Response.json({}));
  expect((await failure(call('scoped', {}, options))).message).toBe(message);
  expect(requests).toEqual([]);
});

test.each([
  ['a parameter', {}, [{ xEnvironment: 'a' }]],
  ['an option of the client', { headers: { 'X-Environment': 'a' } }, []],
  ['a request option', {}, [{}, { headers: { 'x-environment': 'a' } }]],
])('the header X-Environment is as any other: %s is sent', async (_, options, args) => {
  const { call, requests } = observed(() => Response.json({}), options);
  await call('scoped', ...args);
  expect(requests[0]?.headers.get('x-environment')).toBe('a');
});

test('a call takes an `Authorization` of the caller, as the client does', async () => {
  const { call, requests } = observed(() => Response.json({}));
  await call('scoped', {}, { headers: { Authorization: 'Custom a' } });
  expect(requests[0]?.headers.get('authorization')).toBe('Custom a');
});

test('no secret shows in an error, in its JSON, in the log or in `onResponse`, though the server echoes each', async () => {
  const lines: string[] = [];
  const log = (...parts: unknown[]): number => lines.push(JSON.stringify(parts));
  const logger = { debug: log, info: log, warn: log, error: log };
  const echo: Respond = ({ headers, url }) => {
    const whole = `${url.href} ${auth.inQuery} ${String(new URLSearchParams(auth as never))}`;
    const all = `${whole} ${JSON.stringify([...headers])}`;
    const message = { message: all, details: { [all]: [all] } };
    return Response.json({ error: message }, { status: 400, statusText: 'Bad', headers: { 'x-echo': url.search } });
  };
  const { call } = observed(echo, { auth, logger, logLevel: 'debug' });
  const error = (await failure(call('all', {}, { onResponse: (info: unknown) => log(info) }))) as RuncrateError & {
    readonly statusCode: number;
    readonly details: unknown;
  };
  const shown = [
    ...lines,
    error.message,
    error.stack,
    error.hint,
    JSON.stringify(error),
    JSON.stringify(error.details),
  ];
  expect(error.statusCode).toBe(400);
  expect(error.message).toContain('***');
  for (const secret of secrets) expect(shown.join('\n')).not.toContain(secret);
});

test('no secret shows in the error of a `fetch` that quotes its request', async () => {
  const { call } = observed(
    ({ url, headers }) => {
      throw new TypeError(`fetch failed: ${url.href} ${JSON.stringify([...headers])}`);
    },
    { auth },
  );
  const error = await failure(call('all'));
  const shown = `${error.message} ${error.stack} ${(error.cause as Error).message} ${JSON.stringify(error)}`;
  expect(shown).toContain('***');
  for (const secret of secrets) expect(shown).not.toContain(secret);
});

test.each([
  'https://other.example/v1/all',
  'https://www.api.example/v1/all',
  'http://api.example/v1/all',
  'https://sub.api.example/v1/all',
])('a redirect to %s is not followed with keys in header, query and cookie', async (location) => {
  const { call, requests } = observed(() => new Response(null, { status: 307, headers: { location } }), { auth });
  const error = await failure(call('all'));
  expect(requests).toHaveLength(1);
  expect(error.message).toBe(`GET /v1/all was redirected to ${location}, which is not followed.`);
});

test('a file behind a redirect to another origin is fetched without any of the keys', async () => {
  const { call, requests } = observed(
    (_, index) =>
      index === 0
        ? new Response(null, { status: 302, headers: { location: 'https://files.example/f' } })
        : new Response('bytes'),
    { auth },
  );
  await call('file');
  expect(requests[0]?.url.search).toBe('?key=h3ader-secret%20%26%20%22more%22');
  const sent = `${requests[1]?.url.href} ${JSON.stringify([...requests[1]!.headers])}`;
  expect(requests[1]?.url.href).toBe('https://files.example/f');
  for (const secret of secrets) expect(sent).not.toContain(secret);
});

test('of two alternatives, the one whose credentials are all given is sent', async () => {
  const { call, requests } = observed(() => Response.json({}), { auth: { inHeader: 'h', inCookie: 'c' } });
  await call('either');
  const { headers } = requests[0]!;
  expect([headers.get('cookie'), headers.get('x-key'), headers.get('authorization')]).toEqual(['sid=c', null, null]);
});

test('of two schemes that are needed together, one is not enough: nothing is sent, and both are named', async () => {
  const { call, requests } = observed(() => Response.json({}), { auth: { inHeader: 'h' } });
  expect((await failure(call('either'))).message).toBe(
    'GET /either needs `auth.inHeader` and `auth.user`, or `auth.inCookie`. Pass it to createClient.',
  );
  expect(requests).toEqual([]);
});

test.each(['', '/', '/v2', 'v2', './v2', '//host', '//host/v2'])(
  'a document whose server is only %j needs `baseUrl`: the client says so before anything is sent',
  (url) => {
    const api = { servers: { first: url }, variables: {}, schemes: {} };
    const { fetch, requests } = observedFetch(() => Response.json({}));
    for (const options of [{}, { baseUrl: undefined }]) {
      expect(() => openTransport(api, { fetch, ...options })).toThrow(
        `\`baseUrl\` is required: the document names its server only as ${JSON.stringify(url)}.`,
      );
    }
    expect(() => openTransport(api, { fetch, baseUrl: url })).toThrow('`baseUrl` must be a URL such as "https://');
    expect(openTransport(api, { fetch, baseUrl: 'https://a.example/v2' })).toBeDefined();
    expect(requests).toEqual([]);
  },
);
