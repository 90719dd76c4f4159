import { BatchError } from './errors.js';
import type { Appender, BatchFiles } from './files.js';
import type { BatchLine } from './item.js';
import { Ledger } from './ledger.js';
import { inputOf, lostLine, type Started } from './line.js';
import { journalMarks, journalStart, readOutput, remember, writeError } from './recover.js';

/** Where results go, and what former runs left there. */
export interface Store {
  readonly ledger: Ledger;
  /** The ids of unknown outcome that former runs left, at most 1,000. */
  readonly unknownIds: ReadonlySet<string>;
  /** Marks an item as started. Its request may be sent when this returns. */
  start(item: Started): void;
  /** Writes the outcome of an item. `text` is its JSON. A promise is awaited before the next item is started. */
  finish(line: BatchLine, text: string): unknown;
  close(): Promise<void>;
}

/** Gives each line to a function. Nothing is kept, so there is nothing to continue. */
export function callbackStore(output: (line: BatchLine<never>) => unknown): Store {
  return {
    ledger: new Ledger(),
    unknownIds: new Set(),
    start: () => {},
    finish: (line) => output(line as BatchLine<never>),
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
    // oxlint-disable-next-line typescript/no-misused-promises -- `finally` waits for it
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
  const kept = await guarded(path, async () => {
    const began = await journalStart(journalPath, files);
    return readOutput(path, files, ledger, unknownIds, began);
  });
  const output = await guarded(path, () => files.openAppender(path, kept.bytes));
  const openJournal = async (): Promise<Appender> => {
    if (!kept.isWhole) output.append('\n');
    for await (const started of journalMarks(journalPath, files)) {
      const { id, hash } = started;
      if (ledger.flag(id, 'answered')) continue;
      output.append(`${JSON.stringify(lostLine(started))}\n`);
      ledger.set(id, 'unknown', inputOf(hash));
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
  let written = 0;
  let hasFailed = false;
  const append = (file: Appender, name: string, text: string): void => {
    try {
      // After a write that failed, none follows, since its line may be torn.
      if (hasFailed) throw new Error('An earlier write failed.');
      file.append(text);
    } catch (cause) {
      hasFailed = true;
      throw writeError(name, cause);
    }
  };
  return {
    ledger,
    unknownIds,
    start: ({ id, hash }) => append(journal, journalPath, `${JSON.stringify([id, hash])}\n`),
    finish(_, text) {
      append(output, path, `${text}\n`);
      // Items that take no time would leave none to signals and timers.
      return ++written % 64 === 0 ? files.nextTurn() : undefined;
    },
    close: () => guarded(path, () => close(output, journal, hasFailed ? undefined : () => files.remove(journalPath))),
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
    throw cause instanceof BatchError ? cause : writeError(path, cause);
  }
}
