import { setMaxListeners } from 'node:events';
import { checkOptions } from '../../src/handwritten/core/options/check.js';
import { docsUrl, RuncrateError } from '../../src/handwritten/core/errors/errors.js';
import * as retryAfter from '../../src/handwritten/core/errors/retry-after.js';
import type { PacingSettings } from '../../src/handwritten/core/options/pacing.js';
import { openPacer } from '../../src/handwritten/pacing/pacer.js';

/** Says of a request that comes at a time whether it is served, or how many milliseconds it has to wait. */
export type Limiter = (now: number) => number;

/** So many in each window of the server's clock. */
export function fixedWindow(limit: number, windowMs = 60_000): Limiter {
  let endsAt = 0;
  let left = 0;
  return (now) => {
    if (now >= endsAt) [endsAt, left] = [(Math.floor(now / windowMs) + 1) * windowMs, limit];
    return left-- > 0 ? 0 : endsAt - now;
  };
}

/** So many in any window of this length. */
export function slidingWindow(limit: number, windowMs = 60_000): Limiter {
  const served: number[] = [];
  return (now) => {
    const oldest = served.at(-limit) ?? -Infinity;
    if (now - oldest < windowMs) return oldest + windowMs - now;
    served.push(now);
    return 0;
  };
}

/** So many a minute, and `burst` at once. */
export function tokenBucket(limit: number, burst: number): Limiter {
  let [tokens, at] = [burst, 0];
  return (now) => {
    tokens = Math.min(burst, tokens + ((now - at) * limit) / 60_000);
    at = now;
    if (tokens < 1) return ((1 - tokens) * 60_000) / limit;
    tokens--;
    return 0;
  };
}

export interface Trial {
  readonly limiter: Limiter;
  readonly tellsRetryAfter: boolean;
  readonly processes: number;
  readonly minutes: number;
  readonly callers?: number;
  readonly pacing?: 'auto' | PacingSettings;
}

interface Timer {
  readonly at: number;
  readonly callback: () => void;
}

/**
 * Callers that call again as soon as they have an answer, with the pacers alone: thousands of calls take no time. Resolves
 * with when each request was served or refused, and the calls that failed after three retries.
 */
export async function tryLimit({ limiter, tellsRetryAfter, processes, minutes, callers = 32, pacing = 'auto' }: Trial) {
  // 20.5 seconds into a window.
  const startsAt = 20_500;
  let now = startsAt;
  const timers = new Set<Timer>();
  const setTimer = (callback: () => void, delayMs: number): Timer => {
    const timer = { at: now + Math.max(1, delayMs), callback };
    timers.add(timer);
    return timer;
  };
  const clock = {
    Date: { now: () => Math.floor(now) },
    setTimeout: setTimer,
    clearTimeout: (timer: unknown) => void timers.delete(timer as Timer),
  };
  const sleep = (delayMs: number) => new Promise<void>((resolve) => setTimer(resolve, delayMs));
  const served: number[] = [];
  const refused: number[] = [];
  let failed = 0;
  const { signal } = new AbortController();
  setMaxListeners(0, signal);
  const isOver = (): boolean => now >= startsAt + minutes * 60_000;
  const work = async (pacer: ReturnType<typeof openPacer>): Promise<void> => {
    while (!isOver()) {
      for (let attempt = 1; ; attempt++) {
        const release = await pacer.reserve('server', 1, signal, { priority: 0, attempt });
        await sleep(25);
        const waitMs = limiter(now);
        (waitMs === 0 ? served : refused).push(now);
        await sleep(25);
        const headers = new Headers(
          waitMs > 0 && tellsRetryAfter ? { 'retry-after': `${Math.ceil(waitMs / 1000)}` } : {},
        );
        pacer.observe!('server', { status: waitMs === 0 ? 200 : 429, headers }, release);
        release();
        if (waitMs === 0) break;
        if (attempt === 4) {
          failed++;
          break;
        }
        await sleep(tellsRetryAfter ? Math.ceil(waitMs / 1000) * 1000 : 500 * 2 ** (attempt - 1));
      }
    }
  };
  for (let count = 0; count < processes; count++) {
    const pacer = openPacer(pacing, {
      clock,
      maxRetryAfterMs: 60_000,
      retryAfter,
      checkOptions,
      RuncrateError,
      docsUrl,
    });
    for (let caller = 0; caller < callers; caller++) void work(pacer);
  }
  while (!isOver()) {
    for (let count = 0; count < 12; count++) await Promise.resolve();
    let next: Timer | undefined;
    for (const timer of timers) if (next === undefined || timer.at < next.at) next = timer;
    timers.delete(next!);
    now = Math.max(now, next!.at);
    next!.callback();
  }
  return { served, refused, failed, startsAt };
}
