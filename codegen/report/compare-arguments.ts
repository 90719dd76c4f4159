import type { MethodParameter } from '../model.js';
import type { Doc, TypeNode } from '../build/type-node.js';
import { changeAt, type Change, type Place } from './changes.js';
import { compareDeprecation } from './compare-docs.js';
import { compareObjects, compareValues } from './compare-values.js';
import type { CallEntry } from './edition.js';
import { objectOf } from './members.js';
import { kindOf, type Pair } from './pair.js';
import { isReportedItself } from './reported-types.js';

/** Changes to the parameters of a method, and to the fields of its `params`. */
export function compareArguments(old: CallEntry, now: CallEntry, pair: Pair): readonly Change[] {
  const place: Place = { where: now.name, old: old.source, new: now.source, directions: ['request'] };
  return [...compareLeading(old, now, place, pair), ...compareParams(paramsOf(old), paramsOf(now), place, pair)];
}

function compareLeading(old: CallEntry, now: CallEntry, place: Place, pair: Pair): readonly Change[] {
  const [before, after] = [leadingOf(old), leadingOf(now)];
  const [names, namesNow] = [before, after].map((list) => list.map(({ name }) => name));
  if (isReordered(names ?? [], namesNow ?? [])) {
    const what = `takes (${namesNow?.join(', ') ?? ''}) now, was (${names?.join(', ') ?? ''})`;
    return [changeAt(place, { severity: 'breaking', subject: 'argument', what })];
  }
  const length = Math.max(before.length, after.length);
  return Array.from({ length }, (_, index) => compareLeadingAt(before[index], after[index], place, pair)).flat();
}

interface Leading {
  readonly name: string;
  readonly type: TypeNode;
  readonly doc: Doc;
}

function compareLeadingAt(
  old: Leading | undefined,
  now: Leading | undefined,
  place: Place,
  pair: Pair,
): readonly Change[] {
  const name = now?.name ?? old?.name ?? '';
  const own: Place = {
    ...place,
    where: `${place.where}(${name})`,
    old: old ? place.old.member(old.name) : place.old,
    new: now ? place.new.member(now.name) : place.new,
  };
  const breaking = { severity: 'breaking', subject: 'argument' } as const;
  if (!old) return [changeAt(own, { ...breaking, kind: 'added', what: 'is a new parameter before the options' })];
  if (!now) return [changeAt(own, { ...breaking, kind: 'removed', what: 'was removed' })];
  const what = `is the new name of ${old.name}, in the same position`;
  const renamed = changeAt(own, { severity: 'fix', subject: 'argument', kind: 'renamed', what });
  return [
    ...(old.name === now.name ? [] : [renamed]),
    ...compareDeprecation(old.doc, now.doc, own),
    ...compareValues(old.type, now.type, own, pair),
  ];
}

/** The same parameters in other positions: a call may still compile, but with a different meaning. */
function isReordered(old: readonly string[], now: readonly string[]): boolean {
  return old.some((name, index) => now.includes(name) && now.indexOf(name) !== index);
}

function compareParams(
  old: MethodParameter | undefined,
  now: MethodParameter | undefined,
  call: Place,
  pair: Pair,
): readonly Change[] {
  const place = { ...call, where: `${call.where}(params)` };
  return [...comparePresence(old, now, place), ...compareFields(old?.type, now?.type, place, pair)];
}

function comparePresence(
  old: MethodParameter | undefined,
  now: MethodParameter | undefined,
  place: Place,
): readonly Change[] {
  const breaking = { severity: 'breaking', subject: 'argument' } as const;
  // The options come last, so their position changes.
  if (!old && now)
    return [changeAt(place, { ...breaking, kind: 'added', what: 'is a new parameter before the options' })];
  if (old && !now) return [changeAt(place, { ...breaking, kind: 'removed', what: 'was removed: the options move up' })];
  if (!old || !now || old.isOptional === now.isOptional) return [];
  if (!now.isOptional) return [changeAt(place, { ...breaking, what: 'is required now' })];
  return [changeAt(place, { severity: 'addition', subject: 'argument', what: 'is optional now' })];
}

function compareFields(
  old: TypeNode | undefined,
  now: TypeNode | undefined,
  place: Place,
  pair: Pair,
): readonly Change[] {
  const isSame = old && now && kindOf(old, 'old', pair) === kindOf(now, 'new', pair);
  if (isSame && isReportedItself(now, pair)) return [];
  const none = { kind: 'object', members: [] } as const;
  const [before, after] = [old ? objectOf(old, pair.old) : none, now ? objectOf(now, pair.new) : none];
  if (before && after) return compareObjects(before, after, place, pair);
  if (!old || !now) return [];
  const [opened, openedNow] = [openedIn(old, pair, 'old'), openedIn(now, pair, 'new')];
  return compareValues(opened, openedNow, place, pair);
}

/** The declaration of a public type that is not a plain object. */
function openedIn(type: TypeNode, pair: Pair, document: 'old' | 'new'): TypeNode {
  const alias = type.kind === 'named' && type.from === 'types' ? pair[document].types.get(type.name) : undefined;
  return alias?.model.type ?? type;
}

function leadingOf({ method, endpoint }: CallEntry): readonly Leading[] {
  const own = method.parameters.filter(({ name }) => name !== 'params');
  return own.map(({ name: local, type }, index) => {
    const name = method.args.positional[index]?.name ?? local;
    const { source, schema } = endpoint.parameters.find((parameter) => parameter.name === name) ?? {};
    const isDeprecated = source?.deprecated ?? schema?.deprecated ?? false;
    return { name, type, doc: { paragraphs: [], tags: isDeprecated ? [{ name: 'deprecated', text: '' }] : [] } };
  });
}

function paramsOf({ method }: CallEntry): MethodParameter | undefined {
  return method.parameters.find(({ name }) => name === 'params');
}
