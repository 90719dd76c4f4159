import fc from 'fast-check';
import { expect, test } from 'vitest';
import { LeaseNotReleasedError } from '../../src/handwritten/leases/errors.js';
import type { Lease } from '../../src/handwritten/leases/lease.js';
import { leaseName } from '../../src/handwritten/leases/name.js';
import type { Fault } from '../../src/handwritten/testing/faults.js';
import { createSimulator, type Simulator } from '../../src/handwritten/testing/simulator.js';
import { Runcrate } from '../../src/index.node.js';

/** `LEASE_RUNS=5000 npx vitest run test/leases/model.test.ts` for as many as the issue asks for. */
const runs = Number(process.env['LEASE_RUNS'] ?? 120);

const faults = fc.constantFrom<Fault[]>(
  {},
  { lost: 'refused' },
  { lost: 'before' },
  { lost: 'during' },
  { lost: 'after' },
  { status: 500 },
  { status: 500, after: 'effect' },
  { status: 503 },
  { status: 503, after: 'effect', html: true },
  { status: 429, headers: { 'retry-after': '7' } },
  { status: 403 },
  { never: true },
  { never: true, after: 'effect' },
  { malformed: true },
  { delay: 20 },
  { outOfStock: true },
);
const operations = ['listInstanceTypes', 'createInstance', 'listInstances', 'getInstanceStatus', 'terminateInstance'];

const histories = fc.record({
  /** The fate of each of the first calls of an operation. */
  faults: fc.record(Object.fromEntries(operations.map((operation) => [operation, fc.array(faults, { maxLength: 5 })]))),
  /** An operation that fails ever after. */
  stuck: fc.option(fc.record({ operation: fc.constantFrom(...operations), fault: faults }), {
    freq: 4,
    nil: undefined,
  }),
  /** What happens at some request, before it or after its effect. */
  interruption: fc.option(
    fc.record({
      at: fc.nat({ max: 20 }),
      isBefore: fc.boolean(),
      how: fc.constantFrom('abort', 'close'),
    }),
    { nil: undefined },
  ),
  /** What the program does with its lease, one after the other or at the same time. It releases it in any case. */
  acts: fc.array(fc.constantFrom('release', 'dispose', 'use', 'fail', 'expire', 'abort'), { maxLength: 4 }),
  isTogether: fc.boolean(),
  gpuType: fc.constantFrom<string[][]>(['A100'], ['H100', 'A100'], ['A10', 'L40S']),
  prefer: fc.constantFrom('order', 'cheapest'),
});
type History = typeof histories extends fc.Arbitrary<infer Value> ? Value : never;

test(
  `after any order of faults, no instance runs that the program was not told about (${runs} histories)`,
  () => fc.assert(fc.asyncProperty(histories, follow), { numRuns: runs }),
  3_600_000,
);

async function follow(history: History): Promise<void> {
  const api = createSimulator({ credits: 10_000 });
  const others = await instancesOfOthers(api);
  // Others would be a mistake of the test.
  const isFault = (fault: Fault, operation: string): boolean =>
    Object.keys(fault).length > 0 && (fault.outOfStock === undefined || operation === 'createInstance');
  for (const [operation, list] of Object.entries(history.faults))
    for (const fault of list.filter((one) => isFault(one, operation))) api.fail(operation, fault);
  if (history.stuck && isFault(history.stuck.fault, history.stuck.operation))
    api.fail(history.stuck.operation, { ...history.stuck.fault, times: 1_000_000 });
  const told: unknown[] = [];
  const stop = new AbortController();
  const rc = interrupted(api, history, stop);
  const tell = (error: unknown): void => void told.push(error);
  const { gpuType, prefer } = history;
  const limits = { name: 'model', gpuType, prefer: prefer as 'order', maxDuration: 7200, maxCost: 5 };
  const lease = await rc.instances.lease(limits, { signal: stop.signal }).catch(tell);
  if (lease) await useUp(lease, history, { api, stop, tell });

  const running = api.instances.running().map(({ id, name }) => ({ id, name }));
  expect(running, 'of others').toEqual(expect.arrayContaining(others));
  const left = running.filter(({ id }) => !others.some((other) => other.id === id));
  const alarms = told.flatMap(alarmsIn);
  const untold = left.filter(
    ({ id, name }) =>
      !alarms.some(({ instanceId, instanceName }) => instanceId === id || idOf(instanceName) === idOf(name)),
  );
  expect(untold, 'running, and not told').toEqual([]);
  if (lease && left.length === 0) checkCost(api, lease);
}

