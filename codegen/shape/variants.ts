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

/** Which schemas are a variant of another one, or among the parts of a variant. */
export class Listed {
  readonly #byParent = new Map<Schema, ReadonlySet<Schema>>();

  constructor(readonly spec: Spec) {}

  isIn(parent: Schema, schema: Schema): boolean {
    const listed = this.#byParent.get(parent) ?? this.#of(parent);
    this.#byParent.set(parent, listed);
    return listed.has(schema);
  }

  #of(parent: Schema): ReadonlySet<Schema> {
    const found = new Set<Schema>();
    const waiting = [...variantsOf(parent)];
    for (let schema = waiting.pop(); schema; schema = waiting.pop()) {
      const own = isReference(schema) ? this.spec.resolve<Schema>(schema) : schema;
      if (found.has(own)) continue;
      found.add(own);
      waiting.push(...(own.allOf ?? []).filter(isReference));
    }
    return found;
  }
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
export function valuesOf({ mapping }: Discriminator, component: string | undefined): readonly string[] {
  if (component === undefined) return [];
  return (mapping && byComponent(mapping).get(component)) ?? [component];
}

type Mapping = NonNullable<Discriminator['mapping']>;

const known = new WeakMap<Mapping, ReadonlyMap<string, readonly string[]>>();

/** The values of each component: a mapping has a `$ref` or a name. Read once, because it may list thousands. */
function byComponent(mapping: Mapping): ReadonlyMap<string, readonly string[]> {
  const found = known.get(mapping);
  if (found) return found;
  const values = new Map<string, string[]>();
  for (const [value, $ref] of Object.entries(mapping)) {
    for (const name of new Set([$ref, componentOf({ $ref }) ?? $ref])) {
      const own = values.get(name) ?? [];
      own.push(value);
      values.set(name, own);
    }
  }
  known.set(mapping, values);
  return values;
}
