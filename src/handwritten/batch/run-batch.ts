import type { Route, RouteArguments } from '../resources/route.js';
import { Batch } from './batch.js';
import { BatchError } from './errors.js';
import type { BatchFiles } from './files.js';
import type { BatchItem } from './item.js';
import { resolveOptions, type BatchContext, type BatchOptions } from './options.js';
import type { Total } from './progress.js';
import {
  operationWork,
  wireWork,
  type BatchAnswer,
  type BatchClient,
  type BatchResponse,
  type Run,
  type Work,
} from './requests.js';
import { fileSystem, Source } from './source.js';
import { callbackStore, openStore, type Store } from './store.js';
import type { BatchSummary } from './summary.js';

/**
 * Runs a batch of requests: several at a time, with a line of output each, and goes on where a former run of the same
 * files stopped. What is done is not repeated. What failed is, if that can't be billed twice. What may have been billed
 * without a response is listed, and repeated only with `onUnknown: 'retry'`.
 *
 * Resolves when the input is at its end, or `signal` or an error of `stopOn` stopped the batch and what was in progress
 * is finished. Rejects with a `BatchError` if an item or a file is not usable.
 *
 * @example
 * ```ts
 * import { runBatch } from '@runcrate/sdk/batch';
 *
 * const summary = await runBatch({ client: rc, input: 'prompts.jsonl', output: 'answers.jsonl' });
 * console.log(`${summary.done} done, ${summary.failed} failed, ${summary.unknown} of unknown outcome`);
 * ```
 */
export interface RunBatch {
  /** Calls a function of your own for each item. */
  <Item, Response>(
    options: BatchOptions<Item, Response> & {
      /** Does the work of one item. What it returns is written as JSON. */
      readonly run: (item: Item, context: BatchContext) => Response | Promise<Response>;
    },
  ): Promise<BatchSummary>;
  /** Calls one operation: the `body` of each item is its parameters, in camelCase. */
  <R extends Route>(
    options: BatchOptions<BatchItem<RouteArguments<R>>, BatchAnswer<R>> & {
      /** The client that sends the requests. */
      readonly client: BatchClient;
      /** Method and path, as for `rc.request`: `POST /embeddings`. */
      readonly operation: R;
    },
  ): Promise<BatchSummary>;
  /** Sends the items of a file of OpenAI's batch API, each to its own `url`, with the names of the wire. */
  (
    options: BatchOptions<BatchItem, BatchResponse> & {
      /** The client that sends the requests. */
      readonly client: BatchClient;
    },
  ): Promise<BatchSummary>;
}

interface AnyOptions extends BatchOptions<never, never> {
  readonly run?: Run;
  readonly client?: BatchClient;
  readonly operation?: string;
}

/** `runBatch` of a platform. */
export function batchRunner(files: BatchFiles | undefined): RunBatch {
  return async (options: object) => runOn(files, options as AnyOptions);
}

async function runOn(files: BatchFiles | undefined, options: AnyOptions): Promise<BatchSummary> {
  const { input, output, id, onProgress } = options;
  const config = resolveOptions(options);
  const { run, problemOf = () => undefined } = workOf(options);
  const open = (): Source => new Source(input, files, id, problemOf);
  const source = open();
  const toCheck = typeof input === 'string' ? open() : undefined;
  if (typeof input === 'string') await checkPath(input, fileSystem(files, 'input'));
  const total: Total = { all: options.total ?? (Array.isArray(input) ? input.length : undefined) };
  const store =
    typeof output === 'string' ? await openStore(output, fileSystem(files, 'output')) : callbackStore(output);
  try {
    if (config.onUnknown === 'stop' && store.unknownIds.size > 0) throw unknownError(store);
    return await new Batch({ config, source, toCheck, total, store, run, onProgress }).run();
  } finally {
    await store.close();
  }
}

async function checkPath(path: string, files: BatchFiles): Promise<void> {
  if ((await files.sizeOf(path)) === undefined) {
    throw new BatchError({ reason: 'input', message: `The input ${JSON.stringify(path)} does not exist.` });
  }
}

function workOf({ run, client, operation }: AnyOptions): Work {
  if (typeof run === 'function') return { run };
  if (client === undefined) throw new BatchError({ reason: 'input', message: 'Pass `run`, or the `client`.' });
  return operation === undefined ? wireWork(client) : operationWork(client, operation);
}

function unknownError({ unknownIds }: Store): BatchError {
  const ids = [...unknownIds];
  const message = `${ids.length} items may have been billed without a response: ${ids.slice(0, 3).join(', ')}${ids.length > 3 ? ' …' : ''}`;
  const hint = "Pass `onUnknown: 'retry'` to send them again, or `'skip'` to leave them out.";
  return new BatchError({ reason: 'unknown', ids, message, hint, outcomeUnknown: true });
}
