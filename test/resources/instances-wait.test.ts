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

/** An instance that is in one state after the other; the last one stays. */
function instanceIn(states: readonly Readonly<Record<string, unknown>>[], options: RuncrateOptions = {}): Observed {
  return observedClient((_, index) => json({ data: { id, ...states[Math.min(index, states.length - 1)] } }), options);
}

async function settled<T>(promise: Promise<T>): Promise<T> {
  promise.catch(() => undefined);
  await vi.runAllTimersAsync();
  return promise;
}

test.each(['running', 'deployed', 'RUNNING', 'Deployed'])(
  'an instance that is %s and has an address is ready',
  async (status) => {
    const { client, requests } = instanceIn([{ status, ip }]);
    expect(await settled(client.instances.waitUntilReady(id))).toMatchObject({ id, status, ip });
    expect(requests.map(({ method, url }) => `${method} ${url.pathname}`)).toEqual([
      `GET /api/v1/instances/${id}/status`,
    ]);
  },
);

test.each<readonly [string, Readonly<Record<string, unknown>>]>([
  ['runs without an address', { status: 'running' }],
  ['runs with an address that is null', { status: 'running', ip: null }],
  ['runs with an empty address', { status: 'running', ip: '' }],
  ['has an address but is deploying', { status: 'deploying', ip }],
  ['is in a state that is not known', { status: 'warming', ip }],
  ['is in no state', { ip }],
  ['is in a state that is null', { status: null, ip }],
])('an instance that %s is waited for', async (_, state) => {
  const { client, requests } = instanceIn([state, { status: 'running', ip }]);
  await settled(client.instances.waitUntilReady(id));
  expect(requests).toHaveLength(2);
});

test.each(['failed', 'terminated', 'FAILED'])('an instance that is %s will not become ready', async (status) => {
  const { client, requests } = instanceIn([{ status: 'deploying' }, { status }]);
  const error = await rejectionOf(settled(client.instances.waitUntilReady(id)));
  expect(error).toBeInstanceOf(RuncrateError);
  expect((error as Error).message).toBe(`Instance ${id} is ${status.toLowerCase()}: it will not become ready.`);
  expect(requests).toHaveLength(2);
});

test('a wait that is over is a TimeoutError that says the machine goes on costing', async () => {
  const { client, requests } = instanceIn([{ status: 'deploying' }]);
  const error = await rejectionOf(settled(client.instances.waitUntilReady(id, { maxWait: 12, pollInterval: 5000 })));
  expect(error).toBeInstanceOf(TimeoutError);
  expect(error).toMatchObject({
    message: `Instance ${id} was still deploying after 12 s.`,
    hint: `It goes on, and goes on costing: wait again, or call \`rc.instances.terminate("${id}")\`.`,
  });
  expect(requests).toHaveLength(4);
});

test('`onStatus` hears every state from the first', async () => {
  const { client } = instanceIn([{ status: 'creating' }, { status: 'deploying' }, { status: 'running', ip }]);
  const heard: string[] = [];
  await settled(client.instances.waitUntilReady(id, { onStatus: ({ status }) => heard.push(status) }));
  expect(heard).toEqual(['creating', 'deploying', 'running']);
});

test('the environment goes along with every look', async () => {
  const { client, requests } = instanceIn([{ status: 'creating' }, { status: 'running', ip }]);
  await settled(client.instances.waitUntilReady(id, { environment: 'staging' }));
  expect(requests.map(({ url }) => url.searchParams.get('environment'))).toEqual(['staging', 'staging']);
});

test('an abort rejects with the very reason at once', async () => {
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
  'the options %j are refused, and nothing is sent',
  async (options) => {
    const { client, requests } = instanceIn([{ status: 'running', ip }]);
    expect(await rejectionOf(client.instances.waitUntilReady(id, options))).toBeInstanceOf(RuncrateError);
    expect(requests).toHaveLength(0);
  },
);
