import { inspect } from 'node:util';
import { expect, test } from 'vitest';
import type { RuncrateOptions } from '../../../src/handwritten/core/options/client-options.js';
import { leveledLog, type Logger, type LogLevel } from '../../../src/handwritten/core/options/log.js';
import { observedTransport, operationOf, rejectionOf, testKey } from '../../helpers/observed-transport.js';

const levels = ['error', 'warn', 'info', 'debug'] as const;

function recorder() {
  const lines: unknown[][] = [];
  const logger = Object.fromEntries(
    levels.map((level) => [level, (...said: unknown[]) => void lines.push([level, ...said])]),
  ) as unknown as Logger;
  return { logger, lines };
}

test.each<readonly [LogLevel, readonly string[]]>([
  ['off', []],
  ['error', ['error']],
  ['warn', ['error', 'warn']],
  ['info', ['error', 'warn', 'info']],
  ['debug', ['error', 'warn', 'info', 'debug']],
])('the level %s enables %o', (level, expected) => {
  const { logger, lines } = recorder();
  const log = leveledLog(logger, level);
  for (const own of levels) log[own]?.(own);
  expect(lines.map(([own]) => own)).toEqual(expected);
});

async function logOf(respond: () => Response | Promise<Response>, options: RuncrateOptions = {}) {
  const { logger, lines } = recorder();
  const { transport } = observedTransport(respond, { logger, logLevel: 'debug', ...options });
  const operation = operationOf({ method: 'POST', body: { content: 'application/json', from: 'fields' } });
  await Promise.allSettled([transport.request(operation, { prompt: 'private words' }, { maxRetries: 0 })]);
  return lines;
}

test('logs one line a request at info: method, path, status, duration, attempt and request id', async () => {
  const lines = await logOf(() => Response.json({}, { headers: { 'x-request-id': 'r1' } }), { logLevel: 'info' });
  expect(lines).toEqual([
    ['info', expect.stringMatching(/^POST \/api\/v1\/things 200 in \d+ ms \(attempt 1, request r1\)$/)],
  ]);
});

test('logs one line for a request without a response', async () => {
  const lines = await logOf(() => Promise.reject(new TypeError('fetch failed')), { logLevel: 'info' });
  expect(lines).toEqual([['info', expect.stringMatching(/^POST \/api\/v1\/things lost in \d+ ms \(attempt 1\)$/)]]);
});

test('logs nothing by default about requests that succeed or fail', async () => {
  const levelOfDefault = { logLevel: undefined };
  expect(await logOf(() => Response.json({}), levelOfDefault)).toEqual([]);
  expect(await logOf(() => new Response('', { status: 500 }), levelOfDefault)).toEqual([]);
});

test.each([
  ['a response', () => Response.json({ text: 'private words' })],
  ['an error', () => new Response('private words', { status: 400 })],
])('neither key nor bodies of %s are logged, whatever the level', async (_, respond) => {
  const text = inspect(await logOf(respond), { depth: 9, showHidden: true });
  expect(text).not.toContain(testKey);
  expect(text).not.toContain('private words');
});

// An unhandled rejection would fail the run.
test.each<readonly [string, () => never]>([
  [
    'throws',
    () => {
      throw new Error('disk is full');
    },
  ],
  ['rejects', (() => Promise.reject(new Error('disk is full'))) as () => never],
])('a logger that %s does not lose a response that was billed', async (_, broken) => {
  const logger = { error: broken, warn: broken, info: broken, debug: broken };
  const { transport, requests } = observedTransport(() => Response.json({ id: 'a' }), { logger, logLevel: 'debug' });
  expect(await transport.request(operationOf({ retry: 'once' }), {})).toEqual({ id: 'a' });
  expect(requests).toHaveLength(1);
});

test.each([
  ['nothing', {}],
  ['a string', 'console'],
])('rejects %s in place of a logger when the client is created, not during a call', async (_, logger) => {
  expect(() => observedTransport(() => Response.json({}), { logger: logger as never })).toThrow(
    '`logger` must have the methods error, warn, info and debug, as `console` has.',
  );
});

test('a call that is rejected before it is sent is not logged', async () => {
  const { logger, lines } = recorder();
  const { transport } = observedTransport(() => Response.json({}), { logger, logLevel: 'debug' });
  await rejectionOf(transport.request(operationOf(), {}, { timeout: -1 }));
  expect(lines).toEqual([]);
});
