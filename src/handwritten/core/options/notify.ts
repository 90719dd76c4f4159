import type { Log } from './log.js';

/**
 * Calls a function of the caller's, at once. What it throws, or rejects with, is logged: what was paid for is not lost
 * by it.
 */
export async function notify<T>(
  log: Log,
  option: string,
  listener: ((value: T) => unknown) | undefined,
  value: T,
): Promise<void> {
  try {
    await listener?.(value);
  } catch (error) {
    log.error?.(`\`${option}\` threw.`, error);
  }
}
