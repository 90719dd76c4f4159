import type { Clock } from '../core/clock.js';
import type { docsUrl, RuncrateError } from '../core/errors/errors.js';
import type * as retryAfter from '../core/errors/retry-after.js';
import type { checkOptions } from '../core/options/check.js';

/** What reads the headers of a response. */
export type RetryAfter = typeof retryAfter;

/**
 * What the client gives to its pacer. Were it imported, bundlers would move it to files of its own, and the client would
 * be larger for everybody.
 */
export interface Given {
  readonly clock: Clock;
  /** For longer, a response holds only its own call. */
  readonly maxRetryAfterMs: number;
  readonly retryAfter: RetryAfter;
  readonly checkOptions: typeof checkOptions;
  readonly RuncrateError: typeof RuncrateError;
  readonly docsUrl: typeof docsUrl;
}
