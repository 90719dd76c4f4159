/** How a client tells the time and waits. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  /** `isLimit`: not to wait, but to end a wait that takes too long. */
  setTimeout(callback: () => void, delayMs: number, isLimit?: boolean): unknown;
  clearTimeout(timer: unknown): void;
}

/** The option that the simulator of `@runcrate/sdk/testing` sets: no wait takes real time. */
export const clockOption = Symbol.for('@runcrate/sdk/clock');

/** The clock of the platform, looked up at each call: a test may replace the timers. */
export const systemClock: Clock = {
  now: () => Date.now(),
  setTimeout: (callback, delayMs) => setTimeout(callback, delayMs),
  clearTimeout: (timer) => clearTimeout(timer as number | undefined),
};
