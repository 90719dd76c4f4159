import { isRecord } from '../core/json-object.js';
import { RuncrateError } from '../core/errors/errors.js';
import type { BatchLine, BatchLineError } from './item.js';
import type { Entry } from './source.js';
import type { ItemState } from './ledger.js';

/** The line of an item with a response. */
export function doneLine({ id, input }: Entry, response: unknown, attempts: number): BatchLine {
  const usage = usageOf(response);
  return { custom_id: id, response: response ?? null, error: null, attempts, usage, input_hash: hexOf(input) };
}

/** The line of an item that failed. */
export function failedLine({ id, input }: Pick<Entry, 'id' | 'input'>, error: unknown, attempts: number): BatchLine {
  const failure = lineError(error);
  return { custom_id: id, response: null, error: failure, attempts, usage: null, input_hash: hexOf(input) };
}

/** The line of an item that was started, and whose process was killed. */
export function lostLine(id: string, input: number): BatchLine {
  const message = 'The process ended while the request was in progress. It may have been carried out, and billed.';
  return failedLine({ id, input }, new RuncrateError({ message, outcomeUnknown: true }), 1);
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
  return { id, state, input: parseInt(hash, 16) };
}

export function hexOf(hash: number): string {
  return hash.toString(16).padStart(8, '0');
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
