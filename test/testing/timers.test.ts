import { afterEach, describe, expect, test, vi } from 'vitest';
import { createSimulator, type Simulator } from '../../src/handwritten/testing/simulator.js';
import { Runcrate } from '../../src/index.node.js';

type Faked = NonNullable<NonNullable<Parameters<typeof vi.useFakeTimers>[0]>['toFake']>;

/**
 * As vitest replaces the timers if it is not told what, and as jest does: it has more, of the same library. But for
 * `queueMicrotask`, which in jest is another than that of Node's own code: without it, no Response can be read.
 */
const modes: Readonly<Record<string, () => void>> = {
  'no fake timers': () => undefined,
  'the fake timers of vitest': () => void vi.useFakeTimers(),
  'the fake timers of jest': () => void vi.useFakeTimers({ toFake: [...jest], now: 0 }),
};
const jest: Faked = [
  ...(['Date', 'hrtime', 'performance', 'setImmediate', 'clearImmediate'] as const),
  ...(['setInterval', 'clearInterval', 'setTimeout', 'clearTimeout'] as const),
];

/** What takes the SDK its time, and the seconds that it takes at least. */
const waits: Readonly<Record<string, { seconds: number; run: (rc: Runcrate, api: Simulator) => Promise<unknown> }>> = {
  'an instance that becomes ready': {
    seconds: 45,
    async run(rc) {
      const { id } = await rc.instances.create({ name: 'a', gpuType: 'A100' });
      const { status } = await rc.instances.waitUntilReady(id);
      expect(status).toBe('running');
    },
  },
  'an instance that fails while it is waited for': {
    seconds: 20,
    async run(rc, api) {
      const { id } = await rc.instances.create({ name: 'a', gpuType: 'A100' });
      const wait = rc.instances.waitUntilReady(id).catch((error: unknown) => error);
      await api.clock.advance(20_000);
      api.instances.fail(id);
      expect(await wait).toBeInstanceOf(Error);
    },
  },
  'a retry that the server asks to wait for': {
    seconds: 30,
    async run(rc, api) {
      api.fail('getBalance', { status: 503, headers: { 'retry-after': '30' } });
      await rc.billing.getBalance();
      expect(api.requests('getBalance')).toHaveLength(2);
    },
  },
  'a back-off after a lost connection': {
    seconds: 0.2,
    async run(rc, api) {
      api.fail('getBalance', { lost: 'refused', times: 2 });
      await rc.billing.getBalance();
      expect(api.requests('getBalance')).toHaveLength(3);
    },
  },
  'a call that is never answered': {
    seconds: 60,
    async run(rc, api) {
      api.fail('getBalance', { never: true });
      await expect(rc.billing.getBalance({ timeout: 60, maxRetries: 0 })).rejects.toMatchObject({
        name: 'TimeoutError',
      });
    },
  },
  'a video that is polled': {
    seconds: 30,
    async run(rc) {
      const { id } = await rc.models.generateVideo({ model: 'google/veo-3.0', prompt: 'Waves' });
      expect(await rc.models.waitForVideo(id)).toMatchObject({ status: 'completed' });
    },
  },
  'a rate limit': {
    seconds: 50,
    async run(rc, api) {
      for (let call = 0; call < 3; call++) await rc.billing.getBalance();
      expect(api.requests('getBalance')).toHaveLength(3);
    },
  },
  'a stream of slow events': {
    seconds: 20,
    async run(rc, api) {
      api.chat.reply({ content: 'a b c d', delay: 5 });
      const messages = [{ role: 'user' as const, content: 'Hi' }];
      const stream = await rc.models.chatCompletion({ model: 'm', messages, stream: true });
      expect((await stream.finalCompletion()).choices[0]?.message.content).toBe('a b c d');
    },
  },
};

afterEach(() => void vi.useRealTimers());

describe.each(Object.entries(modes))('with %s', (_, fake) => {
  test.each(Object.entries(waits))('%s takes the time of the simulator alone', async (name, { seconds, run }) => {
    fake();
    const api = createSimulator({ now: '2026-03-01', ...(name === 'a rate limit' && { rateLimit: 2 }) });
    const rc = new Runcrate({ ...api.options, logLevel: 'off' });
    const start = api.clock.now();
    await run(rc, api);
    expect((api.clock.now() - start) / 1000).toBeGreaterThanOrEqual(seconds);
  });
});

test('time that a test lets pass by its fake timers passes in the simulator', async () => {
  vi.useFakeTimers();
  const api = createSimulator();
  const rc = new Runcrate(api.options);
  const { id } = await rc.instances.create({ name: 'a', gpuType: 'A100' });
  await vi.advanceTimersByTimeAsync(60_000);
  expect(await rc.instances.getStatus(id)).toMatchObject({ status: 'running' });
});
