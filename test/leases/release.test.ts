import { afterEach, expect, test, vi } from 'vitest';
import { LeaseNotReleasedError } from '../../src/handwritten/leases/errors.js';
import type { Lease } from '../../src/handwritten/leases/lease.js';
import { suppressedError } from '../../src/handwritten/leases/suppressed.js';
import type { FaultPlan } from '../../src/handwritten/testing/faults.js';
import { leasing } from '../helpers/leased.js';
import { rejectionOf } from '../helpers/observed-transport.js';

afterEach(() => vi.unstubAllGlobals());

test.each<{ what: string; terminate?: FaultPlan; read?: FaultPlan }>([
  { what: 'a lost request', terminate: { lost: 'before' } },
  { what: 'a lost response', terminate: { lost: 'during' } },
  { what: 'a 500 after the effect', terminate: { status: 500, after: 'effect' } },
  { what: 'a refusal', terminate: { status: 403, times: 3 } },
  { what: 'a request without an answer', terminate: { never: true } },
  { what: 'a status that can’t be read', read: { status: 500, times: 3 } },
  { what: 'no connection for minutes', terminate: { lost: 'refused', times: 8 }, read: { lost: 'refused', times: 8 } },
])('a release terminates the instance in spite of $what', async ({ terminate, read }) => {
  const { api, lease, states } = leasing();
  const held = await lease();
  if (terminate) api.fail('terminateInstance', terminate);
  if (read) api.fail('getInstanceStatus', read);
  await held.release();
  expect(api.instances.running()).toEqual([]);
  expect(states.at(-1)).toBe('released');
});

test('a release is confirmed by a read, not by the response of the termination', async () => {
  const { api, lease } = leasing();
  const held = await lease();
  // Accepted, without an effect.
  api.fail('terminateInstance', { status: 204 });
  await held.release();
  expect(api.instances.running()).toEqual([]);
  expect(api.requests('terminateInstance')).toHaveLength(2);
});

test('a 404 soon after the creation is no proof that the instance is gone, until the server was seen to know it', async () => {
  const { api, lease } = leasing();
  const missing = { status: 404, times: 3 };
  for (const operation of ['terminateInstance', 'getInstanceStatus']) api.fail(operation, missing);
  const stop = new AbortController();
  const abort = ({ status }: { readonly status: string }): void => {
    if (status === 'waiting') stop.abort('stop');
  };
  await expect(lease({ onStatus: abort }, { signal: stop.signal })).rejects.toBe('stop');
  expect(api.instances.running()).toEqual([]);
});

test('an instance that somebody else has terminated is released', async () => {
  const { api, rc, lease } = leasing();
  const held = await lease();
  await rc.instances.terminate(held.instance.id);
  await held.release();
  expect(api.requests('terminateInstance')).toHaveLength(2);
});

test('a release happens once, however often it is asked for', async () => {
  const { api, lease } = leasing();
  const held = await lease();
  await Promise.all([held.release(), held[Symbol.asyncDispose](), held.release()]);
  await held.release();
  expect(api.requests('terminateInstance')).toHaveLength(1);
});

test('a release that can’t be confirmed throws what is left and what it costs, logs it, and can be tried again', async () => {
  const { api, lease, logged, states } = leasing();
  const held = await lease();
  api.fail('terminateInstance', { status: 500, times: 12 });
  const error = await rejectionOf(held.release());
  const { id, name } = held.instance;
  expect(error).toBeInstanceOf(LeaseNotReleasedError);
  expect(error).toMatchObject({
    name: 'LeaseNotReleasedError',
    instanceId: id,
    instanceName: name,
    hourlyRate: 1.89,
    outcomeUnknown: true,
    hint: `Terminate it in the dashboard, https://runcrate.ai, or call \`rc.instances.terminate("${id}")\`.`,
    cause: { statusCode: 500 },
  });
  expect(logged).toEqual([`error: ${(error as Error).message} ${(error as LeaseNotReleasedError).hint}`]);
  expect(states.at(-1)).toBe('notReleased');
  await held.release();
  expect(api.instances.running()).toEqual([]);
});

test('the attempts to release have growing delays, for five minutes', async () => {
  const { api, lease } = leasing();
  const held = await lease();
  api.fail('terminateInstance', { status: 500, times: 12 });
  await rejectionOf(held.release());
  const times = api.requests('terminateInstance').map(({ at }) => at.getTime() / 1000);
  const delays = times.slice(1).map((time, index) => Math.round(time - times[index]!));
  expect(delays).toEqual([5, 10, 20, 30, 30, 30, 30, 30, 30, 30, 30]);
});

test('a release works after the signal of the lease was aborted, which is the end of the lease', async () => {
  const { api, lease, states } = leasing();
  const stop = new AbortController();
  const held = await lease({}, { signal: stop.signal });
  stop.abort(new Error('Enough.'));
  expect(held.signal.reason).toBe(stop.signal.reason);
  await held.release();
  expect(api.instances.running()).toEqual([]);
  expect(states.slice(-3)).toEqual(['ending', 'releasing', 'released']);
});

/** In a block that fails, with a release that fails too. */
const failing: readonly [string, (held: Lease) => Promise<unknown>][] = [
  ['`use`', (held) => held.use(() => Promise.reject(new Error('Of the block.')))],
  [
    '`await using`',
    async (held) => {
      await using _ = held;
      throw new Error('Of the block.');
    },
  ],
];

test.each(failing.flatMap(([name, block]) => [true, false].map((has) => ({ name, block, has }))))(
  'the error of a block by $name is not lost if the release fails; SuppressedError is there: $has',
  async ({ block, has }) => {
    if (!has) vi.stubGlobal('SuppressedError', undefined);
    const { api, lease } = leasing();
    const held = await lease();
    api.fail('terminateInstance', { status: 500, times: 12 });
    const error = await rejectionOf(block(held));
    expect(error).toMatchObject({ name: 'SuppressedError', suppressed: { message: 'Of the block.' } });
    expect((error as { readonly error: unknown }).error).toBeInstanceOf(LeaseNotReleasedError);
  },
);

test('`use` returns what its function returns, or throws its error, after the release', async () => {
  const { api, lease } = leasing();
  expect(await (await lease()).use(({ instance }) => instance.gpuType)).toBe('A100');
  const held = await lease();
  const own = new Error('Of the block.');
  await expect(held.use(() => Promise.reject(own))).rejects.toBe(own);
  expect(api.instances.running()).toEqual([]);
});

test('the substitute of SuppressedError has the same fields as the class', () => {
  const native = suppressedError(1, 2);
  vi.stubGlobal('SuppressedError', undefined);
  const substitute = suppressedError(1, 2);
  expect(substitute).toBeInstanceOf(Error);
  const { name, message, error, suppressed } = native;
  expect(substitute).toMatchObject({ name, message, error, suppressed });
  expect(Object.keys(substitute)).toEqual([]);
});

test('a lease that was not acquired and not released has the first error too', async () => {
  const { api, lease } = leasing();
  api.fail('getInstanceStatus', { status: 403, times: 1000 });
  api.fail('terminateInstance', { status: 500, times: 1000 });
  const error = await rejectionOf(lease());
  expect(error).toBeInstanceOf(LeaseNotReleasedError);
  expect((error as LeaseNotReleasedError).suppressed).toMatchObject({ statusCode: 403 });
});
