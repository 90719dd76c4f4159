import type { Files } from '../platform/platform.js';

/** What reading a caller's files needs. */
export interface FileContext {
  /** Absent where the platform has none. */
  readonly files: Files | undefined;
  readonly localFiles: boolean;
  readonly toBase64: (bytes: Uint8Array) => string;
}
