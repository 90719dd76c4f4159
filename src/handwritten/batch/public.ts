export type { BatchErrorReason } from './errors.js';
export type { BatchItem, BatchLine, BatchLineError } from './item.js';
export type { BatchContext, BatchOptions, BatchShard } from './options.js';
export type { BatchAnswer, BatchClient, BatchResponse } from './requests.js';
export type { RunBatch } from './run-batch.js';
export type { BatchCounts, BatchProgress, BatchSummary, BatchTokens } from './summary.js';
