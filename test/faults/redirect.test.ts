import { expect, test } from 'vitest';
import { servers } from '../../generated/operations.js';
import { InvalidResponseError, Runcrate } from '../../src/index.node.js';
import { useFastClock } from '../helpers/fast-clock.js';
import { faultCalls, gridOf, type FaultCall } from '../helpers/fault-calls.js';
import { useFaultServer } from '../helpers/fault-server.js';
import { answer, type AcceptedRequest, type Reply } from '../helpers/loopback-server.js';
import { hostHeader, mappedFetch } from '../helpers/mapped-fetch.js';
import { TEST_API_KEY } from '../helpers/observed-client.js';
import { rejectionOf } from '../helpers/observed-transport.js';

const server = useFaultServer();
useFastClock();

const hostOf = ({ headers }: AcceptedRequest): string => String(headers[hostHeader]);
const keyOf = ({ headers }: AcceptedRequest): string | undefined => headers.authorization;
const isFile = ({ operation }: FaultCall): boolean => operation.method === 'GET' && operation.answer.as === 'bytes';
/** An upload is sent as it is read, and the target of a redirect is visible only when it is sent again. */
const probes = ({ operation }: FaultCall): number => (operation.body?.content === 'multipart/form-data' ? 1 : 0);
const ownHost = ({ operation }: FaultCall): string => new URL(servers[operation.server as keyof typeof servers]).host;

function client(): Runcrate {
  const fetch = mappedFetch(() => server.url);
  return new Runcrate({ apiKey: TEST_API_KEY, fetch, customHeaders: { 'x-team': 'a' }, logLevel: 'off' });
}

const redirect = (status: number, location: string): Reply => answer({ status, headers: { location }, body: 'moved' });

/** The documented success, on the wire. */
function success({ example: { response } }: FaultCall): Reply {
  const { status, contentType, body = '' } = response;
  return answer({ status, ...(contentType && { headers: { 'content-type': contentType } }), body });
}

const followed = [301, 302, 307, 308].map((status) => ({ name: `a ${status}`, status }));
/** Statuses that fetch treats as a redirect; it returns others like any response. */
const isKnown = (status: number): boolean => followed.some((row) => row.status === status);

test.each(gridOf(faultCalls, followed))(
  '%s follows %s to its www counterpart once, as the same request, and remembers it',
  async (_, __, { status }, subject) => {
    const host = ownHost(subject);
    const requests = server.play((_, request) =>
      hostOf(request) === host ? redirect(status, `https://www.${host}${request.url}`) : success(subject),
    );
    const rc = client();
    await subject.call(rc);
    await subject.call(rc);
    expect(requests.map(hostOf)).toEqual([
      ...Array.from({ length: 1 + probes(subject) }, () => host),
      `www.${host}`,
      `www.${host}`,
    ]);
    expect(new Set(requests.map(({ method, url }) => `${method} ${url}`)).size).toBe(1);
    expect(new Set(requests.map(keyOf))).toEqual(new Set([`Bearer ${TEST_API_KEY}`]));
    const [first, ...others] = requests.slice(0, -1);
    for (const { headers, body } of others) {
      expect(headers['idempotency-key']).toBe(first!.headers['idempotency-key']);
      expect(body.length).toBe(first!.body.length);
    }
  },
);

interface Lure {
  readonly name: string;
  readonly status: number;
  /** The target, by the host and path of the request. */
  readonly location: (host: string, path: string) => string;
  /** The host to which a file download follows it, without the key. */
  readonly leadsFilesTo?: string;
}

const lures: readonly Lure[] = [
  { name: 'a 307 to another host', status: 307, location: () => 'https://cdn.example/x', leadsFilesTo: 'cdn.example' },
  {
    name: 'a 302 to a lookalike host',
    status: 302,
    location: (host, path) => `https://www.${host}.example${path}`,
    leadsFilesTo: 'alike',
  },
  { name: 'a 301 to http', status: 301, location: (host, path) => `http://www.${host}${path}` },
  { name: 'a 308 to http of the same host', status: 308, location: (host, path) => `http://${host}${path}` },
  { name: 'a 302 with a password', status: 302, location: () => 'https://user:word@cdn.example/x' },
  { name: 'a 302 to a local file', status: 302, location: () => 'file:///etc/passwd' },
  { name: 'a 300, which offers a choice', status: 300, location: (host, path) => `https://www.${host}${path}` },
  { name: 'a 305, which names a proxy', status: 305, location: () => 'https://proxy.example/' },
];

