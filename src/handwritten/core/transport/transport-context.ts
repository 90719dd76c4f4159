import type { Platform } from '../../platform/platform.js';
import type { AttemptScope } from '../response/attempt-scope.js';
import type { Config } from '../options/config.js';
import type { Transport } from '../operation/operation.js';

/** What the attempts of all calls have in common. */
export interface TransportContext extends Transport {
  readonly config: Config;
  readonly platform: Platform;
  /** Origins that were found to be their `www.` twin, or the other way round. */
  readonly movedTo: Map<string, string>;
  /** The life of one attempt, which ends when the client is closed. */
  newScope(signal: AbortSignal | undefined): AttemptScope;
  /** Waits; rejects when the signal is aborted or the client closed. */
  sleep(delayMs: number, signal: AbortSignal | undefined): Promise<void>;
}
