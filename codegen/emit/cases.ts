import type { CaseModel, Model } from '../model.js';
import { coreFiles, coreType, importsOf } from './imports.js';
import { around, group, type Layout } from './layout.js';
import { printRecord, printValue } from './print-value.js';
import { docOf, type InterfaceStatement, type Property, type Statement } from './statement.js';

/** `cases.ts`: for each operation a call and its response, for tests. */
export function casesFile({ cases, operations, core }: Model): Statement[] {
  const entries = cases().map((entry) => [entry.operation, printCase(entry)] as const);
  return [
    ...importsOf([], coreFiles(core), [coreType('Method'), coreType('RequestOptions')]),
    { kind: 'import', names: 'operations', from: './operations.js' },
    { kind: 'import', isTypeOnly: true, names: ['Resources'], from: './resources.js' },
    {
      kind: 'const',
      name: 'operationsById',
      doc: docOf('Every operation, by operationId.'),
      value: printRecord(
        operations.map(({ name }) => [name, `operations.${name}`]),
        true,
      ),
    },
    { kind: 'alias', name: 'OperationId', type: 'keyof typeof operationsById' },
    caseInterface,
    {
      kind: 'const',
      name: 'cases',
      doc: docOf('One case per operation, by operationId.'),
      value: around('', printRecord(entries, true), ' satisfies Record<OperationId, Case>'),
    },
  ];
}

function printCase(entry: CaseModel): Layout {
  const { resource, method, args, request, response, answer, errors, stream } = entry;
  const callOf = (values: readonly unknown[]): Layout =>
    group('call', [`(client, options) => client.${resource}.${method}(`, ')'], [...values.map(printValue), 'options']);
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

const caseInterface: InterfaceStatement = {
  kind: 'interface',
  name: 'Case',
  doc: docOf('A call, with its request and response, from the examples of the document.'),
  properties: [
    property('call', call, 'The call through the typed client.'),
    property(
      'args',
      'Readonly<Record<string, unknown>>',
      'The same arguments as one flat record, for `Transport.request`.',
    ),
    property(
      'request',
      members(
        'readonly method: Method',
        'readonly path: string',
        'readonly query: Readonly<Record<string, string>>',
        'readonly body?: unknown',
      ),
      'Method, path with its parameters, query as strings, body with wire names; the files of a form are strings.',
    ),
    property(
      'response',
      members('readonly status: number', 'readonly contentType?: string', 'readonly body?: unknown'),
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
        members(`readonly call: ${call}`, 'readonly transcript: string', 'readonly events: readonly unknown[]'),
        'The same call with streaming, and its decoded events. Only if the operation supports streaming.',
      ),
      isOptional: true,
    },
  ],
};

function members(...texts: readonly string[]): Layout {
  return group('members', ['{', '}'], texts);
}

function property(name: string, type: Layout, doc: string): Property {
  return { name, type, isReadonly: true, doc: docOf(doc) };
}
