import events from 'node:events';
import { inspect } from 'node:util';
import { expect, test } from 'vitest';
import Default, { ApiError, Page, PaginatedResponse, Runcrate } from '../src/index.node.js';
import * as webEntry from '../src/index.js';
import * as nodeEntry from '../src/index.node.js';
import { observedClient, TEST_API_KEY } from './helpers/observed-client.js';
import { observedFetch } from './helpers/observed-fetch.js';

test('many concurrent calls on one signal cause no leak warning of Node, and a limit of the caller is kept', async () => {
  const warnings: string[] = [];
  const listen = ({ name }: Error): void => void warnings.push(name);
  process.on('warning', listen);
  const { client } = observedClient(() => Response.json({ data: [] }));
  const [{ signal }, own] = [new AbortController(), new AbortController()];
  events.setMaxListeners(5, own.signal);
  await Promise.all(Array.from({ length: 20 }, () => client.instances.list({}, { signal })));
  await client.instances.list({}, { signal: own.signal });
  await new Promise(setImmediate);
  process.off('warning', listen);
  expect([warnings, events.getMaxListeners(own.signal)]).toEqual([[], 5]);
});

test('withOptions() returns a new client with some options changed', async () => {
  const { client, requests } = observedClient(() => Response.json({ data: [] }), { environment: 'prod' });
  await client.withOptions({ environment: 'dev' }).instances.list();
  expect(requests[0]?.url.searchParams.get('environment')).toBe('dev');
});

test('withOptions() keeps the other options, and does not change the client that it is called on', async () => {
  const { client, requests } = observedClient(() => Response.json({ data: [] }), { environment: 'prod' });
  const changed = client.withOptions({ timeout: 5 });
  await changed.instances.list();
  await client.instances.list();
  expect(requests.map(({ url }) => url.searchParams.get('environment'))).toEqual(['prod', 'prod']);
  expect(changed).not.toBe(client);
});

test('withOptions() keeps an option that is undefined: another environment or server would be called', async () => {
  const { client, requests } = observedClient(() => Response.json({ data: [] }), { environment: 'prod' });
  await client.withOptions({ environment: undefined, baseUrl: undefined }).instances.list();
  expect(requests[0]?.url.searchParams.get('environment')).toBe('prod');
});

test('withOptions() checks its options', () => {
  const { client } = observedClient();
  expect(() => client.withOptions({ timeout: -1 })).toThrow(/`timeout` must be more than 0/);
});

test('withOptions() of a subclass returns that subclass', () => {
  class Mine extends Runcrate {}
  expect(new Mine({ apiKey: TEST_API_KEY }).withOptions({})).toBeInstanceOf(Mine);
});

test('closing a client does not close one that was created from it', async () => {
  const { client } = observedClient(() => Response.json({ data: [] }));
  const other = client.withOptions({});
  await client[Symbol.asyncDispose]();
  await expect(client.instances.list()).rejects.toThrow(/This client is closed/);
  expect(await other.instances.list()).toEqual([]);
});

test('the end of an `await using` block aborts calls in flight', async () => {
  let called: Promise<unknown>;
  {
    const { fetch } = observedFetch(() => new Promise<never>(() => {}));
    await using rc = new Runcrate({ apiKey: TEST_API_KEY, fetch });
    called = rc.billing.getBalance();
    called.catch(() => undefined);
  }
  await expect(called).rejects.toThrow(/This client is closed/);
});

test.each([
  ['inspect', (client: Runcrate) => inspect(client, { depth: 9, showHidden: true })],
  ['JSON', (client: Runcrate) => JSON.stringify(client)],
  ['its fields', (client: Runcrate) => inspect(Object.entries(client), { depth: 9, showHidden: true })],
  ['a resource', (client: Runcrate) => inspect(client.models, { depth: 9, showHidden: true })],
])('%s shows no key', (_, show) => {
  const { client } = observedClient();
  expect(show(client)).not.toContain(TEST_API_KEY);
});

test('methods reject; they never throw', async () => {
  const { client } = observedClient();
  const call = client.instances.get('..');
  await expect(call).rejects.toThrow('Path parameter "id" of /instances/{id} must not be "..".');
});

test('both entries export the same names', () => {
  expect(Object.keys(webEntry).sort()).toEqual(Object.keys(nodeEntry).sort());
});

test('the exports of the published SDK are still there', () => {
  expect([Default, PaginatedResponse]).toEqual([Runcrate, Page]);
});

test('the error of a call is one of the exported classes', async () => {
  const { client } = observedClient(() =>
    Response.json({ error: { code: 'not_found', message: 'No.' } }, { status: 404 }),
  );
  await expect(client.instances.get('a')).rejects.toBeInstanceOf(ApiError);
});

test('a chat with `stream` returns a stream, and one without returns the completion', async () => {
  const { client } = observedClient();
  const params = { model: 'm', messages: [{ role: 'user', content: 'Hi' }] } as const;
  const stream = await client.models.chatCompletion({ ...params, stream: true });
  expect(await stream.finalCompletion()).toMatchObject({ object: 'chat.completion' });
  expect(await client.models.chatCompletion(params)).toHaveProperty('choices');
});

test('`extraQuery` and `extraBody` of a call keep their names: a future field can be sent today', async () => {
  const { client, requests } = observedClient();
  const options = { extraQuery: { dryRun: true }, extraBody: { newField: { camelCase: 1 }, other_field: null } };
  await client.models.chatCompletion({ model: 'a', messages: [], maxTokens: 1 }, options);
  expect(requests[0]?.url.search).toBe('?dryRun=true');
  expect(requests[0]?.json).toEqual({
    model: 'a',
    messages: [],
    max_tokens: 1,
    newField: { camelCase: 1 },
    other_field: null,
  });
});

test('a client of `withOptions()` calls the same function for its key', async () => {
  const { client, requests } = observedClient(undefined, { apiKey: () => Promise.resolve('rc_live_turned00000000') });
  await client.withOptions({ timeout: 5 }).models.list();
  expect(requests[0]?.headers.get('authorization')).toBe('Bearer rc_live_turned00000000');
});
