import { inOrder } from './body.js';
import type { Paging, ServerConfig } from '../config/config-types.js';
import type { EndpointAnswer, Success } from './endpoint.js';
import { eventsOf, eventStream, streamField } from './events.js';
import { isJson, isText, isXml } from './media-types.js';
import { publicName } from '../config/names.js';
import type { OperationObject, ResponseObject, Schema } from '../read/openapi.js';
import type { Location } from './locations.js';
import { unionOf, type Shape } from '../shape/shape.js';
import type { Shapes } from '../shape/shapes.js';

interface Context {
  readonly shapes: Shapes;
  readonly server: ServerConfig;
  readonly paging: Paging | undefined;
}

/** The success response of an operation. */
export function answerOf({ source, method }: Location, context: Context): EndpointAnswer {
  const successes = successesOf(source, context.shapes);
  // The response to a HEAD request has no body, whatever the document declares.
  const withBody = successes.filter((success) => success.contentType !== undefined && method !== 'head');
  const json = withBody.filter((success) => isJsonAnswer(success, context.shapes));
  const withoutStream = withBody.find((success) => success.contentType !== eventStream);
  const first = json[0] ?? withoutStream ?? withBody[0] ?? successes[0] ?? undescribed;
  const rest = { isOptional: withBody.length < successes.length, content: '', success: first };
  if (json.length > 0) {
    const content = contentOfJson(typesOf(json));
    return { ...rest, content, ...jsonAnswer(json, context), ...streamOf(withBody, source, context) };
  }
  if (withBody.length === 0) {
    return first.status >= 300
      ? { ...rest, as: 'location', shape: { kind: 'string' } }
      : { ...rest, as: 'nothing', shape: { kind: 'never' } };
  }
  if (withBody.every(({ contentType }) => contentType === eventStream)) {
    return { ...rest, as: 'events', ...eventsOf(first.media ?? {}, context.shapes) };
  }
  return { ...rest, content: typesOf(withBody).join(', '), ...unparsed(withBody, context.shapes) };
}

function typesOf(successes: readonly Success[]): readonly string[] {
  return [...new Set(successes.map((success) => success.contentType ?? ''))];
}

function isJsonAnswer({ contentType = '', media }: Success, shapes: Shapes): boolean {
  if (isRange(contentType)) return !isTextOfRange(media?.schema, shapes) && !isFile(media?.schema, shapes);
  return isJson(contentType) && !isBytes(media?.schema, shapes);
}

/** The media types to accept where the usual one of JSON is none of them. */
function contentOfJson(types: readonly string[]): string {
  const isUsual = (type: string): boolean => /^application\/(json\s*(;|$)|\*)|^\*/i.test(type);
  return types.some(isUsual) ? '' : types.join(', ');
}

/** Text, a file, or whichever of both comes. */
function unparsed(
  successes: readonly Success[],
  shapes: Shapes,
): Pick<EndpointAnswer, 'as' | 'shape' | 'texts' | 'holdsJson' | 'holdsXml'> {
  const isTextual = ({ contentType = '', media }: Success): boolean =>
    contentType.startsWith('text/') ||
    (isText(contentType) && !isBytes(media?.schema, shapes)) ||
    (isRange(contentType) && isTextOfRange(media?.schema, shapes));
  const texts = typesOf(successes.filter(isTextual)).map((type) => type.toLowerCase().replace(/\s*;.*/, ''));
  const xml = texts.some(isXml) ? { holdsXml: true } : {};
  if (successes.every(isTextual)) return { as: 'text', shape: { kind: 'string' }, ...xml };
  const isAnything = successes.some(
    ({ contentType = '', media }) => isRange(contentType) && shapes.of(media?.schema).kind === 'unknown',
  );
  if (isAnything) return { as: 'raw', shape: { kind: 'unknown' } };
  const holdsJson = successes.some(({ contentType = '' }) => isRange(contentType) || isJson(contentType));
  return {
    as: 'bytes',
    shape: { kind: 'binary' },
    ...(texts.length > 0 ? { texts } : {}),
    ...xml,
    ...(holdsJson ? { holdsJson } : {}),
  };
}

function isRange(contentType: string): boolean {
  return contentType === '*/*' || contentType === 'application/*';
}

