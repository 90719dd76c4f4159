import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { RateLimitError } from '../../../src/handwritten/core/errors/api-error.js';
import { observedTransport, operationOf, rejectionOf } from '../../helpers/observed-transport.js';

/** Twenty seconds into a minute of the server. */
const now = new Date('2025-06-01T12:00:20Z').getTime();

beforeEach(() => void vi.useFakeTimers({ now }));
afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

type Headers = Readonly<Record<string, string>>;

interface Limits {
  /** Calls a minute. */
  readonly limit: number;
  /** What the server says on a response. */
  readonly says: (window: { readonly left: number; readonly resetMs: number; readonly isRefusal: boolean }) => Headers;
  readonly workMs?: number;
  /** How far the server's clock is ahead. */
  readonly skewMs?: number;
}

/** A server that takes so many calls in each minute of its clock, and refuses the others after a tenth of a second. */
function limitedServer({ limit, says, workMs = 100, skewMs = 0 }: Limits) {
  const served: string[] = [];
  let refusals = 0;
  let minute = 0;
  let left = 0;
  const respond = async ({ url }: { readonly url: URL }): Promise<Response> => {
    const time = Date.now() + skewMs;
    if (Math.floor(time / 60_000) > minute) [minute, left] = [Math.floor(time / 60_000), limit];
    const isRefusal = left === 0;
    if (!isRefusal) left--;
    const headers = says({ left, resetMs: (minute + 1) * 60_000, isRefusal });
    if (isRefusal) refusals++;
    else served.push(url.searchParams.get('call') ?? '');
    await wait(isRefusal ? 100 : workMs);
    const date = new Date(Date.now() + skewMs).toUTCString();
    const [status, body] = isRefusal ? [429, '{"error":{"message":"Slow down."}}'] : [200, '{}'];
    return new Response(body, { status, headers: { date, ...headers } });
  };
  return { respond, served, refusals: () => refusals };
}

const call = operationOf({ parameters: [{ name: 'call', in: 'query' }] });
const seconds = (ms: number) => String(Math.floor(ms / 1000));

/** All headers that the API documents. */
const documented: Limits['says'] = ({ left, resetMs }) => ({
  'x-ratelimit-limit': '60',
  'x-ratelimit-remaining': String(left),
  'x-ratelimit-reset': seconds(resetMs),
});

const servers: readonly (readonly [string, Limits])[] = [
  ['on every response', { limit: 60, says: documented }],
  ['on every response, whose work takes long', { limit: 60, says: documented, workMs: 50_000 }],
  ['on a 429', { limit: 60, says: (window) => (window.isRefusal ? documented(window) : {}) }],
  [
    'on a 429, by X-RateLimit-Reset alone',
    {
      limit: 60,
      says: ({ resetMs, isRefusal }) => (isRefusal ? { 'x-ratelimit-reset': seconds(resetMs) } : {}),
    },
  ],
  [
    'on a 429, by Retry-After alone',
    {
      limit: 60,
      says: ({ resetMs, isRefusal }) =>
        isRefusal ? { 'retry-after': String(Math.ceil((resetMs - Date.now()) / 1000)) } : {},
    },
  ],
  [
    'on a 429, by Retry-After alone, of work that takes long',
    {
      limit: 60,
      workMs: 50_000,
      says: ({ resetMs, isRefusal }) =>
        isRefusal ? { 'retry-after': String(Math.ceil((resetMs - Date.now()) / 1000)) } : {},
    },
  ],
  ['by a clock that is an hour ahead', { limit: 60, says: documented, skewMs: 3_600_000 }],
  ['by a clock that is two seconds behind', { limit: 60, says: documented, skewMs: -2000 }],
];

test.each(servers)(
  'none of 400 calls at once fails at 60 a minute, and they are served in order, if the server says so %s',
  async (_, limits) => {
    const server = limitedServer(limits);
    const { transport } = observedTransport(server.respond, { timeout: 120 });
    const names = Array.from({ length: 400 }, (__, index) => String(index));
    const settled = Promise.allSettled(names.map((name) => transport.request(call, { call: name })));
    await vi.runAllTimersAsync();
    expect((await settled).filter(({ status }) => status === 'rejected')).toEqual([]);
    expect(server.served).toEqual(names);
    // Those of the first minute, and a few in each that were out when the limit was reached.
    expect(server.refusals()).toBeLessThan(400);
    expect(vi.getTimerCount()).toBe(0);
  },
);

