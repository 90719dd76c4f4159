/** How a client tells the time and waits. Its members are named as those of the platform, which thus is one as it is. */
export interface Clock {
  readonly Date: {
    /** Milliseconds since 1970. */
    now(): number;
  };
  /** `isLimit`: not to wait, but to end a wait that takes too long. The platform hands it to `callback`. */
  setTimeout(callback: () => void, delayMs: number, isLimit?: boolean): unknown;
  clearTimeout(timer: unknown): void;
}

/** The option that the simulator of `@runcrate/sdk/testing` sets: no wait takes real time. A copy of the options has it too. */
export const clockOption = Symbol.for('@runcrate/sdk/clock');

/** The clock of the platform, looked up at each call: a test may replace the timers. */
export const systemClock = globalThis as unknown as Clock;
