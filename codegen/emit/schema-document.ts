import type { Document, Schema } from '../read/openapi.js';
import { inherits, variantsOf } from '../shape/variants.js';
import { isReference, type Spec } from '../read/spec.js';

/**
 * The document as input of openapi-typescript: a string, because openapi-typescript modifies objects. Schemas for
 * which it would generate recursive types that do not compile are simplified.
 */
export function schemaDocument(spec: Spec): string {
  const { document } = spec;
  const parents = new Set<Schema>();
  const children = Object.entries(document.components?.schemas ?? {}).map(
    ([name, schema]) => [name, schema, asChild(schema, spec, parents)] as const,
  );
  const schemas = children.map(([name, schema, child]) => {
    const plain = parents.has(schema) ? withoutDiscriminator(child) : child;
    return [name, holds(plain, schema, spec, new Set()) ? withoutItems(plain) : plain] as const;
  });
  const copy: Document = { ...document, components: { ...document.components, schemas: Object.fromEntries(schemas) } };
  return JSON.stringify(document.components?.schemas ? copy : document);
}

/** A child of a parent that lists it as a variant gets only the fields that all children have in common. */
function asChild(schema: Schema, spec: Spec, parents: Set<Schema>): Schema {
  if (!schema.allOf) return schema;
  const allOf = schema.allOf.map((part) => {
    if (!isReference(part)) return part;
    const parent = spec.resolve<Schema>(part);
    if (!variantsOf(parent).some((variant) => inherits(variant, schema, spec))) return part;
    parents.add(parent);
    const { oneOf: _oneOf, anyOf: _anyOf, discriminator: _discriminator, ...common } = parent;
    return common;
  });
  return { ...schema, allOf };
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
