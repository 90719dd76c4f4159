import { describe, expect, test } from 'vitest';
import { createSimulator } from '../../src/handwritten/testing/simulator.js';
import { Runcrate, type ApiError, type RuncrateOptions } from '../../src/index.node.js';

const chat = { model: 'm', messages: [{ role: 'user' as const, content: 'Hi' }] };

function worldOf(options: Partial<RuncrateOptions> = {}) {
  const api = createSimulator({ now: '2026-01-01T00:00:00Z' });
  const rc = new Runcrate({ ...api.options, logLevel: 'off', maxRetries: 0, ...options });
  const create = () => rc.instances.create({ name: 'a', gpuType: 'A100' });
  const left = () => api.instances.running().length;
  return { api, rc, create, left };
}

describe('a call of an operation that is told to fail', () => {
  test.each([
    ['a status', { status: 503, headers: { 'retry-after': '7' } }, { statusCode: 503, retryAfter: 7 }, 0],
    [
      'a body',
      { status: 418, body: { error: { code: 'teapot', message: 'no' } } },
      { code: 'teapot', message: 'no' },
      0,
    ],
    ['a status after the effect', { status: 500, after: 'effect' }, { statusCode: 500, outcomeUnknown: true }, 1],
    ['a refused connection', { lost: 'refused' }, { name: 'ConnectionError', outcomeUnknown: false }, 0],
    ['a connection lost before the effect', { lost: 'before' }, { name: 'ConnectionError', outcomeUnknown: true }, 0],
    ['a connection lost during it', { lost: 'during' }, { name: 'ConnectionError', outcomeUnknown: true }, 1],
    ['a connection lost after it', { lost: 'after' }, { name: 'ConnectionError', outcomeUnknown: true }, 1],
    ['malformed JSON', { malformed: true }, { name: 'InvalidResponseError' }, 1],
    ['a page of a proxy', { html: true }, { statusCode: 502 }, 0],
    [
      'no stock',
      { outOfStock: true },
      { statusCode: 500, message: expect.stringContaining('no longer available') as string },
      0,
    ],
  ] as const)('gets %s', async (_, fault, error, effects) => {
    const { api, create, left } = worldOf();
    api.fail('createInstance', fault);
    await expect(create()).rejects.toMatchObject(error);
    expect(left()).toBe(effects);
    await create();
    expect(left()).toBe(effects + 1);
  });

  test('fails as often as it is told, after those that succeed first', async () => {
    const { api, rc } = worldOf();
    api.fail('listModels', { status: 500, times: 2, skip: 1 });
    const outcomes: (number | undefined)[] = [];
    for (let call = 0; call < 5; call++) {
      outcomes.push(
        await rc.models.list().then(
          () => 200,
          (error: unknown) => (error as ApiError).statusCode,
        ),
      );
    }
    expect(outcomes).toEqual([200, 500, 500, 200, 200]);
  });

  test('gets slow bytes, which take the time of the simulator and not of the test', async () => {
    const { api, rc } = worldOf();
    api.fail('listModels', { slow: 2 });
    const start = api.clock.now();
    expect(await rc.models.list()).not.toEqual([]);
    expect((api.clock.now() - start) / 1000).toBeGreaterThanOrEqual(20);
  });
});

test('a stream ends after so many events', async () => {
  const { api, rc } = worldOf();
  api.chat.reply({ pieces: ['a', 'b', 'c'] });
  api.fail('createChatCompletion', { cutAtEvent: 2 });
  const stream = await rc.models.chatCompletion({ ...chat, stream: true });
  const texts: string[] = [];
  const read = async (): Promise<void> => {
    for await (const text of stream.textStream()) texts.push(text);
  };
  await expect(read()).rejects.toThrow();
  expect(texts).toEqual(['a']);
});

test('an answer that is late comes when its time has passed, and the effect is not there before', async () => {
  const { api, create, left } = worldOf();
  api.fail('createInstance', { delay: 20 });
  const start = api.clock.now();
  const states: number[] = [];
  const watch = api.clock.sleep(19_000).then(() => states.push(left()));
  await create();
  await watch;
  expect(states).toEqual([0]);
  expect(api.clock.now() - start).toBe(20_000);
});

