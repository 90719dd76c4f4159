import { expect, test } from 'vitest';
import { fixedWindow, slidingWindow, tokenBucket, tryLimit } from '../helpers/limit-trial.js';

const limit = 600;
const minuteMs = 60_000;
/** Until the limit is found; and of the whole trial. */
const [steadyFrom, minutes] = [5, 10];

const servers = {
  'a fixed window': () => fixedWindow(limit),
  'a sliding window': () => slidingWindow(limit),
  'a token bucket that takes ten at once': () => tokenBucket(limit, 10),
  'a token bucket that takes a minute at once': () => tokenBucket(limit, limit),
};
const kinds = Object.keys(servers) as (keyof typeof servers)[];
const grid = kinds.flatMap((kind) =>
  ['nothing', 'Retry-After'].flatMap((tells) => [1, 2].map((processes) => ({ kind, tells, processes }))),
);

test.each(grid)('the limit of $kind that tells $tells is found by $processes processes', async (row) => {
  const trial = { limiter: servers[row.kind](), tellsRetryAfter: row.tells === 'Retry-After', minutes };
  const { served, refused } = await tryLimit({ ...trial, processes: row.processes });
  const steady = (times: readonly number[]): number => times.filter((at) => at >= steadyFrom * minuteMs).length;
  const refusedShare = steady(refused) / (steady(refused) + steady(served));
  expect(refusedShare).toBeLessThanOrEqual(0.02);
  // The trial ends 20.5 seconds after a full minute.
  expect(steady(served) / (limit * (minutes - steadyFrom + 20.5 / 60))).toBeGreaterThanOrEqual(0.9);
});

test('more than `requestsPerMinute` is never tried, however long the server serves all of it', async () => {
  const { served } = await tryLimit({
    limiter: () => 0,
    tellsRetryAfter: false,
    processes: 1,
    minutes: 3,
    pacing: { requestsPerMinute: 120 },
  });
  const busiest = Math.max(...served.map((from) => served.filter((at) => at >= from && at < from + minuteMs).length));
  expect(busiest).toBeLessThanOrEqual(121);
});

test('a limit that is raised is found again', async () => {
  const [before, after] = [fixedWindow(300), fixedWindow(limit)];
  const { served } = await tryLimit({
    limiter: (now) => (now < 5 * minuteMs ? before : after)(now),
    tellsRetryAfter: true,
    processes: 1,
    minutes: 16,
  });
  const lastTwo = served.filter((at) => at >= 14 * minuteMs && at < 16 * minuteMs).length;
  expect(lastTwo).toBeGreaterThanOrEqual(0.9 * 2 * limit);
});
