import type { Discriminator, Schema } from '../read/openapi.js';
import { componentOf, isReference, type Spec } from '../read/spec.js';
import { describesValue } from './keywords.js';
import { intersectionOf, type ObjectShape, type Shape } from './shape.js';

/** Converts schemas to shapes. */
interface Reader {
  of(schema: Schema): Shape;
  asObject(shape: Shape): ObjectShape | undefined;
  resolved(shape: Shape): Shape;
}

/** The variants of a value: of `oneOf` one holds, and of `anyOf` too. */
export function choicesOf(schema: Schema): readonly (readonly Schema[])[] {
  return [schema.oneOf ?? [], schema.anyOf ?? []]
    .map((variants) => variants.filter((variant) => describesValue(variant, schema)))
    .filter((variants) => variants.length > 0);
}

export function variantsOf(schema: Schema): readonly Schema[] {
  return choicesOf(schema).flat();
}

/** Whether the schema is this one, or has it among its parts. */
export function inherits(schema: Schema, ancestor: Schema, spec: Spec, seen: ReadonlySet<Schema> = new Set()): boolean {
  const own = isReference(schema) ? spec.resolve<Schema>(schema) : schema;
  if (own === ancestor) return true;
  if (seen.has(own)) return false;
  return (own.allOf ?? []).some((part) => isReference(part) && inherits(part, ancestor, spec, new Set([...seen, own])));
}

/** A variant, narrowed to its discriminator values, so that the compiler can tell the variants apart. */
export function discriminated(variant: Schema, { discriminator }: Schema, shapes: Reader): Shape {
  const shape = shapes.of(variant);
  if (!discriminator || !isReference(variant)) return shape;
  const field = shapes.asObject(shape)?.fields.find(({ wire }) => wire === discriminator.propertyName);
  const values = field ? possible(valuesOf(discriminator, componentOf(variant)), shapes.resolved(field.shape)) : [];
  if (field === undefined || values.length === 0) return shape;
  const tag = { ...field, shape: { kind: 'literals', values, open: false, isTag: true } as const };
  return intersectionOf([shape, { kind: 'object', fields: [tag] }]);
}

/** The values that the field may have; none where they don't narrow it. */
function possible(values: readonly string[], field: Shape): readonly string[] {
  if (field.kind === 'string') return values;
  if (field.kind !== 'literals') return [];
  const fit = values.filter((value) => field.open || field.values.includes(value));
  return !field.open && fit.length === field.values.length && fit.length === 1 ? [] : fit;
}

/** The values of the mapping for a component; without any, its name. */
export function valuesOf({ mapping = {} }: Discriminator, component: string | undefined): readonly string[] {
  if (component === undefined) return [];
  const values = Object.entries(mapping)
    .filter(([, $ref]) => $ref === component || componentOf({ $ref }) === component)
    .map(([value]) => value);
  return values.length > 0 ? values : [component];
}