test('a timeout fires before a later answer, and the call has had no effect', async () => {
  const { api, create, left } = worldOf({ timeout: 10 });
  api.fail('createInstance', { delay: 20 });
  const start = api.clock.now();
  await expect(create()).rejects.toMatchObject({ name: 'TimeoutError' });
  expect(api.clock.now() - start).toBe(10_000);
  await api.clock.advance(60_000);
  expect(left()).toBe(0);
});

test.each([
  ['has no effect', {}, 0],
  ['has one, if told so', { after: 'effect' }, 1],
] as const)('a call that never gets an answer runs into its timeout, and %s', async (_, more, effects) => {
  const { api, create, left } = worldOf({ timeout: 10 });
  api.fail('createInstance', { never: true, ...more });
  await expect(create()).rejects.toMatchObject({ name: 'TimeoutError' });
  expect(left()).toBe(effects);
});

test.each([
  ['the abort of its request', async (_: ReturnType<typeof createSimulator>, stop: AbortController) => stop.abort()],
  ['the reset of the simulator', async (api: ReturnType<typeof createSimulator>) => api.reset()],
  ['the close of the simulator', (api: ReturnType<typeof createSimulator>) => api.close()],
])('a request without an answer ends by %s, and holds up no time after it', async (_, end) => {
  const { api } = worldOf();
  const stop = new AbortController();
  api.fail('listModels', { never: true });
  const headers = { authorization: `Bearer ${api.options.apiKey as string}` };
  const held = api.fetch('https://api.runcrate.ai/v1/models', { headers, signal: stop.signal });
  const ended = expect(held).rejects.toThrow();
  await expect.poll(() => api.requests('listModels')).toHaveLength(1);
  await end(api, stop);
  await ended;
  // A limit alone lets no time pass, once nothing is held.
  let fired = false;
  api.clock.setTimeout(() => (fired = true), 1000, true);
  await api.clock.sleep(10);
  expect(fired).toBe(false);
});

describe('faults by chance', () => {
  const outcomesOf = async ({ rc }: ReturnType<typeof worldOf>, count = 20): Promise<string> => {
    let outcomes = '';
    for (let call = 0; call < count; call++)
      outcomes += await rc.models.list().then(
        () => '.',
        () => 'x',
      );
    return outcomes;
  };
  const schedule = { seed: 7, rate: 0.5, faults: [{ status: 500 }, { lost: 'before' }] } as const;

  test('are the same for the same seed, others for another one, and end', async () => {
    const [first, second, other] = [worldOf(), worldOf(), worldOf()];
    first.api.failRandomly(schedule);
    second.api.failRandomly(schedule);
    other.api.failRandomly({ ...schedule, seed: 8 });
    const outcomes = await outcomesOf(first);
    expect(outcomes).toMatch(/x.*\..*x/);
    expect(await outcomesOf(second)).toBe(outcomes);
    expect(await outcomesOf(other)).not.toBe(outcomes);
    first.api.failRandomly(undefined);
    expect(await outcomesOf(first)).toBe('.'.repeat(20));
  });

  test('go on from a snapshot as they went on the first time', async () => {
    const world = worldOf();
    world.api.failRandomly(schedule);
    await outcomesOf(world, 5);
    const snapshot = world.api.snapshot();
    const outcomes = await outcomesOf(world);
    world.api.restore(snapshot);
    expect(await outcomesOf(world)).toBe(outcomes);
  });

  test('meet the operations that are named, and no others', async () => {
    const world = worldOf();
    world.api.failRandomly({ ...schedule, rate: 1, operations: ['createInstance'] });
    expect(await outcomesOf(world, 3)).toBe('...');
    await expect(world.create()).rejects.toThrow();
  });
});

test('a reset ends what is planned, and forgets what exists, was asked and was replied', async () => {
  const { api, rc, create } = worldOf();
  const start = { now: api.clock.now(), balance: api.ledger.balance() };
  await create();
  await api.clock.advance(3_600_000);
  api.chat.reply('Hello');
  api.transcription.reply('Hello');
  api.fail('*', { status: 500, times: 9 });
  api.reset();
  expect({ now: api.clock.now(), balance: api.ledger.balance() }).toEqual(start);
  expect([api.instances.all(), api.requests()]).toEqual([[], []]);
  expect((await rc.models.chatCompletion(chat)).choices[0]?.message.content).toBe(
    'This is the reply of the simulator.',
  );
});
