import { RuncrateError } from '../core/errors/errors.js';
import type { RequestOptions } from '../core/operation/operation.js';
import { AuthenticationError, InsufficientCreditsError, PermissionDeniedError } from '../core/errors/api-error.js';
import type { BatchLine } from './item.js';
import type { BatchProgress } from './summary.js';

/** Options of `runBatch`, beside `run` or `client`. */
export interface BatchOptions<Item, Response> {
  /**
   * The items: an array, an iterable, an async iterable, or the path of a JSONL file. An item is read when it is
   * needed, so an iterable may be endless. A file is checked to its end before anything is sent.
   */
  readonly input: string | Iterable<Item> | AsyncIterable<Item>;
  /**
   * Where the results go: the path of a JSONL file, which a later run continues, or a function. A function is awaited
   * before the next item is read.
   */
  readonly output: string | ((line: BatchLine<Response>) => unknown);
  /** The id of an item. Default: its `custom_id`. */
  readonly id?: ((item: Item) => string) | undefined;
  /** Items in progress at once. Default: 8. */
  readonly concurrency?: number | undefined;
  /** Stops the batch: no other item is started, those in progress are finished. */
  readonly signal?: AbortSignal | undefined;
  /** Called after each item. */
  readonly onProgress?: ((progress: BatchProgress) => void) | undefined;
  /**
   * What happens to an item of a former run that may have been billed without a response: it is sent again (`retry`),
   * left out (`skip`), or the batch rejects before anything is sent (`stop`). Default: `skip`.
   */
  readonly onUnknown?: 'retry' | 'skip' | 'stop' | undefined;
  /** Takes every item whose id has this remainder: `index` of 0 to `count` - 1. Each shard has an output of its own. */
  readonly shard?: BatchShard | undefined;
  /** How many items the input has, for `onProgress`. Default: the length of an array, the items of a file. */
  readonly total?: number | undefined;
  /**
   * Whether the other items would fail with the same error, so that the batch stops. Default: 401, 402 and 403, a wrong
   * key or too few credits.
   */
  readonly stopOn?: ((error: unknown) => boolean) | undefined;
}

/** A share of the items. */
export interface BatchShard {
  /** 0 to `count` - 1. */
  readonly index: number;
  /** How many shares there are. */
  readonly count: number;
}

/** What `run` gets beside the item. */
export interface BatchContext {
  /** The id of the item. */
  readonly id: string;
  /** Whether it may have been carried out before, by a run whose `onUnknown` is not this one's `retry`. */
  readonly mayBeBilled: boolean;
  /** Pass them to the call, so that `attempts` has its retries. */
  readonly options: RequestOptions;
}

/** The options, checked. */
export interface BatchConfig {
  readonly concurrency: number;
  readonly onUnknown: 'retry' | 'skip' | 'stop';
  readonly shard: BatchShard | undefined;
  readonly stopOn: (error: unknown) => boolean;
  readonly signal: AbortSignal | undefined;
}

/** Checks what a plain JavaScript program may have got wrong. */
export function resolveOptions(options: BatchOptions<never, never>): BatchConfig {
  const { concurrency = 8, onUnknown = 'skip', shard, stopOn = isHopeless, signal, output } = options;
  if (!Number.isInteger(concurrency) || concurrency < 1) throw invalid('`concurrency` must be 1 or a greater integer.');
  if (!['retry', 'skip', 'stop'].includes(onUnknown)) throw invalid('`onUnknown` must be "retry", "skip" or "stop".');
  if (!/^(string|function)$/.test(typeof output)) throw invalid('`output` must be a path or a function.');
  if (shard !== undefined) {
    const { index, count } = shard;
    if (!Number.isInteger(index) || !Number.isInteger(count) || index < 0 || index >= count) {
      throw invalid(
        `\`shard\` must have a \`count\`, and an \`index\` of 0 to \`count\` - 1, and not ${index} of ${count}.`,
      );
    }
  }
  return { concurrency, onUnknown, shard, stopOn, signal };
}

function isHopeless(error: unknown): boolean {
  return [AuthenticationError, InsufficientCreditsError, PermissionDeniedError].some((kind) => error instanceof kind);
}

function invalid(message: string): RuncrateError {
  return new RuncrateError(message);
}
