import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { RateLimitError } from '../../../src/handwritten/core/errors/api-error.js';
import { retryAfterSeconds } from '../../../src/handwritten/core/errors/retry-after.js';
import { observedTransport, operationOf, rejectionOf } from '../../helpers/observed-transport.js';

const now = new Date('2025-06-01T12:00:00Z');

beforeEach(() => void vi.useFakeTimers({ now }));
afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

/** When each request of a call was sent, in milliseconds since the first. */
async function timesOfRequests(respond: () => Response, maxRetries: number): Promise<readonly number[]> {
  const times: number[] = [];
  const { transport } = observedTransport(() => {
    times.push(Date.now() - now.getTime());
    return respond();
  });
  const rejection = rejectionOf(transport.request(operationOf(), {}, { maxRetries }));
  await vi.runAllTimersAsync();
  await rejection;
  return times;
}

/** The delays between them. */
function waitsOf(times: readonly number[]): readonly number[] {
  return times.slice(1).map((time, index) => time - times[index]!);
}

test.each([
  ['the least jitter', 0, [500, 1000, 2000, 4000, 8000, 16_000, 30_000, 30_000]],
  ['the most jitter', 1, [625, 1250, 2500, 5000, 10_000, 20_000, 37_500, 37_500]],
])('waits half a second, doubling up to half a minute, with %s', async (_, random, waits) => {
  vi.spyOn(Math, 'random').mockReturnValue(random);
  expect(waitsOf(await timesOfRequests(() => new Response('', { status: 500 }), 8))).toEqual(waits);
});

test('waits at random between the two, so that clients don’t retry at the same time', async () => {
  const [wait] = waitsOf(await timesOfRequests(() => new Response('', { status: 500 }), 1));
  expect(wait).toBeGreaterThanOrEqual(500);
  expect(wait).toBeLessThanOrEqual(625);
});

const inTwoSeconds = 'Sun, 01 Jun 2025 12:00:02 GMT';
const longAgo = 'Sun, 01 Jun 2025 11:00:00 GMT';
const reset = (seconds: number) => String(now.getTime() / 1000 + seconds);

type Row = readonly [behaviour: string, status: number, headers: Readonly<Record<string, string>>, waitMs: number];

test.each<Row>([
  ['Retry-After in seconds', 429, { 'retry-after': '7' }, 7000],
  ['Retry-After in fractions of a second', 429, { 'retry-after': '0.25' }, 250],
  ['a Retry-After of 0', 429, { 'retry-after': '0' }, 0],
  ['Retry-After as a date', 429, { 'retry-after': inTwoSeconds }, 2000],
  ['Retry-After on a 503', 503, { 'retry-after': '7' }, 7000],
  ['Retry-After rather than X-RateLimit-Reset', 429, { 'retry-after': '7', 'x-ratelimit-reset': reset(9) }, 7000],
  ['X-RateLimit-Reset on a 429', 429, { 'x-ratelimit-reset': reset(9) }, 9000],
  ['X-RateLimit-Reset if Retry-After is invalid', 429, { 'retry-after': 'soon', 'x-ratelimit-reset': reset(9) }, 9000],
  ['the back-off: no X-RateLimit-Reset on a 503', 503, { 'x-ratelimit-reset': reset(9) }, 500],
  ['the back-off: no X-RateLimit-Reset that is past', 429, { 'x-ratelimit-reset': reset(-9) }, 500],
  ['the back-off: no X-RateLimit-Reset that is invalid', 429, { 'x-ratelimit-reset': 'soon' }, 500],
  ['the back-off: no infinite X-RateLimit-Reset', 429, { 'x-ratelimit-reset': 'Infinity' }, 500],
  ['the back-off: no negative Retry-After', 429, { 'retry-after': '-5' }, 500],
  ['the back-off: no Retry-After that is past', 429, { 'retry-after': longAgo }, 500],
  ['the back-off: no empty Retry-After', 429, { 'retry-after': '' }, 500],
  ['the back-off: no Retry-After that is invalid', 429, { 'retry-after': 'soon 1' }, 500],
  ['the back-off: no Retry-After in hexadecimal', 429, { 'retry-after': '0x10' }, 500],
])('the delay follows %s', async (_, status, headers, waitMs) => {
  vi.spyOn(Math, 'random').mockReturnValue(0);
  expect(await timesOfRequests(() => new Response('', { status, headers }), 1)).toEqual([0, waitMs]);
});

test.each([
  ['Sun, 01 Jun 2025 12:00:30 GMT', 30],
  ['Sunday, 01-Jun-25 12:00:30 GMT', 30],
  ['Sun Jun  1 12:00:30 2025', 30],
])('parses the HTTP date %s in any time zone of the program', (date, seconds) => {
  vi.stubEnv('TZ', 'America/New_York');
  const asked = retryAfterSeconds(503, new Headers({ 'retry-after': date }));
  vi.unstubAllEnvs();
  expect(asked).toBe(seconds);
});

