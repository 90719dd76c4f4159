import { StructureKind, type InterfaceDeclarationStructure, type SourceFileStructure } from 'ts-morph';
import type { CaseModel, Model } from '../model.js';
import { coreFiles, coreType, importsOf } from './imports.js';
import { constantOf } from './constants.js';
import { printRecord, printValue } from './print-value.js';

/** `cases.ts`: for each operation a call and its response, for tests. */
export function casesFile({ cases, operations, core }: Model): Partial<SourceFileStructure> {
  const entries = cases.map((entry) => [entry.operation, printCase(entry)] as const);
  const typeImport = (name: string, moduleSpecifier: string) => ({
    kind: StructureKind.ImportDeclaration as const,
    isTypeOnly: true,
    namedImports: [name],
    moduleSpecifier,
  });
  return {
    statements: [
      ...importsOf([], coreFiles(core), [coreType('Method'), coreType('RequestOptions')]),
      {
        kind: StructureKind.ImportDeclaration,
        namespaceImport: 'operations',
        moduleSpecifier: './operations.js',
      },
      typeImport('Resources', './resources.js'),
      constantOf(
        'operationsById',
        printRecord(
          operations.map(({ name }) => [name, `operations.${name}`]),
          true,
        ),
        {
          docs: ['Every operation, by operationId.'],
        },
      ),
      { kind: StructureKind.TypeAlias, isExported: true, name: 'OperationId', type: 'keyof typeof operationsById' },
      caseInterface,
      constantOf('cases', `${printRecord(entries, true)} satisfies Record<OperationId, Case>`, {
        docs: ['One case per operation, by operationId.'],
      }),
    ],
  };
}

function printCase(entry: CaseModel): string {
  const { resource, method, args, request, response, answer, errors, stream } = entry;
  const callOf = (values: readonly unknown[]): string =>
    `(client, options) => client.${resource}.${method}(${[...values.map(printValue), 'options'].join(', ')})`;
  const streamEntries = stream && [
    ['call', callOf(stream.arguments)] as const,
    ['transcript', printValue(stream.transcript)] as const,
    ['events', printValue(stream.events)] as const,
  ];
  return printRecord(
    [
      ['call', callOf(entry.arguments)],
      ['args', printValue(args)],
      ['request', printValue(request)],
      ['response', printValue(response)],
      ['answer', printValue(answer)],
      ['errors', printValue(errors)],
      ...(streamEntries ? [['stream', printRecord(streamEntries, true)] as const] : []),
    ],
    true,
  );
}

const call = '(client: Resources, options?: RequestOptions) => Promise<unknown>';

const caseInterface: InterfaceDeclarationStructure = {
  kind: StructureKind.Interface,
  isExported: true,
  name: 'Case',
  docs: ['A call, with its request and response, from the examples of the document.'],
  properties: [
    property('call', call, 'The call through the typed client.'),
    property(
      'args',
      'Readonly<Record<string, unknown>>',
      'The same arguments as one flat record, for `Transport.request`.',
    ),
    property(
      'request',
      '{ readonly method: Method; readonly path: string; readonly query: Readonly<Record<string, string>>; readonly body?: unknown }',
      'Method, path with its parameters, query as strings, body with wire names; the files of a form are strings.',
    ),
    property(
      'response',
      '{ readonly status: number; readonly contentType?: string; readonly body?: unknown }',
      'The documented success response, with its body as on the wire; bytes are a string.',
    ),
    property(
      'answer',
      'unknown',
      'The decoded response: undefined for void, a string for bytes, the data and the known metadata for a page.',
    ),
    property('errors', 'readonly number[]', 'The error statuses that the document declares.'),
    {
      ...property(
        'stream',
        `{ readonly call: ${call}; readonly transcript: string; readonly events: readonly unknown[] }`,
        'The same call with streaming, and its decoded events. Only if the operation supports streaming.',
      ),
      hasQuestionToken: true,
    },
  ],
};

function property(name: string, type: string, doc: string) {
  return { kind: StructureKind.PropertySignature as const, name, type, isReadonly: true, docs: [doc] };
}
