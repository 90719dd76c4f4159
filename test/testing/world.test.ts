import { describe, expect, test } from 'vitest';
import { createSimulator, type SimulatorOptions } from '../../src/testing.node.js';
import { Runcrate, type RuncrateOptions } from '../../src/index.node.js';

const chat = { model: 'm', messages: [{ role: 'user' as const, content: 'Hi' }] };

function worldOf(settings: SimulatorOptions = {}, options: Partial<RuncrateOptions> = {}) {
  const api = createSimulator({ now: '2026-01-01T00:00:00Z', ...settings });
  const rc = new Runcrate({ ...api.options, logLevel: 'off', maxRetries: 0, ...options });
  return { api, rc };
}

interface Body {
  readonly error: { readonly code: string; readonly message: string; readonly details: { readonly field: string } };
}

/** Calls without a client, as another program would. */
async function rawCall(
  api: ReturnType<typeof createSimulator>,
  method: string,
  path: string,
  body?: unknown,
  more = {},
) {
  const headers = {
    authorization: `Bearer ${api.options.apiKey as string}`,
    'content-type': 'application/json',
    ...more,
  };
  const response = await api.fetch(`https://${path}`, {
    method,
    headers,
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  return {
    status: response.status,
    headers: response.headers,
    body: (text === '' ? undefined : JSON.parse(text)) as Body,
  };
}

describe('a request that the API refuses', () => {
  const instances = 'runcrate.ai/api/v1/instances';
  test.each([
    ['a missing field', 'POST', 'api.runcrate.ai/v1/chat/completions', { model: 'm' }, 422, 'messages'],
    [
      'a field inside a list',
      'POST',
      'api.runcrate.ai/v1/chat/completions',
      { model: 'm', messages: [{ role: 'x' }] },
      422,
      'messages.0.role',
    ],
    [
      'a number out of range',
      'POST',
      'api.runcrate.ai/v1/chat/completions',
      { ...chat, temperature: 3 },
      422,
      'temperature',
    ],
    ['a query out of range', 'GET', 'runcrate.ai/api/v1/billing/transactions?limit=0', undefined, 400, 'limit'],
    ['a type nobody named', 'POST', instances, { name: 'a' }, 422, 'gpu_type'],
  ] as const)('for %s gets its status, and the field named', async (_, method, path, body, status, field) => {
    const answer = await rawCall(worldOf().api, method, path, body);
    expect([answer.status, answer.body.error.details.field]).toEqual([status, field]);
  });

  test.each([
    ['an unknown path', 'GET', 'runcrate.ai/api/v1/nothing', {}, 404],
    ['a method that the path does not have', 'PUT', instances, {}, 405],
    ['a wrong key', 'GET', instances, { authorization: 'Bearer rc_live_wrong' }, 401],
    ['an unknown id', 'GET', `${instances}/none`, {}, 404],
    ['an unknown environment', 'GET', `${instances}/none?environment=none`, {}, 404],
    ['an unknown environment of a list, which has no 404', 'GET', `${instances}?environment=none`, {}, 400],
  ] as const)('for %s gets an error in the form of the API', async (_, method, path, headers, status) => {
    const answer = await rawCall(worldOf().api, method, path, undefined, headers);
    expect([answer.status, typeof answer.body.error.code, typeof answer.body.error.message]).toEqual([
      status,
      'string',
      'string',
    ]);
  });
});

test('an instance passes through its states by the clock, and is billed until it is terminated', async () => {
  const { api, rc } = worldOf();
  const { id, status } = await rc.instances.create({ name: 'a', gpuType: 'A100' });
  const states = [status];
  for (let step = 0; step < 5; step++) {
    await api.clock.advance(10_000);
    states.push((await rc.instances.get(id)).status);
  }
  expect([...new Set(states)]).toEqual(['creating', 'provisioning', 'deploying', 'running']);
  await rc.instances.terminate(id);
  expect(await rc.instances.list()).toEqual([]);
  const total = api.ledger.total();
  expect(total).toBeCloseTo((1.89 * 50) / 3600, 6);
  await api.clock.advance(86_400_000);
  expect(api.ledger.total()).toBe(total);
  const { creditsBalance } = await rc.billing.getBalance();
  expect(creditsBalance).toBeCloseTo(100 - total, 6);
  const { data } = await rc.billing.listTransactions();
  expect(data.map(({ type }) => type)).toEqual(['usage', 'credit']);
});

test('a volume only grows, and its deletion refunds the days that were not used', async () => {
  const { api, rc } = worldOf();
  const { id } = await rc.storage.create({ name: 'v', sizeGb: 100, region: 'us-east-1' });
  await expect(rc.storage.resize(id, 50)).rejects.toMatchObject({ details: { field: 'size_gb' } });
  await rc.storage.resize(id, 200);
  expect(api.ledger.total()).toBeCloseTo(1.4, 9);
  await api.clock.advance(2 * 86_400_000);
  expect(await rc.storage.delete(id)).toMatchObject({ refundAmount: 1 });
  expect(api.ledger.total()).toBeCloseTo(0.4, 9);
});

test('the same SSH key twice is a conflict', async () => {
  const { rc } = worldOf();
  const key = { name: 'a', publicKey: 'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIA== a' };
  await rc.sshKeys.create(key);
  await expect(rc.sshKeys.create({ ...key, name: 'b' })).rejects.toMatchObject({ statusCode: 409 });
});

test('environments separate instances and volumes, and nothing else', async () => {
  const { rc } = worldOf({ environments: ['main', 'staging'] });
  const staging = rc.withOptions({ environment: 'staging' });
  const { id } = await staging.instances.create({ name: 'a', gpuType: 'A100' });
  await staging.storage.create({ name: 'v', sizeGb: 1, region: 'us-east-1' });
  expect([await rc.instances.list(), await rc.storage.list()]).toEqual([[], []]);
  await expect(rc.instances.get(id)).rejects.toMatchObject({ statusCode: 404 });
  expect((await staging.instances.list()).map((instance) => instance.id)).toEqual([id]);
  expect(await staging.environments.list()).toEqual(await rc.environments.list());
});

test('without credits, what costs money gets a 402, and what does not is served', async () => {
  const { rc } = worldOf({ credits: 0 });
  await expect(rc.models.chatCompletion(chat)).rejects.toMatchObject({ statusCode: 402 });
  await expect(rc.instances.create({ name: 'a', gpuType: 'A100' })).rejects.toMatchObject({ statusCode: 402 });
  expect(await rc.instances.listTypes()).not.toEqual([]);
});

test('a rate limit counts down, answers 429 with the time to wait, and ends with its minute', async () => {
  const { api, rc } = worldOf({ rateLimit: 2 });
  const answers = [];
  for (let call = 0; call < 3; call++) answers.push(await rawCall(api, 'GET', 'api.runcrate.ai/v1/models'));
  expect(answers.map(({ status, headers }) => [status, headers.get('x-ratelimit-remaining')])).toEqual([
    [200, '1'],
    [200, '0'],
    [429, '0'],
  ]);
  expect(answers[2]?.headers.get('retry-after')).toBe('60');
  const start = api.clock.now();
  await rc.withOptions({ maxRetries: 1 }).models.list();
  expect(api.clock.now() - start).toBeGreaterThanOrEqual(59_000);
});

test('one idempotency key has one effect, and is a conflict with another body', async () => {
  const { api, rc } = worldOf();
  const options = { idempotencyKey: 'k' };
  const first = await rc.instances.create({ name: 'a', gpuType: 'A100' }, options);
  expect(await rc.instances.create({ name: 'a', gpuType: 'A100' }, options)).toEqual(first);
  expect(api.instances.running()).toHaveLength(1);
  const other = rc.instances.create({ name: 'b', gpuType: 'A100' }, options);
  await expect(other).rejects.toMatchObject({ statusCode: 409 });
});

test('the bare host redirects to www, if the simulator is told so, and the client follows with its key', async () => {
  const { api, rc } = worldOf({ redirectsToWww: true });
  expect(await rc.instances.list()).toEqual([]);
  expect(api.requests().map(({ url }) => new URL(url).host)).toEqual(['runcrate.ai', 'www.runcrate.ai']);
});

test('sleepers wake in the order of their time', async () => {
  const { api } = worldOf();
  const woken: number[] = [];
  await Promise.all([300, 100, 200].map((ms) => api.clock.sleep(ms).then(() => woken.push(ms))));
  expect(woken).toEqual([100, 200, 300]);
});

test('each simulator is a world of its own, and no global is replaced', async () => {
  const names = Object.getOwnPropertyNames(globalThis);
  const before = names.map((name) => Object.getOwnPropertyDescriptor(globalThis, name));
  const [one, other] = [worldOf(), worldOf()];
  await one.rc.instances.create({ name: 'a', gpuType: 'A100' });
  await one.api.clock.advance(1000);
  expect([other.api.instances.all(), other.api.requests(), other.api.clock.now()]).toEqual([
    [],
    [],
    Date.parse('2026-01-01T00:00:00Z'),
  ]);
  expect(Object.getOwnPropertyNames(globalThis)).toEqual(names);
  expect(names.map((name) => Object.getOwnPropertyDescriptor(globalThis, name))).toEqual(before);
});
