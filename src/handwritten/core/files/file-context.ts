import type { Platform } from '../../platform/platform.js';

/** What is needed to read a caller's files. */
export interface FileContext {
  readonly platform: Platform;
  readonly localFiles: boolean;
  readonly signal: AbortSignal | undefined;
}
