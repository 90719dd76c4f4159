import { expect, test } from 'vitest';
import { operationsById } from '../../../generated/cases.js';
import type { RuncrateOptions } from '../../../src/handwritten/core/options/client-options.js';
import { resolveServers, type ServerConfig } from '../../../src/handwritten/core/options/servers.js';
import { observedTransport, operationOf, platformOf, testServers } from '../../helpers/observed-transport.js';

function resolve(options: RuncrateOptions = {}, variables: Readonly<Record<string, string>> = {}) {
  const warnings: string[] = [];
  const log = {
    error: () => {},
    warn: (message: string) => void warnings.push(message),
    info: () => {},
    debug: () => {},
  };
  const platform = platformOf({ environmentVariable: (name) => variables[name] });
  const { infrastructure, inference } = resolveServers(options, testServers, platform, log);
  return { infrastructure: urlOf(infrastructure), inference: urlOf(inference), warnings };
}

const urlOf = (server: ServerConfig | undefined): string => `${server?.origin}${server?.pathname}`;

test('the servers are those of the document by default', () => {
  expect(resolve()).toMatchObject(testServers);
});

test.each([
  ['https://a.b', 'https://a.b/api/v1'],
  ['https://a.b/', 'https://a.b/api/v1'],
  ['https://a.b/api/v1', 'https://a.b/api/v1'],
  ['https://a.b/api/v1///', 'https://a.b/api/v1'],
  ['https://a.b/proxy', 'https://a.b/proxy/api/v1'],
  ['https://a.b/proxy/', 'https://a.b/proxy/api/v1'],
  ['https://a.b/proxy/api/v1', 'https://a.b/proxy/api/v1'],
  ['https://a.b/myapi/v1', 'https://a.b/myapi/v1/api/v1'],
  ['https://a.b:8443', 'https://a.b:8443/api/v1'],
  ['HTTPS://A.B', 'https://a.b/api/v1'],
])('`baseUrl` %s becomes %s', (baseUrl, expected) => {
  expect(resolve({ baseUrl }).infrastructure).toBe(expected);
});

test.each([
  ['https://a.b', 'https://a.b/v1'],
  ['https://a.b/v1/', 'https://a.b/v1'],
  ['https://a.b/openai/v1', 'https://a.b/openai/v1'],
  ['https://a.b/xv1', 'https://a.b/xv1/v1'],
])('`inferenceUrl` %s becomes %s', (inferenceUrl, expected) => {
  expect(resolve({ inferenceUrl }).inference).toBe(expected);
});

