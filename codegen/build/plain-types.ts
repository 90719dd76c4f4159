import type { Literal } from '../read/openapi.js';
import type { NamedType, ObjectType, TypeNode } from './type-node.js';

/** An index signature may refer to its own type; `Record` may not. */
export function mapOf(values: TypeNode = { kind: 'keyword', name: 'never' }): NamedType | ObjectType {
  return values.kind === 'keyword' ? record(values) : { kind: 'object', members: [], index: values };
}

export const textRecord = record({ kind: 'keyword', name: 'string' });

function record(values: TypeNode): NamedType {
  return { kind: 'named', name: 'Record', of: [{ kind: 'keyword', name: 'string' }, values] };
}

/** A union of literals; open: also any other value of the same primitive types. */
export function ofLiterals(values: readonly Literal[], isOpen: boolean): TypeNode {
  const members = values.map((value): TypeNode =>
    value === null ? { kind: 'keyword', name: 'null' } : { kind: 'literal', value },
  );
  const others = (['string', 'number'] as const).filter((name) => values.some((value) => typeof value === name));
  const all = [...members, ...(isOpen ? others.map((name): TypeNode => ({ kind: 'other', name })) : [])];
  const [only] = all;
  return all.length === 1 && only ? only : { kind: 'union', members: all };
}
