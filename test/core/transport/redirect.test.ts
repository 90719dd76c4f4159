import { expect, test } from 'vitest';
import { InvalidResponseError } from '../../../src/handwritten/core/errors/errors.js';
import type { Respond } from '../../helpers/observed-fetch.js';
import { observedTransport, operationOf, rejectionOf, testKey } from '../../helpers/observed-transport.js';
import { scriptedBody } from '../../helpers/scripted-body.js';

const www = 'https://www.runcrate.ai/api/v1/things';

function redirect(location: string | null, status = 301): Response {
  return new Response(null, { status, headers: location === null ? {} : { location } });
}

/** Redirects requests to this host, and responds to others. */
const movedFrom =
  (host: string, location: string, status?: number): Respond =>
  ({ url }) =>
    url.host === host ? redirect(location, status) : Response.json({ id: 'a' });

const create = operationOf({
  method: 'POST',
  retry: 'once',
  parameters: [{ name: 'search', in: 'query' }],
  body: { content: 'application/json', from: 'fields' },
});

test.each([301, 302, 307, 308])(
  'a %i to the www counterpart is followed once, with method, query, body and keys',
  async (status) => {
    const { transport, requests } = observedTransport(movedFrom('runcrate.ai', www, status));
    expect(await transport.request(create, { search: 'x', name: 'a' })).toEqual({ id: 'a' });
    const seen = requests.map(({ method, url, headers, json }) => ({
      method,
      url: url.href,
      key: headers.get('authorization'),
      idempotencyKey: headers.get('idempotency-key'),
      json,
    }));
    const expected = { method: 'POST', key: `Bearer ${testKey}`, idempotencyKey: 'random-1', json: { name: 'a' } };
    expect(seen).toEqual([
      { ...expected, url: 'https://runcrate.ai/api/v1/things?search=x' },
      { ...expected, url: `${www}?search=x` },
    ]);
  },
);

test('the counterpart may also be the host without www', async () => {
  const options = { baseUrl: 'https://www.runcrate.ai' };
  const { transport, requests } = observedTransport(
    movedFrom('www.runcrate.ai', 'https://runcrate.ai/api/v1/things'),
    options,
  );
  await transport.request(operationOf(), {});
  expect(requests.map(({ url }) => url.host)).toEqual(['www.runcrate.ai', 'runcrate.ai']);
});

test('the new origin is remembered for later calls of every path', async () => {
  const { transport, requests } = observedTransport(movedFrom('runcrate.ai', www));
  await transport.request(operationOf(), {});
  await transport.request(operationOf({ path: '/other' }), {});
  expect(requests.map(({ url }) => url.href)).toEqual([
    'https://runcrate.ai/api/v1/things',
    www,
    'https://www.runcrate.ai/api/v1/other',
  ]);
});

test('the other server keeps its own origin', async () => {
  const { transport, requests } = observedTransport(movedFrom('runcrate.ai', www));
  await transport.request(operationOf(), {});
  await transport.request(operationOf({ server: 'inference' }), {});
  expect(requests.at(-1)?.url.host).toBe('api.runcrate.ai');
});

test('fetch follows no redirect itself', async () => {
  const modes: unknown[] = [];
  const { transport } = observedTransport(() => Response.json({}), {
    fetch: async (_, init) => {
      modes.push(init?.redirect);
      return Response.json({});
    },
  });
  await transport.request(operationOf(), {});
  expect(modes).toEqual(['manual']);
});

test.each([
  ['another host', 'https://evil.example/api/v1/things', 302],
  ['a subdomain', 'https://app.runcrate.ai/api/v1/things', 302],
  ['a host with the same beginning', 'https://runcrate.ai.evil.example/api/v1/things', 302],
  ['another port', 'https://www.runcrate.ai:8443/api/v1/things', 302],
  ['http', 'http://www.runcrate.ai/api/v1/things', 301],
  ['http on the same host', 'http://runcrate.ai/api/v1/things', 301],
  ['another path of the www counterpart', 'https://www.runcrate.ai/login', 302],
  ['another path of the same host', 'https://runcrate.ai/login', 302],
  ['itself', 'https://runcrate.ai/api/v1/things', 302],
  ['the www counterpart, with a change of method', www, 303],
])('a redirect to %s is an error that names the target, and the key is not sent there', async (_, location, status) => {
  const { transport, requests } = observedTransport(() => redirect(location, status));
  const error = (await rejectionOf(transport.request(create, {}))) as InvalidResponseError;
  expect(error).toBeInstanceOf(InvalidResponseError);
  expect(error.message).toContain(location);
  expect(error.hint).toMatch(/^If the API has moved, set `baseUrl` to its new URL\./);
  // See Other: the work may have been done.
  expect([error.statusCode, error.outcomeUnknown, requests.length]).toEqual([status, status === 303, 1]);
});

test('the query of a target, which may have a token, is not quoted', async () => {
  const { transport } = observedTransport(() => redirect('https://evil.example/x?token=secret#secret'));
  await expect(transport.request(operationOf(), {})).rejects.not.toThrow(/secret/);
});

test.each([
  ['no target', null, /without a valid `Location`/],
  ['a target that is not a URL', 'https://', /without a valid `Location`/],
])('a redirect with %s is an error', async (_, location, message) => {
  const { transport } = observedTransport(() => redirect(location));
  await expect(transport.request(operationOf(), {})).rejects.toThrow(message);
});

test.each(['http', 'https'])('a redirect from http to the www counterpart by %s is not followed', async (protocol) => {
  const { transport, requests } = observedTransport(() => redirect(`${protocol}://www.a.b/api/v1/things`), {
    baseUrl: 'http://a.b',
  });
  await expect(transport.request(operationOf(), {})).rejects.toBeInstanceOf(InvalidResponseError);
  expect(requests).toHaveLength(1);
});

test('the unread body of a redirect does not keep its connection', async () => {
  const body = scriptedBody();
  const { transport } = observedTransport(({ url }) =>
    url.host === 'runcrate.ai'
      ? new Response(body.stream, { status: 301, headers: { location: www } })
      : Response.json({ id: 'a' }),
  );
  await transport.request(operationOf(), {});
  expect(body.isCancelled).toBe(true);
});

test('a redirect loop between www counterparts ends after the second request', async () => {
  const { transport, requests } = observedTransport(({ url }) =>
    redirect(url.host === 'runcrate.ai' ? www : 'https://runcrate.ai/api/v1/things'),
  );
  await expect(transport.request(operationOf(), {})).rejects.toThrow(/redirected twice/);
  expect(requests).toHaveLength(2);
});

test('the error says that a browser hides the target', async () => {
  const opaque = Object.defineProperties(new Response(), {
    type: { value: 'opaqueredirect' },
    status: { value: 0 },
    ok: { value: false },
  });
  const { transport } = observedTransport(() => opaque);
  await expect(transport.request(operationOf(), {})).rejects.toMatchObject({
    message: expect.stringContaining('redirected to a target that the browser hides') as unknown,
    hint: expect.stringContaining('`baseUrl`') as unknown,
  });
});

test('a redirect is an attempt in the error', async () => {
  const { transport } = observedTransport(() => redirect('https://evil.example/'));
  await expect(transport.request(operationOf(), {})).rejects.toMatchObject({ attempts: [{ delayMs: 0 }] });
});
