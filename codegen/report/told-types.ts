import type { MethodModel } from '../model.js';
import type { TypeNode } from '../build/type-node.js';
import type { Edition } from './edition.js';
import type { Pair } from './pair.js';
import { publicTypesIn } from './type-walk.js';

/** Whether what changed in a type is told of the type, and not of the methods whose `params` it is. */
export function isToldOfItself(type: TypeNode, { old, new: now }: Pair): boolean {
  if (type.kind !== 'named' || type.from !== 'types') return false;
  return [old, now].some((edition) => isUsedBesideParams(type.name, edition));
}

function isUsedBesideParams(name: string, edition: Edition): boolean {
  const known = usedBesideParams.get(edition) ?? namesBesideParams(edition);
  usedBesideParams.set(edition, known);
  return known.has(name);
}

/** Asked for every type, so it is counted once for each document. */
const usedBesideParams = new WeakMap<Edition, ReadonlySet<string>>();

function namesBesideParams({ model, types }: Edition): ReadonlySet<string> {
  const methods = model.resources.flatMap((resource) => resource.methods);
  const params = partsBelow(methods.flatMap(paramsTypes), types);
  const inside = model.types.flatMap(({ type, extends: parents = [] }) => [
    ...parents.flatMap((parent) => (parent.kind === 'named' && parent.from === 'types' ? [] : publicTypesIn(parent))),
    ...insideOf(type),
  ]);
  const used = new Set([
    ...inside,
    ...model.operations.flatMap(({ answerType }) => publicTypesIn(answerType)),
    ...methods.flatMap(({ parameters }) =>
      parameters.filter(({ name }) => name !== 'params').flatMap(({ type }) => publicTypesIn(type)),
    ),
  ]);
  return new Set([...types.keys()].filter((name) => used.has(name) || !params.has(name)));
}

/** The types of `params`, and those that they extend. */
function partsBelow(roots: readonly string[], types: Edition['types']): ReadonlySet<string> {
  const found = new Set(roots);
  for (const name of found) {
    const model = types.get(name)?.model;
    const parents = [...(model?.extends ?? []), ...(model?.type.kind === 'intersection' ? model.type.members : [])];
    for (const parent of parents) if (parent.kind === 'named' && parent.from === 'types') found.add(parent.name);
  }
  return found;
}

function paramsTypes({ parameters }: MethodModel): readonly string[] {
  const params = parameters.filter(({ name }) => name === 'params');
  return params.flatMap(({ type }) => (type.kind === 'named' && type.from === 'types' ? type.name : []));
}

/** What a type mentions, but for what it is an intersection of. */
function insideOf(type: TypeNode): readonly string[] {
  if (type.kind !== 'intersection') return publicTypesIn(type);
  return type.members.flatMap((member) => (member.kind === 'named' ? [] : publicTypesIn(member)));
}
