import type { BuiltCall } from './built-call.js';
import { orUndefined } from './types.js';
import type { SdkConfig } from '../config/config-types.js';
import { paragraphs, sentence } from './docs.js';
import type { Endpoint } from './endpoint.js';
import type { MethodModel, MethodParameter } from '../model.js';
import type { Doc, TypeNode } from './type-node.js';
import { distinctNames } from '../config/distinct-names.js';
import { identifier, plural, variableName } from '../config/names.js';
import type { OperationObject } from '../read/openapi.js';

/** One method: its signatures, its documentation, and how its arguments become one record. */
export function buildMethod({ endpoint, call, built }: BuiltCall, config: SdkConfig): MethodModel {
  const locals = localNames(call.positional.map(({ name }) => name));
  const positional = call.positional.map(({ name }) => ({ name, local: locals.get(name) ?? name }));
  const leading = call.positional.map((member, index): MethodParameter => ({
    name: positional[index]?.local ?? member.name,
    type: member.type,
    isOptional: false,
  }));
  return {
    name: endpoint.home.method,
    operation: endpoint.name,
    doc: docOfMethod(endpoint, { call, config, locals }),
    parameters: [...leading, ...(call.params ? [{ name: 'params', ...call.params }] : [])],
    answer: built.operation.answerType,
    overloads: overloadsOf(endpoint, { endpoint, call, built }),
    args: { ...(call.params ? { params: { isOptional: call.params.isOptional } } : {}), positional },
    ...resultOf(built.plainType),
  };
}

/** Names on the wire, such as `user-id` beside `userId`, may be one as parameters. */
function localNames(names: readonly string[]): ReadonlyMap<string, string> {
  const named = distinctNames(names, {
    wanted: localName,
    isSpelledSo: (name) => localName(name) === name,
    placeOf: (name) => name,
  });
  return new Map([...named].map(([name, { name: local }]) => [name, local]));
}

/** A parameter name must not be a reserved word, nor `params` or `options`, which each method uses. */
function localName(name: string): string {
  const local = identifier(name, 'Value');
  return ['params', 'options', 'operations'].includes(local) ? `${local}Value` : local;
}

function resultOf(answer: TypeNode): Pick<MethodModel, 'result'> {
  if (answer.kind === 'keyword' && answer.name === 'void') return {};
  const isPage = answer.kind === 'named' && answer.from === 'page';
  if (!isPage) return { result: { variable: variableOf(answer) } };
  const item = variableOf(answer.of?.[0] ?? answer);
  return { result: { variable: 'page', item: item === 'page' ? 'item' : item } };
}

/** `Instance` → `instance`, `Instance[]` → `instances`. */
function variableOf(type: TypeNode): string {
  const isList = type.kind === 'list';
  const one = isList ? type.items : type;
  if (one.kind !== 'named') return 'result';
  const name = identifier(variableName(one.name), 'Value');
  const variable = isList ? plural(name) : name;
  // It is the client.
  return variable === 'rc' ? 'result' : variable;
}

/** With a literal `stream` the return type is exact; with a `boolean` it is a union. Editors show the first overload. */
function overloadsOf({ answer }: Endpoint, { call, built }: BuiltCall): MethodModel['overloads'] {
  const { params } = call;
  const { answerType } = built.operation;
  if (!answer.stream || !params || !built.eventsType) return [];
  const { when } = answer.stream;
  const { eventsType, plainType } = built;
  const withFlag = (whole: TypeNode, type: TypeNode, isOptional: boolean): TypeNode => ({
    kind: 'intersection',
    members: [whole, { kind: 'object', members: [{ name: when, type, isOptional }] }],
  });
  return [
    ...eachNamed(params.type).flatMap((type) => [
      {
        params: withFlag(type, orUndefined({ kind: 'literal', value: false }), true),
        answer: plainType,
        gives: 'result' as const,
      },
      { params: withFlag(type, { kind: 'literal', value: true }, false), answer: eventsType, gives: 'events' as const },
    ]),
    { params: params.type, answer: answerType },
  ];
}

/** One overload per type, because editors show no documentation for a field of an intersection. */
function eachNamed(type: TypeNode): TypeNode[] {
  if (type.kind !== 'named' || type.orFields === undefined) return [type];
  const { orFields, ...open } = type;
  return [open, { ...open, name: orFields }];
}

interface Documented {
  readonly call: BuiltCall['call'];
  readonly config: SdkConfig;
  readonly locals: ReadonlyMap<string, string>;
}

function docOfMethod(endpoint: Endpoint, { call, config, locals }: Documented): Doc {
  const { source, answer, errors } = endpoint;
  const documented = call.positional.map(({ name, doc }) => ({
    name: 'param',
    text: `${locals.get(name) ?? name} - ${isDeprecated(doc) ? 'Deprecated. ' : ''}${doc?.paragraphs.join(' ') ?? ''}`,
    words: `${locals.get(name) ?? name} - ${doc?.words ?? doc?.paragraphs.join('\n') ?? ''}`,
  }));
  const named = errors.map((status) => `\`${config.errors?.[status] ?? 'ApiError'}\` (${status})`);
  const names = [...named, ...otherErrors(source).map((status) => `\`ApiError\` (${status})`)];
  return {
    paragraphs: paragraphs(source.summary && sentence(source.summary), source.description, origin(endpoint)),
    tags: [
      ...documented,
      ...(call.params ? [{ name: 'param', text: `params - ${call.params.about}` }] : []),
      {
        name: 'param',
        text: `options - Timeout, retries, headers and abort signal of this call${endpoint.isScoped ? ', and its environment' : ''}.`,
      },
      ...(answer.as === 'nothing'
        ? []
        : [{ name: 'returns', text: sentence(answer.success.response.description ?? '') }]),
      ...(names.length > 0 ? [{ name: 'throws', text: `${names.join(', ')}.` }] : []),
      ...(source.deprecated ? [{ name: 'deprecated', text: '' }] : []),
    ],
  };
}

/** A comment has no tag for one of the arguments. */
function isDeprecated(doc: Doc | undefined): boolean {
  return doc?.tags?.some(({ name }) => name === 'deprecated') === true;
}

/** The errors that the document declares without an exact status. */
function otherErrors({ responses = {} }: OperationObject): readonly string[] {
  const keys = Object.keys(responses);
  const ranges = keys.filter((key) => /^[45]XX$/i.test(key));
  const isError = 'default' in responses && keys.some((key) => key.startsWith('2'));
  return [...ranges, ...(isError ? ['every other error'] : [])];
}

/** The path of the operation in the API. */
function origin({ method, path, server, isScoped }: Endpoint): string {
  const place = server === 'default' ? '' : ` on the ${server} API`;
  return `\`${method.toUpperCase()} ${path}\`${place}${isScoped ? ', scoped to an environment' : ''}.`;
}
