import type { AnswerModel, ChoiceModel, CodecNode, Model, OperationModel } from '../model.js';
import { coreFiles, coreType, importsOf } from './imports.js';
import { around, group, mentions, type Layout } from './layout.js';
import { typeLayout } from './print-type.js';
import { quoted } from './quote.js';
import { printCodec, printRecord, printValue } from './print-value.js';
import { docOf, type Statement } from './statement.js';
import { styledBody, styledParameter, styledStream } from './styles.js';

/** `operations.ts`: one data record per operation. */
export function operationsFile({ operations, servers, core }: Model): Statement[] {
  const types = operations.flatMap(({ argsType, answerType }) => [argsType, answerType]);
  const { styles, eventReaders, ...ofCore } = coreFiles(core);
  const paths = { ...ofCore, types: './types.js' };
  const records = operations.map(recordOf);
  const namespaces = Object.entries({ codecs: './codecs.js', styles, eventReaders })
    .filter(([name]) => records.some((record) => mentions(record, ` ${name}.`)))
    .map(([name, from]) => ({ kind: 'import' as const, names: from === core ? [name] : name, from }));
  return [
    ...importsOf(types, paths, [coreType('Operation')]),
    ...namespaces,
    {
      kind: 'const',
      name: 'servers',
      doc: docOf('Default URL of each server.'),
      value: around('', printValue(servers), ' as const'),
    },
    ...operations.map((operation, at) => ({
      kind: 'const' as const,
      name: operation.name,
      doc: docOf(`\`${operation.method} ${operation.path}\``),
      type: operationType(operation),
      value: records[at] ?? '',
    })),
    {
      kind: 'const',
      name: 'allOperations',
      doc: docOf('Every operation, in document order.'),
      type: 'readonly Operation[]',
      value: listOf(operations.map(({ name }) => name)),
    },
    {
      kind: 'interface',
      name: 'Routes',
      doc: docOf('Every operation, by method and path.'),
      properties: operations.map(({ name, method, path }) => ({
        name: quoted(`${method} ${path}`),
        type: `typeof ${name}`,
        isReadonly: true,
      })),
    },
  ];
}

/** Of a thousand types, the compiler can't make the type of one list. */
const maxListed = 500;

function listOf(names: readonly string[]): Layout {
  if (names.length <= maxListed) return group('list', ['[', ']'], names);
  const parts = Array.from({ length: Math.ceil(names.length / maxListed) }, (_, at) =>
    group('list', ['[', ']'], names.slice(at * maxListed, (at + 1) * maxListed)),
  );
  return group('list', ['([] as Operation[]).concat(', ')'], parts);
}

function operationType({ method, path, argsType, answerType }: OperationModel): Layout {
  const types = [quoted(method), quoted(path), typeLayout(argsType), typeLayout(answerType)];
  return group('generic', ['Operation<', '>'], types);
}

function recordOf(operation: OperationModel): Layout {
  const { method, path, target, server, retry, isScoped, security, parameters, body, choose, answer, seenIn, hints } =
    operation;
  const entries: [string, Layout][] = [
    ...Object.entries({ method, path, ...(target === undefined ? {} : { target }), server, retry }).map(
      ([key, value]): [string, Layout] => [key, printValue(value)],
    ),
    ...(isScoped ? [['scoped', 'true'] as [string, Layout]] : []),
  ];
  if (security) entries.push(['security', printValue(security)]);
  if (parameters.length > 0)
    entries.push(['parameters', group('list', ['[', ']'], parameters.map(styledParameter).map(printWithCodec))]);
  if (body) entries.push(['body', printWithCodec(styledBody(body))]);
  if (choose) entries.push(['choose', printChoice(choose)]);
  entries.push(['answer', printAnswer(answer)]);
  if (seenIn !== undefined) entries.push(['seenIn', printValue(seenIn)]);
  if (hints) entries.push(['hints', printValue(hints)]);
  return printRecord(entries, true);
}

function printChoice({ name, first, others }: ChoiceModel): Layout {
  const bodies = Object.entries(others).map(([type, body]) => [type, printWithCodec(styledBody(body))] as const);
  return group('call', ['styles.mediaTypes(', ')'], [quoted(name), quoted(first), printRecord(bodies)]);
}

function printAnswer({ stream, read, ...answer }: AnswerModel): Layout {
  return printRecord([
    ...fieldsOf(answer),
    ...(read ? [['read', `eventReaders.${read}`] as const] : []),
    ...(stream ? [['stream', printWithCodec(styledStream(stream))] as const] : []),
  ]);
}

function printWithCodec(part: Coded): Layout {
  return printRecord(fieldsOf(part));
}

interface Coded {
  readonly codec?: CodecNode;
}

function fieldsOf({ codec, ...plain }: Coded): readonly (readonly [string, Layout])[] {
  const fields = Object.entries(plain).map(([key, value]) => [key, printValue(value)] as const);
  return codec ? [...fields, ['codec', printCodec(codec, 'codecs.')]] : fields;
}
