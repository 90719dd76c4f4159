import type { RawAnswer } from './capture.js';
import { contentTypeOf } from './media.js';
import { readDocument, type Json } from './prism.js';
import { pointerStep, show, valueAt, type Verdict, type Violation } from './violation.js';

/** A field of an answer that openapi.json does not list. */
interface UnlistedField {
  readonly pointer: string;
  /** Listed fields that are missing beside it, and could hold such a value: it may be one of them under a new name. */
  readonly mayBe: readonly string[];
}

const document = readDocument();

/** openapi.json says of these that the server spells their fields both ways. */
const eitherSpelling = new Set(['#/components/schemas/StorageVolume']);

/**
 * Schemas let unknown fields pass, and with them an optional field under a new name: those have to be looked for.
 * An unlisted field is a violation where a listed one is missing that it may be; else it is only new.
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
      const message = `must be a field of openapi.json; missing beside it: ${names}`;
      const came = show(valueAt(value, pointer));
      return { side: 'answer', part, pointer: prefix + pointer, rule: 'unlisted', message, came, alike: 0 };
    }),
    notices: added.map(({ pointer }) => {
      const general = pointer.replaceAll(/\/\d+(?=\/|$)/g, '/*');
      return `${operationId} answers with a field that openapi.json does not list: ${general}`;
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
  // Without a list of fields, or with leave for others, nothing is unlisted.
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

/** A schema and all that it is composed of, references followed. `ref` keeps the reference. */
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

/** A null says nothing of what a field is. */
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
