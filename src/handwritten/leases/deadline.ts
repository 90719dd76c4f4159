import type { Clock } from '../core/clock.js';

/**
 * Calls `onEnd` once the clock has reached a time. Returns what to call to stop it. The clock is read again and again: a
 * timer pauses while a laptop sleeps, and none may be longer than 24.8 days.
 */
export function watchDeadline(clock: Clock, endsAt: number, keepAlive: boolean, onEnd: () => void): () => void {
  let timer: unknown;
  const tick = (): void => {
    const leftMs = endsAt - clock.Date.now();
    if (leftMs <= 0) return onEnd();
    timer = clock.setTimeout(tick, Math.min(leftMs, tickMs(leftMs)), true);
    // A browser's timer is a number.
    if (!keepAlive) (timer as { unref?: () => unknown }).unref?.();
  };
  tick();
  return () => clock.clearTimeout(timer);
}

/** A hundredth of what is left, from 15 seconds to 10 minutes: how late the end may be seen after a sleep. */
function tickMs(leftMs: number): number {
  return Math.max(15_000, Math.min(leftMs / 100, 600_000));
}