/** A client, and what interrupts it. */
function interrupted(api: Simulator, { interruption }: History, stop: AbortController): Runcrate {
  let count = 0;
  const interrupt = (): void => {
    if (interruption?.how === 'abort') stop.abort(new Error('Stopped.'));
    else void rc[Symbol.asyncDispose]();
  };
  const fetch = async (url: string, init?: RequestInit): Promise<Response> => {
    const isHere = interruption?.at === count++;
    if (isHere && interruption.isBefore) interrupt();
    const response = api.fetch(url, init);
    if (isHere && !interruption.isBefore) setTimeout(interrupt, 0);
    return response;
  };
  const rc: Runcrate = new Runcrate({ ...api.options, fetch, logLevel: 'off' });
  return rc;
}

interface Program {
  readonly api: Simulator;
  readonly stop: AbortController;
  readonly tell: (error: unknown) => void;
}

async function useUp(lease: Lease, { acts, isTogether }: History, { api, stop, tell }: Program): Promise<void> {
  const actions: Readonly<Record<string, () => unknown>> = {
    release: () => lease.release(),
    dispose: () => lease[Symbol.asyncDispose](),
    use: () => lease.use(() => api.clock.advance(60_000)),
    fail: () => lease.use(() => Promise.reject(new Error('Of the block.'))),
    expire: () => api.clock.advance(7_300_000),
    abort: () => stop.abort(),
  };
  const pending: Promise<unknown>[] = [];
  for (const act of acts) {
    const done = Promise.resolve(actions[act]?.()).catch(tell);
    if (isTogether) pending.push(done);
    else await done;
  }
  await Promise.all(pending);
  await lease.release().catch(tell);
}

/** Some are of another lease with the same prefix and name, running out soon. */
async function instancesOfOthers(api: Simulator): Promise<{ readonly id: string; readonly name: string }[]> {
  const rc = new Runcrate({ ...api.options, logLevel: 'off' });
  const expiresAt = new Date(api.clock.now() + 60_000);
  const name = leaseName({ prefix: 'lease', name: 'model', id: '0123456789ab', expiresAt });
  await rc.instances.create({ name, gpuType: 'CPU' });
  await rc.instances.create({ name: 'lease-model', gpuType: 'CPU' });
  return api.instances.running().map((instance) => ({ id: instance.id, name: instance.name }));
}

/** Also of an error that another one was suppressed by. */
function alarmsIn(error: unknown): readonly LeaseNotReleasedError[] {
  if (error instanceof LeaseNotReleasedError) return [error];
  return error instanceof Error && 'error' in error ? alarmsIn(error.error) : [];
}

function idOf(name: string): string | undefined {
  return /-([0-9a-z]{12})-[0-9a-z]{9}$/.exec(name)?.[1];
}

/** The ledger counts each second that has begun. */
function checkCost(api: Simulator, lease: Lease): void {
  const { estimatedUsd = 0 } = lease.cost();
  const booked = api.ledger.entries().filter(({ description }) => description.includes(lease.instance.name));
  const cost = booked.reduce((sum, { amount }) => sum - amount, 0);
  expect(cost).toBeGreaterThan(0);
  expect(cost).toBeLessThanOrEqual(estimatedUsd + (lease.hourlyRate ?? 0) / 3600 + 1e-9);
}
