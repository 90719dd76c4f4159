import type { Log } from './log.js';

/**
 * Calls a callback of the caller's, synchronously. What it throws or rejects with is logged, so that no response that
 * was billed is lost.
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
