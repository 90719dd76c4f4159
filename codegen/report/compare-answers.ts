import type { TypeNode } from '../build/type-node.js';
import { changeAt, type Change, type Place } from './changes.js';
import { compareValues } from './compare-values.js';
import type { CallEntry } from './edition.js';
import type { Pair } from './pair.js';
import { alternativesOf } from './union.js';

/** Changes to the return value of a method, and to the events of its stream. */
export function compareAnswer(old: CallEntry, now: CallEntry, pair: Pair): readonly Change[] {
  const place: Place = {
    where: `${now.name}()`,
    old: old.answerSource,
    new: now.answerSource,
    directions: ['answer'],
  };
  const [before, after] = [old, now].map(({ operation }) => splitAnswer(operation.answerType));
  if (!before || !after) return [];
  return [
    ...compareValues(before.plain, after.plain, place, pair),
    ...compareStreams(old, now, place),
    ...(before.events && after.events ? compareEvents(before.events, after.events, place, pair) : []),
    ...comparePaging(old, now, place),
  ];
}

function splitAnswer(type: TypeNode): { readonly plain: TypeNode; readonly events?: TypeNode } {
  const members = alternativesOf(type);
  const isEvents = (member: TypeNode): boolean => member.kind === 'named' && member.name === 'EventStream';
  const [first, ...others] = members.filter((member) => !isEvents(member));
  const plain: TypeNode =
    first && others.length === 0 ? first : { kind: 'union', members: first ? [first, ...others] : [] };
  const events = members.find(isEvents);
  return { plain, ...(events ? { events } : {}) };
}

function compareStreams({ operation: old }: CallEntry, { operation: now }: CallEntry, place: Place): readonly Change[] {
  const [before, after] = [old.answer.stream?.when, now.answer.stream?.when];
  if (before === after) return [];
  if (after === undefined)
    return [changeAt(place, { severity: 'breaking', subject: 'stream', kind: 'removed', what: `no longer streams` })];
  const what = `streams with \`${after}: true\``;
  if (before === undefined) return [changeAt(place, { severity: 'addition', subject: 'stream', kind: 'added', what })];
  return [changeAt(place, { severity: 'breaking', subject: 'stream', what: `${what} now, was \`${before}\`` })];
}

/** The document has the event schema next to the response schema, so only the type is compared. */
function compareEvents(old: TypeNode, now: TypeNode, place: Place, pair: Pair): readonly Change[] {
  const nowhere = (source: Place['old']): Place['old'] => ({ ...source, schemas: [] });
  const events = { ...place, old: nowhere(place.old), new: nowhere(place.new) };
  return compareValues(old, now, events, pair);
}

/** The paging parameters; whether a method returns pages shows in its type. */
function comparePaging({ operation: old }: CallEntry, { operation: now }: CallEntry, place: Place): readonly Change[] {
  const [before, after] = [old.answer.paging?.by, now.answer.paging?.by];
  if (before === undefined || after === undefined || before === after) return [];
  return [changeAt(place, { severity: 'fix', subject: 'paging', what: `paginates by ${after} now, was by ${before}` })];
}
