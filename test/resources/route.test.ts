import { Readable } from 'node:stream';
import { describe, expect, test } from 'vitest';
import { cases, type Case } from '../../generated/cases.js';
import { allOperations } from '../../generated/operations.js';
import { RuncrateError, type UntypedRequestOptions } from '../../src/index.node.js';
import { json, observedClient } from '../helpers/observed-client.js';
import { rejectionOf } from '../helpers/observed-transport.js';

/** As in JavaScript, where routes are not type-checked. */
type AnyRequest = (route: string, args?: unknown, options?: object) => Promise<unknown>;

function anyRequest(...given: Parameters<typeof observedClient>): {
  request: AnyRequest;
  requests: ReturnType<typeof observedClient>['requests'];
} {
  const { client, requests } = observedClient(...given);
  const request: unknown = client.request.bind(client);
  return { request: request as AnyRequest, requests };
}

const onInference = { server: 'inference' } as const;
const onInfrastructure = { server: 'infrastructure' } as const;

describe('an operation of the document', () => {
  test.each(Object.entries<Case>(cases))(
    '%s has the same request and result by its route as by its method',
    async (id, row) => {
      const { method, path } = allOperations[Object.keys(cases).indexOf(id)]!;
      const { client, requests: byMethod } = observedClient();
      const { request, requests: byRoute } = anyRequest();
      const expected = await row.call(client);
      expect(JSON.stringify(await request(`${method} ${path}`, row.args))).toBe(JSON.stringify(expected));
      expect(byRoute.map(comparable)).toEqual(byMethod.map(comparable));
    },
  );

  test('takes no parameters if none is required', async () => {
    const { client, requests } = observedClient();
    const models = await client.request('GET /models');
    expect(models.data.length).toBeGreaterThan(0);
    await client.request('GET /billing/transactions');
    expect(requests[1]?.url.search).toBe('?limit=50&offset=0');
  });

  test('takes request options: an environment, headers, a signal', async () => {
    const { client, requests } = observedClient();
    await client.request('GET /instances', {}, { environment: 'staging', headers: { 'x-trace': '1' } });
    expect(requests[0]?.url.search).toBe('?environment=staging');
    expect(requests[0]?.headers.get('x-trace')).toBe('1');
    const aborted = client.request('GET /instances', {}, { signal: AbortSignal.abort(new Error('enough')) });
    await expect(aborted).rejects.toThrow('enough');
  });

  test('streams chunks in camelCase', async () => {
    const { client } = observedClient();
    const stream = await client.request('POST /chat/completions', { model: 'a', messages: [], stream: true });
    const chunks = [];
    for await (const chunk of stream) chunks.push(chunk);
    expect(chunks).toEqual(cases.createChatCompletion.stream.events);
  });

  test('is not retried if its method is not', async () => {
    const { client, requests } = observedClient(() => new Response('', { status: 500 }));
    await expect(client.request('POST /instances', { name: 'a', gpuType: 'A100' })).rejects.toMatchObject({
      statusCode: 500,
    });
    expect(requests).toHaveLength(1);
  });
});

test.each([
  ['a typo', 'GET /instnces'],
  ['a value in the path', 'GET /instances/a1b2'],
  ['another method', 'PUT /instances'],
  ['no method', '/instances'],
  ['an inherited name', 'constructor'],
])('a route with %s rejects with the fix before a request is sent', async (_, route) => {
  const { request, requests } = anyRequest();
  const error = await rejectionOf(request(route));
  expect(error).toBeInstanceOf(RuncrateError);
  expect((error as Error).message).toBe(
    `openapi.json has no "${route}". Use its method and path, such as "GET /instances/{id}". For a path that it does not have yet, set the request option \`server\`.`,
  );
  expect(requests).toHaveLength(0);
});

