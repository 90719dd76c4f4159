import type { BatchLine } from './item.js';
import type { BatchCounts, BatchProgress } from './summary.js';

/** What is known of the number of items. */
export interface Total {
  /** Of all shards together. */
  readonly all: number | undefined;
  /** Of this shard, counted. */
  mine?: number | undefined;
}

/** Counts what happens to the items of a batch. */
export class Tally {
  readonly #startedAt = Date.now();
  readonly counts = { done: 0, failed: 0, unknown: 0, skipped: 0 };
  readonly #tokens = { prompt: 0, completion: 0 };
  readonly #total: Total;
  /** Items that were read, and those of them that are this shard's. */
  read = 0;
  taken = 0;
  /** Items that this run sent and that have an outcome. */
  #sent = 0;

  constructor(total: Total) {
    this.#total = total;
  }

  add({ error, usage }: BatchLine): void {
    this.#sent++;
    this.counts[error === null ? 'done' : error.outcomeUnknown ? 'unknown' : 'failed']++;
    if (usage === null) return;
    this.#tokens.prompt += numberIn(usage, 'prompt_tokens', 'promptTokens');
    this.#tokens.completion += numberIn(usage, 'completion_tokens', 'completionTokens');
  }

  /** The counts so far. */
  now(): BatchCounts {
    return { ...this.counts, tokens: { ...this.#tokens }, seconds: (Date.now() - this.#startedAt) / 1000 };
  }

  progress(): BatchProgress {
    const { all, mine } = this.#total;
    const counts = this.now();
    const { done, failed, unknown, skipped, seconds } = counts;
    const finished = done + failed + unknown + skipped;
    const total = mine ?? (all === undefined ? undefined : Math.round(all * (this.taken / this.read)));
    // A clock that has not moved yet tells no rate.
    const rate = seconds > 0 ? this.#sent / seconds : 0;
    const secondsLeft = total === undefined || rate === 0 ? undefined : Math.max(0, total - finished) / rate;
    return { ...counts, finished, total, rate, secondsLeft };
  }
}

function numberIn(usage: Readonly<Record<string, unknown>>, ...names: readonly string[]): number {
  const found = names.map((name) => usage[name]).find((value) => typeof value === 'number');
  return found ?? 0;
}
