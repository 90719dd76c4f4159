import { expect, test } from 'vitest';
import { clockOption } from '../../src/handwritten/core/clock.js';
import { VirtualClock } from '../../src/handwritten/testing/virtual-clock.js';
import { Runcrate, type RuncrateOptions } from '../../src/index.node.js';
import { limitedServer, type LimitedServerOptions } from '../helpers/limited-server.js';
import { TEST_API_KEY } from '../helpers/observed-client.js';

/** Callers that call again as soon as they have an answer, in two processes: two clients that share nothing. */
async function run(pacing: RuncrateOptions['pacing'], settings: Partial<LimitedServerOptions>, minutes: number) {
  // 20.5 seconds into a window.
  const clock = new VirtualClock(Date.UTC(2026, 0, 1, 0, 0, 20, 500));
  const server = limitedServer(clock, { limit: 600, ...settings });
  const endsAt = clock.now() + minutes * 60_000;
  const waits: number[] = [];
  let failed = 0;
  const call = async (client: Runcrate): Promise<void> => {
    while (clock.now() < endsAt) {
      const startedAt = clock.now();
      await client.models.list().catch(() => failed++);
      waits.push(clock.now() - startedAt);
    }
  };
  const processes = [0, 1].map(() => {
    const options = {
      apiKey: TEST_API_KEY,
      fetch: server.fetch,
      logLevel: 'off',
      pacing,
      [clockOption]: clock,
    } as const;
    return new Runcrate(options);
  });
  await Promise.all(processes.flatMap((client) => Array.from({ length: 32 }, () => call(client))));
  const { served, refused } = server;
  // Whole windows: from the first full minute on.
  const from = Date.UTC(2026, 0, 1, 0, 1);
  const whole = served.filter((at) => at >= from && at < from + (minutes - 1) * 60_000).length;
  return {
    refusedShare: refused.length / (served.length + refused.length),
    refused: refused.length,
    served: served.length,
    throughput: whole / (600 * (minutes - 1)),
    longestWaitMs: Math.max(...waits),
    failed,
  };
}

test('64 callers in two processes keep to a limit of 600 a minute that the headers tell', async () => {
  const { refusedShare, throughput, longestWaitMs, failed } = await run('auto', {}, 2);
  expect(refusedShare).toBeLessThanOrEqual(0.01);
  expect(throughput).toBeGreaterThanOrEqual(0.95);
  // The fair share: 64 callers of ten a second.
  expect(longestWaitMs).toBeLessThanOrEqual(2 * 6400);
  expect(failed).toBe(0);
});
test('without pacing, the same callers are refused dozens of times', async () => {
  const { refused } = await run(undefined, {}, 2);
  expect(refused).toBeGreaterThan(30);
});

test('where only Retry-After tells of a limit, it is found by trial, and no call fails', async () => {
  const { refusedShare, throughput, failed } = await run('auto', { headers: 'retryAfter' }, 2);
  expect(refusedShare).toBeLessThanOrEqual(0.02);
  expect(throughput).toBeGreaterThanOrEqual(0.95);
  expect(failed).toBe(0);
});
