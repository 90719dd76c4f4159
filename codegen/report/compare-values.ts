import type { Member, ObjectType, TypeNode } from '../build/type-node.js';
import { effectOf } from './assignable.js';
import { changeAt, memberPlace, type Change, type Place } from './changes.js';
import { compareKnownValues, compareNull } from './compare-alternatives.js';
import { compareDocs } from './compare-docs.js';
import { addedMember, comparePresence, compareWire } from './compare-presence.js';
import { kindOf, type Pair } from './pair.js';
import { severityOf, worst } from './severity.js';
import { canonical, publicTypesIn } from './type-walk.js';
import { typeText } from './type-text.js';
import { pairedParts, partsOf } from './union.js';

/** Changes to a value: null, its known values, its type, its limits, and its contents. */
export function compareValues(old: TypeNode, now: TypeNode, place: Place, pair: Pair): readonly Change[] {
  const [before, after] = [partsOf(old), partsOf(now)];
  const { pairs, isComplete } = pairedParts(before.rest, after.rest, (part, document) => kindOf(part, document, pair));
  const isSameKind = isComplete && before.values.length > 0 === after.values.length > 0;
  if (!isSameKind) return compareTypes(old, now, place, pair);
  const inside = pairs.flatMap(([left, right]) => compareInside(left, right, place, pair));
  return [...compareNull(before, after, place), ...compareKnownValues(before, after, place), ...inside];
}

function compareTypes(old: TypeNode, now: TypeNode, place: Place, pair: Pair): readonly Change[] {
  const severities = place.directions.map((direction) => {
    const effect = effectOf(old, now, direction, pair);
    return { effect, severity: severityOf(effect, [direction]) };
  });
  // If only names differ, the renamed types report it.
  const isSame = severities.every(({ effect }) => effect === 'same') && [old, now].some(isPublic);
  const what = `is ${typeText(now)} now, was ${typeText(old)}`;
  const severity = worst(severities.map((each) => each.severity));
  return isSame ? [] : [changeAt(place, { severity, subject: 'type', what })];
}

function compareInside(old: TypeNode, now: TypeNode, place: Place, pair: Pair): readonly Change[] {
  if (old.kind === 'list' && now.kind === 'list') {
    if (old.first ?? now.first) return compareIfDifferent(old, now, place, pair);
    const items = { ...place, where: `${place.where}[]`, old: place.old.items(), new: place.new.items() };
    return compareValues(old.items, now.items, items, pair);
  }
  if (old.kind === 'object' && now.kind === 'object') return compareObjects(old, now, place, pair);
  if (old.kind === 'named' && now.kind === 'named') return compareArguments(old.of ?? [], now.of ?? [], place, pair);
  // Two intersections can only be matched with each other.
  return old.kind === 'intersection' ? compareIfDifferent(old, now, place, pair) : [];
}

function compareIfDifferent(old: TypeNode, now: TypeNode, place: Place, pair: Pair): readonly Change[] {
  return canonical(old) === canonical(now) ? [] : compareTypes(old, now, place, pair);
}

/** `Page<Crate>`, `EventStream<Crate>`: a container of its type argument. */
function compareArguments(
  old: readonly TypeNode[],
  now: readonly TypeNode[],
  place: Place,
  pair: Pair,
): readonly Change[] {
  const [before, after] = [old[0], now[0]];
  if (!before || !after) return [];
  const items = { ...place, where: `${place.where}[]`, old: place.old.items(), new: place.new.items() };
  return compareValues(before, after, items, pair);
}

/** Changes to the fields of an object, by name. */
export function compareObjects(old: ObjectType, now: ObjectType, place: Place, pair: Pair): readonly Change[] {
  const moved = movedIn(old, now, place);
  const names = new Set([...now.members, ...old.members].map((member) => member.name));
  const isMoved = (name: string): boolean => moved.some(({ from, to }) => from === name || to === name);
  return [
    ...moved.flatMap(({ from, to }) => {
      const own = { ...memberPlace(place, to), old: place.old.member(from) };
      const what = `is the new name of ${from}`;
      const renamed = changeAt(own, { severity: 'breaking', subject: 'field', kind: 'renamed', what });
      return [renamed, ...compareMember(memberOf(old, from), memberOf(now, to), own, pair)];
    }),
    ...[...names].flatMap((name) => {
      const before = isMoved(name) ? undefined : memberOf(old, name);
      const after = moved.some(({ to }) => to === name) ? undefined : memberOf(now, name);
      return compareMember(before, after, memberPlace(place, name), pair);
    }),
    ...compareIndex(old, now, place, pair),
  ];
}

function memberOf({ members }: ObjectType, name: string): Member | undefined {
  return members.find((member) => member.name === name);
}

/** The fields that have another public name now, though they are the same on the wire: another one may have the old name. */
function movedIn(
  old: ObjectType,
  now: ObjectType,
  place: Place,
): readonly { readonly from: string; readonly to: string }[] {
  return old.members.flatMap(({ name: from }) => {
    const { wire } = place.old.member(from);
    const names = wire === undefined ? [] : place.new.namesOf(wire);
    const to = names.find((name) => memberOf(now, name) && !memberOf(old, name));
    return to === undefined || names.includes(from) ? [] : [{ from, to }];
  });
}

function compareMember(old: Member | undefined, now: Member | undefined, place: Place, pair: Pair): readonly Change[] {
  if (!old) return now ? [addedMember(now, place)] : [];
  if (!now) return [changeAt(place, { severity: 'breaking', subject: 'field', kind: 'removed', what: 'was removed' })];
  return [
    ...comparePresence(old, now, place),
    ...compareValues(old.type, now.type, place, pair),
    ...compareWire(place),
    ...compareDocs(old.doc, now.doc, place),
  ];
}

function compareIndex(old: ObjectType, now: ObjectType, place: Place, pair: Pair): readonly Change[] {
  const values = { ...place, where: `${place.where}[key]`, old: place.old.values(), new: place.new.values() };
  if (old.index && now.index) return compareValues(old.index, now.index, values, pair);
  if (!old.index && !now.index) return [];
  const what = now.index ? 'may have additional properties now' : 'no longer has additional properties';
  return [changeAt(place, { severity: now.index ? 'addition' : 'breaking', subject: 'type', what })];
}

function isPublic(type: TypeNode): boolean {
  return publicTypesIn(type).length > 0;
}