test.each([
  ['Retry-After', { 'retry-after': '3600' }],
  ['X-RateLimit-Reset', { 'x-ratelimit-reset': reset(3600) }],
])('fails at once if %s is longer than `maxRetryAfter`', async (_, headers) => {
  const { transport, requests } = observedTransport(() => new Response('', { status: 429, headers }));
  const error = (await rejectionOf(transport.request(operationOf(), {}))) as RateLimitError;
  expect(error).toBeInstanceOf(RateLimitError);
  expect(error.retryAfter).toBe(3600);
  expect(requests).toHaveLength(1);
  expect(Date.now()).toBe(now.getTime());
});

const at = (seconds: number) => new Date(now.getTime() + seconds * 1000).toUTCString();

type Skew = readonly [clock: string, responses: readonly Readonly<Record<string, string>>[], waitMs: number];

test.each<Skew>([
  ['a clock that is an hour ahead', [{ date: at(3600), 'x-ratelimit-reset': reset(3609) }], 9000],
  ['a clock that is an hour behind', [{ date: at(-3600), 'x-ratelimit-reset': reset(-3591) }], 9000],
  ['a clock that is a second behind', [{ date: at(-1), 'x-ratelimit-reset': reset(59) }], 60_000],
  ['a clock that is a minute ahead, as the date of Retry-After', [{ date: at(60), 'retry-after': at(69) }], 9000],
  ['the clock of an earlier response, without a `Date`', [{ date: at(60) }, { 'x-ratelimit-reset': reset(69) }], 9000],
  ['no clock, a little later than `maxRetryAfter`', [{ 'x-ratelimit-reset': reset(64) }], 64_000],
])('the delay follows %s', async (_, responses, waitMs) => {
  vi.spyOn(Math, 'random').mockReturnValue(0);
  let sentAt = 0;
  const { transport } = observedTransport((__, index) => {
    sentAt = Date.now();
    const headers = responses[index];
    const isLimited = headers !== undefined && index === responses.length - 1;
    return isLimited ? new Response('', { status: 429, headers }) : Response.json({}, { headers: headers ?? {} });
  });
  for (let request = 0; request < responses.length; request++) {
    const answer = transport.request(operationOf(), {});
    await vi.runAllTimersAsync();
    await answer;
  }
  expect(sentAt - now.getTime()).toBe(waitMs);
});

test.each([
  ['Retry-After', { 'retry-after': '61' }, 61],
  ['X-RateLimit-Reset', { 'x-ratelimit-reset': reset(90) }, 90],
])('the hint says that `maxRetryAfter` is the reason why %s is not followed', async (_, headers, seconds) => {
  const { transport } = observedTransport(() => new Response('', { status: 429, headers }));
  const error = await rejectionOf(transport.request(operationOf(), {}));
  expect(error).toMatchObject({ hint: expect.stringMatching(`${seconds} s.*\`maxRetryAfter\` is 60 s`) as unknown });
});

test.each([
  ['after the last retry', { 'retry-after': '0' }, {}],
  ['without retries', { 'retry-after': '3600' }, { maxRetries: 0 }],
])('the hint does not name `maxRetryAfter` %s', async (_, headers, options) => {
  const { transport } = observedTransport(() => new Response('', { status: 429, headers }), options);
  const rejection = rejectionOf(transport.request(operationOf(), {}));
  await vi.runAllTimersAsync();
  expect((await rejection) as RateLimitError).not.toHaveProperty('hint');
});

test('`maxRetryAfter` allows a longer delay, up to and including its value', async () => {
  const answers = [new Response('', { status: 429, headers: { 'retry-after': '3600' } }), Response.json({})];
  const { transport } = observedTransport((_, index) => answers[index]!, { maxRetryAfter: 3600 });
  const answer = transport.request(operationOf(), {});
  await vi.runAllTimersAsync();
  await answer;
  expect(Date.now() - now.getTime()).toBe(3_600_000);
});

test('the error has `retryAfter`, even without retries', async () => {
  const { transport } = observedTransport(() => new Response('', { status: 429, headers: { 'retry-after': '7' } }));
  await expect(transport.request(operationOf(), {}, { maxRetries: 0 })).rejects.toMatchObject({ retryAfter: 7 });
});

test('the error has its attempts: status or cause, delay, duration and request id', async () => {
  vi.spyOn(Math, 'random').mockReturnValue(0);
  const { transport } = observedTransport(async (_, index) => {
    await new Promise((resolve) => setTimeout(resolve, 100));
    if (index === 1) throw new TypeError('fetch failed', { cause: { code: 'ECONNREFUSED' } });
    return new Response('', { status: 500, headers: { 'x-request-id': `r${index}` } });
  });
  const rejection = rejectionOf(transport.request(operationOf(), {}, { maxRetries: 2 }));
  await vi.runAllTimersAsync();
  expect(((await rejection) as RateLimitError).attempts).toEqual([
    { status: 500, delayMs: 0, durationMs: 100, requestId: 'r0' },
    {
      cause: 'ConnectionError: GET /api/v1/things could not connect to https://runcrate.ai (ECONNREFUSED).',
      delayMs: 500,
      durationMs: 100,
    },
    { status: 500, delayMs: 1000, durationMs: 100, requestId: 'r2' },
  ]);
});
