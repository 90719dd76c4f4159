import { isObject, setOwn } from '../core/json-object.js';
import type { JsonSchema } from './schema.js';

/** A schema without what is only spelling, and its definitions: every `$ref` names one of them. */
export interface NormalSchema {
  readonly root: JsonSchema;
  readonly definitions: Readonly<Record<string, JsonSchema>>;
}

/** What says nothing about a value, or what no provider takes in a schema that it enforces. */
const dropped = new Set([
  '$schema',
  '$id',
  '$anchor',
  '$comment',
  '$defs',
  'definitions',
  'default',
  'examples',
  'readOnly',
  'writeOnly',
]);

/** Keywords that describe a value and do not restrict it. */
export const notes: ReadonlySet<string> = new Set(['title', 'description', 'deprecated']);

/** What only describes a value, and what restricts it. */
export function partsOf(schema: JsonSchema): { readonly said: JsonSchema; readonly rest: JsonSchema } {
  const entries = Object.entries(schema);
  return {
    said: Object.fromEntries(entries.filter(([key]) => notes.has(key))),
    rest: Object.fromEntries(entries.filter(([key]) => !notes.has(key))),
  };
}

/** The definition that a normal `$ref` names. */
export function refName(ref: unknown): string | undefined {
  return /^#\/\$defs\/(.*)$/.exec(String(ref))?.[1];
}

/**
 * One spelling for each meaning: definitions in one place, `oneOf` as `anyOf`, `allOf` merged, a union beside other
 * keywords spread over its variants, a tuple as `prefixItems`. What can't be merged is left as it is.
 */
