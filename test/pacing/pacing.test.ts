import { expect, test } from 'vitest';
import { clockOption } from '../../src/handwritten/core/clock.js';
import { VirtualClock } from '../../src/handwritten/testing/virtual-clock.js';
import { RuncrateError, type Pacer, type RequestOptions, type RuncrateOptions } from '../../src/index.node.js';
import { json, observedClient, respondAsDocumented, type ObservedRequest } from '../helpers/observed-client.js';
import { rejectionOf } from '../helpers/observed-transport.js';

const slow = { requestsPerMinute: 60 };

/** A paced client in virtual time, and when its requests went out, in milliseconds from the start. */
function pacedClient(pacing: RuncrateOptions['pacing'], respond = respondAsDocumented, options: RuncrateOptions = {}) {
  const clock = new VirtualClock(0);
  const sentAt: number[] = [];
  const given: RuncrateOptions & { readonly [clockOption]: VirtualClock } = {
    pacing,
    ...options,
    [clockOption]: clock,
  };
  const observed = observedClient((request) => {
    sentAt.push(Math.round(clock.now()));
    return respond(request);
  }, given);
  return { ...observed, clock, sentAt };
}

const named = (request: ObservedRequest): string | undefined => request.headers.get('x-name') ?? undefined;
const name = (text: string, options: RequestOptions = {}): RequestOptions => ({
  headers: { 'X-Name': text },
  ...options,
});

test('calls go out one by one, as far apart as `requestsPerMinute` says', async () => {
  const { client, sentAt } = pacedClient(slow);
  await Promise.all([1, 2, 3, 4].map(() => client.models.list()));
  expect(sentAt).toEqual([0, 1000, 2000, 3000]);
});

test('a client without `pacing` sends its calls at once', async () => {
  const { client, sentAt } = pacedClient(undefined);
  await Promise.all([1, 2, 3].map(() => client.models.list()));
  expect(sentAt).toEqual([0, 0, 0]);
});

test('the clients made by `withOptions` share one pacer, unless they are given another', async () => {
  const { client, sentAt } = pacedClient(slow);
  const other = client.withOptions({ timeout: 5 });
  await Promise.all([client.models.list(), other.models.list(), other.withOptions({}).models.list()]);
  expect(sentAt).toEqual([0, 1000, 2000]);
  await client.withOptions({ pacing: slow }).models.list();
  expect(sentAt).toEqual([0, 1000, 2000, 2000]);
});

test('each server has a limit of its own', async () => {
  const { client, sentAt } = pacedClient(slow);
  await Promise.all([client.models.list(), client.templates.list(), client.models.list(), client.templates.list()]);
  expect(sentAt).toEqual([0, 0, 1000, 1000]);
});

test('a call of a higher priority goes first; those of one priority go in order', async () => {
  const { client, requests } = pacedClient(slow);
  await Promise.all([
    client.models.list(name('first')),
    client.models.list(name('low', { priority: -1 })),
    client.models.list(name('second')),
    client.models.list(name('third')),
    client.models.list(name('urgent', { priority: 5 })),
  ]);
  expect(requests.map(named)).toEqual(['first', 'urgent', 'second', 'third', 'low']);
});

test('while a server tells one call to wait, all of its calls wait, and the retry goes first', async () => {
  let count = 0;
  const { client, sentAt, requests } = pacedClient({ requestsPerMinute: 600 }, (request) =>
    ++count === 1 ? json({}, { status: 429, headers: { 'retry-after': '20' } }) : respondAsDocumented(request),
  );
  const first = client.models.list(name('limited'));
  await Promise.all([first, client.models.list(name('second')), client.models.list(name('third'))]);
  expect(requests.map(named)).toEqual(['limited', 'limited', 'second', 'third']);
  expect(sentAt[1]).toBe(20_100);
});

