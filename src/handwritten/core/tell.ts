import type { Log } from './log.js';

/** Calls a function of the caller's. What it throws is logged: what was paid for is not lost by it. */
export function tell<T>(log: Log, option: string, listener: ((value: T) => void) | undefined, value: T): void {
  try {
    listener?.(value);
  } catch (error) {
    log.error?.(`\`${option}\` threw.`, error);
  }
}