export function normalSchema(document: JsonSchema): NormalSchema {
  // Without a prototype: a definition may be named `constructor`.
  const definitions = Object.create(null) as Record<string, JsonSchema>;
  const names = new Map<unknown, string>();

  /** The name of the definition of a `$ref`; undefined if it leads out of the document. */
  const nameOf = (ref: string): string | undefined => {
    const target = targetOf(document, ref);
    if (target === undefined) return undefined;
    const known = names.get(target);
    if (known !== undefined) return known;
    const wished = decodeURIComponent(ref.split('/').at(-1) ?? '')
      .replace(/[^\w.-]+/g, '_')
      .replace(/^#?$/, 'root');
    let name = wished;
    for (let count = 2; Object.hasOwn(definitions, name); count++) name = `${wished}_${count}`;
    names.set(target, name);
    // Taken before it is read: it may refer to itself.
    definitions[name] = {};
    definitions[name] = normal(target);
    return name;
  };

  const normal = (given: unknown): JsonSchema => {
    if (given === true) return {};
    if (given === false) return { not: {} };
    if (!isObject(given)) return {};
    const entries = Object.entries(given).filter(([key]) => !dropped.has(key));
    const schema: Record<string, unknown> = Object.fromEntries(
      entries.map(([key, value]) => [key, inside(key, value)]),
    );
    if (typeof schema['$ref'] === 'string') {
      const name = nameOf(schema['$ref']);
      if (name !== undefined) schema['$ref'] = `#/$defs/${name}`;
    }
    if (Array.isArray(schema['items'])) {
      const { items, additionalItems, ...rest } = schema;
      return spread({ ...rest, prefixItems: items, ...(additionalItems !== undefined && { items: additionalItems }) });
    }
    return spread(merged(schema));
  };

  const inside = (key: string, value: unknown): unknown => {
    if (/^(properties|patternProperties|dependentSchemas)$/.test(key) && isObject(value)) {
      return Object.fromEntries(Object.entries(value).map(([name, schema]) => [name, normal(schema)]));
    }
    if (/^(anyOf|oneOf|allOf|prefixItems)$/.test(key) && Array.isArray(value)) return value.map(normal);
    if (key === 'items' && Array.isArray(value)) return value.map(normal);
    const isSchema =
      /^(items|additionalItems|additionalProperties|unevaluatedProperties|unevaluatedItems|not|if|then|else|contains|propertyNames)$/;
    // `false` closes an object or a list, and is no schema of its own here.
    return isSchema.test(key) && value !== false ? normal(value) : value;
  };

  const resolve = (schema: JsonSchema): JsonSchema => {
    const name = refName(schema['$ref']);
    const target = name === undefined || keysOf(schema).length > 1 ? {} : (definitions[name] ?? {});
    // It is empty as long as it is being read.
    return keysOf(target).length === 0 ? schema : target;
  };

  /** Without `allOf`, if its parts can be one. */
  const merged = (schema: JsonSchema): JsonSchema => {
    const { allOf, ...rest } = schema;
    if (!Array.isArray(allOf)) return schema;
    let whole: JsonSchema | undefined = rest;
    for (const part of allOf as JsonSchema[])
      whole = whole && both(whole, keysOf(rest).length > 0 || allOf.length > 1 ? resolve(part) : part);
    return whole ?? schema;
  };

  /** A union beside other keywords is a union of wholes; `oneOf` is checked by the library, not by the provider. */
  const spread = (schema: JsonSchema): JsonSchema => {
    const { anyOf, oneOf, ...others } = schema;
    if (anyOf !== undefined && oneOf !== undefined) return schema;
    const variants = (anyOf ?? oneOf) as readonly JsonSchema[] | undefined;
    if (variants === undefined) return schema;
    const { said, rest } = partsOf(others);
    if (Object.keys(rest).length === 0) return { ...said, anyOf: variants };
    const wholes = variants.map((variant) => both(rest, resolve(variant)));
    return wholes.includes(undefined) ? schema : { ...said, anyOf: wholes };
  };

  return { root: normal(document), definitions };
}

/** One schema that takes what both take; undefined if no keyword can say so. */
function both(one: JsonSchema, other: JsonSchema): JsonSchema | undefined {
  const result: Record<string, unknown> = { ...one };
  for (const [key, value] of Object.entries(other)) {
    const before = result[key];
    if (before === undefined) result[key] = value;
    else if (key === 'properties') result[key] = bothProperties(before as JsonSchema, value as JsonSchema);
    else if (key === 'required') result[key] = [...new Set([...(before as string[]), ...(value as string[])])];
    else if (!notes.has(key) && JSON.stringify(before) !== JSON.stringify(value)) return undefined;
    if (result[key] === undefined) return undefined;
  }
  return result;
}

function bothProperties(one: JsonSchema, other: JsonSchema): JsonSchema | undefined {
  const result: Record<string, unknown> = { ...one };
  for (const [name, schema] of Object.entries(other)) {
    const before = Object.hasOwn(result, name) ? (result[name] as JsonSchema) : undefined;
    const whole = before === undefined ? schema : both(before, schema as JsonSchema);
    if (whole === undefined) return undefined;
    setOwn(result, name, whole);
  }
  return result;
}

function keysOf(schema: JsonSchema): readonly string[] {
  return Object.keys(partsOf(schema).rest);
}

/** What a `$ref` of the document means; undefined outside of it. */
function targetOf(document: JsonSchema, ref: string): unknown {
  if (ref === '#') return document;
  if (!ref.startsWith('#')) return undefined;
  if (!ref.startsWith('#/')) return anchorOf(document, ref.slice(1));
  const keys = ref
    .slice(2)
    .split('/')
    .map((key) => decodeURIComponent(key).replaceAll('~1', '/').replaceAll('~0', '~'));
  let target: unknown = document;
  for (const key of keys)
    target = Object.hasOwn(Object(target) as object, key) ? (target as JsonSchema)[key] : undefined;
  return target;
}

function anchorOf(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null) return undefined;
  if ((value as JsonSchema)['$anchor'] === name) return value;
  for (const part of Object.values(value)) {
    const found = anchorOf(part, name);
    if (found !== undefined) return found;
  }
  return undefined;
}