test('calls that are limited at the same time come back one after the other', async () => {
  const times: number[] = [];
  const { transport } = observedTransport((_, index) => {
    if (index < 50) return new Response('', { status: 429, headers: { 'retry-after': '10' } });
    times.push(Date.now() - now);
    return Response.json({});
  });
  const settled = Promise.all(Array.from({ length: 50 }, () => transport.request(call, {})));
  await vi.runAllTimersAsync();
  await settled;
  expect(times[0]).toBe(10_000);
  expect(new Set(times).size).toBe(50);
  expect(times.at(-1)).toBeGreaterThan(10_500);
});

test('calls that are limited without an end fail after as many attempts as ever', async () => {
  const { transport, requests } = observedTransport(
    () => new Response('', { status: 429, headers: { 'retry-after': '1' } }),
  );
  const settled = Promise.all(Array.from({ length: 100 }, () => rejectionOf(transport.request(call, {}))));
  await vi.runAllTimersAsync();
  for (const error of await settled) expect(error).toBeInstanceOf(RateLimitError);
  expect(requests).toHaveLength(400);
  expect(Date.now() - now).toBeLessThan(60_000);
});

/** The last call that the server takes, and the next one: when it is sent, in milliseconds. */
const spent = { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': String(now / 1000 + 40) };

type Row = readonly [
  behaviour: string,
  headers: Headers,
  next: Parameters<typeof operationOf>[0],
  options: object,
  ms: number,
];

test.each<Row>([
  ['is held until the reset', spent, {}, {}, 40_000],
  ['is not held if calls are left', { ...spent, 'x-ratelimit-remaining': '1' }, {}, {}, 0],
  ['is not held if the server names no time', { 'x-ratelimit-remaining': '0' }, {}, {}, 0],
  [
    'is not held for longer than `maxRetryAfter`',
    { ...spent, 'x-ratelimit-reset': String(now / 1000 + 66) },
    {},
    {},
    0,
  ],
  ['is not held on another server', spent, { server: 'inference' }, {}, 0],
  ['is not held without retries', spent, {}, { maxRetries: 0 }, 0],
])('a call after a response without calls left %s', async (_, headers, next, options, ms) => {
  let sentAt = 0;
  const { transport } = observedTransport(() => {
    sentAt = Date.now();
    return Response.json({}, { headers });
  });
  await transport.request(operationOf(), {});
  const second = transport.request(operationOf(next), {}, options);
  await vi.runAllTimersAsync();
  await second;
  expect(sentAt - now).toBe(ms);
});

test('a call is not held by a 429 of another call that has calls left, or that names no limit of the key', async () => {
  const limited = [{ 'x-ratelimit-remaining': '57' }, {}];
  for (const headers of limited) {
    const { transport, requests } = observedTransport((_, index) =>
      index === 0 ? new Response('', { status: 429, headers: { ...headers, 'retry-after': '30' } }) : Response.json({}),
    );
    const first = transport.request(operationOf(), {});
    await vi.advanceTimersByTimeAsync(1);
    await transport.request(operationOf(), {});
    expect(requests).toHaveLength(2);
    await vi.runAllTimersAsync();
    await first;
  }
});

test('a retry of a server error is held too', async () => {
  const sentAt: number[] = [];
  const { transport } = observedTransport((_, index) => {
    sentAt.push(Date.now() - now);
    return new Response('{}', { status: index === 0 ? 500 : 200, headers: index === 1 ? spent : {} });
  });
  const first = transport.request(operationOf(), {});
  await vi.advanceTimersByTimeAsync(1);
  await transport.request(operationOf(), {});
  await vi.runAllTimersAsync();
  await first;
  expect(sentAt).toEqual([0, 1, 40_000]);
});

test.each(['once', 'paid'] as const)(
  'a %s call that is aborted while it is held sends nothing and warns of nothing',
  async (retry) => {
    const warnings: string[] = [];
    const logger = { ...console, warn: (text: string) => void warnings.push(text) };
    const { transport, requests } = observedTransport(() => Response.json({}, { headers: spent }), {
      logger,
      logLevel: 'warn',
    });
    await transport.request(operationOf(), {});
    const controller = new AbortController();
    const rejection = rejectionOf(transport.request(operationOf({ retry }), {}, { signal: controller.signal }));
    await vi.advanceTimersByTimeAsync(1000);
    controller.abort('enough');
    expect(await rejection).toBe('enough');
    expect([requests.length, warnings, vi.getTimerCount()]).toEqual([1, [], 0]);
  },
);

test('a call that is held when its client is closed sends nothing', async () => {
  const { transport, requests } = observedTransport(() => Response.json({}, { headers: spent }));
  await transport.request(operationOf(), {});
  const rejection = rejectionOf(transport.request(operationOf(), {}));
  await vi.advanceTimersByTimeAsync(1000);
  transport.close();
  expect(await rejection).toMatchObject({ message: expect.stringContaining('closed') as unknown, attempts: [] });
  expect([requests.length, vi.getTimerCount()]).toEqual([1, 0]);
});
