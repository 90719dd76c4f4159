import {
  StructureKind,
  type InterfaceDeclarationStructure,
  type SourceFileStructure,
  type VariableStatementStructure,
} from 'ts-morph';
import type { AnswerModel, CodecNode, Model, OperationModel } from '../model.js';
import { constantOf } from './constants.js';
import { coreFiles, coreType, importsOf } from './imports.js';
import { printType } from './print-type.js';
import { printCodec, printRecord, printValue } from './print-value.js';
import { styledBody, styledParameter } from './styles.js';

/** `operations.ts`: one data record per operation. */
export function operationsFile({ operations, servers, core }: Model): Partial<SourceFileStructure> {
  const types = operations.flatMap(({ argsType, answerType }) => [argsType, answerType]);
  const { styles, ...ofCore } = coreFiles(core);
  const paths = { ...ofCore, types: './types.js' };
  const texts = operations.map(recordText);
  const namespaces = Object.entries({ codecs: './codecs.js', styles })
    .filter(([name]) => texts.some((text) => text.includes(` ${name}.`)))
    .map(([namespaceImport, moduleSpecifier]) => ({
      kind: StructureKind.ImportDeclaration as const,
      namespaceImport,
      moduleSpecifier,
    }));
  return {
    statements: [
      ...importsOf(types, paths, [coreType('Operation')]),
      ...namespaces,
      constantOf('servers', `${printValue(servers)} as const`, {
        docs: ['Default URL of each server.'],
      }),
      ...operations.map((operation, index) => recordOf(operation, texts[index] ?? '')),
      constantOf('allOperations', `[${operations.map(({ name }) => name).join(', ')}]`, {
        docs: ['Every operation, in document order.'],
        type: 'readonly Operation[]',
      }),
      routesOf(operations),
    ],
  };
}

function recordOf(
  { name, method, path, argsType, answerType }: OperationModel,
  text: string,
): VariableStatementStructure {
  const type = `Operation<${JSON.stringify(method)}, ${JSON.stringify(path)}, ${printType(argsType)}, ${printType(answerType)}>`;
  return constantOf(name, text, { type, docs: [`\`${method} ${path}\``] });
}

/** The operations by method and path. */
function routesOf(operations: readonly OperationModel[]): InterfaceDeclarationStructure {
  return {
    kind: StructureKind.Interface,
    isExported: true,
    leadingTrivia: '\n',
    name: 'Routes',
    docs: ['Every operation, by method and path.'],
    properties: operations.map(({ name, method, path }) => ({
      name: JSON.stringify(`${method} ${path}`),
      type: `typeof ${name}`,
      isReadonly: true,
    })),
  };
}

function recordText(operation: OperationModel): string {
  const { method, path, server, retry, isScoped, parameters, body, answer, seenIn, hints } = operation;
  const entries: [string, string][] = [
    ...Object.entries({ method, path, server, retry }).map(([key, value]): [string, string] => [
      key,
      printValue(value),
    ]),
    ...(isScoped ? [['scoped', 'true'] as [string, string]] : []),
  ];
  if (parameters.length > 0)
    entries.push(['parameters', `[${parameters.map(styledParameter).map(printWithCodec).join(', ')}]`]);
  if (body) entries.push(['body', printWithCodec(styledBody(body))]);
  entries.push(['answer', printAnswer(answer)]);
  if (seenIn !== undefined) entries.push(['seenIn', printValue(seenIn)]);
  if (hints) entries.push(['hints', printValue(hints)]);
  return printRecord(entries, true);
}

function printAnswer({ stream, ...answer }: AnswerModel): string {
  return printRecord([...fieldsOf(answer), ...(stream ? [['stream', printWithCodec(stream)] as const] : [])]);
}

function printWithCodec(part: Coded): string {
  return printRecord(fieldsOf(part));
}

interface Coded {
  readonly codec?: CodecNode;
}

function fieldsOf({ codec, ...plain }: Coded): readonly (readonly [string, string])[] {
  const fields = Object.entries(plain).map(([key, value]) => [key, printValue(value)] as const);
  return codec ? [...fields, ['codec', printCodec(codec, 'codecs.')]] : fields;
}
