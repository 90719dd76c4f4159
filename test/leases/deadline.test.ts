import { expect, test } from 'vitest';
import type { Clock } from '../../src/handwritten/core/clock.js';
import { watchDeadline } from '../../src/handwritten/leases/deadline.js';
import { LeaseExpiredError } from '../../src/handwritten/leases/errors.js';
import { leasing } from '../helpers/leased.js';

test.each([
  { limits: { maxDuration: 600 }, limit: 'maxDuration', seconds: 600 },
  { limits: { maxCost: 1.89 / 6, maxDuration: undefined }, limit: 'maxCost', seconds: 600 },
  { limits: { maxCost: 100, maxDuration: 600 }, limit: 'maxDuration', seconds: 600 },
  { limits: { maxDuration: 25 * 86_400 }, limit: 'maxDuration', seconds: 25 * 86_400 },
])('a lease with $limits ends by its $limit after $seconds s: its signal aborts, then it is released', async (row) => {
  const { limits, limit, seconds } = row;
  const { api, lease, states } = leasing({ credits: 10_000 });
  const start = api.clock.now();
  const held = await lease(limits);
  await api.clock.advance(start + seconds * 1000 - api.clock.now() - 1);
  expect(held.signal.aborted).toBe(false);
  await api.clock.advance(1);
  expect(held.signal.reason).toBeInstanceOf(LeaseExpiredError);
  expect(held.signal.reason).toMatchObject({ limit, expiredAt: new Date(start + seconds * 1000) });
  await held.release();
  expect(api.instances.running()).toEqual([]);
  expect(states.slice(-3)).toEqual(['ending', 'releasing', 'released']);
  expect(api.ledger.total()).toBeLessThanOrEqual((1.89 * Math.ceil(held.cost().seconds)) / 3600 + 1e-9);
});

/** A clock whose timers fire when the test says so, and whose time may jump, as that of a laptop that slept. */
class TestClock implements Clock {
  time = 0;
  timers: { readonly callback: () => void; readonly delayMs: number; isReferenced: boolean; unref(): void }[] = [];
  readonly Date = { now: (): number => this.time };
  setTimeout(callback: () => void, delayMs: number): unknown {
    const timer = { callback, delayMs, isReferenced: true, unref: () => void (timer.isReferenced = false) };
    this.timers.push(timer);
    return timer;
  }
  clearTimeout(timer: unknown): void {
    this.timers = this.timers.filter((other) => other !== timer);
  }
  fire(): void {
    const [timer] = this.timers.splice(0, 1);
    timer?.callback();
  }
}

test('after a laptop has slept, the first timer sees that the deadline has passed', () => {
  const clock = new TestClock();
  let ended = 0;
  watchDeadline(clock, 3_600_000, false, () => ended++);
  clock.time = 7_200_000;
  clock.fire();
  expect(ended).toBe(1);
  expect(clock.timers).toEqual([]);
});

test('no timer is longer than ten minutes, and the last ones are of seconds', () => {
  const clock = new TestClock();
  const days = 86_400_000;
  watchDeadline(clock, 100 * days, false, () => undefined);
  for (const time of [0, 99 * days, 100 * days - 600_000, 100 * days - 1000]) {
    clock.time = time;
    clock.fire();
    const longest = time < 99.9 * days ? 600_000 : 15_000;
    expect(clock.timers.map(({ delayMs }) => delayMs)).toEqual([Math.min(longest, 100 * days - time)]);
  }
});

test.each([true, false])('the process stays for the deadline: %s, as asked', (keepAlive) => {
  const clock = new TestClock();
  const stop = watchDeadline(clock, 1_000_000, keepAlive, () => undefined);
  expect(clock.timers.map(({ isReferenced }) => isReferenced)).toEqual([keepAlive]);
  stop();
  expect(clock.timers).toEqual([]);
});

test('the timer of the platform does not keep a process', () => {
  let timer: NodeJS.Timeout | undefined;
  const clock = {
    Date,
    clearTimeout,
    setTimeout: (callback: () => void, delayMs: number) => (timer = setTimeout(callback, delayMs)),
  };
  const stop = watchDeadline(clock, Date.now() + 60_000, false, () => undefined);
  expect(timer?.hasRef()).toBe(false);
  stop();
});

test('after its release a lease does not expire, and its cost stays', async () => {
  const { api, lease, states } = leasing();
  const held = await lease({ maxDuration: 600 });
  await held.release();
  const cost = held.cost();
  await api.clock.advance(3_600_000);
  expect(held.signal.aborted).toBe(false);
  expect(states.at(-1)).toBe('released');
  expect(held.cost()).toEqual(cost);
  expect(cost.estimatedUsd).toBeCloseTo((1.89 * cost.seconds) / 3600);
  expect(cost.seconds).toBeGreaterThanOrEqual(45);
});

test('a lease can’t be extended, and says why', async () => {
  const { lease } = leasing();
  await using held = await lease();
  await expect(held.extend()).rejects.toThrow("and the API can't rename one.");
});
