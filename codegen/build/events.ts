import type { MediaType, OperationObject, Schema } from '../read/openapi.js';
import type { Shape } from '../shape/shape.js';
import type { Shapes } from '../shape/shapes.js';
import { isJson } from './media-types.js';
import type { EventReader } from './endpoint.js';

export const eventStream = 'text/event-stream';

interface Events {
  readonly read: EventReader;
  readonly shape: Shape;
}

/**
 * The events of a stream. `itemSchema` of OpenAPI 3.2 describes a whole event if it has the field `data`; everything
 * else that is no string describes the JSON of the data, a list that of several events.
 */
export function eventsOf({ itemSchema, schema }: MediaType, shapes: Shapes): Events {
  const described = itemSchema ?? schema;
  if (described === undefined) return { read: 'plain', shape: { kind: 'unknown' } };
  const shape = shapes.of(described);
  if (hasData(shape, shapes)) {
    const sent = withoutReconnection(described, shapes);
    const parsed = withContent(sent, shapes);
    return parsed ? { read: 'parsed', shape: shapes.of(parsed) } : { read: 'whole', shape: shapes.of(sent) };
  }
  const resolved = shapes.resolved(shape);
  if (itemSchema === undefined && resolved.kind === 'list') return { read: 'json', shape: resolved.items };
  if (resolved.kind === 'string' || resolved.kind === 'binary') return { read: 'plain', shape: { kind: 'unknown' } };
  return { read: 'json', shape };
}

/** The boolean field of a JSON body that asks for the stream: `stream`, as OpenAI calls it. */
export function streamField({ requestBody }: OperationObject, shapes: Shapes): string | undefined {
  if (!requestBody) return undefined;
  const { content = {} } = shapes.spec.resolve(requestBody);
  const [, media] = Object.entries(content).find(([type]) => isJson(type)) ?? [];
  const fields = media?.schema ? (shapes.asObject(shapes.of(media.schema))?.fields ?? []) : [];
  return fields.find(({ wire, shape }) => wire === 'stream' && mayBeTrue(shape, shapes))?.name;
}

function mayBeTrue(shape: Shape, shapes: Shapes): boolean {
  const resolved = shapes.resolved(shape);
  if (resolved.kind === 'union') return resolved.variants.some((variant) => mayBeTrue(variant, shapes));
  return resolved.kind === 'boolean';
}

function hasData(shape: Shape, shapes: Shapes): boolean {
  const resolved = shapes.resolved(shape);
  if (resolved.kind === 'union') return resolved.variants.every((variant) => hasData(variant, shapes));
  const fields = shapes.asObject(resolved)?.fields ?? [];
  // Data of a chunk may be called so too: beside a name of the event, or alone, it is that of the event.
  return (
    fields.some(({ wire, shape: data }) => wire === 'data' && isText(data, shapes)) &&
    fields.every(({ wire }) => ['event', 'data', 'id', 'retry'].includes(wire))
  );
}

function isText(shape: Shape, shapes: Shapes): boolean {
  const { kind } = shapes.resolved(shape);
  return kind === 'string' || kind === 'literals' || kind === 'binary';
}

/** For reconnection, which no call does: an event does not have them. */
const ofReconnection = new Set(['id', 'retry']);

/** The schema itself if it has none of these fields. */
function withoutReconnection(given: Schema, shapes: Shapes): Schema {
  const schema = shapes.spec.resolve<Schema>(given);
  const changed: Record<string, unknown> = {};
  for (const key of ['oneOf', 'anyOf', 'allOf'] as const) {
    const parts = schema[key]?.map((part) => withoutReconnection(part, shapes));
    if (parts?.some((part, at) => part !== schema[key]?.[at])) changed[key] = parts;
  }
  const fields = Object.entries(schema.properties ?? {});
  const kept = fields.filter(([name]) => !ofReconnection.has(name));
  if (kept.length < fields.length) changed['properties'] = Object.fromEntries(kept);
  if (Object.keys(changed).length === 0) return given;
  return { ...schema, ...changed, required: schema.required?.filter((name) => !ofReconnection.has(name)) ?? [] };
}

/** The schema with the JSON in `data` in place of its text; undefined where a variant does not say what it is. */
function withContent(given: Schema, shapes: Shapes): Schema | undefined {
  const schema = shapes.spec.resolve<Schema>(given);
  for (const key of ['oneOf', 'anyOf'] as const) {
    const variants = schema[key]?.map((variant) => withContent(variant, shapes));
    if (variants) {
      return variants.every((variant) => variant !== undefined) ? { ...schema, [key]: variants } : undefined;
    }
  }
  const data = schema.properties?.['data'];
  if (typeof data !== 'object') return undefined;
  const { contentMediaType = '', contentSchema } = shapes.spec.resolve<Schema>(data);
  if (!contentSchema || !isJson(contentMediaType)) return undefined;
  return { ...schema, properties: { ...schema.properties, data: contentSchema } };
}
