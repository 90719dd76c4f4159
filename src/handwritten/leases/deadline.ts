import type { Clock } from '../core/clock.js';

/**
 * The longest time between two readings of the clock. A timer pauses while a laptop sleeps, and none may be longer than
 * 24.8 days.
 */
const longestTickMs = 15_000;

/** Calls `onEnd` once the clock has reached a time. Returns what to call to stop it. */
export function watchDeadline(clock: Clock, endsAt: number, keepAlive: boolean, onEnd: () => void): () => void {
  let timer: unknown;
  const tick = (): void => {
    const leftMs = endsAt - clock.Date.now();
    if (leftMs <= 0) return onEnd();
    timer = clock.setTimeout(tick, Math.min(leftMs, longestTickMs), true);
    // A browser's timer is a number.
    if (!keepAlive) (timer as { unref?: () => unknown }).unref?.();
  };
  tick();
  return () => clock.clearTimeout(timer);
}