test.each([
  ...Object.values(operationsById)
    .filter(({ path }) => /^\/(chat|images|audio|videos|embeddings|models|instances|billing)\b[^{]*$/.test(path))
    .flatMap(({ path }) => [`https://a.b/v1${path}`, `https://a.b/proxy/v1${path}/`]),
  'https://a.b/v1/completions',
])('the URL of an endpoint, %s, is refused', (inferenceUrl) => {
  expect(() => resolve({ inferenceUrl })).toThrow('`inferenceUrl` is the URL of an endpoint: end it before ');
  expect(() => resolve({ baseUrl: inferenceUrl.replace('/v1', '/api/v1') })).toThrow(/^`baseUrl` is the URL of an end/);
});

test.each([
  ['https://a.b/gw/chat/completions', '/chat/completions'],
  ['https://a.b/chat/completions/', '/chat/completions'],
  ['https://a.b/openai/deployments/d/chat/completions', '/chat/completions'],
  ['https://a.b/openai/deployments/d/embeddings', '/embeddings'],
  ['https://a.b/gw/images/generations', '/images/generations'],
  ['https://a.b/gw/audio/transcriptions', '/audio/transcriptions'],
  ['https://a.b/api/v2/audio/speech', '/audio/speech'],
])('the URL of an endpoint without a version, %s, is refused', (inferenceUrl, endpoint) => {
  expect(() => resolve({ inferenceUrl })).toThrow(`is the URL of an endpoint: end it before "${endpoint}".`);
});

test.each([
  'https://a.b/v1/0123abcd/gateway/openai',
  'https://a.b/v1/openai',
  'https://a.b/models',
  'https://a.b/chat',
])('the URL of a gateway, %s, is none of an endpoint', (inferenceUrl) => {
  expect(resolve({ inferenceUrl }).inference).toBe(`${inferenceUrl}/v1`);
});

test.each([3600, 30_000])('warns about a timeout of %i seconds, which may be meant as milliseconds', (timeout) => {
  expect(resolve({ timeout }).warnings).toEqual([expect.stringMatching(/^`timeout` is in seconds/)]);
});

const variables = { RUNCRATE_BASE_URL: 'https://env.a', RUNCRATE_INFERENCE_URL: 'https://env.b' };

test('the URLs come from environment variables', () => {
  expect(resolve({}, variables)).toMatchObject({
    infrastructure: 'https://env.a/api/v1',
    inference: 'https://env.b/v1',
  });
});

test('an option overrides its environment variable', () => {
  expect(resolve({ baseUrl: 'https://a.b' }, variables).infrastructure).toBe('https://a.b/api/v1');
});

test('an empty environment variable counts as unset', () => {
  expect(resolve({}, { RUNCRATE_BASE_URL: '' }).infrastructure).toBe(testServers.infrastructure);
});

test('names the environment variable whose URL is invalid', () => {
  expect(() => resolve({}, { RUNCRATE_BASE_URL: 'nonsense' })).toThrow(/^RUNCRATE_BASE_URL must be a URL/);
});

test.each(['http://a.b', 'http://10.0.0.1:80', 'http://127.0.0.1.evil.com', 'http://localhost.evil.com'])(
  'warns that the key is sent unencrypted to %s',
  (baseUrl) => {
    expect(resolve({ baseUrl }).warnings).toEqual(['`baseUrl` is not https: the API key is sent unencrypted.']);
  },
);

test.each(['https://a.b', 'http://127.0.0.1:8080', 'http://localhost:4010', 'http://[::1]:80', 'http://api.localhost'])(
  'does not warn about %s',
  (baseUrl) => {
    expect(resolve({ baseUrl }).warnings).toEqual([]);
  },
);

test('each operation goes to its own server', async () => {
  const { transport, requests } = observedTransport(() => Response.json({}), {
    baseUrl: 'https://a.b/x',
    inferenceUrl: 'https://c.d',
  });
  await transport.request(operationOf({ server: 'infrastructure' }), {});
  await transport.request(operationOf({ server: 'inference' }), {});
  expect(requests.map(({ url }) => url.href)).toEqual(['https://a.b/x/api/v1/things', 'https://c.d/v1/things']);
});

test('an operation of an unknown server is rejected: the key is sent to configured servers only', async () => {
  const { transport, requests } = observedTransport(() => Response.json({}));
  const elsewhere = operationOf({ server: 'https://evil.example' });
  await expect(transport.request(elsewhere, {})).rejects.toThrow(/^The server ".*" of .* is unknown\. The client has /);
  expect(requests).toHaveLength(0);
});

test.each([
  ['baseUrl', 'https://api.runcrate.ai/v1', '`baseUrl` is the URL of the inference API. Pass it as `inferenceUrl`.'],
  ['inferenceUrl', 'https://runcrate.ai', '`inferenceUrl` is the URL of the infrastructure API. Pass it as `baseUrl`.'],
])('refuses the default URL of the other API as %s', (option, url, message) => {
  expect(() => resolve({ [option]: url })).toThrow(message);
});

test('refuses the default URL of the other API from an environment variable too', () => {
  const variables = { RUNCRATE_BASE_URL: 'https://api.runcrate.ai' };
  expect(() => resolve({}, variables)).toThrow('RUNCRATE_BASE_URL is the URL of the inference API.');
});
