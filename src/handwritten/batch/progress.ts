import type { BatchLine } from './item.js';
import type { Length } from './source.js';
import type { BatchCounts, BatchProgress } from './summary.js';

/** Counts what happens to the items of a batch. */
export class Tally {
  readonly #startedAt = Date.now();
  readonly counts = { done: 0, failed: 0, unknown: 0, skipped: 0 };
  readonly #tokens = { prompt: 0, completion: 0 };
  /** Items that are this shard's, of those that were read. */
  taken = 0;
  /** Items that this run sent and that have an outcome. */
  #sent = 0;

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

  progress({ read, total: inputTotal }: Length): BatchProgress {
    const counts = this.now();
    const { done, failed, unknown, skipped, seconds } = counts;
    const finished = done + failed + unknown + skipped;
    const total = inputTotal === undefined ? undefined : Math.round(inputTotal * (this.taken / read));
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
