import type { ArgsModel, CaseModel, MethodModel, MethodParameter, Model, ResourceModel } from '../model.js';
import type { TypeNode } from '../build/type-node.js';
import { withExample } from './example.js';
import { coreAbove, coreFiles, coreType, importsOf } from './imports.js';
import { around, group, type Layout } from './layout.js';
import { printName, typeLayout } from './print-type.js';
import type { Method, Signature, Statement } from './statement.js';

/** `resources/<resource>.ts`: one class, one statement per method. `cases`: by the names of the operations, for examples. */
export function resourceFile(
  { className, doc, methods }: ResourceModel,
  { core }: Model,
  cases: ReadonlyMap<string, CaseModel>,
): Statement[] {
  const types = methods.flatMap((method): TypeNode[] => [
    method.answer,
    ...method.parameters.map((parameter) => parameter.type),
    ...method.overloads.flatMap(({ params, answer }) => [params, answer]),
  ]);
  const paths = { ...coreFiles(coreAbove(core)), types: '../types.js' };
  return [
    ...importsOf(types, paths, [coreType('RequestOptions'), coreType('Transport')]),
    { kind: 'import', names: 'operations', from: '../operations.js' },
    {
      kind: 'class',
      name: className,
      doc,
      properties: [{ name: '#transport', type: 'Transport', isReadonly: true }],
      construction: ['this.#transport = transport;'],
      methods: methods.map((method) => methodOf(method, cases.get(method.operation))),
    },
  ];
}

function methodOf(method: MethodModel, sample: CaseModel | undefined): Method {
  const { name, parameters, answer, operation, args, overloads } = method;
  const signature = (own: readonly MethodParameter[], result: TypeNode): Signature => ({
    parameters: [
      ...own.map(({ type, ...parameter }) => ({ ...parameter, type: typeLayout(type) })),
      { name: 'options', type: 'RequestOptions', isOptional: true },
    ],
    result: around('Promise<', typeLayout(result), '>'),
  });
  const replaced = (params: TypeNode): MethodParameter[] =>
    parameters.map((parameter) => (parameter.name === 'params' ? { ...parameter, type: params } : parameter));
  const call = [`operations.${operation}`, printArgs(args), 'options'];
  return {
    name: printName(name),
    doc: withExample(method, sample),
    signature: signature(parameters, answer),
    overloads: overloads.map((overload) => ({
      doc: overload.gives ? withExample(method, sample, overload.gives) : method.doc,
      ...signature(replaced(overload.params), overload.answer),
    })),
    body: group('list', ['return this.#transport.request(', ');'], call),
  };
}

function printArgs({ params, positional }: ArgsModel): Layout {
  const own = positional.map(({ name, local }) => (name === local ? name : `${printName(name)}: ${local}`));
  if (own.length === 0) return params ? (params.isOptional ? 'params ?? {}' : 'params') : '{}';
  return group('object', ['{', '}'], [...(params ? ['...params'] : []), ...own]);
}
