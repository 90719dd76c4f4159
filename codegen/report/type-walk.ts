import type { Member, NamedType, TypeNode } from '../build/type-node.js';

/** Every type that is mentioned, with its parts. */
export function namedTypesIn(type: TypeNode): readonly NamedType[] {
  return type.kind === 'named'
    ? [type, ...childrenOf(type).flatMap(namedTypesIn)]
    : childrenOf(type).flatMap(namedTypesIn);
}

/** Names of the referenced public types. */
export function publicTypesIn(type: TypeNode): readonly string[] {
  return namedTypesIn(type).flatMap(({ from, name }) => (from === 'types' ? name : []));
}

/** The printed type, without the documentation of its fields. */
export function withoutDocs(type: TypeNode): TypeNode {
  switch (type.kind) {
    case 'keyword':
    case 'literal':
    case 'pattern':
    case 'other':
      return type;
    case 'named':
      return type.of ? { ...type, of: type.of.map(withoutDocs) } : type;
    case 'list':
      return { ...type, items: withoutDocs(type.items), ...(type.first ? { first: type.first.map(withoutDocs) } : {}) };
    case 'union':
    case 'intersection':
      return { ...type, members: type.members.map(withoutDocs) };
    case 'object':
      return { ...type, members: type.members.map(undocumented) };
  }
}

/** The same text for equivalent types, whatever the order of their fields and variants. */
export function canonical(type: TypeNode): string {
  const { kind } = type;
  switch (kind) {
    case 'union':
    case 'intersection':
      return `(${type.members
        .map(canonical)
        .toSorted()
        .join(kind === 'union' ? '|' : '&')})`;
    case 'object': {
      const fields = type.members.map(
        (member) => `${member.name}${member.isOptional ? '?' : ''}:${canonical(member.type)}`,
      );
      return `{${[...fields, ...(type.index ? [`[]:${canonical(type.index)}`] : [])].toSorted().join()}}`;
    }
    case 'list':
      return `[${[...(type.first ?? []), type.items].map(canonical).join()}]`;
    case 'named':
      return `${type.name}<${(type.of ?? []).map(canonical).join()}>`;
    case 'keyword':
    case 'pattern':
    case 'other':
      return `${kind} ${type.name}`;
    case 'literal':
      return JSON.stringify(type.value);
  }
}

function undocumented({ doc: _, ...member }: Member): Member {
  return { ...member, type: withoutDocs(member.type) };
}

function childrenOf(type: TypeNode): readonly TypeNode[] {
  switch (type.kind) {
    case 'keyword':
    case 'literal':
    case 'pattern':
    case 'other':
      return [];
    case 'named':
      return type.of ?? [];
    case 'list':
      return [...(type.first ?? []), type.items];
    case 'union':
    case 'intersection':
      return type.members;
    case 'object':
      return [...type.members.map((member) => member.type), ...(type.index ? [type.index] : [])];
  }
}
