import type { FileField, RetryClass, SdkConfig } from '../config/config-types.js';
import type { BodyModel, ChoiceModel, CodecTable, OperationModel, ParameterModel } from '../model.js';
import { componentOf, type Shape } from '../shape/shape.js';
import { buildAnswer } from './answer-model.js';
import { answerTypeOf, type AnswerType } from './answer-type.js';
import { isForm, isJson } from './media-types.js';
import type { Call } from './call.js';
import type { Codecs } from './codecs.js';
import type { BodyChoice, Endpoint, EndpointBody, EndpointParameter } from './endpoint.js';
import { fieldsOf, formOf } from './form.js';
import { pagingNames } from './homes.js';
import { isReserved, placeOf, styleOf } from './styles.js';
import type { SecurityModel } from './security.js';
import type { Shapes } from '../shape/shapes.js';
import { fixedValue, sentPath } from './sent-path.js';
import type { Types } from './types.js';
import type { Schema } from '../read/openapi.js';

/** One record of `operations.ts`, with its response type. */
export interface BuiltOperation extends AnswerType {
  readonly operation: OperationModel;
}

interface Context {
  readonly types: Types;
  readonly codecs: { readonly sent: Codecs; readonly received: Codecs };
  /** Of another document. */
  readonly security?: SecurityModel | undefined;
}

export function buildOperation(endpoint: Endpoint, call: Call, { types, codecs, security }: Context): BuiltOperation {
  const { config } = types;
  const paging = pagingNames(endpoint.home.config.paging);
  const answer = answerTypeOf(endpoint, types);
  const alternatives = security?.alternatives.get(endpoint.pointer);
  const sent = sentPath(endpoint.path, endpoint.parameters);
  const operation: OperationModel = {
    name: endpoint.name,
    id: endpoint.id,
    method: endpoint.sent,
    path: endpoint.path,
    ...(sent.target === endpoint.path ? {} : { target: sent.target }),
    server: endpoint.server,
    retry: retryOf(endpoint, config),
    isScoped: endpoint.isScoped,
    ...(alternatives ? { security: alternatives } : {}),
    parameters: [
      ...endpoint.parameters.map((parameter) =>
        buildParameter(parameter, endpoint.path, paging.includes(parameter.name), { types, codecs }),
      ),
      ...(sent.query === ''
        ? []
        : [{ name: `?${sent.query}`, in: 'query', write: 'fixedQuery', default: sent.query } as const]),
      ...(endpoint.choice ? [{ name: endpoint.choice.name, in: 'mediaType' } as const] : []),
    ],
    ...(endpoint.body ? { body: buildBody(endpoint.body, types, codecs.sent) } : {}),
    ...(endpoint.choice ? { choose: buildChoice(endpoint.choice, types, codecs.sent) } : {}),
    answer: buildAnswer(endpoint, types, codecs.received),
    ...adviceOf(endpoint, config, security ? 'client' : 'rc'),
    argsType: call.argsType,
    answerType: answer.eventsType
      ? { kind: 'union', members: [answer.plainType, answer.eventsType] }
      : answer.plainType,
  };
  return { ...answer, operation };
}

/** Omits the defaults of OpenAPI, which the SDK implements: a path parameter is always required. */
function buildParameter(
  { name, source, schema, shape }: EndpointParameter,
  path: string,
  isPaging: boolean,
  { types, codecs }: Context,
): ParameterModel {
  const { days, shapes } = types;
  const write = styleOf(source, shape, shapes);
  const fixed = source.in === 'query' ? fixedValue(path, source.name) : undefined;
  const initial = fixed ?? (isPaging && isScalar(schema.default) ? schema.default : undefined);
  // The checks of a request come with the days. Those of the value itself are written by its format, but not in JSON.
  const hasDays = days.isBelow(shape) || (/json/i.test(write ?? '') && days.isIn(shape));
  const codec = (hasDays ? codecs.sent : codecs.received).of(shape);
  return {
    name,
    ...(source.name === name ? {} : { wire: source.name }),
    in: placeOf(source),
    ...(source.in !== 'path' && source.required === true ? { required: true } : {}),
    ...(write === undefined ? {} : { write }),
    ...(isReserved(source) ? { reserved: true } : {}),
    ...formatOf(schema, days.isIn(shape)),
    ...(initial === undefined ? {} : { default: initial }),
    ...(codec ? { codec } : {}),
  };
}

/** How a `Date` is sent. */
function formatOf({ format }: Schema, isDay: boolean): Pick<ParameterModel, 'format'> {
  if (isDay) return { format: 'date' };
  return format === 'date-time' ? { format } : {};
}

function isScalar(value: unknown): value is string | number | boolean {
  return ['string', 'number', 'boolean'].includes(typeof value);
}

/** All media types but the default one, which is the body. */
function buildChoice({ name, bodies }: BodyChoice, types: Types, codecs: Codecs): ChoiceModel {
  const [first, ...others] = bodies;
  return {
    name,
    first: first?.mediaType ?? '',
    others: Object.fromEntries(others.map((body) => [body.mediaType, buildBody(body, types, codecs)])),
  };
}

