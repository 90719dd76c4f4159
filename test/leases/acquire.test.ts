import { expect, test } from 'vitest';
import {
  LeaseExpiredError,
  LeaseNotReleasedError,
  LeaseUnavailableError,
} from '../../src/handwritten/leases/errors.js';
import { readLeaseName } from '../../src/handwritten/leases/name.js';
import type { LeaseParams } from '../../src/handwritten/leases/params.js';
import type { FaultPlan } from '../../src/handwritten/testing/faults.js';
import { leasing, type Leasing } from '../helpers/leased.js';
import { rejectionOf } from '../helpers/observed-transport.js';

const east = (gpu: string): string => `simulated-${gpu}-1x-137`;
const central = (gpu: string): string => `simulated-${gpu}-1x-142`;
/** The instance types that were requested, in order. */
const requested = ({ api }: Leasing): unknown[] =>
  api.requests('createInstance').map(({ body }) => (body as { readonly instance_type_id: string }).instance_type_id);

test('a lease is an instance that is ready, and is terminated at the end of its block', async () => {
  const world = leasing();
  const { api, states, lease } = world;
  const start = api.clock.now();
  {
    await using held = await lease({ sshKeyId: undefined, envVars: { A: '1' }, maxDuration: 600 });
    expect(held.instance).toMatchObject({
      status: 'running',
      gpuType: 'A100',
      ip: expect.stringMatching(/^203\./) as string,
    });
    expect(held.hourlyRate).toBe(1.89);
    expect(held.expiresAt).toEqual(new Date(start + 600_000));
    expect(readLeaseName(held.instance.name)).toEqual({
      prefix: 'lease',
      name: 'test',
      id: held.id,
      expiresAt: held.expiresAt,
    });
    expect(api.requests('createInstance')[0]?.body).toMatchObject({ env_vars: [{ key: 'A', value: '1' }] });
  }
  expect(api.instances.running()).toEqual([]);
  expect(states).toEqual(['searching', 'creating', 'waiting', 'ready', 'releasing', 'released']);
});

test.each<{ what: string; params: Partial<LeaseParams>; soldOut?: string[]; expected: string[] }>([
  { what: 'the first GPU model', params: { gpuType: ['H100', 'A100'] }, expected: [east('h100')] },
  {
    what: 'the cheapest GPU model',
    params: { gpuType: ['H100', 'A100'], prefer: 'cheapest' },
    expected: [east('a100')],
  },
  { what: 'one GPU rather than eight', params: { gpuType: 'A100' }, expected: [east('a100')] },
  { what: 'as many GPUs as wished', params: { gpuType: 'A100', gpuCount: 8 }, expected: ['simulated-a100-8x-137'] },
  { what: 'the first region', params: { region: ['eu-central-1', 'US-EAST-1'] }, expected: [central('a100')] },
  { what: 'an instance type', params: { instanceTypeId: [east('l40s')] }, expected: [east('l40s')] },
  { what: 'a type with enough memory', params: { gpuType: ['L40S', 'H100'], memory: 200 }, expected: [east('h100')] },
  {
    what: 'the second GPU model, if the first is not listed',
    params: { gpuType: ['H100', 'A100'] },
    soldOut: ['H100'],
    expected: [east('a100')],
  },
])('$what is leased', async ({ params, soldOut = [], expected }) => {
  const world = leasing();
  for (const type of soldOut) world.api.instances.sellOut(type);
  await using held = await world.lease(params);
  expect(requested(world)).toEqual(expected);
  expect(held.instance.status).toBe('running');
});

test.each<{ what: string; fault: FaultPlan; maxRetries?: number }>([
  { what: 'is out of stock', fault: { outOfStock: true } },
  { what: 'answers with 503', fault: { status: 503 }, maxRetries: 0 },
])('a type that $what leads on to the next', async ({ fault, maxRetries }) => {
  const world = leasing();
  world.api.fail('createInstance', fault);
  await using held = await world.lease({ gpuType: ['H100', 'A100'] }, { maxRetries });
  expect(requested(world)).toEqual([east('h100'), central('h100')]);
  expect(held.instance.region).toBe('eu-central-1');
});

