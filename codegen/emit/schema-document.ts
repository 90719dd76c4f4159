import type { Document, Schema } from '../read/openapi.js';
import { Listed } from '../shape/variants.js';
import { isReference, type Spec } from '../read/spec.js';

/**
 * The document as input of openapi-typescript: a string, because openapi-typescript modifies objects. Schemas for
 * which it would generate recursive types that do not compile are simplified.
 */
export function schemaDocument(spec: Spec): string {
  const { document } = spec;
  const parents = new Set<Schema>();
  const listed = new Listed(spec);
  const children = Object.entries(document.components?.schemas ?? {}).map(
    ([name, schema]) => [name, schema, asChild(schema, listed, parents)] as const,
  );
  const schemas = children.map(([name, schema, child]) => {
    const plain = parents.has(schema) ? withoutDiscriminator(child) : child;
    return [name, holds(plain, schema, spec, new Set()) ? withoutItems(plain) : plain] as const;
  });
  const copy: Document = { ...document, components: { ...document.components, schemas: Object.fromEntries(schemas) } };
  return JSON.stringify(document.components?.schemas ? copy : document, withoutDefinitions());
}

/**
 * Leaves out `$defs`, which would be a field: what is referenced there is a component already; and `externalValue`, which
 * would be read. A field of that name stays.
 */
function withoutDefinitions(): (this: unknown, key: string, value: unknown) => unknown {
  const maps = new Set<unknown>();
  return function (key, value) {
    if (key === 'properties') maps.add(value);
    return (key === '$defs' || key === 'externalValue') && !maps.has(this) ? undefined : value;
  };
}

/** A child of a parent that lists it as a variant gets only the fields that all children have in common. */
function asChild(schema: Schema, listed: Listed, parents: Set<Schema>): Schema {
  const { spec } = listed;
  if (!schema.allOf) return schema;
  const allOf = schema.allOf.map((part) => {
    if (!isReference(part)) return part;
    const parent = spec.resolve<Schema>(part);
    for (const ancestor of ancestorsOf(parent, spec)) {
      // It would be declared twice.
      if (ancestor.discriminator && declares(schema, ancestor.discriminator.propertyName)) parents.add(ancestor);
    }
    // Of null, no field can be required.
    if (schema.required && isNullable(parent)) return withoutNull(parent);
    if (!listed.isIn(parent, schema)) return part;
    parents.add(parent);
    const { oneOf: _oneOf, anyOf: _anyOf, discriminator: _discriminator, ...common } = parent;
    return common;
  });
  return { ...schema, allOf };
}

function ancestorsOf(schema: Schema, spec: Spec, seen = new Set<Schema>()): ReadonlySet<Schema> {
  if (seen.has(schema)) return seen;
  seen.add(schema);
  for (const part of schema.allOf ?? []) ancestorsOf(spec.resolve<Schema>(part), spec, seen);
  return seen;
}

function declares(schema: Schema, field: string): boolean {
  const own = [schema, ...(schema.allOf ?? []).filter((part) => !isReference(part))];
  return own.some(({ properties }) => properties !== undefined && Object.hasOwn(properties, field));
}

function isNullable({ nullable, type }: Schema): boolean {
  return nullable === true || (Array.isArray(type) && type.includes('null'));
}

function withoutNull({ nullable: _, type, ...schema }: Schema): Schema {
  const types = typeof type === 'string' ? type : type?.filter((name) => name !== 'null');
  return { ...schema, ...(types === undefined ? {} : { type: types }) };
}

function withoutDiscriminator({ discriminator: _, ...schema }: Schema): Schema {
  return schema;
}

/** Whether a schema contains another through lists, parts and variants only, with no field in between. */
function holds(schema: Schema | boolean, sought: Schema, spec: Spec, seen: Set<Schema>): boolean {
  if (typeof schema === 'boolean' || seen.has(schema)) return false;
  seen.add(schema);
  const { allOf = [], oneOf = [], anyOf = [], items = false, prefixItems = [] } = schema;
  const target = isReference(schema) ? spec.resolve<Schema>(schema) : undefined;
  const inside = [...allOf, ...oneOf, ...anyOf, items, ...prefixItems, ...(target ? [target] : [])];
  return target === sought || inside.some((inner) => holds(inner, sought, spec, seen));
}

/** A list of itself, also as a variant, becomes a list of anything: TypeScript rejects a property of its own type. */
function withoutItems(schema: Schema): Schema {
  const { items, prefixItems: _, ...rest } = schema;
  const isList = items !== undefined || schema.prefixItems !== undefined;
  const inside = (parts: readonly Schema[] | undefined): readonly Schema[] | undefined =>
    parts?.map((part) => (isReference(part) ? {} : withoutItems(part)));
  const parts = { allOf: inside(schema.allOf), oneOf: inside(schema.oneOf), anyOf: inside(schema.anyOf) };
  const given = Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== undefined));
  return { ...rest, ...given, ...(isList ? { items: {} } : {}) };
}
