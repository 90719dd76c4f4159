import type { TypeNode } from '../build/type-node.js';
import { recordAsObject } from './members.js';
import { canonical } from './type-walk.js';

type Value = string | number | boolean;

/** The parts of a union: its types, apart from null, undefined and literals. */
export interface Parts {
  readonly isNullable: boolean;
  readonly values: readonly Value[];
  /** Other values are possible. */
  readonly isOpen: boolean;
  readonly rest: readonly TypeNode[];
}

export function partsOf(type: TypeNode): Parts {
  const members = alternativesOf(type).filter((member) => !isUndefined(member));
  const isNull = (member: TypeNode): boolean => member.kind === 'keyword' && member.name === 'null';
  return {
    isNullable: members.some(isNull),
    values: members.flatMap((member) => (member.kind === 'literal' ? member.value : [])),
    isOpen: members.some((member) => member.kind === 'other'),
    rest: members.filter((member) => !isNull(member) && member.kind !== 'literal' && member.kind !== 'other'),
  };
}

/** The members of a union, with nested unions flattened; a single type is its only member. */
export function alternativesOf(type: TypeNode): readonly TypeNode[] {
  if (type.kind === 'union') return type.members.flatMap(alternativesOf);
  if (type.kind === 'intersection') return narrowed(type, type.members);
  return [type.kind === 'named' && type.name === 'Record' ? recordAsObject(type) : type];
}

/** `string & ('a' | 'b')` is `'a' | 'b'`. */
function narrowed(type: TypeNode, members: readonly TypeNode[]): readonly TypeNode[] {
  const isText = (member: TypeNode): boolean =>
    member.kind === 'other' ? member.name === 'string' : member.kind === 'literal' && typeof member.value === 'string';
  const others = members.filter((member) => member.kind !== 'keyword' || member.name !== 'string');
  const [only] = others;
  const alternatives = only && others.length === 1 && others.length < members.length ? alternativesOf(only) : [];
  return alternatives.length > 0 && alternatives.every(isText) ? alternatives : [type];
}

export function isUndefined(type: TypeNode): boolean {
  return type.kind === 'keyword' && type.name === 'undefined';
}

interface Paired {
  readonly pairs: readonly (readonly [TypeNode, TypeNode])[];
  /** Every part has a counterpart. */
  readonly isComplete: boolean;
}

/** Parts are compared with their counterpart: `Crate` with `Crate`, the only list with the only list, else by printed type. */
export function pairedParts(
  old: readonly TypeNode[],
  now: readonly TypeNode[],
  kindOf: (type: TypeNode, document: 'old' | 'new') => string,
): Paired {
  const kinds = [...old.map((part) => kindOf(part, 'old')), ...now.map((part) => kindOf(part, 'new'))];
  const isRepeated = (kind: string): boolean => kinds.filter((other) => other === kind).length > 2;
  const keyOf = (type: TypeNode, document: 'old' | 'new'): string => {
    const kind = kindOf(type, document);
    return isRepeated(kind) ? canonical(type) : kind;
  };
  const byKey = new Map(now.map((part) => [keyOf(part, 'new'), part]));
  const pairs = old.flatMap((part) => {
    const match = byKey.get(keyOf(part, 'old'));
    return match ? [[part, match] as const] : [];
  });
  return { pairs, isComplete: pairs.length === old.length && pairs.length === now.length };
}