describe('a path that the document does not have', () => {
  test('is requested from the given server, with the API key', async () => {
    const { client, requests } = observedClient(() => json({}));
    await client.request('GET /new/thing', undefined, onInference);
    await client.request('GET /new/thing', undefined, onInfrastructure);
    expect(requests.map(({ url }) => url.href)).toEqual([
      'https://api.runcrate.ai/v1/new/thing',
      'https://runcrate.ai/api/v1/new/thing',
    ]);
    expect(requests[0]?.headers.get('authorization')).toMatch(/^Bearer rc_live_/);
  });

  test.each([
    ['JSON, with its wire names and envelope', json({ data: { gpu_type: 'a' } }), { data: { gpu_type: 'a' } }],
    ['JSON of another media type', typed('application/problem+json', '[1]'), [1]],
    ['a number', json(7), 7],
    ['a string', typed('text/csv; charset=utf-8', 'a,b\né'), 'a,b\né'],
    ['bytes', typed('image/png', new Uint8Array([137, 80, 0, 255])), Buffer.from([137, 80, 0, 255])],
    ['undefined for a 204', new Response(null, { status: 204 }), undefined],
    ['undefined for an empty body of type JSON', typed('application/json', ''), undefined],
  ])('resolves with %s', async (_, response, expected) => {
    const { client } = observedClient(() => response);
    expect(await client.request('POST /new/thing', {}, onInference)).toEqual(expected);
  });

  test('rejects with an InvalidResponseError for malformed JSON', async () => {
    const { client } = observedClient(() => typed('application/json', '{"a":'));
    await expect(client.request('POST /new/thing', {}, onInference)).rejects.toMatchObject({
      name: 'InvalidResponseError',
    });
  });

  test('sends the body unchanged, as JSON', async () => {
    const { client, requests } = observedClient(() => json({}));
    const body = { gpu_type: 'a', maxTokens: 1, list: [null], at: new Date(0) };
    await client.request('POST /new/thing', body, { ...onInference, extraBody: { more: true } });
    await client.request('DELETE /new/thing', [1], onInference);
    await client.request('PUT /new/thing', undefined, { ...onInference, extraBody: { more: true } });
    await client.request('PATCH /new/thing', undefined, onInference);
    expect(requests.map(({ text }) => text)).toEqual([
      '{"gpu_type":"a","maxTokens":1,"list":[null],"at":"1970-01-01T00:00:00.000Z","more":true}',
      '[1]',
      '{"more":true}',
      undefined,
    ]);
    expect(requests.map(({ headers }) => headers.get('content-type'))).toEqual([
      'application/json',
      'application/json',
      'application/json',
      null,
    ]);
  });

  test.each([
    ['a FormData', formOf({ purpose: 'tune' }), /^multipart\/form-data; boundary=/],
    ['a Blob', new Blob(['a'], { type: 'text/csv' }), /^text\/csv$/],
    ['bytes', new Uint8Array([1, 2]), /^$/],
    ['URLSearchParams', new URLSearchParams({ a: 'b' }), /^application\/x-www-form-urlencoded/],
  ])('sends %s unchanged', async (_, body, contentType) => {
    const { client, requests } = observedClient(() => json({}));
    await client.request('POST /new/thing', body, onInference);
    const sent = new Request('https://a', { method: 'POST', body });
    const observed = requests[0]!;
    if (observed.form) expect([...observed.form]).toEqual([...(body as FormData)]);
    else expect(observed.text).toBe(await sent.clone().text());
    expect(observed.headers.get('content-type') ?? sent.headers.get('content-type') ?? '').toMatch(contentType);
  });

  test.each([
    ['a Node stream', Readable.from(['a'])],
    ['an iterator of one', Readable.from(['a'])[Symbol.asyncIterator]()],
  ])('rejects %s as its body, of which nothing would be sent', async (_, body) => {
    const { client, requests } = observedClient(() => json({}));
    await expect(client.request('POST /new/thing', body, onInference)).rejects.toThrow('Readable.toWeb(stream)');
    expect(requests).toHaveLength(0);
  });

  test('sends the parameters of a GET or HEAD as its query', async () => {
    const { client, requests } = observedClient(() => json({}));
    const options = { ...onInference, extraQuery: { page_size: 2 } };
    await client.request('GET /new/thing', { sort_by: 'name', tags: ['a', 'b'] }, options);
    await client.request('HEAD /new/thing', { a: 1 }, onInference);
    expect(requests.map(({ method, url }) => method + url.search)).toEqual([
      'GET?sort_by=name&tags=a&tags=b&page_size=2',
      'HEAD?a=1',
    ]);
  });

  test('is retried after a 500 only if it is a GET', async () => {
    const { client, requests } = observedClient(() => new Response('', { status: 500 }), { maxRetries: 1 });
    await rejectionOf(client.request('GET /new/thing', {}, onInference));
    expect(requests).toHaveLength(2);
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE'] as const) {
      const before = requests.length;
      await rejectionOf(client.request(`${method} /new/thing`, {}, onInference));
      expect(requests.slice(before)).toHaveLength(1);
      expect(requests.at(-1)?.headers.get('idempotency-key')).toBeTruthy();
    }
  });

  test('sends the environment only to the infrastructure server', async () => {
    const { client, requests } = observedClient(() => json({}), { environment: 'production' });
    await client.request('POST /new/thing', {}, onInfrastructure);
    await client.request('POST /new/thing', {}, { ...onInfrastructure, environment: 'staging' });
    await client.request('POST /new/thing', {}, onInference);
    expect(requests.map(({ url, headers }) => [url.search, headers.get('x-environment')])).toEqual([
      ['?environment=production', 'production'],
      ['?environment=staging', 'staging'],
      ['', null],
    ]);
  });

  test('stays untyped after the document has it', async () => {
    const { client } = observedClient(() => json({ data: [{ gpu_type: 'a' }] }));
    expect(await client.request('GET /instances', {}, onInfrastructure)).toEqual({ data: [{ gpu_type: 'a' }] });
  });

  test('rejects as other calls do, without the API key in the error', async () => {
    const { client } = observedClient(({ headers }) =>
      json({ error: { code: 'not_found', message: `Nothing for ${headers.get('authorization')}` } }, { status: 404 }),
    );
    const error = (await rejectionOf(client.request('GET /new/thing', {}, onInference))) as Error;
    expect(error).toMatchObject({ name: 'NotFoundError', code: 'not_found' });
    expect(error.message).not.toContain('rc_live_test');
  });

  test.each([
    'GET /..',
    'GET /new/../thing',
    'GET /new/.',
    'GET /%2e%2E/thing',
    'GET /.%2e',
    'GET /%252e%252e/thing',
    'GET //other.example/thing',
    'GET https://other.example/thing',
    'GET new/thing',
    'GET /new//thing',
    'GET /new/',
    'GET /',
    'GET ',
    '/new/thing',
    'get /new/thing',
    'TRACE /new/thing',
    'GET  /new',
    ' GET /new',
    'GET /new?admin=true',
    'GET /new#top',
    'GET /new/{id}',
    'GET /new\\..\\thing',
    'GET /new thing',
    'GET /é',
    'GET /new\n/thing',
    'GET /new/%0a',
    'GET /new/%7F',
    'GET /new/%',
    'GET /new\u0000',
    'GET /new\u202e',
  ])('the route %j is rejected before a request is sent', async (route) => {
    const { request, requests } = anyRequest(() => json({}));
    const error = await rejectionOf(request(route, undefined, onInference));
    expect(error).toBeInstanceOf(RuncrateError);
    expect((error as Error).message).toContain('must be a method and a path, such as "GET /new/thing"');
    expect(requests).toHaveLength(0);
  });

  test.each(['/new/a-b_c.d~e', "/new/!$&'()*+,;=:@", '/new/%C3%A9%20%2F', '/.well-known', '/...', '/a..b'])(
    '%s is sent unchanged',
    async (path) => {
      const { client, requests } = observedClient(() => json({}));
      await client.request(`GET ${path as '/'}`, {}, onInference);
      expect(requests[0]?.url.pathname).toBe(`/v1${path}`);
    },
  );

  test.each<[string, unknown, object]>([
    ['an unknown server', {}, { server: 'other' }],
    ['a query that is not an object', 'a=b', onInference],
    ['a query of URLSearchParams', new URLSearchParams({ a: 'b' }), onInference],
    ['options that are not an object', {}, 'inference' as never],
    ['an unknown option', {}, { ...onInference, timeoutMs: 1 }],
    ['an environment on the inference server', {}, { ...onInference, environment: 'staging' }],
    ['`extraBody` without a body', {}, { ...onInference, extraBody: {} }],
  ])('with %s is rejected before a request is sent', async (_, args, options) => {
    const { request, requests } = anyRequest(() => json({}));
    expect(await rejectionOf(request('GET /new/thing', args, options))).toBeInstanceOf(RuncrateError);
    expect(requests).toHaveLength(0);
  });

  test.each([
    ['GET /instances', 'inference', 'infrastructure'],
    ['GET /instances/a', 'inference', 'infrastructure'],
    ['POST /videos', 'infrastructure', 'inference'],
  ])('%s on the %s API is rejected before a request is sent: it is on the %s API', async (route, server, other) => {
    const { request, requests } = anyRequest(() => json({}));
    await expect(request(route, {}, { server })).rejects.toThrow(
      `"${route}" is on the ${other} API. Pass \`server: '${other}'\`.`,
    );
    expect(requests).toHaveLength(0);
  });

  test('a documented operation on its own API is sent', async () => {
    const { request, requests } = anyRequest(() => json({}));
    await request('GET /instances/a', {}, onInfrastructure);
    expect(requests[0]?.url.pathname).toBe('/api/v1/instances/a');
  });

  test.each(['other', 'constructor', '__proto__', null])('is rejected for the unknown server %s', async (server) => {
    const { request } = anyRequest(() => json({}));
    await expect(request('GET /new/thing', {}, { server, maxRetries: 0 })).rejects.toThrow(
      /^The server .* is unknown\. The client has infrastructure and inference\.$/,
    );
  });

  test('rejects `extraBody` for a form, which it would replace', async () => {
    const { client, requests } = observedClient(() => json({}));
    const options: UntypedRequestOptions = { ...onInference, extraBody: { a: 1 } };
    await expect(client.request('POST /new/thing', formOf({ a: 'b' }), options)).rejects.toThrow('`extraBody`');
    expect(requests).toHaveLength(0);
  });
});

function comparable({ method, url, headers, text, form }: ReturnType<typeof observedClient>['requests'][number]) {
  const { 'idempotency-key': key, ...others } = Object.fromEntries(headers);
  return {
    method,
    url: url.href,
    headers: others,
    isIdempotent: key !== undefined,
    text,
    form: form && [...form.keys()],
  };
}

function typed(contentType: string, body: BodyInit): Response {
  return new Response(body, { headers: { 'content-type': contentType } });
}

function formOf(fields: Readonly<Record<string, string>>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  return form;
}
