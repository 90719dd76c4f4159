import { isObject, setOwn } from '../core/json-object.js';
import { notes, partsOf, refName, type NormalSchema } from './normal-schema.js';
import type { JsonSchema } from './schema.js';

/** A schema that a provider can enforce, or the place that makes it impossible. */
export type Strict = { readonly schema: Record<string, unknown> } | { readonly open: string };

/** What can't be enforced: thrown with its path. */
class OpenPlace {
  constructor(readonly path: string) {}
}

/** Keywords that no provider enforces, and that the schema's own library checks. */
const unenforced = new Set([
  'if',
  'then',
  'else',
  'not',
  'dependentRequired',
  'dependentSchemas',
  'contains',
  'minContains',
  'maxContains',
  'uniqueItems',
  'minProperties',
  'maxProperties',
  'propertyNames',
  // Those that take any value have no strict form.
  'patternProperties',
  'unevaluatedProperties',
  'unevaluatedItems',
  'contentEncoding',
  'contentMediaType',
  'contentSchema',
]);

/**
 * The strict form: each property is required, and null where it was optional; objects are closed; the root is an
 * object. `isWrapped` puts the root into a property `value`.
 */
export function strictSchema({ root, definitions }: NormalSchema, isWrapped: boolean): Strict {
  try {
    const used = new Set<string>();
    const whole = isWrapped ? wrapped(closed(root, '', used)) : closed(root, '', used);
    const defs: Record<string, unknown> = {};
    // A definition may use others: those are found while it is closed.
    for (const name of used) {
      if (isEndless({ $ref: `#/$defs/${name}` }, definitions, [])) throw new OpenPlace(`$defs.${name}`);
      setOwn(defs, name, closed(definitions[name] ?? {}, `$defs.${name}`, used));
    }
    return { schema: { ...whole, ...(used.size > 0 && { $defs: defs }) } };
  } catch (error) {
    if (error instanceof OpenPlace) return { open: error.path };
    throw error;
  }
}

/** The same without enforcement: as the caller wrote it, but for spelling and the root. */
export function looseSchema({ root, definitions }: NormalSchema, isWrapped: boolean): Record<string, unknown> {
  const whole = isWrapped ? wrapped(root) : root;
  return { ...whole, ...(Object.keys(definitions).length > 0 && { $defs: definitions }) };
}

function wrapped(value: JsonSchema): Record<string, unknown> {
  return { type: 'object', properties: { value }, required: ['value'], additionalProperties: false };
}

/** Whether a schema refers to itself without a value in between, which says nothing and has no end. */
function isEndless(
  { $ref, anyOf }: JsonSchema,
  definitions: NormalSchema['definitions'],
  seen: readonly string[],
): boolean {
  const name = refName($ref);
  if (name !== undefined)
    return seen.includes(name) || isEndless(definitions[name] ?? {}, definitions, [...seen, name]);
  return Array.isArray(anyOf) && anyOf.some((variant) => isEndless(variant as JsonSchema, definitions, seen));
}

/** Whether null is a value of a schema: then it is no sign of a property that was left out. */
export function takesNull(schema: JsonSchema, definitions: NormalSchema['definitions'], depth = 0): boolean {
  const { $ref, anyOf, type, enum: values, const: only } = schema;
  if (typeof $ref === 'string') {
    const target = definitions[refName($ref) ?? ''];
    return target !== undefined && depth < 64 && takesNull(target, definitions, depth + 1);
  }
  if (Array.isArray(anyOf)) return anyOf.some((variant) => takesNull(variant as JsonSchema, definitions, depth + 1));
  if ('const' in schema) return only === null;
  if (Array.isArray(values)) return values.includes(null);
  return type === undefined ? Object.keys(schema).every((key) => notes.has(key)) : [type].flat().includes('null');
}

