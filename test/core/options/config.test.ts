import { inspect } from 'node:util';
import { expect, test } from 'vitest';
import { resolveConfig } from '../../../src/handwritten/core/options/config.js';
import type { RuncrateOptions } from '../../../src/handwritten/core/options/client-options.js';
import { RuncrateError } from '../../../src/handwritten/core/errors/errors.js';
import type { Platform } from '../../../src/handwritten/platform/platform.js';
import { operationOf, observedTransport, platformOf, testKey, testServers } from '../../helpers/observed-transport.js';

const resolve = (options: unknown, platform: Partial<Platform> = {}) =>
  resolveConfig(
    { apiKey: testKey, logLevel: 'off', ...(options as RuncrateOptions) },
    testServers,
    platformOf(platform),
  );

type Row = readonly [mistake: string, options: Readonly<Record<string, unknown>>, message: RegExp];

test.each<Row>([
  ['no key', { apiKey: undefined }, /No API key\. Pass `apiKey` or set RUNCRATE_API_KEY/],
  ['an empty key', { apiKey: '' }, /No API key\. Pass `apiKey` or set RUNCRATE_API_KEY/],
  ['a key with a wrong prefix', { apiKey: 'sk-secret' }, /`apiKey` must begin with "rc_live_"/],
  ['a key that is only the prefix', { apiKey: 'rc_live_' }, /`apiKey` .*Copy the whole key/],
  ['a key with a line break', { apiKey: 'rc_live_secret\n' }, /`apiKey` .*line break.*Copy the whole key/],
  ['a key that is no text', { apiKey: 42 }, /`apiKey` must begin with "rc_live_"/],
  ['an empty environment', { environment: '' }, /`environment` must be the name .*leave it out/],
  ['an environment of spaces', { environment: '  ' }, /`environment` must be the name/],
  [
    'an environment with a line break',
    { environment: 'a\r\nb' },
    /`environment` must be the name .*without control characters/,
  ],
  ['an environment with a NUL', { environment: 'a\0' }, /`environment` must be the name .*without control characters/],
  ['an environment that is no text', { environment: 5 }, /`environment` must be the name/],
  ['a base URL that is none', { baseUrl: 'runcrate' }, /`baseUrl` must be a URL such as "https:\/\/runcrate\.ai"/],
  ['an empty base URL', { baseUrl: '' }, /`baseUrl` must be a URL/],
  ['a base URL of another protocol', { baseUrl: 'ftp://a.b' }, /`baseUrl` must be a URL such as "https:/],
  ['a base URL with a query', { baseUrl: 'https://a.b/?x=1' }, /`baseUrl` .*without a query/],
  ['a base URL with a fragment', { baseUrl: 'https://a.b/#x' }, /`baseUrl` .*fragment/],
  ['a base URL with a password', { baseUrl: 'https://u:secret@a.b' }, /`baseUrl` .*without a user name or password/],
  [
    'an inference URL that is none',
    { inferenceUrl: 'x' },
    /`inferenceUrl` must be a URL .*"https:\/\/api\.runcrate\.ai"/,
  ],
  ['a timeout that is NaN', { timeout: NaN }, /`timeout` must be a number of seconds/],
  ['a timeout that is a text', { timeout: '30' }, /`timeout` must be a number of seconds/],
  ['a negative timeout', { timeout: -1 }, /`timeout` must be more than 0 seconds, not -1/],
  ['a timeout of nothing', { timeout: 0 }, /`timeout` must be more than 0 seconds/],
  ['a timeout in milliseconds', { timeout: 120_000 }, /`timeout` is in seconds.*milliseconds, pass 120\./],
  ['a timeout without end', { timeout: Infinity }, /`timeout` is in seconds/],
  ['a negative number of retries', { maxRetries: -1 }, /`maxRetries` must be a whole number, 0 or more/],
  ['half a retry', { maxRetries: 1.5 }, /`maxRetries` must be a whole number/],
  ['endless retries', { maxRetries: Infinity }, /`maxRetries` must be a whole number/],
  ['a negative longest wait', { maxRetryAfter: -1 }, /`maxRetryAfter` must be at least 0 seconds/],
  ['a longest wait in milliseconds', { maxRetryAfter: 120_000 }, /`maxRetryAfter` is in seconds/],
  ['a log level that does not exist', { logLevel: 'verbose' }, /`logLevel` must be "off", "error", "warn"/],
  ['a fetch that is no function', { fetch: {} }, /`fetch` must be a function/],
  ['headers as a Headers', { customHeaders: new Headers() }, /`customHeaders` must be a plain object/],
  ['a text that opens files', { localFiles: 'false' }, /`localFiles` must be a boolean/],
  ['null, which opens files', { localFiles: null }, /`localFiles` must be a boolean/],
  ['null, which is no base URL', { baseUrl: null }, /`baseUrl` must be a URL/],
  ['a misspelt option', { timeOut: 5 }, /new Runcrate\(\) has no option "timeOut"\. It takes apiKey, baseUrl/],
  ['an option that every object has', { constructor: 5 }, /has no option "constructor"/],
])('refuses %s in one sentence that names the option and the fix', (_, options, message) => {
  expect(() => resolve(options)).toThrow(message);
  expect(() => resolve(options)).toThrow(RuncrateError);
});

test.each([
  ['with a wrong prefix', 'sk-topsecret'],
  ['with a space', 'rc_live_topsecret x'],
  ['in quotes', '"rc_live_topsecret"'],
  ['as a list', ['topsecret']],
])('never repeats a key %s that it refuses', (_, apiKey) => {
  let error: unknown;
  try {
    resolve({ apiKey });
  } catch (thrown) {
    error = thrown;
  }
  expect(error).toBeInstanceOf(RuncrateError);
  expect(inspect(error, { showHidden: true }) + JSON.stringify(error)).not.toContain('topsecret');
});

test.each([
  ['a text', 'rc_live_abc'],
  ['a list', []],
  ['null', null],
])('refuses %s in place of the options', (_, options) => {
  expect(() => resolveConfig(options as never, testServers, platformOf())).toThrow(
    'new Runcrate() takes an object of options.',
  );
});

test('an option that is undefined is as good as left out', () => {
  const none = { timeout: undefined, maxRetries: undefined, maxRetryAfter: undefined, environment: undefined };
  expect(resolve(none)).toMatchObject({ maxRetries: 3, maxRetryAfterMs: 60_000, environment: undefined });
});

test('waits 30 seconds for infrastructure and 120 for inference by default', () => {
  expect(resolve({}).servers).toMatchObject({
    infrastructure: { timeoutMs: 30_000 },
    inference: { timeoutMs: 120_000 },
  });
});

test('a timeout that the caller gives holds for both servers', () => {
  const { servers } = resolve({ timeout: 0.5 });
  expect(servers).toMatchObject({ infrastructure: { timeoutMs: 500 }, inference: { timeoutMs: 500 } });
});

test('accepts a timeout of a whole day', () => {
  expect(resolve({ timeout: 86_400 }).servers['inference']?.timeoutMs).toBe(86_400_000);
});

test('takes the key from the environment variable', async () => {
  const config = resolve(
    { apiKey: undefined },
    { environmentVariable: (name) => (name.endsWith('_KEY') ? `rc_live_${name}` : undefined) },
  );
  expect(await config.apiKey()).toBe('rc_live_RUNCRATE_API_KEY');
});

test('refuses a web page, and says how to insist', () => {
  expect(() => resolve({}, { isBrowser: true })).toThrow(/every visitor could read.*`dangerouslyAllowBrowser: true`/);
});

test('works in a web page whose author insists', () => {
  expect(() => resolve({ dangerouslyAllowBrowser: true }, { isBrowser: true })).not.toThrow();
});

test('headers that are changed later, and so are unchecked, are not sent', async () => {
  const customHeaders: Record<string, string> = { 'x-a': '1' };
  const { transport, requests } = observedTransport(() => Response.json({}), { customHeaders });
  customHeaders['x-a'] = '2';
  await transport.request(operationOf(), {});
  expect(requests[0]?.headers.get('x-a')).toBe('1');
});

test('a resolved config shows no key', () => {
  expect(inspect(resolve({}), { depth: 9, showHidden: true }) + JSON.stringify(resolve({}))).not.toContain(testKey);
});