test.each(gridOf(faultCalls, lures))(
  '%s handles %s, and the key is not sent there',
  async (_, __, { status, location, leadsFilesTo }, subject) => {
    const host = ownHost(subject);
    const requests = server.play((_, request) =>
      hostOf(request) === host ? redirect(status, location(host, request.url)) : success(subject),
    );
    const error = subject.call(client()).then(
      () => undefined,
      (reason: unknown) => reason,
    );
    const isFollowed = isFile(subject) && leadsFilesTo !== undefined;
    if (isFollowed) expect(await error).toBeUndefined();
    else expect(await error).toMatchObject({ name: 'InvalidResponseError', statusCode: status, outcomeUnknown: false });
    expect(requests).toHaveLength(isFollowed ? 2 : 1 + (isKnown(status) ? probes(subject) : 0));
    for (const request of requests.filter((sent) => hostOf(sent) !== host)) {
      expect([keyOf(request), request.headers['x-team'], request.headers.cookie]).toEqual([
        undefined,
        undefined,
        undefined,
      ]);
    }
  },
);

test.each(gridOf(faultCalls, [{ name: 'a loop' }]))('%s rejects %s', async (_, __, ___, subject) => {
  const requests = server.play((_, { url }) => redirect(302, url));
  const error = await rejectionOf(subject.call(client()));
  expect(error).toBeInstanceOf(InvalidResponseError);
  expect(error).toMatchObject({ statusCode: 302, outcomeUnknown: false });
  expect(requests.length).toBe(isFile(subject) ? 6 : 1 + probes(subject));
});

test.each(gridOf(faultCalls, [{ name: 'a redirect loop between www counterparts' }]))(
  '%s rejects %s after the second request',
  async (_, __, ___, subject) => {
    const requests = server.play((_, request) => {
      const host = hostOf(request);
      return redirect(308, `https://${host.startsWith('www.') ? host.slice(4) : `www.${host}`}${request.url}`);
    });
    const error = await rejectionOf(subject.call(client()));
    expect(error).toMatchObject({ statusCode: 308, message: expect.stringContaining('redirected twice') as unknown });
    expect(requests).toHaveLength(2 * (1 + probes(subject)));
  },
);

test('a file may be behind the www counterpart, on a CDN', async () => {
  const requests = server.play(
    (index) =>
      [
        redirect(301, 'https://www.api.runcrate.ai/v1/videos/a/download'),
        redirect(302, 'https://cdn.example/a.mp4?signature=s'),
        answer({ headers: { 'content-type': 'video/mp4' }, body: 'film' }),
      ][index]!,
  );
  expect(String(await client().models.downloadVideo('a'))).toBe('film');
  expect(requests.map(keyOf)).toEqual([`Bearer ${TEST_API_KEY}`, `Bearer ${TEST_API_KEY}`, undefined]);
});

/** An upload that can be read only once. */
async function* recording(): AsyncGenerator<Uint8Array> {
  yield new TextEncoder().encode('bytes of a recording');
}

test('a body that can be read only once is not sent again to the www counterpart: the hint says what to do', async () => {
  const requests = server.play((_, request) =>
    hostOf(request) === 'api.runcrate.ai'
      ? redirect(308, `https://www.api.runcrate.ai${request.url}`)
      : answer({ body: { text: 'Hello.', data: [] } }),
  );
  const rc = client();
  const transcribe = () => rc.models.transcribe({ model: 'whisper', file: recording() });
  expect(await rejectionOf(transcribe())).toMatchObject({
    message: expect.stringContaining("its body can't be sent again") as unknown,
    hint: expect.stringContaining('Pass a path, a Blob or bytes') as unknown,
    outcomeUnknown: false,
  });
  expect(requests).toHaveLength(1);
  // Any other call finds the www counterpart, and then the upload is sent there at once.
  await rc.models.list();
  expect((await transcribe()).text).toBe('Hello.');
  expect(requests.map(hostOf).slice(1)).toEqual(['api.runcrate.ai', 'www.api.runcrate.ai', 'www.api.runcrate.ai']);
  expect(requests.at(-1)!.body.toString()).toContain('bytes of a recording');
});
