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
  ['a key that is not a string', { apiKey: 42 }, /`apiKey` must begin with "rc_live_"/],
  ['an empty environment', { environment: '' }, /`environment` must be the name .*omit it/],
  ['an environment of spaces', { environment: '  ' }, /`environment` must be the name/],
  [
    'an environment with a line break',
    { environment: 'a\r\nb' },
    /`environment` must be the name .*without control characters/,
  ],
  ['an environment with a NUL', { environment: 'a\0' }, /`environment` must be the name .*without control characters/],
  ['an environment that is not a string', { environment: 5 }, /`environment` must be the name/],
  ['an invalid base URL', { baseUrl: 'runcrate' }, /`baseUrl` must be a URL such as "https:\/\/runcrate\.ai"/],
  ['an empty base URL', { baseUrl: '' }, /`baseUrl` must be a URL/],
  ['a base URL of another protocol', { baseUrl: 'ftp://a.b' }, /`baseUrl` must be a URL such as "https:/],
  ['a base URL with a query', { baseUrl: 'https://a.b/?x=1' }, /`baseUrl` .*without a query/],
  ['a base URL with a fragment', { baseUrl: 'https://a.b/#x' }, /`baseUrl` .*fragment/],
  ['a base URL with a password', { baseUrl: 'https://u:secret@a.b' }, /`baseUrl` .*without a user name or password/],
  ['an invalid inference URL', { inferenceUrl: 'x' }, /`inferenceUrl` must be a URL .*"https:\/\/api\.runcrate\.ai"/],
  ['a timeout that is NaN', { timeout: NaN }, /`timeout` must be a number of seconds/],
  ['a timeout that is a string', { timeout: '30' }, /`timeout` must be a number of seconds/],
  ['a negative timeout', { timeout: -1 }, /`timeout` must be more than 0 seconds, not -1/],
  ['a timeout of zero', { timeout: 0 }, /`timeout` must be more than 0 seconds/],
  ['a timeout in milliseconds', { timeout: 120_000 }, /`timeout` is in seconds.*milliseconds, pass 120\./],
  ['an infinite timeout', { timeout: Infinity }, /`timeout` is in seconds/],
  ['a negative number of retries', { maxRetries: -1 }, /`maxRetries` must be an integer, 0 or more/],
  ['half a retry', { maxRetries: 1.5 }, /`maxRetries` must be an integer/],
  ['infinite retries', { maxRetries: Infinity }, /`maxRetries` must be an integer/],
  ['a negative longest wait', { maxRetryAfter: -1 }, /`maxRetryAfter` must be at least 0 seconds/],
  ['a longest wait in milliseconds', { maxRetryAfter: 120_000 }, /`maxRetryAfter` is in seconds/],
  ['a log level that does not exist', { logLevel: 'verbose' }, /`logLevel` must be "off", "error", "warn"/],
  ['a fetch that is not a function', { fetch: {} }, /`fetch` must be a function/],
  ['headers as a Headers', { customHeaders: new Headers() }, /`customHeaders` must be a plain object/],
  ['a string for `localFiles`', { localFiles: 'false' }, /`localFiles` must be a boolean/],
  ['null for `localFiles`', { localFiles: null }, /`localFiles` must be a boolean/],
  ['null for `baseUrl`', { baseUrl: null }, /`baseUrl` must be a URL/],
  ['a misspelled option', { timeOut: 5 }, /new Runcrate\(\) has no option "timeOut"\. It takes apiKey, baseUrl/],
  ['an option that every object has', { constructor: 5 }, /has no option "constructor"/],
])('rejects %s with a message that names the option and the fix', (_, options, message) => {
  expect(() => resolve(options)).toThrow(message);
  expect(() => resolve(options)).toThrow(RuncrateError);
});

test.each([
  ['with a wrong prefix', 'sk-topsecret'],
  ['with a space', 'rc_live_topsecret x'],
  ['in quotes', '"rc_live_topsecret"'],
  ['as an array', ['topsecret']],
])('never quotes a rejected key %s', (_, apiKey) => {
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
  ['a string', 'rc_live_abc'],
  ['an array', []],
  ['null', null],
])('rejects %s in place of the options', (_, options) => {
  expect(() => resolveConfig(options as never, testServers, platformOf())).toThrow(
    'new Runcrate() takes an object of options.',
  );
});

test('an undefined option counts as omitted', () => {
  const none = { timeout: undefined, maxRetries: undefined, maxRetryAfter: undefined, environment: undefined };
  expect(resolve(none)).toMatchObject({ maxRetries: 3, maxRetryAfterMs: 60_000, environment: undefined });
});

test('the default timeout is 30 seconds for infrastructure and 120 for inference', () => {
  expect(resolve({}).servers).toMatchObject({
    infrastructure: { timeoutMs: 30_000 },
    inference: { timeoutMs: 120_000 },
  });
});

test('a timeout of the caller applies to both servers', () => {
  const { servers } = resolve({ timeout: 0.5 });
  expect(servers).toMatchObject({ infrastructure: { timeoutMs: 500 }, inference: { timeoutMs: 500 } });
});

test('accepts a timeout of a whole day', () => {
  expect(resolve({ timeout: 86_400 }).servers['inference']?.timeoutMs).toBe(86_400_000);
});

test('reads the key from the environment variable', async () => {
  const config = resolve(
    { apiKey: undefined },
    { environmentVariable: (name) => (name.endsWith('_KEY') ? `rc_live_${name}` : undefined) },
  );
  const headers = {};
  (
    await config.credentialsOf({ method: 'GET', path: '/', server: '', retry: 'safe', answer: { as: 'nothing' } })
  ).authorize(headers);
  expect(headers).toEqual({ authorization: 'Bearer rc_live_RUNCRATE_API_KEY' });
});

test('rejects a browser, and names the option that allows it', () => {
  expect(() => resolve({}, { isBrowser: true })).toThrow(/every visitor could read.*`dangerouslyAllowBrowser: true`/);
});

test('works in a browser with `dangerouslyAllowBrowser: true`', () => {
  expect(() => resolve({ dangerouslyAllowBrowser: true }, { isBrowser: true })).not.toThrow();
});

test('headers that are changed after the check are not sent', async () => {
  const customHeaders: Record<string, string> = { 'x-a': '1' };
  const { transport, requests } = observedTransport(() => Response.json({}), { customHeaders });
  customHeaders['x-a'] = '2';
  await transport.request(operationOf(), {});
  expect(requests[0]?.headers.get('x-a')).toBe('1');
});

test('a resolved config shows no key', () => {
  // The clock is that of the platform.
  const config = { ...resolve({}), clock: undefined };
  expect(inspect(config, { depth: 9, showHidden: true }) + JSON.stringify(config)).not.toContain(testKey);
});