function closed(schema: JsonSchema, path: string, used: Set<string>): Record<string, unknown> {
  const result: Record<string, unknown> = Object.fromEntries(
    Object.entries(schema).filter(([key]) => !unenforced.has(key)),
  );
  const { $ref, anyOf, type, enum: values, properties, items, prefixItems } = schema;
  if ($ref !== undefined) {
    const name = refName($ref);
    // Others beside it are not read; those that only describe are dropped with them.
    if (name === undefined || Object.keys(result).some((key) => key !== '$ref' && !notes.has(key)))
      throw new OpenPlace(path);
    used.add(name);
    return { $ref };
  }
  if (Array.isArray(anyOf)) {
    if (Object.keys(result).some((key) => key !== 'anyOf' && !notes.has(key))) throw new OpenPlace(path);
    return { ...result, anyOf: anyOf.map((variant) => closed(variant as JsonSchema, path, used)) };
  }
  if ('allOf' in schema || 'oneOf' in schema || '$dynamicRef' in schema) throw new OpenPlace(path);
  const types = typesOf(schema);
  if (types.length === 0) throw new OpenPlace(path);
  if (type === undefined) result['type'] = types.length === 1 ? types[0] : types;
  if (values !== undefined || 'const' in schema) return result;
  if (types.includes('object')) Object.assign(result, closedObject(schema, path, used));
  else if (properties !== undefined) delete result['properties'];
  if (types.includes('array')) {
    if (items === undefined && prefixItems === undefined) throw new OpenPlace(`${path}[]`);
    Object.assign(result, closedList(schema, path, used));
  }
  return result;
}

function closedObject(schema: JsonSchema, path: string, used: Set<string>): Record<string, unknown> {
  const { properties = {}, required = [], additionalProperties, patternProperties, unevaluatedProperties } = schema;
  const isOpen =
    (additionalProperties !== undefined && additionalProperties !== false) ||
    (unevaluatedProperties !== undefined && unevaluatedProperties !== false) ||
    Object.keys(Object(patternProperties) as object).length > 0;
  if (isOpen) throw new OpenPlace(path);
  const entries = Object.entries(properties as Record<string, JsonSchema>);
  // A required property that is nowhere described could be anything.
  const undescribed = (required as string[]).find((name) => !Object.hasOwn(properties as object, name));
  if (undescribed !== undefined) throw new OpenPlace(join(path, undescribed));
  const inside = entries.map(([name, property]) => {
    const whole = closed(property, join(path, name), used);
    return [name, (required as string[]).includes(name) ? whole : orNull(whole)];
  });
  return {
    properties: Object.fromEntries(inside) as Record<string, unknown>,
    required: entries.map(([name]) => name),
    additionalProperties: false,
  };
}

function closedList(schema: JsonSchema, path: string, used: Set<string>): Record<string, unknown> {
  const { items, prefixItems } = schema;
  const first = prefixItems as readonly JsonSchema[] | undefined;
  return {
    ...(first && { prefixItems: first.map((item, index) => closed(item, `${path}[${index}]`, used)) }),
    // A tuple of a library that leaves it open has no more items than it names.
    items: isObject(items) ? closed(items, `${path}[]`, used) : false,
  };
}

/** The strict form of an optional property: what it was, or null. */
function orNull(schema: Record<string, unknown>): Record<string, unknown> {
  const { type, anyOf, enum: values } = schema;
  if (Array.isArray(anyOf))
    return anyOf.some(isNull) ? schema : { ...schema, anyOf: [...(anyOf as unknown[]), { type: 'null' }] };
  if (type === undefined || 'const' in schema || 'properties' in schema || 'items' in schema) {
    const { said, rest } = partsOf(schema);
    return isNull(schema) ? schema : { ...said, anyOf: [rest, { type: 'null' }] };
  }
  const types = [type].flat() as string[];
  if (types.includes('null')) return schema;
  return {
    ...schema,
    type: [...types, 'null'],
    ...(Array.isArray(values) && { enum: [...(values as unknown[]), null] }),
  };
}

function isNull(schema: unknown): boolean {
  return isObject(schema) && (schema['type'] === 'null' || schema['const'] === null);
}

/** The types of a schema, those of its values included; none if it takes anything. */
function typesOf({ type, enum: values, const: only, ...schema }: JsonSchema): readonly string[] {
  if (type !== undefined) return [type].flat() as string[];
  if (Array.isArray(values)) return [...new Set(values.map(typeOf))];
  if (only !== undefined) return [typeOf(only)];
  if ('properties' in schema) return ['object'];
  return 'items' in schema || 'prefixItems' in schema ? ['array'] : [];
}

export function typeOf(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  return typeof value;
}

function join(path: string, name: string): string {
  return path === '' ? name : `${path}.${name}`;
}
