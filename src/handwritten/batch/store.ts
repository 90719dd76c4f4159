import { BatchError } from './errors.js';
import type { Appender, BatchFiles } from './files.js';
import type { BatchLine } from './item.js';
import { Ledger } from './ledger.js';
import { hexOf, lostLine } from './line.js';
import { journalMarks, journalStart, outputError, readOutput, remember } from './recover.js';

/** Where results go, and what former runs left there. */
export interface Store {
  readonly ledger: Ledger;
  /** The ids of unknown outcome that former runs left, at most 1,000. */
  readonly unknownIds: ReadonlySet<string>;
  /** Marks an item as started. Its request may be sent when this resolves. */
  start(id: string, input: number): Promise<void>;
  /** Writes the outcome of an item. `text` is its JSON. */
  finish(line: BatchLine, text: string): Promise<void>;
  close(): Promise<void>;
}

/** Gives each line to a function. Nothing is kept, so there is nothing to continue. */
export function callbackStore(output: (line: BatchLine<never>) => unknown): Store {
  return {
    ledger: new Ledger(),
    unknownIds: new Set(),
    start: async () => {},
    finish: async (line) => {
      await output(line as BatchLine<never>);
    },
    close: async () => {},
  };
}

/**
 * Appends each line to a file. Beside it, while the batch runs, is a journal of the items that were started: one without
 * a line was in progress when the process was killed.
 */
export async function openStore(path: string, files: BatchFiles): Promise<Store> {
  // Two processes would each send what the other one has not finished, and it would be billed twice.
  const unlock = await guarded(path, () => files.lock(`${path}.lock`));
  try {
    const store = await openLocked(path, files);
    return { ...store, close: () => store.close().finally(unlock) };
  } catch (error) {
    await unlock();
    throw error;
  }
}

async function openLocked(path: string, files: BatchFiles): Promise<Store> {
  const journalPath = `${path}.journal`;
  const ledger = new Ledger();
  const unknownIds = new Set<string>();
  const began = await journalStart(journalPath, files);
  const kept = await readOutput(path, files, ledger, unknownIds, began);
  const output = await guarded(path, () => files.openAppender(path, kept.bytes));
  const openJournal = async (): Promise<Appender> => {
    if (!kept.isWhole) await output.append('\n');
    for await (const { id, input } of journalMarks(journalPath, files)) {
      if (ledger.flag(id, 'answered')) continue;
      await output.append(`${JSON.stringify(lostLine(id, input))}\n`);
      ledger.set(id, 'unknown', input);
      remember(unknownIds, id);
    }
    // All at once: with the old journal, what was just appended is read as the outcome of its items.
    await files.replace(journalPath, `${JSON.stringify({ outputBytes: output.size })}\n`);
    return files.openAppender(journalPath);
  };
  const journal = await guarded(journalPath, openJournal).catch(async (error: unknown) => {
    await output.close();
    throw error;
  });
  let areAllWritten = true;
  return {
    ledger,
    unknownIds,
    start: (id, input) => guarded(journalPath, () => journal.append(`${JSON.stringify([id, hexOf(input)])}\n`)),
    finish: (_, text) =>
      guarded(path, () => output.append(`${text}\n`)).catch((error: unknown) => {
        areAllWritten = false;
        throw error;
      }),
    close: () =>
      guarded(path, () => close(output, journal, areAllWritten ? () => files.remove(journalPath) : undefined)),
  };
}

/** Removes the journal only when each started item has its line on the disk. */
async function close(output: Appender, journal: Appender, removeJournal?: () => Promise<void>): Promise<void> {
  await journal.close(removeJournal === undefined);
  await output.close();
  await removeJournal?.();
}

async function guarded<Result>(path: string, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (cause) {
    if (cause instanceof BatchError) throw cause;
    throw outputError(`${JSON.stringify(path)} can't be written: ${(cause as Error).message}`, cause);
  }
}
