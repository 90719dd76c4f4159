import { BatchError } from './errors.js';
import { isInShard } from './hash.js';
import { withoutBinary } from './json.js';
import type { BatchLine } from './item.js';
import { doneLine, failedLine } from './line.js';
import type { BatchConfig, BatchContext } from './options.js';
import { Tally } from './progress.js';
import { remember } from './recover.js';
import type { Run } from './requests.js';
import type { Entry, Length } from './source.js';
import type { Store } from './store.js';
import type { BatchProgress, BatchSummary } from './summary.js';

/** What a batch is put together from. */
export interface BatchParts {
  readonly config: BatchConfig;
  readonly entries: AsyncGenerator<Entry, void, undefined>;
  readonly length: Length;
  readonly store: Store;
  readonly run: Run;
  readonly onProgress: ((progress: BatchProgress) => void) | undefined;
}

/** One run over the items: as many at once as there are slots, and none is read before a slot is free. */
export class Batch {
  readonly #parts: BatchParts;
  readonly #tally = new Tally();
  readonly #unknownIds = new Set<string>();
  #active = 0;
  #isComplete = false;
  /** Set when no other item is started. */
  #stop: { readonly by: unknown } | undefined;
  #failure: { readonly error: unknown } | undefined;
  #wake: (() => void) | undefined;

  constructor(parts: BatchParts) {
    this.#parts = parts;
  }

  /** Resolves when nothing is in progress any more. Rejects with what made the batch impossible. */
  async run(): Promise<BatchSummary> {
    const { signal } = this.#parts.config;
    const onAbort = (): void => this.#end({ by: signal?.reason });
    if (signal?.aborted === true) onAbort();
    signal?.addEventListener('abort', onAbort);
    try {
      await this.#readAll();
    } catch (error) {
      this.#fail(error);
    }
    while (this.#active > 0) await this.#change();
    signal?.removeEventListener('abort', onAbort);
    const summary = this.#summary();
    if (this.#failure === undefined) return summary;
    const { error } = this.#failure;
    if (error instanceof BatchError) error.summary = summary;
    throw error;
  }

  async #readAll(): Promise<void> {
    const { config, entries } = this.#parts;
    try {
      for (;;) {
        while (this.#active >= config.concurrency && !this.#isEnding) await this.#change();
        if (this.#isEnding) return;
        const entry = await this.#orEnd(entries.next());
        if (entry === undefined) return;
        if (entry.done === true) break;
        if (this.#isToDo(entry.value)) void this.#work(entry.value);
      }
      this.#isComplete = true;
    } finally {
      // Not awaited: a source that waits for its next item would not end before that.
      entries.return().catch(() => undefined);
    }
  }

  /** Whether an item is to be sent. Counts it if not. */
  #isToDo({ id, input }: Entry): boolean {
    const { config, store } = this.#parts;
    if (!isInShard(id, config.shard)) return false;
    const { ledger } = store;
    this.#tally.taken++;
    if (ledger.flag(id, 'seen')) throw refusal('duplicate', id, 'is there twice. Give each item an id of its own.');
    const state = ledger.stateOf(id);
    if (state === 'done') {
      if (ledger.inputOf(id) !== input) throw refusal('changed', id, changed);
      this.#tally.counts.skipped++;
      return false;
    }
    if (state !== 'unknown' || config.onUnknown === 'retry') return true;
    this.#tally.counts.unknown++;
    remember(this.#unknownIds, id);
    return false;
  }

  /** Never rejects. */
  async #work(entry: Entry): Promise<void> {
    const { store, length, onProgress } = this.#parts;
    this.#active++;
    try {
      await store.start(entry.id, entry.input);
      const line = await this.#lineOf(entry);
      await store.finish(line.value, line.text);
      if (line.value.error?.outcomeUnknown === true) remember(this.#unknownIds, entry.id);
      this.#tally.add(line.value);
      onProgress?.(this.#tally.progress(length));
    } catch (error) {
      this.#fail(error);
    }
    this.#active--;
    this.#wake?.();
  }

  async #lineOf(entry: Entry): Promise<{ readonly value: BatchLine; readonly text: string }> {
    const { run, store, config } = this.#parts;
    let attempts = 1;
    const context: BatchContext = {
      id: entry.id,
      mayBeBilled: store.ledger.stateOf(entry.id) === 'unknown',
      options: { onResponse: (response) => (attempts = response.attemptCount) },
    };
    let error: unknown;
    try {
      const response = withoutBinary(await run(entry.item as never, context));
      const value = doneLine(entry, response, attempts);
      return { value, text: JSON.stringify(value) };
    } catch (thrown) {
      error = thrown;
    }
    if (config.stopOn(error)) this.#end({ by: error });
    const made = (Object(error) as { readonly attempts?: readonly unknown[] }).attempts?.length;
    const value = failedLine(entry, error, made ?? attempts);
    return { value, text: JSON.stringify(value) };
  }

  get #isEnding(): boolean {
    return this.#stop !== undefined || this.#failure !== undefined;
  }

  /** The first reason counts. */
  #end(stop: { readonly by: unknown }): void {
    this.#stop ??= stop;
    this.#wake?.();
  }

  #fail(error: unknown): void {
    this.#failure ??= { error };
    this.#wake?.();
  }

  /** Resolves when an item has ended, or the batch is to end. */
  #change(): Promise<void> {
    return new Promise((resolve) => (this.#wake = resolve));
  }

  /** What a promise resolves to, or undefined if the batch is to end before that. */
  async #orEnd<Result>(promise: Promise<Result>): Promise<Result | undefined> {
    let settled: { readonly result: Result } | undefined;
    const settling = promise.then((result) => {
      settled = { result };
      this.#wake?.();
    });
    settling.catch((error: unknown) => this.#fail(error));
    while (settled === undefined && !this.#isEnding) await this.#change();
    return settled?.result;
  }

  #summary(): BatchSummary {
    const { store } = this.#parts;
    return {
      ...this.#tally.now(),
      isComplete: this.#isComplete,
      ...(this.#stop !== undefined && { stoppedBy: this.#stop.by }),
      unknownIds: [...this.#unknownIds],
      missing: this.#isComplete ? store.ledger.countUnseen() : 0,
    };
  }
}

const changed =
  'is not the item that the output has the result of. Pass another `output`, or give the changed item another id.';

function refusal(reason: 'duplicate' | 'changed', id: string, text: string): BatchError {
  return new BatchError({ reason, ids: [id], message: `The item ${JSON.stringify(id)} ${text}` });
}
