import { batchRunner } from './handwritten/batch/run-batch.js';
import { nodeLines } from './handwritten/platform/node-lines.js';

export { BatchError } from './handwritten/batch/errors.js';
export type * from './handwritten/batch/public.js';

/** Runs a batch of requests, of and to files or not. */
export const runBatch = batchRunner(nodeLines);
