import { changeAt, type Change, type Place } from './changes.js';
import { compareDocs } from './compare-docs.js';
import { compareObjects, compareValues } from './compare-values.js';
import type { TypeEntry } from './edition.js';
import { objectOf } from './members.js';
import type { Pair } from './pair.js';
import { isReportedItself } from './reported-types.js';

/** Changes to the public types. */
export function compareTypes(pair: Pair): readonly Change[] {
  const { both, added, removed } = pair.types;
  const finding = { subject: 'type' } as const;
  return [
    ...added.map((type) =>
      changeAt(alone(type), { ...finding, severity: 'addition', kind: 'added', what: 'is a new type' }),
    ),
    ...removed.map((type) =>
      changeAt(alone(type), { ...finding, severity: 'breaking', kind: 'removed', what: 'was removed' }),
    ),
    ...both.flatMap((match) => compareType(match.old, match.new, pair)),
  ];
}

function compareType(old: TypeEntry, now: TypeEntry, pair: Pair): readonly Change[] {
  const [before, after] = [old.model, now.model];
  const place = placeOf(old, now, pair);
  const what = `is the new name of ${before.name}`;
  const renamed = changeAt(place, { severity: 'breaking', subject: 'type', kind: 'renamed', what });
  const type = { kind: 'named', name: after.name, from: 'types' } as const;
  return [
    ...(before.name === after.name ? [] : [renamed]),
    ...compareDocs(before.doc, after.doc, place),
    ...(isReportedItself(type, pair) ? compareContent(old, now, place, pair) : []),
  ];
}

function compareContent(old: TypeEntry, now: TypeEntry, place: Place, pair: Pair): readonly Change[] {
  const [before, after] = [old, now].map(({ model }) => model);
  const named = (name: string) => ({ kind: 'named', name, from: 'types' }) as const;
  const oldObject = before && objectOf(named(before.name), pair.old);
  const newObject = after && objectOf(named(after.name), pair.new);
  if (oldObject && newObject) return compareObjects(oldObject, newObject, place, pair);
  return compareValues(old.model.type, now.model.type, place, pair);
}

/** Existing code uses the type in its old directions: a new direction breaks nothing. */
function placeOf(old: TypeEntry, now: TypeEntry, pair: Pair): Place {
  const before = pair.old.directions.get(old.model.name) ?? [];
  const after = pair.new.directions.get(now.model.name) ?? [];
  const both = before.filter((direction) => after.includes(direction));
  return { where: now.model.name, old: old.source, new: now.source, directions: both.length > 0 ? both : before };
}

function alone({ model, source }: TypeEntry): Pick<Place, 'where' | 'old' | 'new'> {
  return { where: model.name, old: source, new: source };
}