test('a delay longer than `maxRetryAfter` fails its own call and holds no other', async () => {
  let count = 0;
  const { client, clock } = pacedClient('auto', (request) =>
    ++count === 1 ? json({}, { status: 429, headers: { 'retry-after': '3600' } }) : respondAsDocumented(request),
  );
  await expect(client.models.list()).rejects.toMatchObject({ statusCode: 429, retryAfter: 3600 });
  await client.models.list();
  expect(clock.now()).toBeLessThan(1000);
});

test.each([
  ['a limit of none lets one call go in each window, rather than none for ever', 2, [0, 2000, 4000]],
  ['a window that ends in more than an hour holds no call: it may be told in another unit', 3601, [0, 99, 197]],
])('%s', async (_, seconds, expected) => {
  const { client, clock, sentAt } = pacedClient('auto', () => {
    const headers = {
      'x-ratelimit-limit': '0',
      'x-ratelimit-remaining': '0',
      'x-ratelimit-reset': String(Math.floor(clock.now() / 1000) + seconds),
    };
    return json({ object: 'list', data: [] }, { headers });
  });
  const calls = [1, 2, 3].map(() => client.models.list());
  await Promise.race([Promise.all(calls), clock.sleep(60_000)]);
  expect(sentAt).toEqual(expected);
});

test('a call that is aborted in the queue is never sent, and the others go on', async () => {
  const { client, sentAt, requests } = pacedClient(slow);
  const controller = new AbortController();
  const reason = new Error('No longer needed');
  const calls = [
    client.models.list(name('first')),
    client.models.list(name('aborted', { signal: controller.signal })),
    client.models.list(name('last')),
  ];
  const aborted = rejectionOf(calls[1]!);
  setImmediate(() => controller.abort(reason));
  expect(await aborted).toBe(reason);
  await calls[2];
  expect(requests.map(named)).toEqual(['first', 'last']);
  expect(sentAt).toEqual([0, 1000]);
});

test('closing the client ends the wait of its calls', async () => {
  const { client } = pacedClient(slow);
  const calls = [client.models.list(), client.models.list()];
  const second = rejectionOf(calls[1]!);
  await calls[0];
  await client[Symbol.asyncDispose]();
  expect(await second).toMatchObject({ message: expect.stringContaining('client is closed') as unknown });
});

test('the wait does not count for `timeout`, and is told in `onResponse` and the log', async () => {
  const lines: string[] = [];
  const log = (line: string): void => void lines.push(line);
  const logger = { error: log, warn: log, info: log, debug: log };
  const { client } = pacedClient({ requestsPerMinute: 2 }, respondAsDocumented, { logger, logLevel: 'debug' });
  const waits: (number | undefined)[] = [];
  const onResponse = ({ queuedMs }: { readonly queuedMs?: number | undefined }): void => void waits.push(queuedMs);
  await Promise.all([1, 2].map(() => client.models.list({ timeout: 5, onResponse })));
  expect(waits).toEqual([0, 30_000]);
  expect(lines).toContain('GET /v1/models waited 30000 ms for its turn (attempt 1)');
});

test('one call more than `maxQueue` is refused before it is sent, by an error that says so', async () => {
  const { client, requests } = pacedClient({ ...slow, maxQueue: 2 });
  // The first goes at once, two wait.
  const calls = Promise.all([1, 2, 3].map(() => client.models.list()));
  const error = await rejectionOf(client.models.list());
  expect(error).toBeInstanceOf(RuncrateError);
  expect(error).toMatchObject({
    message: '2 calls already wait for https://api.runcrate.ai: it is `maxQueue` of the option `pacing`.',
    hint: 'Start fewer calls at once, or raise `maxQueue`.',
    outcomeUnknown: false,
    attempts: [],
  });
  await calls;
  expect(requests).toHaveLength(3);
});

