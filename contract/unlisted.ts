import type { RawAnswer } from './raw-answer.js';
import { contentTypeOf } from './media.js';
import { readDocument, type Json } from './prism.js';
import { pointerStep, show, valueAt, type Verdict, type Violation } from './violation.js';

/** A field of a response that openapi.json does not list. */
interface UnlistedField {
  readonly pointer: string;
  /** Listed fields of the same object that are missing and accept such a value: it may be one of them, renamed. */
  readonly mayBe: readonly string[];
}

const document = readDocument();

/** openapi.json documents that the server may use either spelling for the fields of these schemas. */
const eitherSpelling = new Set(['#/components/schemas/StorageVolume']);

/**
 * Schemas accept unknown fields, so they also accept an optional field that was renamed. An unlisted field is a
 * violation if it may be a listed field that is missing; otherwise it is only new.
 */
export function unlistedVerdict(
  operationId: string,
  answer: RawAnswer,
  value: unknown,
  part: 'body' | 'events',
  prefix: string,
): Verdict {
  const schema = schemaOf(operationId, answer.status, contentTypeOf(answer));
  const fields = schema === undefined ? [] : [...walk([schema], value, '')];
  const renamed = fields.filter(({ mayBe }) => mayBe.length > 0);
  const added = fields.filter(({ mayBe }) => mayBe.length === 0);
  return {
    violations: renamed.map(({ pointer, mayBe }): Violation => {
      const names = mayBe.map((name) => `"${name}"`).join(', ');
      const message = `must be a field of openapi.json; missing next to it: ${names}`;
      const came = show(valueAt(value, pointer));
      return { side: 'answer', part, pointer: prefix + pointer, rule: 'unlisted', message, came, alike: 0 };
    }),
    notices: added.map(({ pointer }) => {
      const general = pointer.replaceAll(/\/\d+(?=\/|$)/g, '/*');
      return `The response of ${operationId} has a field that openapi.json does not list: ${general}`;
    }),
  };
}

function schemaOf(operationId: string, status: number, contentType: string): Json | undefined {
  const items = Object.values(document['paths'] as Record<string, Json>);
  const operation = items
    .flatMap((item) => Object.values(item) as Json[])
    .find((candidate) => candidate['operationId'] === operationId);
  const responses = (operation?.['responses'] ?? {}) as Record<string, Json>;
  const content = (dereference(responses[status] ?? {})['content'] ?? {}) as Record<string, Json>;
  const media = content[contentType] ?? {};
  return (media['x-event-schema'] ?? media['schema']) as Json | undefined;
}

function* walk(schemas: readonly Json[], value: unknown, pointer: string): Generator<UnlistedField> {
  const parts = schemas.flatMap(partsOf);
  if (Array.isArray(value)) {
    const items = parts.flatMap(({ items }) => (items === undefined ? [] : [items as Json]));
    for (const [index, item] of value.entries()) yield* walk(items, item, pointer + pointerStep(index));
  } else if (typeof value === 'object' && value !== null) {
    yield* walkFields(parts, value as Json, pointer);
  }
}

function* walkFields(parts: readonly Json[], value: Json, pointer: string): Generator<UnlistedField> {
  const listed = fieldsOf(parts);
  // If the schema lists no fields or allows additional ones, nothing is unlisted.
  const isOpen =
    listed.size === 0 || parts.some(({ additionalProperties: others }) => others !== undefined && others !== false);
  const isEitherSpelling = parts.some(({ ref }) => eitherSpelling.has(ref as string));
  const absent = [...listed].filter(([name]) => !(name in value));
  for (const [name, field] of Object.entries(value)) {
    const schemas = listed.get(name) ?? (isEitherSpelling ? listed.get(otherSpelling(name, listed)) : undefined);
    if (schemas !== undefined) yield* walk(schemas, field, pointer + pointerStep(name));
    else if (!isOpen) {
      const mayBe = absent.filter(([, candidates]) => couldHold(candidates, field)).map(([candidate]) => candidate);
      yield { pointer: pointer + pointerStep(name), mayBe };
    }
  }
}

/** A schema and all schemas that it is composed of, dereferenced. `ref` keeps the reference. */
function partsOf(schema: Json): Json[] {
  const own = typeof schema['$ref'] === 'string' ? { ...dereference(schema), ref: schema['$ref'] } : schema;
  const composed = ['allOf', 'anyOf', 'oneOf'].flatMap((keyword) => (own[keyword] ?? []) as Json[]);
  return [own, ...composed.flatMap(partsOf)];
}

function fieldsOf(parts: readonly Json[]): Map<string, Json[]> {
  const fields = new Map<string, Json[]>();
  for (const { properties } of parts) {
    for (const [name, schema] of Object.entries((properties ?? {}) as Record<string, Json>)) {
      fields.set(name, [...(fields.get(name) ?? []), schema]);
    }
  }
  return fields;
}

function otherSpelling(name: string, listed: ReadonlyMap<string, unknown>): string {
  const plain = (text: string): string => text.replaceAll('_', '').toLowerCase();
  return [...listed.keys()].find((candidate) => plain(candidate) === plain(name)) ?? name;
}

/** A null does not show which field it is. */
function couldHold(schemas: readonly Json[], value: unknown): boolean {
  if (value === null) return false;
  const kind = Array.isArray(value) ? 'array' : typeof value;
  const types = schemas.flatMap(partsOf).flatMap(({ type }) => (type === undefined ? [] : type)) as string[];
  return types.length === 0 || types.some((type) => (type === 'integer' ? 'number' : type) === kind);
}

function dereference(node: Json): Json {
  if (typeof node['$ref'] !== 'string') return node;
  const { $ref: _, ...siblings } = node;
  const target = node['$ref'].slice(2).split('/');
  return { ...dereference(target.reduce<Json>((parent, key) => parent[key] as Json, document)), ...siblings };
}
