import {
  StructureKind,
  type InterfaceDeclarationStructure,
  type SourceFileStructure,
  type VariableStatementStructure,
} from 'ts-morph';
import type { AnswerModel, BodyModel, CodecNode, Model, OperationModel, ParameterModel } from '../model.js';
import { constantOf } from './constants.js';
import { coreType, importsOf } from './imports.js';
import { printType } from './print-type.js';
import { printCodec, printRecord, printValue } from './print-value.js';

/** `operations.ts`: one data record an operation. */
export function operationsFile({ operations, servers, core }: Model): Partial<SourceFileStructure> {
  const types = operations.flatMap(({ argsType, answerType }) => [argsType, answerType]);
  const paths = { operation: `${core}/operation.js`, page: `${core}/page.js`, types: './types.js' };
  const records = operations.map(recordOf);
  const codecs = {
    kind: StructureKind.ImportDeclaration as const,
    namespaceImport: 'codecs',
    moduleSpecifier: './codecs.js',
  };
  const usesCodecs = operations.some((operation) => recordText(operation).includes('codecs.'));
  return {
    statements: [
      ...importsOf(types, paths, [coreType('Operation')]),
      ...(usesCodecs ? [codecs] : []),
      constantOf('servers', `${printValue(servers)} as const`, {
        docs: ['Where each server is, if the caller does not say otherwise.'],
      }),
      ...records,
      constantOf('allOperations', `[${operations.map(({ name }) => name).join(', ')}]`, {
        docs: ['Every operation, in the order of the document.'],
        type: 'readonly Operation[]',
      }),
      routesOf(operations),
    ],
  };
}

function recordOf(operation: OperationModel): VariableStatementStructure {
  const { name, method, path, argsType, answerType } = operation;
  const type = `Operation<${JSON.stringify(method)}, ${JSON.stringify(path)}, ${printType(argsType)}, ${printType(answerType)}>`;
  return constantOf(name, recordText(operation), { type, docs: [`\`${method} ${path}\``] });
}

/** The operations by what they are called on the wire. */
function routesOf(operations: readonly OperationModel[]): InterfaceDeclarationStructure {
  return {
    kind: StructureKind.Interface,
    isExported: true,
    leadingTrivia: '\n',
    name: 'Routes',
    docs: ['Every operation, by its method and path.'],
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
  if (parameters.length > 0) entries.push(['parameters', `[${parameters.map(printParameter).join(', ')}]`]);
  if (body) entries.push(['body', printWithCodec(body)]);
  entries.push(['answer', printAnswer(answer)]);
  if (seenIn !== undefined) entries.push(['seenIn', printValue(seenIn)]);
  if (hints) entries.push(['hints', printValue(hints)]);
  return printRecord(entries, true);
}

function printParameter(parameter: ParameterModel): string {
  return printWithCodec(parameter);
}

function printAnswer({ stream, ...answer }: AnswerModel): string {
  return printWithCodec(answer, stream ? [['stream', printWithCodec(stream)]] : []);
}

function printWithCodec(
  {
    codec,
    ...plain
  }: ParameterModel | BodyModel | Omit<AnswerModel, 'stream'> | { readonly when: string; readonly codec?: CodecNode },
  more: readonly (readonly [string, string])[] = [],
): string {
  const entries = Object.entries(plain).map(([key, value]) => [key, printValue(value)] as const);
  return printRecord([...entries, ...(codec ? [['codec', printCodec(codec, 'codecs.')] as const] : []), ...more]);
}
