import { partsOf, type DocumentedOperation, type Json } from './document.js';

/** A response, as it was sent. */
export interface SentAnswer {
  readonly status: number;
  readonly contentType: string;
  readonly bytes: Buffer;
}

/** What a caller gets for a response, and the metadata of a list. */
export interface PublicAnswer {
  readonly value: unknown;
  readonly meta?: unknown;
}

/** Reads a response by the schemas of openapi.json, without codegen and the SDK, which the tests check. */
export function publicAnswer({ responses, path }: DocumentedOperation, sent: SentAnswer): PublicAnswer {
  if (sent.bytes.length === 0) return { value: undefined };
  if (sent.contentType.startsWith('text/')) return { value: sent.bytes.toString() };
  if (!sent.contentType.includes('json')) return { value: sent.bytes };
  const whole: unknown = JSON.parse(sent.bytes.toString());
  const schemas = partsOf(responses[sent.status] ?? {});
  const isEnvelope = path.startsWith('/api/v1/') && isObject(whole) && 'data' in fieldsOf(schemas);
  if (!isEnvelope) return { value: read(whole, schemas) };
  const { data, meta = {} } = read(whole, schemas) as Json;
  return { value: data, meta };
}

/** A value of any of these schemas: what one of them declares has its public name, other fields keep theirs. */
function read(value: unknown, schemas: readonly Json[]): unknown {
  if (Array.isArray(value)) {
    return value.map((item, index) =>
      read(
        item,
        schemas.flatMap((schema) => itemsOf(schema, index)),
      ),
    );
  }
  if (typeof value === 'string' && schemas.some(isOfNumbers) && !schemas.some(isOfText)) return Number(value);
  if (!isObject(value)) return value;
  const fields = fieldsOf(schemas);
  const others = schemas.flatMap(({ additionalProperties }) => within(additionalProperties));
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => {
      const declared = Object.hasOwn(fields, name) ? fields[name] : undefined;
      return [declared ? camelCase(name) : name, read(inner, declared ?? others)];
    }),
  );
}

function isOfNumbers({ type, format }: Json): boolean {
  return type === 'number' || type === 'integer' || format === 'decimal';
}

function isOfText({ type, format }: Json): boolean {
  return type === 'string' && format !== 'decimal';
}

/** The schemas of each declared field. */
function fieldsOf(schemas: readonly Json[]): Readonly<Record<string, readonly Json[]>> {
  const entries = schemas.flatMap(({ properties }) => Object.entries((properties ?? {}) as Json));
  const names = [...new Set(entries.map(([name]) => name))];
  return Object.fromEntries(
    names.map((name) => [name, entries.flatMap(([other, schema]) => (other === name ? within(schema) : []))]),
  );
}

function itemsOf({ items, prefixItems }: Json, index: number): readonly Json[] {
  return within((prefixItems as readonly unknown[] | undefined)?.[index] ?? items);
}

function within(schema: unknown): readonly Json[] {
  return isObject(schema) ? partsOf(schema) : [];
}

function camelCase(name: string): string {
  const [, leading = '', stem = '', trailing = ''] = /^(_*)([a-z][\w-]*?)([_-]*)$/i.exec(name) ?? [];
  const [first = '', ...others] = stem
    .split(/[_-]+/)
    .map((word) => (word === word.toUpperCase() ? word.toLowerCase() : word));
  if (others.length === 0) return name;
  const rest = others.map((word) => word.charAt(0).toUpperCase() + word.slice(1));
  return leading + first.charAt(0).toLowerCase() + first.slice(1) + rest.join('') + trailing.replaceAll('-', '_');
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
