import {
  StructureKind,
  type InterfaceDeclarationStructure,
  type PropertySignatureStructure,
  type SourceFileStructure,
  type TypeAliasDeclarationStructure,
} from 'ts-morph';
import type { Model, TypeModel } from '../model.js';
import type { Member, NamedType, ObjectType, TypeNode } from '../build/type-node.js';
import { coreFiles, importsOf } from './imports.js';
import { docsOf } from './print-doc.js';
import { printName, printType } from './print-type.js';

/** `types.ts`: the public types. */
export function typesFile({ types, core }: Model): Partial<SourceFileStructure> {
  const mentioned = types.flatMap((type): TypeNode[] => [
    type.type,
    ...(type.extends ?? []),
    ...(type.fieldsExtend ?? []),
  ]);
  const imports = importsOf(mentioned, coreFiles(core));
  return { statements: [...imports, ...types.flatMap(statementsOf)] };
}

function statementsOf(model: TypeModel): (InterfaceDeclarationStructure | TypeAliasDeclarationStructure)[] {
  const { name, fields, type } = model;
  if (type.kind !== 'object') return [aliasOf(model)];
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

function interfaceOf({ name, doc, extends: parents = [] }: TypeModel, type: ObjectType): InterfaceDeclarationStructure {
  return {
    kind: StructureKind.Interface,
    isExported: true,
    name,
    docs: docsOf(doc),
    extends: parents.map(printType),
    properties: [...type.members.map(propertyOf), ...indexOf(type)],
  };
}

function propertyOf({ name, type, isOptional, isReadonly = false, doc }: Member): PropertySignatureStructure {
  return {
    kind: StructureKind.PropertySignature,
    name: printName(name),
    type: printType(type),
    hasQuestionToken: isOptional,
    isReadonly,
    docs: doc ? docsOf(doc) : [],
  };
}

/** As a property, because ts-morph would print an index signature before the fields. */
function indexOf({ index }: ObjectType): PropertySignatureStructure[] {
  return index ? [{ kind: StructureKind.PropertySignature, name: '[extra: string]', type: printType(index) }] : [];
}

function aliasOf({ name, doc, type }: TypeModel): TypeAliasDeclarationStructure {
  return { kind: StructureKind.TypeAlias, isExported: true, name, docs: docsOf(doc), type: printType(type) };
}
