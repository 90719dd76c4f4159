import { expect, test } from 'vitest';
import { HttpTransport } from '../../src/handwritten/core/transport/transport.js';
import { resolveConfig } from '../../src/handwritten/core/options/config.js';
import { nodePlatform } from '../../src/handwritten/platform/node.js';
import { RuncrateError } from '../../src/index.node.js';
import { servers } from '../../generated/operations.js';
import { faultCalls, gridOf, type FaultCall } from '../helpers/fault-calls.js';
import { useFaultServer } from '../helpers/fault-server.js';
import { answer } from '../helpers/loopback-server.js';
import { TEST_API_KEY } from '../helpers/observed-client.js';
import { clientOf } from './fault.js';

const server = useFaultServer();

const ids = [
  '',
  ' ',
  '\u00a0',
  '.',
  '..',
  '%2e',
  '%2E%2e',
  '%252e%252e',
  '.%2e',
  '../..',
  '..\\..',
  '../ssh-keys/a',
  'a/b',
  'a%2Fb',
  'a\\b',
  '/',
  '//evil.example/',
  '?limit=1',
  'a#b',
  'a;b',
  'a:b@c',
  'é',
  '\u{1f600}',
  '\uff0e\uff0e',
  'a\r\nX-Evil: 1',
  'a\tb',
  '\0',
  '\ud800',
  '{id}',
  '__proto__',
  'x'.repeat(2000),
].map((id) => ({ name: id.length > 100 ? 'a long id' : JSON.stringify(id), id }));

const pathNames = ({ operation }: FaultCall): readonly string[] =>
  (operation.parameters ?? []).filter((parameter) => parameter.in === 'path').map(({ name }) => name);

/** A call of the transport below the typed methods, with its arguments by name. */
function send({ operation, example }: FaultCall, changes: Readonly<Record<string, unknown>>): Promise<unknown> {
  const options = {
    apiKey: TEST_API_KEY,
    baseUrl: server.url,
    inferenceUrl: server.url,
    maxRetries: 0,
    logLevel: 'off',
  } as const;
  const transport = new HttpTransport(resolveConfig(options, servers, nodePlatform), nodePlatform);
  return transport.request(operation, { ...example.args, ...changes } as never);
}

test.each(
  gridOf(
    faultCalls.filter((subject) => pathNames(subject).length > 0),
    ids,
  ),
)('%s with the id %s is sent to its own endpoint or not at all', async (_, __, { id }, subject) => {
  const requests = server.play(() => answer({ body: { data: {} } }));
  const changes = Object.fromEntries(pathNames(subject).map((name) => [name, id]));
  const [outcome] = await Promise.allSettled([send(subject, changes)]);
  if (requests.length === 0) {
    expect((outcome as PromiseRejectedResult).reason).toBeInstanceOf(RuncrateError);
    return;
  }
  const { url, headers } = requests[0]!;
  const segments = new URL(url, server.url).pathname.split('/');
  const template = (new URL(servers[subject.operation.server as 'inference']).pathname + subject.operation.path).split(
    '/',
  );
  expect(segments.map((segment, index) => (template[index]?.startsWith('{') ? '{}' : segment))).toEqual(
    template.map((segment) => (segment.startsWith('{') ? '{}' : segment)),
  );
  expect(segments.filter((__, index) => template[index]?.startsWith('{')).map(decodeURIComponent)).toEqual(
    pathNames(subject).map(() => id),
  );
  expect(headers).not.toHaveProperty('x-evil');
});

const evil = 'a\r\nX-Evil: 1';
const injections = [
  { name: 'a header', options: { headers: { 'x-a': evil } } },
  { name: 'the name of a header', options: { headers: { [evil]: 'a' } } },
  { name: 'the idempotency key', options: { idempotencyKey: evil } },
  { name: 'the authorization', options: { headers: { Authorization: 'Bearer other' } } },
  { name: 'the host', options: { headers: { host: 'evil.example' } } },
];

test.each(gridOf(faultCalls, injections))('%s rejects an injection in %s', async (_, __, { options }, { call }) => {
  const requests = server.play(() => answer());
  const [outcome] = await Promise.allSettled([call(clientOf(server.url), options)]);
  expect((outcome as PromiseRejectedResult).reason).toBeInstanceOf(RuncrateError);
  expect(requests).toHaveLength(0);
});

const scoped = faultCalls.filter(({ operation }) => operation.scoped);
const environments = ['', ' ', evil, 'a\0', '\ud800', 'ümlaut', 'a b', 'a&limit=1', 'x'.repeat(300)].map(
  (environment) => ({
    name: environment.length > 100 ? 'a long name' : JSON.stringify(environment),
    environment,
  }),
);

test.each(gridOf(scoped, environments))(
  '%s is sent in the environment %s or not at all',
  async (_, __, { environment }, { call }) => {
    const requests = server.play(() => answer({ body: { data: [] } }));
    const [outcome] = await Promise.allSettled([call(clientOf(server.url), { environment })]);
    if (requests.length === 0) {
      expect((outcome as PromiseRejectedResult).reason).toBeInstanceOf(RuncrateError);
      return;
    }
    const { url, headers } = requests[0]!;
    const named = new URL(url, server.url).searchParams.getAll('environment');
    expect([named, headers['x-environment'] ?? environment]).toEqual([[environment], environment]);
  },
);
