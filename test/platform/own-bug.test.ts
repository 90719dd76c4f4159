import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { observedTransport, operationOf, rejectionOf } from '../helpers/observed-transport.js';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const absent = undefined as unknown as { readonly foo: string; readonly fetch: string };
const assertion = Object.assign(new Error('expected 1 to be 2'), { name: 'AssertionError' });

type Bug = readonly [what: string, bug: () => unknown];

const bugs: readonly Bug[] = [
  ['reads a field of undefined', () => absent.foo],
  ['reads `fetch` of undefined', () => absent.fetch],
  ['calls what is no function', () => (Response.json as unknown as { fetch: () => unknown }).fetch()],
  ['destructures null', () => (({ foo }: typeof absent) => foo)(null as never)],
  ['spreads what is not iterable', () => new Set(5 as never)],
  ['makes JSON of a BigInt', () => JSON.stringify(5n)],
  [
    'has a name that is not defined',
    () => (globalThis as unknown as { eval: (text: string) => unknown }).eval('nowhere'),
  ],
  ['makes an array of no length', () => new Uint8Array(-1)],
  ['fails an assertion', () => assertion],
];

/** A bug throws, or returns its error. */
const broken = (bug: () => unknown) => async (): Promise<never> => {
  throw bug();
};

test.each(bugs)('a `fetch` that %s is called once, and its own error is named', async (_, bug) => {
  const warn = vi.fn();
  const logger = { ...console, warn };
  const { transport, requests } = observedTransport(broken(bug), { logger, logLevel: 'warn' });
  const failed = rejectionOf(transport.request(operationOf({ method: 'POST', retry: 'paid' }), {}));
  await vi.runAllTimersAsync();
  const error = (await failed) as Error;
  const { name, message } = error.cause as Error;
  expect(error).toMatchObject({ name: 'RuncrateError', outcomeUnknown: true });
  expect(error.message).toContain(`\`fetch\` threw ${name}: ${message.replace(/\.$/, '')}.`);
  expect(requests).toHaveLength(1);
  expect(warn).not.toHaveBeenCalled();
});

test.each([
  ['Node', new TypeError('fetch failed', { cause: new Error('read ECONNRESET') })],
  ['Node, with no cause', new TypeError('fetch failed')],
  ['a broken body', new TypeError('terminated')],
  ['Chrome', new TypeError('Failed to fetch')],
  ['Firefox', new TypeError('NetworkError when attempting to fetch resource.')],
  ['Safari', new TypeError('Load failed')],
  ['Safari, with words', new TypeError('The network connection was lost.')],
  ['React Native', new TypeError('Network request failed')],
  ['Deno', new TypeError('error sending request for url (https://a.b/)')],
  ['a socket', Object.assign(new TypeError('no'), { code: 'ECONNRESET' })],
  ['a plain error', new Error('Cannot read properties of undefined')],
])('the lost connection of %s is retried', async (_, cause) => {
  const { transport, requests } = observedTransport(() => Promise.reject(cause), { maxRetries: 1 });
  const failed = rejectionOf(transport.request(operationOf(), {}));
  await vi.runAllTimersAsync();
  expect(await failed).toMatchObject({ name: 'ConnectionError', cause });
  expect(requests).toHaveLength(2);
});