/** Of a range, a plain string is the text itself. Where it has a format, it is a value in JSON. */
function isTextOfRange(schema: Schema | undefined, shapes: Shapes): boolean {
  const resolved = shapes.resolved(shapes.of(schema));
  const parts = resolved.kind === 'union' ? resolved.variants.map((variant) => shapes.resolved(variant)) : [resolved];
  return (
    parts.some(({ kind }) => kind === 'string') &&
    parts.every(({ kind }) => kind === 'string' || kind === 'null') &&
    schema !== undefined &&
    shapes.spec.resolve<Schema>(schema).format === undefined
  );
}

/** Of a range, what is not described may be a file. */
function isFile(schema: Schema | undefined, shapes: Shapes): boolean {
  return shapes.resolved(shapes.of(schema)).kind === 'unknown' || isBytes(schema, shapes);
}

/** A file, of whatever type: no value in JSON is binary. */
function isBytes(schema: Schema | undefined, shapes: Shapes): boolean {
  return shapes.resolved(shapes.of(schema)).kind === 'binary';
}

/** The error statuses that the document declares. */
export function errorsOf(source: OperationObject): readonly number[] {
  return Object.keys(source.responses ?? {})
    .filter((status) => /^[45]\d\d$/.test(status))
    .map(Number);
}

/**
 * Each media type of each success response. A redirect counts only where there is no other success, and its body is
 * ignored; where only errors are documented, the response has no documented body either.
 */
function successesOf(source: OperationObject, { spec }: Shapes): readonly Success[] {
  const responses = Object.entries(source.responses ?? {});
  const ofClass = (first: string): [string, object][] => responses.filter(([status]) => status.startsWith(first));
  const chosen = [ofClass('2'), ofClass('default')].find((candidates) => candidates.length > 0);
  const [redirect] = ofClass('3');
  if (!chosen && redirect) return [{ status: statusOf(redirect[0]), response: { description: redirected } }];
  if (!chosen) return responses.length > 0 ? [{ status: 204, response: {} }] : [undescribed];
  return chosen.flatMap(([key, reference]): Success[] => {
    const response = spec.resolve(reference);
    const status = statusOf(key);
    // Neither status has a body in HTTP, whatever the document declares.
    const isEmpty = status === 204 || status === 205;
    const media = isEmpty ? [] : inOrder((response as ResponseObject).content ?? {});
    if (media.length === 0) return [{ status, response }];
    return media.map(([contentType, medium]) => ({ status, contentType, media: medium, response }));
  });
}

/** Where nothing is documented, whatever comes is the response. */
const undescribed: Success = { status: 200, contentType: '*/*', media: {}, response: {} };

const redirected = 'The URL that the response redirects to.';

function statusOf(key: string): number {
  return Number(key.replace(/XX$/i, '00').replace(/^default$/, '200'));
}

function jsonAnswer(
  json: readonly Success[],
  { shapes, server, paging }: Context,
): Pick<EndpointAnswer, 'as' | 'shape'> {
  const shape = unionOf(json.map((success) => shapes.of(success.media?.schema)));
  const data = server.envelope ? dataIn(shape, shapes) : undefined;
  if (!data) return { as: 'json', shape };
  const isPage = paging !== undefined && shapes.resolved(data).kind === 'list';
  return { as: isPage ? 'page' : 'envelope', shape: data };
}

/** What the envelope contains; if there are several responses, each must be in an envelope. */
function dataIn(shape: Shape, shapes: Shapes): Shape | undefined {
  const resolved = shapes.resolved(shape);
  if (resolved.kind !== 'union') return shapes.asObject(resolved)?.fields.find(({ wire }) => wire === 'data')?.shape;
  const parts = resolved.variants.flatMap((variant) => dataIn(variant, shapes) ?? []);
  return parts.length === resolved.variants.length ? unionOf(parts) : undefined;
}

function streamOf(
  successes: readonly Success[],
  source: OperationObject,
  { shapes }: Context,
): Pick<EndpointAnswer, 'stream'> {
  const media = successes.find((success) => success.contentType === eventStream)?.media;
  const event = media?.['x-event-schema'];
  const when = media?.['x-stream-when'];
  if (!media) return {};
  if (!event || when === undefined) {
    const field = streamField(source, shapes);
    return field === undefined ? {} : { stream: { when: field, media, ...eventsOf(media, shapes) } };
  }
  return { stream: { when: publicName(when), shape: shapes.of(event), media } };
}