function buildBody(body: EndpointBody, types: Types, codecs: Codecs): BodyModel {
  const codec = codecs.of(body.shape);
  const files = filesOf(body, types);
  return {
    content: body.content,
    ...(body.from === 'value' ? { from: body.from } : {}),
    ...(body.isRequired ? { required: true } : {}),
    ...(codec ? { codec } : {}),
    ...(body.hasExtras ? { extras: true } : {}),
    ...formOf(body, types.shapes),
    ...(Object.keys(files).length > 0 ? { files } : {}),
    ...knownFields(body, codecs.tableOf(codec), types.shapes),
  };
}

/**
 * The fields that the codec does not name: those that take neither lists nor objects, and of all fields those that may.
 * Of a day the codec shows only that it has a part.
 */
function knownFields(
  { from, fields }: EndpointBody,
  codec: CodecTable | undefined,
  shapes: Shapes,
): Pick<BodyModel, 'plain' | 'any'> {
  if (from === 'value') return {};
  const { names = {}, fields: parts = {} } = codec ?? {};
  const renamed = new Set(Object.values(names));
  const [plain, any] = [false, true].map((mayHold) =>
    fields.filter(({ shape }) => mayHoldOthers(shape, shapes) === mayHold).map(({ name }) => name),
  );
  return {
    ...listUnlessEmpty(
      'plain',
      plain?.filter((name) => !renamed.has(name) || parts[name] !== undefined),
    ),
    ...listUnlessEmpty(
      'any',
      any?.filter((name) => parts[name] === undefined),
    ),
  };
}

function listUnlessEmpty<Name extends string>(
  name: Name,
  list: readonly string[] = [],
): { [N in Name]?: readonly string[] } {
  return list.length > 0 ? ({ [name]: list } as { [N in Name]?: readonly string[] }) : {};
}

/** Whether a value of the shape may be a list, an object or a file. */
function mayHoldOthers(shape: Shape, shapes: Shapes): boolean {
  const resolved = shapes.resolved(shape);
  if (resolved.kind === 'union') return resolved.variants.some((variant) => mayHoldOthers(variant, shapes));
  if (resolved.kind === 'intersection') return resolved.parts.every((part) => mayHoldOthers(part, shapes));
  return ['object', 'list', 'unknown', 'binary'].includes(resolved.kind);
}

/** The files of the config; in a form, binary fields are uploads as well; and a body that is neither JSON nor a form. */
function filesOf(body: EndpointBody, types: Types): Readonly<Record<string, FileField>> {
  const uploadOf = (name: string, shape: Shape): Record<string, FileField> => {
    if (!holdsBinary(shape, types)) return {};
    return { [name]: holdsOthers(shape, types) ? { as: 'upload', orValue: true } : 'upload' };
  };
  if (body.from === 'value') return isJson(body.content) || isForm(body.content) ? {} : uploadOf('body', body.shape);
  const fields = isForm(body.content) ? fieldsOf(body.shape, types.shapes) : [];
  const uploads = fields.map(({ name, wire, shape }) => {
    // OpenAPI 3.1 says of a file only its media type.
    const type = types.shapes.resolved(shape).kind === 'unknown' ? body.media.encoding?.[wire]?.contentType : undefined;
    return uploadOf(name, type === undefined || isJson(type) || /^text\//.test(type) ? shape : { kind: 'binary' });
  });
  const named = types.config.files?.[componentOf(body.shape) ?? ''] ?? {};
  return { ...(Object.assign({}, ...uploads) as Record<string, FileField>), ...named };
}

function holdsBinary(shape: Shape, types: Types): boolean {
  const resolved = types.shapes.resolved(shape);
  if (resolved.kind === 'list') return holdsBinary(resolved.items, types);
  if (resolved.kind === 'union') return resolved.variants.some((variant) => holdsBinary(variant, types));
  return resolved.kind === 'binary';
}

/** Whether a value that may be a file may be something else too. Null is no value of a form. */
function holdsOthers(shape: Shape, types: Types): boolean {
  const resolved = types.shapes.resolved(shape);
  if (resolved.kind === 'list') return holdsOthers(resolved.items, types);
  if (resolved.kind === 'union') return resolved.variants.some((variant) => holdsOthers(variant, types));
  return resolved.kind !== 'binary' && resolved.kind !== 'null';
}

/** Those of `additionalOperations` may create something, too. */
const repeatable: ReadonlySet<string> = new Set(['get', 'put', 'delete', 'options', 'head', 'patch', 'query']);

function retryOf({ id, method }: Endpoint, { retry }: SdkConfig): RetryClass {
  return retry?.[id] ?? (repeatable.has(method) ? 'safe' : 'once');
}

/** Hints for error messages: where to check for the effect, and what particular errors mean. */
function adviceOf(endpoint: Endpoint, config: SdkConfig, client: string): Pick<OperationModel, 'seenIn' | 'hints'> {
  const { id, home } = endpoint;
  const ownList = config.resources?.[home.resource]?.['list'] === undefined ? undefined : `${home.resource}.list`;
  const seenIn = config.seenIn?.[id] ?? (retryOf(endpoint, config) === 'once' ? ownList : undefined);
  // The SDK compares in lower case.
  const hints = config.hints?.[id]?.map((hint) =>
    hint.includes === undefined ? hint : { ...hint, includes: hint.includes.toLowerCase() },
  );
  return { ...(seenIn === undefined ? {} : { seenIn: `${client}.${seenIn}()` }), ...(hints ? { hints } : {}) };
}
