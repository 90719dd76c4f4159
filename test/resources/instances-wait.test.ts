import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { RuncrateError, TimeoutError, type RuncrateOptions } from '../../src/index.node.js';
import { json, observedClient, type Observed } from '../helpers/observed-client.js';
import { rejectionOf } from '../helpers/observed-transport.js';

beforeEach(() => {
  vi.useFakeTimers();
  vi.spyOn(Math, 'random').mockReturnValue(0);
});

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

const id = 'i-1';
const ip = '203.0.113.7';

/** An instance that goes through the given states and stays in the last one. */
function instanceIn(states: readonly Readonly<Record<string, unknown>>[], options: RuncrateOptions = {}): Observed {
  return observedClient((_, index) => json({ data: { id, ...states[Math.min(index, states.length - 1)] } }), options);
}

async function settled<T>(promise: Promise<T>): Promise<T> {
  promise.catch(() => undefined);
  await vi.runAllTimersAsync();
  return promise;
}

test.each(['running', 'deployed', 'RUNNING', 'Deployed'])(
  'an instance that is %s and has an IP address is ready',
  async (status) => {
    const { client, requests } = instanceIn([{ status, ip }]);
    expect(await settled(client.instances.waitUntilReady(id))).toMatchObject({ id, status, ip });
    expect(requests.map(({ method, url }) => `${method} ${url.pathname}`)).toEqual([
      `GET /api/v1/instances/${id}/status`,
    ]);
  },
);

test.each<readonly [string, Readonly<Record<string, unknown>>]>([
  ['is running without an address', { status: 'running' }],
  ['is running with an address of null', { status: 'running', ip: null }],
  ['is running with an empty address', { status: 'running', ip: '' }],
  ['has an address but is deploying', { status: 'deploying', ip }],
  ['has an unknown status', { status: 'warming', ip }],
  ['has no status', { ip }],
  ['has a status of null', { status: null, ip }],
])('an instance that %s is polled again', async (_, state) => {
  const { client, requests } = instanceIn([state, { status: 'running', ip }]);
  await settled(client.instances.waitUntilReady(id));
  expect(requests).toHaveLength(2);
});

test.each(['failed', 'terminated', 'FAILED'])('the wait for an instance that is %s rejects', async (status) => {
  const { client, requests } = instanceIn([{ status: 'deploying' }, { status }]);
  const error = await rejectionOf(settled(client.instances.waitUntilReady(id)));
  expect(error).toBeInstanceOf(RuncrateError);
  expect((error as Error).message).toBe(
    `Instance ${id} has the status ${status.toLowerCase()} and will not become ready.`,
  );
  expect(requests).toHaveLength(2);
});

test.each([{ error: 'No capacity.' }, { error: { message: 'No capacity.' } }, { status_message: 'No capacity.' }])(
  'the wait for a failed instance rejects with the words of %j',
  async (words) => {
    const { client } = instanceIn([{ status: 'failed', ...words }]);
    await expect(settled(client.instances.waitUntilReady(id))).rejects.toThrow(
      `Instance ${id} has the status failed and will not become ready: No capacity.`,
    );
  },
);

test('after `maxWait` it rejects with a TimeoutError that says the instance is still billed', async () => {
  const { client, requests } = instanceIn([{ status: 'deploying' }]);
  const error = await rejectionOf(settled(client.instances.waitUntilReady(id, { maxWait: 12, pollInterval: 5000 })));
  expect(error).toBeInstanceOf(TimeoutError);
  expect(error).toMatchObject({
    message: `Instance ${id} was still deploying after 12 s.`,
    hint: `It still exists and is billed. Wait again, or call \`rc.instances.terminate("${id}")\`.`,
  });
  expect(requests).toHaveLength(4);
});

test('`onStatus` is called with every state, from the first on', async () => {
  const { client } = instanceIn([{ status: 'creating' }, { status: 'deploying' }, { status: 'running', ip }]);
  const seen: string[] = [];
  await settled(client.instances.waitUntilReady(id, { onStatus: ({ status }) => seen.push(status) }));
  expect(seen).toEqual(['creating', 'deploying', 'running']);
});

test('every status request has the environment', async () => {
  const { client, requests } = instanceIn([{ status: 'creating' }, { status: 'running', ip }]);
  await settled(client.instances.waitUntilReady(id, { environment: 'staging' }));
  expect(requests.map(({ url }) => url.searchParams.get('environment'))).toEqual(['staging', 'staging']);
});

test('an abort rejects with its reason at once', async () => {
  const { client, requests } = instanceIn([{ status: 'creating' }]);
  const controller = new AbortController();
  const reason = { stop: 'enough' };
  const rejection = rejectionOf(client.instances.waitUntilReady(id, { signal: controller.signal }));
  await vi.advanceTimersByTimeAsync(2000);
  controller.abort(reason);
  expect(await rejection).toBe(reason);
  expect(requests).toHaveLength(1);
  expect(vi.getTimerCount()).toBe(0);
});

test.each([{ pollInterval: 0 }, { maxWait: 0 }, { onStatus: 'a' as never }, { pollEvery: 1 }])(
  'the options %j are rejected before a request is sent',
  async (options) => {
    const { client, requests } = instanceIn([{ status: 'running', ip }]);
    expect(await rejectionOf(client.instances.waitUntilReady(id, options))).toBeInstanceOf(RuncrateError);
    expect(requests).toHaveLength(0);
  },
);
