import { Redis } from 'ioredis';
import { RateLimiterRedis } from 'rate-limiter-flexible';
import { expect, test } from 'vitest';
import type { Pacer } from '../../src/index.node.js';
import { consumer, requireBuild } from '../helpers/consumer.js';
import { answer, loopbackServer } from '../helpers/loopback-server.js';
import { observedClient } from '../helpers/observed-client.js';
import { rejectionOf } from '../helpers/observed-transport.js';
import { environmentOf, startProgram } from '../helpers/program.js';
import { readPage, toJavaScript } from '../helpers/programs.js';
import { isWithoutRedis, redisServer, withRedis } from '../helpers/redis-server.js';

interface Limiter {
  consume(key: string, points: number): Promise<unknown>;
}

/** Refuses as the stores of rate-limiter-flexible do: not by an error. */
const refusal: unknown = { msBeforeNext: 5 };

const { programs } = readPage('docs/limits-and-costs.md');
const { text } = programs.find(({ file }) => file === 'redis-pacer.ts')!;
const main = programs.find(({ file }) => file === 'paced.ts')!;
// It imports types alone.
const recipe = (await import(`data:text/javascript,${encodeURIComponent(toJavaScript(text))}`)) as {
  readonly sharedPacer: (limiter: Limiter) => Pacer;
};

test('two clients with the pacer of the recipe keep to the limit that they share', async () => {
  const taken: string[] = [];
  const limiter: Limiter = {
    consume: async (key) => {
      if (taken.push(key) % 2 === 0) throw refusal;
    },
  };
  const { client, requests } = observedClient(undefined, { pacing: recipe.sharedPacer(limiter) });
  await Promise.all([1, 2, 3].map(() => client.models.list()));
  expect(requests).toHaveLength(3);
  expect(taken.length).toBeGreaterThan(3);
  expect(new Set(taken)).toEqual(new Set(['https://api.runcrate.ai']));
});

test('an error of the store fails the call of the recipe, which is not sent', async () => {
  const lost = new Error('Connection is closed.');
  const pacing = recipe.sharedPacer({ consume: () => Promise.reject(lost) });
  const { client, requests } = observedClient(undefined, { pacing });
  expect(await rejectionOf(client.models.list())).toMatchObject({ cause: lost });
  expect(requests).toHaveLength(0);
});

test.skipIf(isWithoutRedis)(`${withRedis}two pacers of the recipe share one limit in a real server`, async () => {
  await using server = await redisServer();
  const stores = [new Redis(server.port), new Redis(server.port)];
  const times: number[] = [];
  const clients = stores.map((storeClient) => {
    const pacing = recipe.sharedPacer(new RateLimiterRedis({ storeClient, points: 5, duration: 1 }));
    return observedClient(
      () => {
        times.push(Date.now());
        return Response.json({ object: 'list', data: [] });
      },
      { pacing },
    ).client;
  });
  await Promise.all(clients.flatMap((client) => [1, 2, 3, 4, 5, 6].map(() => client.models.list())));
  // Twelve requests of five a second take three windows of the server.
  expect(times.at(-1)! - times[0]!).toBeGreaterThan(1000);
  await Promise.all(stores.map((store) => store.quit()));
});

test.skipIf(isWithoutRedis)(
  `${withRedis}two processes with the recipe share one limit`,
  { timeout: 90_000 },
  async () => {
    await requireBuild();
    await using redis = await redisServer();
    await using api = await loopbackServer(() => answer({ body: { object: 'list', data: [] } }));
    await using project = await consumer();
    await project.write('redis-pacer.js', toJavaScript(text));
    // A window that does not end: what is sent in it needs no clock.
    const paced = await project.write('paced.mjs', toJavaScript(main.text).replace('duration: 1', 'duration: 3600'));
    const environment = { ...environmentOf(api), REDIS_URL: redis.url };
    const processes = [1, 2].map(() => startProgram([paced], project.folder, environment));
    const store = new Redis(redis.port);
    try {
      // Each of the twenty calls has asked for its place.
      await expect
        .poll(() => store.get(`rlflx:${api.url}`).then(Number), { timeout: 30_000 })
        .toBeGreaterThanOrEqual(20);
      await expect.poll(() => api.requests.length, { timeout: 30_000 }).toBe(10);
    } finally {
      for (const { signal } of processes) signal('SIGKILL');
      await Promise.all([...processes.map(({ finished }) => finished), store.quit()]);
    }
    expect(api.requests).toHaveLength(10);
  },
);
