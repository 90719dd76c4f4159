import type { MethodModel } from '../model.js';
import type { TypeNode } from '../build/type-node.js';
import type { Edition } from './edition.js';
import type { Pair } from './pair.js';
import { publicTypesIn } from './type-walk.js';

/** Whether a change in a type is reported for the type, and not for the methods whose `params` it is. */
export function isReportedItself(type: TypeNode, { old, new: now }: Pair): boolean {
  if (type.kind !== 'named' || type.from !== 'types') return false;
  return [old, now].some((edition) => isUsedBesideParams(type.name, edition));
}

function isUsedBesideParams(name: string, edition: Edition): boolean {
  const known = usedBesideParams.get(edition) ?? namesBesideParams(edition);
  usedBesideParams.set(edition, known);
  return known.has(name);
}

/** Needed for every type, so it is computed once per document. */
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

/** The types of `params`, and the types that they extend. */
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

/** The types that a type refers to, except the members of an intersection. */
function insideOf(type: TypeNode): readonly string[] {
  if (type.kind !== 'intersection') return publicTypesIn(type);
  return type.members.flatMap((member) => (member.kind === 'named' ? [] : publicTypesIn(member)));
}
