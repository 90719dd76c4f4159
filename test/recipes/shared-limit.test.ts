import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { createRequire } from 'node:module';
import { expect, test } from 'vitest';
import type { Pacer } from '../../src/index.node.js';
import { observedClient } from '../helpers/observed-client.js';
import { rejectionOf } from '../helpers/observed-transport.js';
import { readPage, toJavaScript } from '../helpers/programs.js';

interface Limiter {
  consume(key: string, points: number): Promise<unknown>;
}

/** Refuses as the stores of rate-limiter-flexible do: not by an error. */
const refusal: unknown = { msBeforeNext: 5 };

const { text } = readPage('docs/limits-and-costs.md').programs.find(({ file }) => file === 'redis-pacer.ts')!;
// It imports types alone.
const recipe = (await import(`data:text/javascript,${encodeURIComponent(toJavaScript(text))}`)) as {
  readonly sharedPacer: (limiter: Limiter) => Pacer;
};

/** Of the server and the two packages: what is missing here. */
const server = ['valkey-server', 'redis-server'].find((name) => spawnSync(name, ['--version']).status === 0);
const packages = ['rate-limiter-flexible', 'ioredis'].filter((name) => !canLoad(name));
const missing = [...(server === undefined ? ['valkey-server or redis-server'] : []), ...packages];

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

const title = missing.length > 0 ? `not run, for want of ${missing.join(', ')}: ` : '';
test.skipIf(missing.length > 0)(`${title}two pacers of the recipe share one limit in a real server`, async () => {
  const port = await freePort();
  const child = spawn(server!, ['--port', String(port), '--save', '', '--bind', '127.0.0.1'], { stdio: 'ignore' });
  try {
    const load = createRequire(import.meta.url);
    const { Redis } = load('ioredis') as { Redis: new (port: number) => { quit(): Promise<unknown> } };
    const { RateLimiterRedis } = load('rate-limiter-flexible') as {
      RateLimiterRedis: new (options: object) => Limiter;
    };
    const stores = [new Redis(port), new Redis(port)];
    const times: number[] = [];
    const clients = stores.map((storeClient) => {
      const limiter = new RateLimiterRedis({ storeClient, points: 5, duration: 1 });
      return observedClient(
        () => {
          times.push(Date.now());
          return Response.json({ object: 'list', data: [] });
        },
        { pacing: recipe.sharedPacer(limiter) },
      ).client;
    });
    await Promise.all(clients.flatMap((client) => [1, 2, 3, 4, 5, 6].map(() => client.models.list())));
    // Twelve requests of five a second take three windows of the server.
    expect(times.at(-1)! - times[0]!).toBeGreaterThan(1000);
    await Promise.all(stores.map((store) => store.quit()));
  } finally {
    child.kill();
    await once(child, 'exit');
  }
});

function canLoad(name: string): boolean {
  try {
    createRequire(import.meta.url).resolve(name);
    return true;
  } catch {
    return false;
  }
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, 'close');
  return port;
}
