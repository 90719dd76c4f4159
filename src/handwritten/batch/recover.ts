import { BatchError } from './errors.js';
import type { BatchFiles } from './files.js';
import type { Ledger } from './ledger.js';
import { readLine, type Started } from './line.js';

/** At most this many ids are kept in memory. */
const maxIds = 1000;

/** How a line of the output begins: what begins otherwise, a batch never wrote. */
const lineStart = '{"custom_id":';

/**
 * The length that the output had when the journal began: an older line of an item is not about the start that the
 * journal tells. Undefined without a journal.
 */
export async function journalStart(path: string, files: BatchFiles): Promise<number | undefined> {
  for await (const [first] of files.readLines(path)) {
    const bytes = (parsed(first?.text ?? '') as { readonly outputBytes?: unknown } | null)?.outputBytes;
    if (typeof bytes === 'number') return bytes;
    throw outputError(`${JSON.stringify(path)} is no journal of a batch.`);
  }
  return undefined;
}

/** The items that were started since the journal began. A torn mark was never followed by its request. */
export async function* journalMarks(path: string, files: BatchFiles): AsyncGenerator<Started, void, undefined> {
  for await (const lines of files.readLines(path)) {
    for (const { text, isWhole } of lines) {
      const mark = isWhole ? parsed(text) : undefined;
      if (!Array.isArray(mark)) continue;
      const [id, hash] = mark as [string, string];
      yield { id, hash };
    }
  }
}

/** Reads what former runs wrote into the ledger. Resolves to how much of the file to keep: not a torn last line. */
export async function readOutput(
  path: string,
  files: BatchFiles,
  ledger: Ledger,
  unknownIds: Set<string>,
  began = Infinity,
): Promise<{ readonly bytes: number; readonly isWhole: boolean }> {
  const kept = { bytes: 0, isWhole: true };
  for await (const lines of files.readLines(path)) {
    for (const { text, end, isWhole } of lines) {
      const line = readLine(text);
      if (line === undefined && text.trim() !== '') {
        if (isWhole || !(text.startsWith(lineStart) || lineStart.startsWith(text))) throw noOutput(path, text);
        continue;
      }
      if (line !== undefined) {
        // What is done stays done.
        if (ledger.stateOf(line.id) !== 'done') ledger.set(line.id, line.state, line.input);
        if (kept.bytes >= began) ledger.flag(line.id, 'answered');
        if (line.state === 'unknown') remember(unknownIds, line.id);
        else unknownIds.delete(line.id);
      }
      kept.bytes = end;
      kept.isWhole = isWhole;
    }
  }
  if (began !== Infinity && began > kept.bytes) {
    throw outputError(`${JSON.stringify(path)} is shorter than when its journal began: what was done is lost.`);
  }
  return kept;
}

/** Adds an id, if there is room. */
export function remember(ids: Set<string>, id: string): void {
  if (ids.size < maxIds) ids.add(id);
}

function outputError(message: string): BatchError {
  return new BatchError({ reason: 'output', message, hint: 'Pass another `output`, or restore the file.' });
}

/** Of a lock, the cause says what to do. */
export function writeError(path: string, cause: unknown): BatchError {
  const { message: why, code } = cause as NodeError;
  const message = `${JSON.stringify(path)} can't be written: ${why}`;
  const hint = 'Pass an `output` in a folder that exists, can be written, and has room.';
  return new BatchError({ reason: 'output', message, cause, ...(code !== undefined && { hint }) });
}

interface NodeError {
  readonly message: string;
  readonly code?: string;
}

function noOutput(path: string, text: string): BatchError {
  return outputError(`${JSON.stringify(path)} has a line that is no result of a batch: ${text.slice(0, 40)}`);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
