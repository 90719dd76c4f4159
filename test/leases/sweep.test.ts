import { expect, test } from 'vitest';
import { LeaseNotReleasedError } from '../../src/handwritten/leases/errors.js';
import { leaseName } from '../../src/handwritten/leases/name.js';
import { Runcrate } from '../../src/index.node.js';
import { leasing, type Leasing } from '../helpers/leased.js';

const hour = 3_600_000;

/** An hour after three leases were taken by programs that died: of an hour, of two, and of another prefix. */
async function abandoned(): Promise<Leasing & { readonly expired: string }> {
  const world = leasing();
  const { api, rc } = world;
  // Of programs that died: nothing watches their deadlines.
  const id = 'abcdefghij01';
  const now = api.clock.now();
  const create = (prefix: string, hours: number) =>
    rc.instances.create({
      name: leaseName({ prefix, name: 'test', id, expiresAt: new Date(now + hours * hour) }),
      gpuType: 'A100',
    });
  const { id: expired } = await create('lease', 1);
  await create('lease', 2);
  await create('team', 1);
  await rc.instances.create({ name: 'lease-of-a-house', gpuType: 'CPU' });
  await api.clock.advance(hour + 300_000);
  return { ...world, expired };
}

test('a sweep terminates the expired leases of its prefix alone, and reports their age and cost', async () => {
  const { api, rc, expired } = await abandoned();
  const swept = await rc.instances.sweepLeases();
  expect(swept).toEqual([
    {
      id: 'abcdefghij01',
      name: 'test',
      instance: expect.objectContaining({ id: expired }) as unknown,
      expiresAt: new Date(Date.parse(api.instances.all()[0]!.created_at) + hour),
      ageSeconds: 3900,
      estimatedUsd: (1.89 * 3900) / 3600,
      outcome: 'released',
      error: undefined,
    },
  ]);
  expect(api.instances.running().map(({ id }) => id)).toEqual(
    api.instances
      .all()
      .slice(1)
      .map(({ id }) => id),
  );
  expect(await rc.instances.sweepLeases()).toEqual([]);
});

test('with `dryRun`, a sweep only reports', async () => {
  const { api, rc, expired } = await abandoned();
  const swept = await rc.instances.sweepLeases({ dryRun: true });
  expect(swept.map(({ instance, outcome }) => [instance.id, outcome])).toEqual([[expired, 'expired']]);
  expect(api.requests('terminateInstance')).toEqual([]);
});

test.each([
  [{ graceSeconds: 301 }, 0],
  [{ graceSeconds: 0 }, 1],
  [{ prefix: 'team' }, 1],
  [{ prefix: 'crew' }, 0],
])('a sweep with %j finds %i', async (params, count) => {
  const { rc } = await abandoned();
  expect(await rc.instances.sweepLeases(params)).toHaveLength(count);
});

test('a sweep reports an instance that can’t be terminated; only a failed list is thrown', async () => {
  const { api, rc, logged } = await abandoned();
  api.fail('terminateInstance', { status: 403, times: 12 });
  const [left] = await rc.instances.sweepLeases();
  expect(left).toMatchObject({ outcome: 'notReleased', error: { cause: { statusCode: 403 } } });
  expect(left?.error).toBeInstanceOf(LeaseNotReleasedError);
  expect(logged.at(-1)).toMatch(/^error: Instance .* may still run/);
  api.fail('listInstances', { status: 403 });
  await expect(rc.instances.sweepLeases()).rejects.toMatchObject({ statusCode: 403 });
});

test('a sweep is of one environment', async () => {
  const { api, rc } = await abandoned();
  await rc.environments.create({ name: 'staging' });
  const staging = new Runcrate({ ...api.options, environment: 'staging' });
  expect(await staging.instances.sweepLeases()).toEqual([]);
  expect(await staging.instances.sweepLeases({ dryRun: true }, { environment: 'main' })).toHaveLength(1);
});

test.each<[object, string]>([
  [{ dryrun: true }, 'rc.instances.sweepLeases() has no option "dryrun". It takes dryRun, prefix,'],
  [{ prefix: 'a-b' }, '`prefix` must be 1 to 16 characters'],
  [{ graceSeconds: -1 }, '`graceSeconds` must be a number of seconds, 0 or more.'],
  [{ dryRun: 'yes' }, '`dryRun` must be a boolean.'],
])('a sweep with %j is refused before anything is sent', async (params, says) => {
  const { api, rc } = leasing();
  await expect(rc.instances.sweepLeases(params)).rejects.toThrow(says);
  expect(api.requests()).toEqual([]);
});