const lost: readonly { readonly what: string; readonly fault: FaultPlan }[] = [
  { what: 'lost during its effect', fault: { lost: 'during' } },
  { what: 'lost after its effect', fault: { lost: 'after' } },
  { what: 'a 500 after its effect', fault: { status: 500, after: 'effect' } },
  { what: 'a web page of a proxy after its effect', fault: { html: true, after: 'effect' } },
  { what: 'never sent, after its effect', fault: { never: true, after: 'effect' } },
  { what: 'cut short', fault: { malformed: true } },
];

test.each(lost)('the instance whose response is $what is found by its name, and taken', async ({ fault }) => {
  const world = leasing();
  world.api.fail('createInstance', fault);
  const held = await world.lease();
  expect(world.api.requests('createInstance')).toHaveLength(1);
  expect(world.api.instances.running().map(({ id }) => id)).toEqual([held.instance.id]);
  expect(world.states).toContain('checking');
  await held.release();
  expect(world.api.instances.running()).toEqual([]);
});

test('a lost response leads on only when the instance was not found three times, spaced', async () => {
  const world = leasing();
  world.api.fail('createInstance', { lost: 'before' });
  await using held = await world.lease();
  const [first, second] = world.api.requests('createInstance');
  const looks = world.api.requests('listInstances').map(({ at }) => at.getTime() - first!.at.getTime());
  expect(looks.slice(0, 3).map((ms) => Math.round(ms / 1000))).toEqual([5, 15, 30]);
  expect(second!.at.getTime()).toBeGreaterThan(first!.at.getTime() + looks[2]! - 1);
  expect(held.instance.region).toBe('eu-central-1');
  expect(world.logged).toContainEqual(
    expect.stringMatching(/^warn: The response that creates lease-test-\w+-\w+ was lost/),
  );
});

test('an instance that a lost request makes later than it was looked for is terminated at the release', async () => {
  const world = leasing();
  const { api, rc } = world;
  api.fail('createInstance', { lost: 'before' });
  const held = await world.lease();
  await rc.instances.create({ name: held.instance.name.toUpperCase(), gpuType: 'CPU' });
  await rc.instances.create({ name: 'of-somebody-else', gpuType: 'CPU' });
  await held.release();
  expect(api.instances.running().map(({ name }) => name)).toEqual(['of-somebody-else']);
});

