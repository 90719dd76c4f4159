import { batchRunner } from './handwritten/batch/run-batch.js';

export { BatchError } from './handwritten/batch/errors.js';
export type * from './handwritten/batch/public.js';

/** Runs a batch of requests. Items and results have no files here, in browsers and edge runtimes. */
export const runBatch = batchRunner(undefined);
