import { expect, test } from 'vitest';
import { Runcrate, type Logger, type LogLevel } from '../../src/index.node.js';
import { useFastClock } from '../helpers/fast-clock.js';
import { faultCalls, gridOf } from '../helpers/fault-calls.js';
import { useFaultServer } from '../helpers/fault-server.js';
import { answer, cutBeforeAnswer, type Reply } from '../helpers/loopback-server.js';
import { clientOf } from './fault.js';

const server = useFaultServer();
useFastClock();

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

test('by default a retry that may be billed twice logs a warning, since its success would not show it', async () => {
  const lines = await logOf([cutBeforeAnswer()], undefined, chat);
  expect(lines).toEqual([
    ['warn', 'POST /v1/chat/completions is retried, although it may already have been carried out, and billed.'],
  ]);
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
