import type { Member, NamedType, ObjectType, TypeNode } from '../build/type-node.js';
import type { Edition } from './edition.js';

/** The fields of a type, through names, `extends` and intersections; undefined if it is not a plain object. */
export function objectOf(type: TypeNode, edition: Edition): ObjectType | undefined {
  if (type.kind === 'object') return type;
  if (type.kind === 'intersection') return merged(type.members, edition);
  if (type.kind !== 'named') return undefined;
  if (type.name === 'Record') return recordAsObject(type);
  if (type.name === 'Partial' && type.of?.[0]) return partial(objectOf(type.of[0], edition));
  const named = type.from === 'types' ? edition.types.get(type.name)?.model : undefined;
  return named && merged([...(named.extends ?? []), named.type], edition);
}

/** `Record<string, X>` is `{ [key: string]: X }`; with `never` it is `{}`. */
export function recordAsObject({ of = [] }: NamedType): ObjectType {
  const values = of.at(-1);
  const isEmpty = values === undefined || (values.kind === 'keyword' && values.name === 'never');
  return { kind: 'object', members: [], ...(isEmpty ? {} : { index: values }) };
}

function merged(parts: readonly TypeNode[], edition: Edition): ObjectType | undefined {
  const objects = parts.map((part) => objectOf(part, edition)).filter((part) => part !== undefined);
  if (objects.length < parts.length) return undefined;
  const members = new Map<string, Member>();
  for (const member of objects.flatMap((object) => object.members)) {
    const isOptional = member.isOptional && members.get(member.name)?.isOptional !== false;
    members.set(member.name, { ...member, isOptional });
  }
  const index = objects.find((object) => object.index)?.index;
  return { kind: 'object', members: [...members.values()], ...(index ? { index } : {}) };
}

function partial(object: ObjectType | undefined): ObjectType | undefined {
  return object && { ...object, members: object.members.map((member) => ({ ...member, isOptional: true })) };
}
