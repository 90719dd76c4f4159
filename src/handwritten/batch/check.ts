import { isInShard } from './hash.js';
import type { Flag, ItemState, Ledger } from './ledger.js';
import type { BatchConfig } from './options.js';
import type { Entry, Source } from './source.js';

/**
 * Reads a file to its end before anything is sent: an error in its last line is found before the others have cost
 * something. Resolves to the number of items that are this shard's; undefined if the batch is stopped meanwhile.
 */
export async function checkFile(
  source: Source,
  ledger: Ledger,
  { shard, signal }: BatchConfig,
): Promise<number | undefined> {
  let mine = 0;
  try {
    while (signal?.aborted !== true) {
      const next = source.next();
      // Most lines are there: to wait for each takes longer than to check it.
      const entry = next instanceof Promise ? await next : next;
      if (entry === undefined) return mine;
      if (!isInShard(entry.id, shard)) continue;
      mine++;
      checkedEntry(entry, source, ledger, 'checked');
    }
    return undefined;
  } finally {
    source.close();
  }
}

/** The state of an item. Throws if it is there twice, or is not the one that its result is of. */
export function checkedEntry({ id, input }: Entry, source: Source, ledger: Ledger, flag: Flag): ItemState {
  const name = JSON.stringify(id);
  if (ledger.flag(id, flag)) {
    throw source.refusal('duplicate', `has the id ${name}, which is there twice. Give each item an id of its own.`, id);
  }
  const state = ledger.stateOf(id);
  if (state === 'done' && ledger.inputOf(id) !== input) {
    const fix = 'Pass another `output`, or give the changed item another id.';
    throw source.refusal('changed', `(${name}) is not the item that the output has the result of. ${fix}`, id);
  }
  return state;
}
