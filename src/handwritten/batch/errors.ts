import { brand, docsUrl, RuncrateError, type ErrorInit } from '../core/errors/errors.js';
import type { BatchSummary } from './summary.js';

/**
 * Why a batch did not run to its end: an item can't be read (`input`), has the id of another one (`duplicate`) or is
 * not the item that its result is of (`changed`); a result can't be written or read (`output`); or there are items of
 * unknown outcome, with `onUnknown: 'stop'` (`unknown`).
 */
export type BatchErrorReason = 'input' | 'duplicate' | 'changed' | 'output' | 'unknown';

/** A batch that can't go on. The requests in flight were finished, and their results written where that is possible. */
export class BatchError extends RuncrateError {
  static {
    brand(this, 'BatchError', docsUrl('batches'));
  }

  /** Why it can't go on. */
  readonly reason: BatchErrorReason;
  /** The ids that it is about, at most 1,000. */
  readonly ids: readonly string[];
  /** What was done before; undefined if nothing was sent. */
  declare summary?: BatchSummary;

  /** @internal */
  constructor(init: ErrorInit & { readonly reason: BatchErrorReason; readonly ids?: readonly string[] }) {
    super(init);
    this.reason = init.reason;
    this.ids = init.ids ?? [];
  }
}
