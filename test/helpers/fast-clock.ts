import { afterAll, beforeAll, expect } from 'vitest';

/** The timers of the SDK, and no others: real sockets keep their own timers. */
export interface FastClock {
  /** The delays of the timers that are set. */
  readonly pending: () => readonly number[];
  /** Makes the timeouts of attempts fire now. */
  readonly expire: () => void;
}

/** Shorter than any timeout, and longer than any delay before a retry of these tests. */
const shortestTimeoutMs = 20_000;
const factor = 1000;

/**
 * Delays of the SDK take a thousandth of their time, and timeouts fire when the test calls `expire`: the requests are
 * then the same on a fast machine and on a slow one.
 */
export function useFastClock(): FastClock {
  const { setTimeout, clearTimeout } = globalThis;
  const timers = new Map<unknown, { readonly delayMs: number; readonly run: () => void }>();
  beforeAll(() => {
    const set = (run: (...args: unknown[]) => void, delayMs: number, ...args: unknown[]): unknown => {
      if (!isOfSdk()) return setTimeout(run, delayMs, ...args);
      const fire = (): void => {
        timers.delete(timer);
        run();
      };
      const timer = setTimeout(fire, delayMs < shortestTimeoutMs ? delayMs / factor : 2 ** 31 - 1);
      timers.set(timer, { delayMs, run: fire });
      return timer;
    };
    const clear = (timer: Parameters<typeof clearTimeout>[0]): void => {
      timers.delete(timer);
      clearTimeout(timer);
    };
    Object.assign(globalThis, { setTimeout: set, clearTimeout: clear });
  });
  afterAll(() => {
    Object.assign(globalThis, { setTimeout, clearTimeout });
    expect(timers.size).toBe(0);
  });
  return {
    pending: () => [...timers.values()].map(({ delayMs }) => delayMs),
    expire() {
      for (const [timer, { delayMs, run }] of timers) {
        if (delayMs < shortestTimeoutMs) continue;
        clearTimeout(timer as NodeJS.Timeout);
        run();
      }
    },
  };
}

function isOfSdk(): boolean {
  const { prepareStackTrace, stackTraceLimit } = Error;
  // The test runner finds the source of every frame, which takes longer than what most tests do.
  Error.prepareStackTrace = (_, frames) => frames[0]?.getFileName();
  Error.stackTraceLimit = 1;
  try {
    const error: { stack?: unknown } = {};
    // Above the replacement of `setTimeout` is its caller.
    Error.captureStackTrace(error, globalThis.setTimeout);
    return String(error.stack).includes('/src/handwritten/');
  } finally {
    Error.prepareStackTrace = prepareStackTrace;
    Error.stackTraceLimit = stackTraceLimit;
  }
}