test('no more than `maxConcurrency` requests are in flight, and a stream is until it ends', async () => {
  const { client, requests, clock } = pacedClient({ maxConcurrency: 1 });
  const params = { model: 'm', messages: [{ role: 'user' as const, content: 'Hi' }] };
  const stream = await client.models.chatCompletion({ ...params, stream: true });
  const next = client.models.list();
  await clock.advance(60_000);
  expect(requests).toHaveLength(1);
  await stream.finalCompletion();
  await next;
  expect(requests).toHaveLength(2);
});

test('a call that failed gives its place back', async () => {
  const { client } = pacedClient({ maxConcurrency: 1 }, () => json({}, { status: 400 }));
  for (let count = 0; count < 3; count++) await expect(client.models.list()).rejects.toMatchObject({ statusCode: 400 });
});

test('a 429 without headers halves the pace once, however many calls it refuses', async () => {
  let count = 0;
  const { client, sentAt } = pacedClient('auto', (request) =>
    ++count <= 3 ? json({}, { status: 429 }) : respondAsDocumented(request),
  );
  await Promise.all(Array.from({ length: 12 }, () => client.models.list()));
  const gaps = sentAt.slice(1).map((at, index) => at - sentAt[index]!);
  expect(gaps[0]).toBe(200);
  // From then on, it grows.
  expect(gaps.slice(3, 5)).toEqual([192, 186]);
});

test.each<readonly [pacing: unknown, message: RegExp]>([
  ['fast', /`pacing` must be "auto", settings or a pacer/],
  [5, /`pacing` must be "auto", settings or a pacer/],
])('`pacing: %j` is refused when the client is made', (pacing, message) => {
  expect(() => observedClient(undefined, { pacing: pacing as 'auto' })).toThrow(message);
});

test.each<readonly [settings: object, message: RegExp]>([
  [{ requestsPerMinute: 0 }, /`requestsPerMinute` must be a number, more than 0/],
  [{ maxConcurrency: 1.5 }, /`maxConcurrency` must be an integer, 1 or more/],
  [{ maxQueue: 0 }, /`maxQueue` must be an integer, 1 or more/],
  [{ perMinute: 5 }, /`pacing` has no option "perMinute"/],
])('`pacing: %j` is refused by the first call, which is not sent', async (pacing, message) => {
  const { client, requests } = observedClient(undefined, { pacing });
  await expect(client.models.list()).rejects.toThrow(message);
  expect(requests).toHaveLength(0);
});

test("a caller's own pacer decides about each attempt, and hears when it is over", async () => {
  const events: unknown[] = [];
  const pacer: Pacer = {
    async reserve(server, cost, signal, { priority, attempt }) {
      events.push([server, cost, signal.aborted, priority, attempt]);
      return () => void events.push('over');
    },
  };
  let count = 0;
  const { client } = pacedClient(pacer, (request) =>
    ++count === 1 ? json({}, { status: 500 }) : respondAsDocumented(request),
  );
  await client.models.list({ priority: 3 });
  const server = 'https://api.runcrate.ai';
  expect(events).toEqual([[server, 1, false, 3, 1], 'over', [server, 1, false, 3, 2], 'over']);
});

test('a pacer that fails is an error of the call, which is not sent', async () => {
  const cause = new Error('ECONNREFUSED 127.0.0.1:6379');
  const { client, requests } = pacedClient({ reserve: () => Promise.reject(cause) });
  const error = await rejectionOf(client.models.list());
  expect(error).toMatchObject({ name: 'RuncrateError', cause, outcomeUnknown: false });
  expect(requests).toHaveLength(0);
});

test('a place that a pacer gives after the abort is given back', async () => {
  let give!: (release: () => void) => void;
  let isBack = false;
  const { client } = pacedClient({ reserve: () => new Promise((resolve) => (give = resolve)) });
  const controller = new AbortController();
  const rejection = rejectionOf(client.models.list({ signal: controller.signal }));
  controller.abort(new Error('stop'));
  expect(await rejection).toMatchObject({ message: 'stop' });
  await new Promise<void>((resolve) => {
    give(() => {
      isBack = true;
      resolve();
    });
  });
  expect(isBack).toBe(true);
});
