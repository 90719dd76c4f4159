/** Tokens, added up from the `usage` of the responses. */
export interface BatchTokens {
  /** Tokens of the prompts, or of the embedded texts. */
  readonly prompt: number;
  /** Tokens that were generated. */
  readonly completion: number;
}

/** Counts of a batch, of this shard. */
export interface BatchCounts {
  /** Items with a response, of this run. */
  readonly done: number;
  /** Items that failed in this run, and were not billed: the next run repeats them. */
  readonly failed: number;
  /** Items that may have been billed without a response, those of former runs that this one read included. */
  readonly unknown: number;
  /** Items with a response of a former run. */
  readonly skipped: number;
  /** The tokens of this run. */
  readonly tokens: BatchTokens;
  /** How long this run has taken, in seconds. */
  readonly seconds: number;
}

/** How far a batch is, after each item. */
export interface BatchProgress extends BatchCounts {
  /** Items with an outcome: done, failed, unknown and skipped. */
  readonly finished: number;
  /**
   * Items in all, if that is known: the length of an array, the items of a file, or `total`. Of a shard of an array, it
   * is estimated from what was read, and exact at the end.
   */
  readonly total: number | undefined;
  /** Items a second that this run sent, on average. */
  readonly rate: number;
  /** Estimated seconds left; undefined if `total` is. */
  readonly secondsLeft: number | undefined;
}

/** What a batch did. */
export interface BatchSummary extends BatchCounts {
  /** Whether the input was read to its end. False if the batch was stopped. */
  readonly isComplete: boolean;
  /** What stopped it: the reason of `signal`, or the error that `stopOn` chose. */
  readonly stoppedBy?: unknown;
  /** The ids of `unknown`, at most 1,000. All of them are in the output. */
  readonly unknownIds: readonly string[];
  /** Items with a line in the output that are not in the input any more. Counted if `isComplete`. */
  readonly missing: number;
}
