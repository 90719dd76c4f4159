import type { Platform } from '../../platform/platform.js';

/** What reading a caller's files needs. */
export interface FileContext {
  readonly platform: Platform;
  readonly localFiles: boolean;
  readonly signal: AbortSignal | undefined;
}
