import type { Model, TypeModel } from '../model.js';
import type { Member, NamedType, ObjectType, TypeNode } from '../build/type-node.js';
import { coreFiles, importsOf } from './imports.js';
import { printName, typeLayout } from './print-type.js';
import type { InterfaceStatement, Property, Statement } from './statement.js';

/** `types.ts`: the public types. */
export function typesFile({ types, core }: Model): Statement[] {
  const mentioned = types.flatMap((type): TypeNode[] => [
    type.type,
    ...(type.extends ?? []),
    ...(type.fieldsExtend ?? []),
  ]);
  return [...importsOf(mentioned, coreFiles(core)), ...types.flatMap(statementsOf)];
}

function statementsOf(model: TypeModel): Statement[] {
  const { name, fields, type } = model;
  if (type.kind !== 'object') return [{ kind: 'alias', name, doc: model.doc, type: typeLayout(type) }];
  if (fields === undefined) return [interfaceOf(model, type)];
  const doc = { paragraphs: [`The declared fields of \`${name}\`, without additional properties.`] };
  const parent: NamedType = { kind: 'named', name: fields, from: 'types' };
  const { index, ...named } = type;
  return [
    interfaceOf({ ...model, extends: [parent] }, { kind: 'object', members: [], ...(index && { index }) }),
    interfaceOf(
      { ...model, name: fields, doc, extends: [...(model.extends ?? []), ...(model.fieldsExtend ?? [])] },
      named,
    ),
  ];
}

function interfaceOf({ name, doc, extends: parents = [] }: TypeModel, type: ObjectType): InterfaceStatement {
  return {
    kind: 'interface',
    name,
    doc,
    extends: parents.map(typeLayout),
    properties: [...type.members.map(propertyOf), ...indexOf(type)],
  };
}

function propertyOf({ name, type, ...member }: Member): Property {
  return { ...member, name: printName(name), type: typeLayout(type) };
}

/** After the fields. */
function indexOf({ index }: ObjectType): Property[] {
  return index ? [{ name: '[extra: string]', type: typeLayout(index) }] : [];
}
