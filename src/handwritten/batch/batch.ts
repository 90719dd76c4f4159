import { BatchError } from './errors.js';
import { checkedEntry, checkFile } from './check.js';
import { isInShard } from './hash.js';
import { withoutBinary } from './json.js';
import type { BatchLine } from './item.js';
import { doneLine, failedLine, hexOf, type Started } from './line.js';
import type { BatchConfig, BatchContext } from './options.js';
import { Tally, type Total } from './progress.js';
import { remember } from './recover.js';
import type { HeadListener } from '../core/operation/operation.js';
import type { Run } from './requests.js';
import type { Entry, Source } from './source.js';
import type { Store } from './store.js';
import type { BatchProgress, BatchSummary } from './summary.js';

/** What a batch is put together from. */
export interface BatchParts {
  readonly config: BatchConfig;
  readonly source: Source;
  /** The same again, if it can be read twice. */
  readonly toCheck: Source | undefined;
  readonly total: Total;
  readonly store: Store;
  readonly run: Run;
  readonly onProgress: ((progress: BatchProgress) => void) | undefined;
}

/** One run over the items: as many at once as there are slots, and none is read before a slot is free. */
export class Batch {
  readonly #parts: BatchParts;
  readonly #tally: Tally;
  readonly #unknownIds = new Set<string>();
  #active = 0;
  /** Whether the next item is awaited. */
  #isReading = false;
  #isComplete = false;
  /** Set when no other item is started. */
  #stop: { readonly by: unknown } | undefined;
  #failure: { readonly error: unknown } | undefined;
  #end: () => void = () => {};

  constructor(parts: BatchParts) {
    this.#parts = parts;
    this.#tally = new Tally(parts.total);
  }

  /** Resolves when nothing is in progress any more. Rejects with what made the batch impossible. */
  async run(): Promise<BatchSummary> {
    const { config, source, toCheck, total, store } = this.#parts;
    const { signal } = config;
    const onAbort = (): void => this.#stopBy(signal?.reason);
    if (signal?.aborted === true) onAbort();
    signal?.addEventListener('abort', onAbort);
    try {
      if (toCheck) total.mine ??= await checkFile(toCheck, store.ledger, config);
      await new Promise<void>((resolve) => {
        this.#end = resolve;
        this.#fill();
      });
    } finally {
      signal?.removeEventListener('abort', onAbort);
      source.close();
    }
    const summary = this.#summary();
    if (this.#failure === undefined) return summary;
    const { error } = this.#failure;
    if (error instanceof BatchError) error.summary = summary;
    throw error;
  }

  /** Starts items as long as a slot is free, and ends the batch if none is left. */
  #fill(): void {
    const { config, source } = this.#parts;
    try {
      while (this.#active < config.concurrency && !this.#isReading && !this.#isEnding) {
        const next = source.next();
        if (next instanceof Promise) this.#await(next);
        else this.#take(next);
      }
    } catch (error) {
      this.#failure ??= { error };
    }
    if (this.#active === 0 && this.#isEnding) this.#end();
  }

  #await(next: Promise<Entry | undefined>): void {
    this.#isReading = true;
    next
      .then((entry) => {
        this.#isReading = false;
        if (!this.#isEnding) this.#take(entry);
      })
      .catch((error: unknown) => {
        this.#failure ??= { error };
      })
      .finally(() => this.#fill());
  }

  #take(entry: Entry | undefined): void {
    if (entry === undefined) this.#isComplete = true;
    else if (this.#isToDo(entry)) void this.#work(entry);
  }

  /** Whether an item is to be sent. Counts it if not. */
  #isToDo(entry: Entry): boolean {
    const { config, source, store } = this.#parts;
    const { id } = entry;
    this.#tally.read++;
    if (!isInShard(id, config.shard)) return false;
    this.#tally.taken++;
    const state = checkedEntry(entry, source, store.ledger, 'seen');
    if (state === 'done') {
      this.#tally.counts.skipped++;
      return false;
    }
    if (state !== 'unknown' || config.onUnknown === 'retry') return true;
    this.#tally.counts.unknown++;
    remember(this.#unknownIds, id);
    return false;
  }

  /** Never rejects. */
  async #work({ id, input, item }: Entry): Promise<void> {
    const { store, run, onProgress } = this.#parts;
    this.#active++;
    try {
      const started = { id, hash: hexOf(input) };
      store.start(started);
      let attempts = 1;
      const listener: HeadListener = (response) => void (attempts = response.attemptCount);
      listener.takeHead = (_, count) => void (attempts = count);
      const mayBeBilled = store.ledger.stateOf(id) === 'unknown';
      const context: BatchContext = { id, mayBeBilled, options: { onResponse: listener } };
      let line: BatchLine;
      let text: string;
      try {
        line = doneLine(started, withoutBinary(await run(item as never, context)), attempts);
        text = JSON.stringify(line);
      } catch (error) {
        line = this.#failedLine(started, error, attempts);
        text = JSON.stringify(line);
      }
      const written = store.finish(line, text);
      if (written !== undefined) await (written as Promise<unknown>);
      if (line.error?.outcomeUnknown === true) remember(this.#unknownIds, id);
      this.#tally.add(line);
      onProgress?.(this.#tally.progress());
    } catch (error) {
      this.#failure ??= { error };
    }
    this.#active--;
    this.#fill();
  }

  #failedLine(started: Started, error: unknown, attempts: number): BatchLine {
    if (this.#parts.config.stopOn(error)) this.#stopBy(error);
    const made = (Object(error) as { readonly attempts?: readonly unknown[] }).attempts?.length;
    return failedLine(started, error, made ?? attempts);
  }

  get #isEnding(): boolean {
    return this.#isComplete || this.#stop !== undefined || this.#failure !== undefined;
  }

  /** The first reason counts. */
  #stopBy(by: unknown): void {
    this.#stop ??= { by };
    if (this.#active === 0) this.#end();
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
