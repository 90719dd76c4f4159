import { posix } from 'node:path';
import {
  StructureKind,
  type ClassDeclarationStructure,
  type MethodDeclarationStructure,
  type SourceFileStructure,
} from 'ts-morph';
import type { ArgsModel, MethodModel, MethodParameter, Model, ResourceModel } from '../model.js';
import type { TypeNode } from '../build/type-node.js';
import { coreFiles, coreType, importsOf } from './imports.js';
import { docsOf } from './print-doc.js';
import { printName, printType } from './print-type.js';

/** `resources/<resource>.ts`: one class, one statement per method. */
export function resourceFile(resource: ResourceModel, { core }: Model): Partial<SourceFileStructure> {
  const types = resource.methods.flatMap((method): TypeNode[] => [
    method.answer,
    ...method.parameters.map((parameter) => parameter.type),
    ...method.overloads.flatMap(({ params, answer }) => [params, answer]),
  ]);
  const above = posix.join('..', core);
  const paths = { ...coreFiles(above), types: '../types.js' };
  return {
    statements: [
      ...importsOf(types, paths, [coreType('RequestOptions'), coreType('Transport')]),
      { kind: StructureKind.ImportDeclaration, namespaceImport: 'operations', moduleSpecifier: '../operations.js' },
      classOf(resource),
    ],
  };
}

function classOf({ className, doc, methods }: ResourceModel): ClassDeclarationStructure {
  return {
    kind: StructureKind.Class,
    isExported: true,
    name: className,
    docs: docsOf(doc),
    properties: [{ name: '#transport', type: 'Transport', isReadonly: true }],
    ctors: [{ parameters: [{ name: 'transport', type: 'Transport' }], statements: ['this.#transport = transport;'] }],
    methods: methods.map(methodOf),
  };
}

function methodOf(method: MethodModel): MethodDeclarationStructure {
  const { name, doc, parameters, answer, operation, args, overloads } = method;
  const docs = docsOf(doc);
  const signature = (own: readonly MethodParameter[], result: TypeNode) => ({
    parameters: [...own.map(parameterOf), { name: 'options', type: 'RequestOptions', hasQuestionToken: true }],
    returnType: `Promise<${printType(result)}>`,
  });
  const replaced = (params: TypeNode): MethodParameter[] =>
    parameters.map((parameter) => (parameter.name === 'params' ? { ...parameter, type: params } : parameter));
  return {
    kind: StructureKind.Method,
    name: printName(name),
    ...signature(parameters, answer),
    docs: overloads.length > 0 ? [] : docs,
    overloads: overloads.map((overload) => ({
      ...signature(replaced(overload.params), overload.answer),
      // An editor shows that of the overload which it has chosen, and no other.
      docs,
    })),
    statements: [`return this.#transport.request(operations.${operation}, ${printArgs(args)}, options);`],
  };
}

function parameterOf({ name, type, isOptional }: MethodParameter): {
  name: string;
  type: string;
  hasQuestionToken: boolean;
} {
  return { name, type: printType(type), hasQuestionToken: isOptional };
}

function printArgs({ params, positional }: ArgsModel): string {
  const own = positional.map(({ name, local }) => (name === local ? name : `${printName(name)}: ${local}`));
  if (own.length === 0) return params ? (params.isOptional ? 'params ?? {}' : 'params') : '{}';
  return `{ ${[...(params ? ['...params'] : []), ...own].join(', ')} }`;
}
