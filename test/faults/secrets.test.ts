import { inspect } from 'node:util';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { RuncrateError, type Logger } from '../../src/index.node.js';
import { useFastClock } from '../helpers/fast-clock.js';
import { faultCalls, gridOf, streamCalls } from '../helpers/fault-calls.js';
import { useFaultServer } from '../helpers/fault-server.js';
import {
  answer,
  cutInBody,
  loopbackServer,
  sendRaw,
  type AcceptedRequest,
  type Reply,
} from '../helpers/loopback-server.js';
import { TEST_API_KEY } from '../helpers/observed-client.js';
import { clientOf } from './fault.js';

const server = useFaultServer();
useFastClock();

/** A server that echoes a request header, wherever it can. */
type Echo = (said: string) => Reply;
const inHeaders = (said: string) => ({
  'x-echo': said,
  'x-request-id': said,
  location: `https://x.example/${said.slice(7)}`,
});

const echoes: readonly { readonly name: string; readonly echo: Echo }[] = [
  {
    name: 'the JSON of an error',
    echo: (said) =>
      answer({
        status: 400,
        headers: inHeaders(said),
        body: { error: { message: said, code: said, type: said, details: { said: [said] } } },
      }),
  },
  { name: 'the text of an error', echo: (said) => answer({ status: 500, body: said }) },
  {
    name: 'a status text',
    echo: (said) => (_, response) => void response.writeHead(401, said, { 'content-length': 0 }).end(),
  },
  { name: 'the target of a redirect', echo: (said) => answer({ status: 302, headers: inHeaders(said), body: '' }) },
  {
    name: 'an HTML page',
    echo: (said) => answer({ headers: { 'content-type': `text/html; v="${said}"` }, body: said }),
  },
  {
    name: 'broken JSON',
    echo: (said) => answer({ headers: { 'content-type': 'application/json' }, body: said.slice(7) }),
  },
  { name: 'an error in a success', echo: (said) => answer({ body: { error: { message: said } } }) },
  { name: 'a response that is not HTTP', echo: (said) => sendRaw(`${said}\r\n\r\n`) },
  { name: 'a response that is cut off', echo: (said) => cutInBody({ headers: { 'x-echo': said }, body: said }, 30) },
  {
    name: 'an event stream with an error',
    echo: (said) =>
      answer({
        headers: { 'content-type': 'text/event-stream', 'x-echo': said },
        body: `data: ${JSON.stringify({ error: { message: said, details: said } })}\n\n`,
      }),
  },
  {
    name: 'an event stream with a broken event',
    echo: (said) => answer({ headers: { 'content-type': 'text/event-stream' }, body: `data: ${said.slice(7)}\n\n` }),
  },
];

/** Everything that a program could print, send or store. */
function printsOf(value: unknown): string {
  const shown = [inspect(value, { showHidden: true, depth: 30, getters: true }), JSON.stringify(value)];
  if (!(value instanceof Error)) return shown.join();
  const { headers } = value as { readonly headers?: Headers };
  shown.push(String(value), String(value.stack), JSON.stringify([...(headers ?? [])]));
  shown.push(inspect(structuredClone(value), { showHidden: true, depth: 30 }));
  return value.cause === undefined ? shown.join() : shown.join() + printsOf(value.cause);
}

function recorder(): { readonly logger: Logger; readonly lines: unknown[] } {
  const lines: unknown[] = [];
  const log = (...said: unknown[]) => void lines.push(said);
  return { logger: { error: log, warn: log, info: log, debug: log }, lines };
}

test.each(gridOf([...faultCalls, ...streamCalls], echoes))(
  '%s never shows the key if %s echoes it',
  async (_, __, { echo }, subject) => {
    const requests = server.play((__, request) => echo(String(request.headers.authorization)));
    const { logger, lines } = recorder();
    const client = clientOf(server.url, { logger, logLevel: 'debug', maxRetries: 1 });
    const error: unknown = await subject.call(client).catch((reason: unknown) => reason);
    expect(requests.length).toBeGreaterThan(0);
    expect(printsOf(lines)).not.toContain(TEST_API_KEY);
    expect(printsOf(client)).not.toContain(TEST_API_KEY);
    // What a success echoes is the caller's own.
    if (error instanceof Error) expect(printsOf(error)).not.toContain(TEST_API_KEY);
    for (const request of requests) expect(placesOfKey(request)).toEqual(['authorization']);
  },
);

/** Where the key is in a request. */
function placesOfKey({ url, headers, body }: AcceptedRequest): readonly string[] {
  const places = Object.entries({ url, ...headers, body: body.toString('latin1') });
  return places.filter(([, text]) => String(text).includes(TEST_API_KEY)).map(([name]) => name);
}

test('the errors of echoes are errors of the SDK', async () => {
  server.play((_, request) => echoes[0]!.echo(String(request.headers.authorization)));
  const error: unknown = await faultCalls[0]!.call(clientOf(server.url)).catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(RuncrateError);
  expect(error).toMatchObject({ message: 'Bearer rc_live_***', code: 'Bearer rc_live_***', statusCode: 400 });
});

const folder = await mkdtemp(join(tmpdir(), 'runcrate-secrets-'));
afterAll(() => rm(folder, { recursive: true }));

test('an image and a video are saved from another origin without the key and the caller’s headers', async () => {
  await using other = await loopbackServer(() =>
    answer({ headers: { 'content-type': 'image/png' }, body: 'an image' }),
  );
  server.play((_, { url }) => {
    if (url.includes('/images/')) return answer({ body: { data: [{ url: `${other.url}/a.png?signature=s` }] } });
    if (url.includes('/download'))
      return answer({ status: 302, headers: { location: `${other.url}/a.mp4` }, body: '' });
    return answer({ body: { id: 'a', status: 'completed' } });
  });
  const rc = clientOf(server.url, { customHeaders: { 'x-team': 'secret' } });
  const image = await rc.models.generateImage({ model: 'a', prompt: 'b' });
  await image.save(join(folder, 'a.png'), { headers: { 'x-trace': 'secret' } });
  await rc.models.saveVideo(join(folder, 'a.mp4'), 'a');
  expect(await readFile(join(folder, 'a.png'), 'utf8')).toBe('an image');
  expect(other.requests.map(({ url }) => url)).toEqual(['/a.png?signature=s', '/a.mp4']);
  for (const request of other.requests) {
    expect(placesOfKey(request)).toEqual([]);
    expect(JSON.stringify(request.headers)).not.toMatch(/secret|cookie|runcrate/i);
  }
});
