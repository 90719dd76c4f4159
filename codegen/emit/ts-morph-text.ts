import { createRequire } from 'node:module';
import type * as TsMorph from 'ts-morph';
import type { MethodDeclarationStructure, SourceFileStructure } from 'ts-morph';
import type { Doc } from '../build/type-node.js';
import { flat } from './layout.js';
import { docText } from './print-doc.js';
import type { Method, Property, Signature, Statement } from './statement.js';

// An import would first search its TypeScript, of nine megabytes, for the names that it exports.
const { Project, StructureKind, VariableDeclarationKind } = createRequire(import.meta.url)(
  'ts-morph',
) as typeof TsMorph;

const project = new Project({ useInMemoryFileSystem: true });

/** The statements as ts-morph prints them, for Prettier. */
export function textByTsMorph(path: string, statements: readonly Statement[]): string {
  return project.createSourceFile(path, { statements: statements.map(structureOf) }, { overwrite: true }).getFullText();
}

type Structure =
  Exclude<SourceFileStructure['statements'], undefined | string> extends infer Statements
    ? Statements extends readonly (infer Structure)[]
      ? Structure
      : never
    : never;

function structureOf(statement: Statement): Structure {
  switch (statement.kind) {
    case 'import': {
      const { names, from, isTypeOnly = false } = statement;
      const named = typeof names === 'string' ? { namespaceImport: names } : { namedImports: [...names] };
      return { kind: StructureKind.ImportDeclaration, isTypeOnly, moduleSpecifier: from, ...named };
    }
    case 'export': {
      const { names, from } = statement;
      if (from === undefined) return 'export {};';
      return {
        kind: StructureKind.ExportDeclaration,
        isTypeOnly: true,
        namedExports: [...names],
        moduleSpecifier: from,
      };
    }
    case 'const': {
      const { name, type, value, doc } = statement;
      return {
        kind: StructureKind.VariableStatement,
        isExported: true,
        leadingTrivia: '\n',
        declarationKind: VariableDeclarationKind.Const,
        docs: docsOf(doc),
        declarations: [{ name, initializer: flat(value), ...(type === undefined ? {} : { type: flat(type) }) }],
      };
    }
    case 'alias': {
      const { name, doc, type } = statement;
      return { kind: StructureKind.TypeAlias, isExported: true, name, docs: docsOf(doc), type: flat(type) };
    }
    case 'interface': {
      const { name, doc, extends: parents = [], properties } = statement;
      return {
        kind: StructureKind.Interface,
        isExported: true,
        leadingTrivia: '\n',
        name,
        docs: docsOf(doc),
        extends: parents.map(flat),
        properties: properties.map(propertyOf),
      };
    }
    case 'text':
      return `\n${statement.text}`;
    case 'class': {
      const { name, doc, properties, construction, methods } = statement;
      const parameters = [{ name: 'transport', type: 'Transport' }];
      return {
        kind: StructureKind.Class,
        isExported: true,
        name,
        docs: docsOf(doc),
        properties: properties.map(propertyOf),
        ctors: [{ parameters, statements: [...construction] }],
        methods: methods.map(methodOf),
      };
    }
  }
}

function methodOf({ name, doc, signature, overloads, body }: Method): MethodDeclarationStructure {
  return {
    kind: StructureKind.Method,
    name,
    ...signatureOf(signature),
    docs: overloads.length > 0 ? [] : docsOf(doc),
    overloads: overloads.map((overload) => ({ ...signatureOf(overload), docs: docsOf(overload.doc) })),
    statements: [flat(body)],
  };
}

function signatureOf({ parameters, result }: Signature) {
  return { parameters: parameters.map(propertyOf), returnType: flat(result) };
}

function propertyOf({ name, type, isOptional = false, isReadonly = false, doc }: Property) {
  return { name, type: flat(type), hasQuestionToken: isOptional, isReadonly, docs: docsOf(doc) };
}

function docsOf(doc: Doc | undefined): string[] {
  const text = doc ? docText(doc) : '';
  return text === '' ? [] : [text];
}
