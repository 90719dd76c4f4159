import { setTimeout as sleep } from 'node:timers/promises';
import { operationsById, type OperationId } from '../generated/cases.js';
import { NotFoundError } from '../src/index.node.js';
import { idsIn, type Ledger } from './ledger.js';
import { notRun, type Leftover, type Result } from './result.js';
import { stepFor } from './schedule.js';
import type { Session } from './session.js';
import type { Hands, Step, Thing } from './step.js';

/** The parts of the run that the clean-up uses. */
export interface CleanUp {
  readonly session: Session;
  readonly steps: ReadonlyMap<OperationId, Step>;
  readonly ledger: Ledger;
  readonly handsFor: (id: string) => Hands;
}

export interface Removal {
  readonly results: readonly Result[];
  readonly leftovers: readonly Leftover[];
  readonly notices: readonly string[];
}

/** The API may reject the deletion of an instance during set-up, and may list a new resource late. */
const maxAttempts = 3;

/** Deletes the resources of one kind that the run created. Never throws: what can't be deleted is a leftover. */
export async function removeMade(cleanUp: CleanUp, operationId: OperationId, thing: Thing): Promise<Removal> {
  const { ledger, session, steps, handsFor } = cleanUp;
  const made = ledger.entryOf(thing);
  if (made === undefined) return { ...nothing, results: [notRun(operationId, `this run created no ${thing}`)] };
  if (made.ids.length === 0) ledger.noteFound(thing, await findByName(cleanUp, thing));
  const ids = ledger.entryOf(thing)?.ids ?? [];
  if (ids.length === 0) {
    const result = notRun(operationId, `the ${thing} that may have been created was not found by its name`);
    return { ...nothing, results: [result], leftovers: [leftoverOf(cleanUp, thing)] };
  }
  const removals: Removal[] = [];
  for (const id of ids) {
    const remove = () => steps.get(operationId)?.call(session.client, handsFor(id)) ?? Promise.resolve();
    const { pauseMs } = handsFor(id).patience;
    const { result, error, notices } = await session.perform(operationId, operationId, () =>
      patiently(remove, pauseMs),
    );
    const leftovers = error === undefined ? [] : [leftoverOf(cleanUp, thing, id)];
    removals.push({ results: [result], leftovers, notices });
  }
  return joinRemovals(removals);
}

const nothing: Removal = { results: [], leftovers: [], notices: [] };

function joinRemovals(removals: readonly Removal[]): Removal {
  return {
    results: removals.flatMap(({ results }) => results),
    leftovers: removals.flatMap(({ leftovers }) => leftovers),
    notices: removals.flatMap(({ notices }) => notices),
  };
}

async function patiently(remove: () => Promise<unknown>, pauseMs: number): Promise<unknown> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await remove();
    } catch (error) {
      if (attempt === maxAttempts || error instanceof NotFoundError) throw error;
      await sleep(pauseMs);
    }
  }
}

/** Searches the raw list response for the name of the run: the client may be unable to decode the list as well. */
async function findByName({ session, steps, handsFor }: CleanUp, thing: Thing): Promise<readonly string[]> {
  const lister = stepFor(steps, 'lists', thing);
  const list = lister === undefined ? undefined : steps.get(lister);
  if (lister === undefined || list === undefined) return [];
  const hands = handsFor('');
  for (let attempt = 1; attempt <= maxAttempts; attempt++) {
    const { exchanges } = await session.perform(lister, lister, () => list.call(session.client, hands));
    const ids = idsIn(exchanges, hands.name);
    if (ids.length > 0) return ids;
    if (attempt < maxAttempts) await sleep(hands.patience.pauseMs);
  }
  return [];
}

function leftoverOf({ steps, handsFor }: CleanUp, thing: Thing, id?: string): Leftover {
  const maker = stepFor(steps, 'makes', thing);
  const operation: { readonly seenIn?: string } = maker === undefined ? {} : operationsById[maker];
  return {
    thing,
    name: handsFor('').name,
    ...(id !== undefined && { id }),
    costsMoney: maker !== undefined && steps.get(maker)?.tier === 'spend',
    seenIn: operation.seenIn ?? 'the dashboard',
  };
}
