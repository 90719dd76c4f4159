import { inOrder, isJson, isJsonRange } from './body.js';
import type { Paging, ServerConfig } from '../config/config-types.js';
import type { EndpointAnswer, Success } from './endpoint.js';
import { publicName } from '../config/names.js';
import type { OperationObject, ResponseObject } from '../read/openapi.js';
import type { Location } from './locations.js';
import { unionOf, type Shape } from '../shape/shape.js';
import type { Shapes } from '../shape/shapes.js';
import { Stop } from '../read/stop.js';

interface Context {
  readonly shapes: Shapes;
  readonly server: ServerConfig;
  readonly paging: Paging | undefined;
}

const eventStream = 'text/event-stream';

/** The success response of an operation. */
export function answerOf({ source, method }: Location, context: Context): EndpointAnswer {
  const successes = successesOf(source, context.shapes);
  // The response to a HEAD request has no body, whatever the document declares.
  const withBody = successes.filter((success) => success.contentType !== undefined && method !== 'head');
  const json = withBody.filter((success) => isJsonAnswer(success, context.shapes));
  const first =
    json[0] ?? withBody.find((success) => success.contentType !== eventStream) ?? withBody[0] ?? successes[0];
  if (!first) {
    const fix = 'Add a response with a status from 200 to 399.';
    throw new Stop(context.shapes.spec.pointerOf(source), 'The operation has no success response.', fix);
  }
  const rest = { isOptional: withBody.length < successes.length, content: '', success: first };
  if (json.length > 0) return { ...rest, ...jsonAnswer(json, context), ...streamOf(withBody, context) };
  if (withBody.length === 0) return { ...rest, as: 'nothing', shape: { kind: 'never' } };
  const types = [...new Set(withBody.map((success) => success.contentType ?? ''))];
  const as = types.every((type) => type.startsWith('text/')) ? 'text' : 'bytes';
  return { ...rest, as, shape: { kind: as === 'text' ? 'string' : 'binary' }, content: types.join(', ') };
}

function isJsonAnswer({ contentType = '', media }: Success, shapes: Shapes): boolean {
  return isJson(contentType) || isJsonRange(contentType, shapes.of(media?.schema), shapes);
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
  if (!chosen) return unread(ofClass('3')[0]?.[0] ?? (responses.length > 0 ? '204' : undefined));
  return chosen.flatMap(([key, reference]): Success[] => {
    const response = spec.resolve(reference);
    const status = statusOf(key);
    const media = inOrder((response as ResponseObject).content ?? {});
    if (media.length === 0) return [{ status, response }];
    return media.map(([contentType, medium]) => ({ status, contentType, media: medium, response }));
  });
}

function unread(status: string | undefined): readonly Success[] {
  return status === undefined ? [] : [{ status: statusOf(status), response: {} }];
}

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

function streamOf(successes: readonly Success[], { shapes }: Context): Pick<EndpointAnswer, 'stream'> {
  const media = successes.find((success) => success.contentType === eventStream)?.media;
  const event = media?.['x-event-schema'];
  const when = media?.['x-stream-when'];
  if (!media || !event || when === undefined) return {};
  return { stream: { when: publicName(when), shape: shapes.of(event), media } };
}