test('if it can’t be looked for after a lost response, the error says that an instance may run', async () => {
  const { api, lease, logged } = leasing();
  api.fail('createInstance', { lost: 'during' });
  api.fail('listInstances', { status: 500, times: 1000 });
  const error = await rejectionOf(lease());
  expect(error).toBeInstanceOf(LeaseNotReleasedError);
  const name = api.instances.running()[0]?.name;
  expect(error).toMatchObject({ instanceId: undefined, instanceName: name, hourlyRate: 1.89, outcomeUnknown: true });
  expect((error as LeaseNotReleasedError).suppressed).toMatchObject({ statusCode: 500 });
  expect(logged.at(-1)).toMatch(/^error: Instance "lease-test-.* may still run, and then costs \$1.89 per hour\./);
});

test('nothing is leased if nothing is to be had, and the error has all that was tried', async () => {
  const { api, lease } = leasing();
  api.fail('createInstance', { outOfStock: true, times: 2 });
  const error = await rejectionOf(lease());
  expect(error).toBeInstanceOf(LeaseUnavailableError);
  expect((error as LeaseUnavailableError).tried.map(({ instanceType, reason }) => [instanceType.id, reason])).toEqual([
    [east('a100'), 'outOfStock'],
    [central('a100'), 'outOfStock'],
  ]);
  expect((error as Error).message).toMatch(
    /^No instance type with A100 could be rented: simulated-a100-1x-137 \(outOfStock: /,
  );
  const none = await rejectionOf(lease({ gpuType: ['A10', 'L40'], region: 'us-east-1' }));
  expect(none).toMatchObject({ message: 'No instance type with A10 or L40 in us-east-1 is available.', tried: [] });
});

test.each([402, 401, 422])('a refusal with %i is thrown, and no other type is tried', async (status) => {
  const world = leasing();
  world.api.fail('createInstance', { status });
  await expect(world.lease({ gpuType: ['H100', 'A100'] })).rejects.toMatchObject({ statusCode: status });
  expect(requested(world)).toHaveLength(1);
});

test('`maxCost` needs a known rate, and says so before anything is billed', async () => {
  const world = leasing();
  const types = { data: [{ id: 't', gpu_type: 'A100', gpu_count: 1, hourly_rate: null }] };
  world.api.fail('listInstanceTypes', { status: 200, body: types, times: 2 });
  await expect(world.lease({ maxDuration: undefined, maxCost: 5 })).rejects.toMatchObject({
    message: '`maxCost` needs a known rate, and the API lists none for t.',
    hint: 'Pass `maxDuration` instead.',
  });
  expect(requested(world)).toEqual([]);
});

test('`maxCost` ends the lease by the rate', async () => {
  const { api, lease } = leasing();
  const start = api.clock.now();
  await using held = await lease({ maxCost: 1.89 / 2 });
  expect(held.expiresAt).toEqual(new Date(start + 1_800_000));
});

test.each<{ what: string; fail: (world: Leasing) => void; says: string }>([
  {
    what: 'it fails',
    fail: ({ api }) => void api.clock.setTimeout(() => api.instances.fail(api.instances.all()[0]!.id), 20_000),
    says: 'has the status failed and will not become ready',
  },
  {
    what: 'its status can’t be read',
    fail: ({ api }) => api.fail('getInstanceStatus', { status: 403 }),
    says: 'The simulator was told to fail with 403.',
  },
  { what: 'it is not ready in time', fail: () => undefined, says: 'was still' },
])('an instance is terminated before the error reaches the caller, if $what', async ({ fail, says }) => {
  const world = leasing({ deploySeconds: 120 });
  fail(world);
  await expect(world.lease({ maxWait: 60 })).rejects.toThrow(says);
  expect(world.api.instances.all().map(({ status }) => status)).toEqual(['terminated']);
  expect(world.states.slice(-2)).toEqual(['releasing', 'released']);
});

test('a lease that expires before the instance is ready is released, and throws the reason', async () => {
  const { api, lease } = leasing({ deploySeconds: 120 });
  const error = await rejectionOf(lease({ maxDuration: 60 }));
  expect(error).toBeInstanceOf(LeaseExpiredError);
  expect(error).toMatchObject({ limit: 'maxDuration', message: expect.stringContaining('of 60 s') as string });
  expect(api.instances.all().map(({ status }) => status)).toEqual(['terminated']);
});

test.each<{ what: string; at: string; fault?: FaultPlan; created: number }>([
  { what: 'before its request', at: 'searching', created: 0 },
  { what: 'during its request', at: 'creating', created: 1 },
  { what: 'during a request without an answer', at: 'creating', fault: { never: true, after: 'effect' }, created: 1 },
  { what: 'while a lost answer is looked for', at: 'checking', fault: { lost: 'during' }, created: 1 },
  { what: 'while it starts', at: 'waiting', created: 1 },
])('a lease that is aborted $what leaves nothing running', async ({ at, fault, created }) => {
  const { api, lease } = leasing();
  const stop = new AbortController();
  const reason = new Error('Stop.');
  if (fault) api.fail('createInstance', fault);
  const onStatus = ({ status }: { readonly status: string }): void => {
    if (status === at) stop.abort(reason);
  };
  await expect(lease({ onStatus }, { signal: stop.signal })).rejects.toBe(reason);
  expect(api.instances.all()).toHaveLength(created);
  expect(api.instances.running()).toEqual([]);
});

test('an aborted signal sends nothing', async () => {
  const { api, lease } = leasing();
  await expect(lease({}, { signal: AbortSignal.abort('no') })).rejects.toBe('no');
  expect(api.requests()).toEqual([]);
});

test('a client that is closed while an instance is created tells that it may run', async () => {
  const { api, rc, lease } = leasing();
  const close = ({ status }: { readonly status: string }): void => {
    if (status === 'creating') setTimeout(() => void rc[Symbol.asyncDispose](), 1);
  };
  api.fail('createInstance', { never: true, after: 'effect' });
  const error = await rejectionOf(lease({ onStatus: close }));
  expect(error).toBeInstanceOf(LeaseNotReleasedError);
  expect(error).toMatchObject({ instanceName: api.instances.running()[0]?.name });
});
