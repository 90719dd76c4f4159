import { afterEach, expect, test, vi } from 'vitest';
import { Runcrate, type Logger, type LogLevel } from '../../src/index.node.js';
import { useFastClock } from '../helpers/fast-clock.js';
import { faultCalls, gridOf } from '../helpers/fault-calls.js';
import { useFaultServer } from '../helpers/fault-server.js';
import { answer, cutBeforeAnswer, loopbackServer, type Reply } from '../helpers/loopback-server.js';
import { clientOf } from './fault.js';

const server = useFaultServer();
useFastClock();
afterEach(() => void vi.restoreAllMocks());

type Line = readonly [level: string, ...said: unknown[]];

function recorder(): { readonly logger: Logger; readonly lines: Line[] } {
  const lines: Line[] = [];
  const at =
    (level: string) =>
    (...said: unknown[]) =>
      void lines.push([level, ...said]);
  return { logger: { error: at('error'), warn: at('warn'), info: at('info'), debug: at('debug') }, lines };
}

async function logOf(
  replies: readonly Reply[],
  logLevel: LogLevel | undefined,
  call: (client: Runcrate) => Promise<unknown>,
): Promise<readonly Line[]> {
  server.play((index) => replies[index] ?? answer({ body: { data: [], choices: [] } }));
  const { logger, lines } = recorder();
  const customHeaders = { 'X-Team': 'research', 'X-Proxy-Token': 'secret', Cookie: 'secret', 'X-Api-Key': 'secret' };
  await Promise.allSettled([call(clientOf(server.url, { logger, logLevel, customHeaders }))]);
  return lines;
}

const chat = (client: Runcrate) =>
  client.models.chatCompletion({ model: 'a', messages: [{ role: 'user', content: 'private words' }] });
const refused = answer({
  status: 429,
  headers: { 'retry-after': '0', 'x-request-id': 'r1' },
  body: { error: 'private words' },
});

test.each(gridOf(faultCalls, [{ name: 'each attempt' }]))(
  '%s logs one line at info for %s',
  async (_, __, ___, { call, operation }) => {
    const lines = await logOf([refused], 'info', (client) => call(client, { maxRetries: 1 }));
    expect(lines.map(([level]) => level)).toEqual(['info', 'info']);
    expect(lines[0]?.[1]).toMatch(new RegExp(`^${operation.method} /\\S+ 429 in \\d+ ms \\(attempt 1, request r1\\)$`));
    expect(lines[1]?.[1]).toMatch(/ 200 in \d+ ms \(attempt 2\)$/);
  },
);

test('headers are logged at debug, with secrets hidden, and bodies never', async () => {
  const cookie = { 'set-cookie': 'secret', 'x-request-id': 'r1', location: 'https://x.example/a?token=secret' };
  const lines = await logOf([answer({ status: 400, headers: cookie, body: 'private words' })], 'debug', chat);
  const [sent, info, received] = lines;
  expect(sent).toEqual([
    'debug',
    'POST /v1/chat/completions is sent (attempt 1)',
    expect.objectContaining({
      'x-team': 'research',
      'x-proxy-token': '(hidden)',
      cookie: '(hidden)',
      'x-api-key': '(hidden)',
      accept: 'application/json',
    }),
  ]);
  expect(info?.[0]).toBe('info');
  expect(received?.[2]).toMatchObject({
    'set-cookie': '(hidden)',
    'x-request-id': 'r1',
    location: 'https://x.example/a?…',
  });
  expect(JSON.stringify(lines)).not.toMatch(/secret|private words|rc_live_/);
});

test('the idempotency key is logged at debug, so that the call can be found', async () => {
  const create = (client: Runcrate) => client.environments.create({ name: 'a' }, { idempotencyKey: 'mine' });
  expect((await logOf([], 'debug', create))[0]?.[2]).toMatchObject({ 'idempotency-key': 'mine' });
});

test('a retry delay is logged at debug', async () => {
  const lines = await logOf([answer({ status: 429, headers: { 'retry-after': '2' } })], 'debug', chat);
  expect(lines).toContainEqual(['debug', 'POST /v1/chat/completions is retried in 2000 ms']);
});

/** The lines of a chat over a connection of its own, the first on it or the second. */
async function logOfLoss(isReused: boolean, logLevel: LogLevel, lose: Reply): Promise<readonly Line[]> {
  const good = answer({ body: { choices: [] } });
  await using own = await loopbackServer(isReused ? [good, lose, good] : [lose, good]);
  const { logger, lines } = recorder();
  const client = clientOf(own.url, { logger, logLevel });
  if (isReused) await chat(client);
  // By then undici has the connection back.
  await new Promise(setImmediate);
  lines.length = 0;
  await chat(client);
  expect(own.requests).toHaveLength(isReused ? 3 : 2);
  return lines.filter(([, text]) => /retried, /.test(String(text)));
}

test('by default a retry that may be billed twice logs a warning, since its success would not show it', async () => {
  expect(await logOfLoss(false, 'warn', cutBeforeAnswer())).toEqual([
    ['warn', 'POST /v1/chat/completions is retried, although it may already have been carried out, and billed.'],
  ]);
});

test('a kept connection that is closed as the request arrives logs at info what is known, and no warning', async () => {
  expect(await logOfLoss(true, 'info', cutBeforeAnswer())).toEqual([
    ['info', 'POST /v1/chat/completions is retried, as the server closed an idle connection, most likely unread.'],
  ]);
});

test('a kept connection that is closed a second after the request logs the warning: the server had begun', async () => {
  const cutLate: Reply = (request, response) => {
    const now = Date.now;
    vi.spyOn(Date, 'now').mockImplementation(() => now() + 1000);
    return cutBeforeAnswer()(request, response);
  };
  expect(await logOfLoss(true, 'info', cutLate)).toEqual([['warn', expect.stringMatching(/although it may already/)]]);
});

test.each(gridOf(faultCalls, [{ name: 'a 429 and a success' }]))(
  '%s logs nothing about %s by default',
  async (_, __, ___, { call }) => {
    expect(await logOf([refused], undefined, (client) => call(client))).toEqual([]);
  },
);

test('a warning of the constructor is sent to the logger too', () => {
  const { logger, lines } = recorder();
  expect(new Runcrate({ apiKey: 'rc_live_a', baseUrl: 'http://api.example', logger })).toBeInstanceOf(Runcrate);
  expect(lines).toEqual([['warn', '`baseUrl` is not https: the API key is sent unencrypted.']]);
});
