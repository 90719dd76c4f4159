import { isRecord } from '../core/json-object.js';
import { RuncrateError } from '../core/errors/errors.js';
import type { BatchLine, BatchLineError } from './item.js';
import type { ItemState } from './ledger.js';

/** An item that was started, with the hash of its content as files have it. */
export interface Started {
  readonly id: string;
  readonly hash: string;
}

/** The line of an item with a response. */
export function doneLine({ id, hash }: Started, response: unknown, attempts: number): BatchLine {
  const usage = usageOf(response);
  return { custom_id: id, response: response ?? null, error: null, attempts, usage, input_hash: hash };
}

/** The line of an item that failed. */
export function failedLine({ id, hash }: Started, error: unknown, attempts: number): BatchLine {
  const failure = lineError(error);
  return { custom_id: id, response: null, error: failure, attempts, usage: null, input_hash: hash };
}

/** The line of an item that was started, and whose process was killed. */
export function lostLine(started: Started): BatchLine {
  const message = 'The process ended while the request was in progress. It may have been carried out, and billed.';
  return failedLine(started, new RuncrateError({ message, outcomeUnknown: true }), 1);
}

/** The state that a line of a file tells, or undefined if it is no line of a batch. */
export function readLine(
  text: string,
): { readonly id: string; readonly state: ItemState; readonly input: number } | undefined {
  let line: unknown;
  try {
    line = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (!isRecord(line) || typeof line['custom_id'] !== 'string' || !('error' in line)) return undefined;
  const { custom_id: id, error, input_hash: hash } = line as unknown as BatchLine;
  const state = error === null ? 'done' : error.outcomeUnknown ? 'unknown' : 'failed';
  return { id, state, input: inputOf(hash) };
}

/** Eight digits. */
export function hexOf(input: number): string {
  return (input + 2 ** 32).toString(16).slice(1);
}

export function inputOf(hash: string): number {
  return parseInt(hash, 16);
}

/**
 * An error of the SDK says whether the outcome is known. Of any other, thrown by `run`, it is not: it may come from what
 * is done with a response that was paid for.
 */
function lineError(error: unknown): BatchLineError {
  const { name, message, code, statusCode, requestId, outcomeUnknown } = Object(error) as Partial<BatchLineError>;
  return {
    name: name ?? 'Error',
    message: message ?? String(error),
    code,
    statusCode,
    requestId,
    outcomeUnknown: outcomeUnknown ?? !(error instanceof RuncrateError),
  };
}

/** Of the response itself, or of its `body`. */
function usageOf(response: unknown): BatchLine['usage'] {
  const { usage, body } = Object(response) as { readonly usage?: unknown; readonly body?: unknown };
  const found = usage ?? (Object(body) as { readonly usage?: unknown }).usage;
  return isRecord(found) ? found : null;
}
