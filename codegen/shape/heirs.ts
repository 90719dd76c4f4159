import type { Reference, Schema } from '../read/openapi.js';
import { isReference, type Spec } from '../read/spec.js';
import { escapeStep } from '../read/pointers.js';
import type { FieldNames } from './field-names.js';
import { intersectionOf, mergedFields, type Field, type Shape } from './shape.js';
import { valuesOf, variantsOf } from './variants.js';

/** The values of a discriminator that a variant has. */
export interface Tag {
  readonly wire: string;
  readonly schema: Schema;
  readonly values: readonly string[];
}

/** The schemas that have a base with a discriminator among their `allOf`, where the base does not list them. */
export class Heirs {
  readonly #byBase = new Map<Schema, readonly Reference[]>();
  readonly #found = new Map<Schema, ReadonlySet<Schema>>();
  readonly #names = new Map<Schema, string>();

  constructor(readonly spec: Spec) {
    const schemas = Object.entries(spec.document.components?.schemas ?? {});
    for (const [name, schema] of schemas) this.#names.set(schema, name);
    if (schemas.some(([, schema]) => isBase(schema))) this.#find(schemas);
  }

  /** References to all of them, in document order. */
  of(base: Schema): readonly Reference[] {
    return this.#byBase.get(base) ?? [];
  }

  isOf(base: Schema, schema: Schema): boolean {
    return this.#found.get(base)?.has(schema) === true;
  }

  /** Undefined where an heir says by itself which value it has. */
  tagOf(heir: Reference, base: Schema): Tag | undefined {
    const { discriminator } = base;
    const schema = this.spec.resolve<Schema>(heir);
    const own = this.#propertyOf(schema, discriminator?.propertyName ?? '', new Set([base]));
    if (!discriminator || (own && (own.enum ?? own.const) !== undefined)) return undefined;
    const values = valuesOf(discriminator, this.#names.get(schema));
    const property = own ?? this.#propertyOf(base, discriminator.propertyName, new Set());
    return property && { wire: discriminator.propertyName, schema: property, values };
  }

  /** Without a mapping the value of a schema is its name, and so a base has one too. */
  ownTagOf(base: Schema): Tag | undefined {
    const { discriminator } = base;
    const name = this.#names.get(base);
    if (!discriminator || name === undefined) return undefined;
    const values = valuesOf(discriminator, name);
    const property = this.#propertyOf(base, discriminator.propertyName, new Set());
    if (property?.enum && !values.every((value) => property.enum?.includes(value))) return undefined;
    const isMapped = discriminator.mapping === undefined || values[0] !== name;
    return property && isMapped ? { wire: discriminator.propertyName, schema: property, values } : undefined;
  }

  #find(schemas: readonly (readonly [string, Schema])[]): void {
    const children = new Map<Schema, Schema[]>();
    // An alias of YAML has several names.
    const places = new Map<Schema, number[]>();
    for (const [place, [, schema]] of schemas.entries()) {
      listed(places, schema).push(place);
      for (const part of schema.allOf ?? []) {
        if (isReference(part)) listed(children, this.spec.resolve<Schema>(part)).push(schema);
      }
    }
    for (const [, base] of schemas.filter(([, schema]) => isBase(schema))) {
      const found = descendantsOf(base, children);
      const heirs = [...found].flatMap((schema) => places.get(schema) ?? []).toSorted((left, right) => left - right);
      const names = heirs.flatMap((place) => schemas[place]?.[0] ?? []);
      this.#found.set(base, found);
      this.#byBase.set(
        base,
        names.map((name) => ({ $ref: `#/components/schemas/${escapeStep(name)}` })),
      );
    }
  }

  /** The property of a schema or of its `allOf`. `above`: what is not entered. */
  #propertyOf(schema: Schema, wire: string, above: ReadonlySet<Schema>): Schema | undefined {
    if (above.has(schema)) return undefined;
    if (isReference(schema)) return this.#propertyOf(this.spec.resolve<Schema>(schema), wire, above);
    const property = Object.hasOwn(schema.properties ?? {}, wire) ? schema.properties?.[wire] : undefined;
    if (typeof property === 'object') return isReference(property) ? this.spec.resolve<Schema>(property) : property;
    const inside = new Set([...above, schema]);
    for (const part of schema.allOf ?? []) {
      const found = this.#propertyOf(part, wire, inside);
      if (found) return found;
    }
    return undefined;
  }
}

/** A shape, narrowed to its discriminator values, so that the compiler can tell it from others. */
export function withTag(shape: Shape, tag: Tag | undefined, { keyOf, fieldNames }: Names): Shape {
  if (!tag) return shape;
  const { wire, schema, values } = tag;
  const name = fieldNames.of(wire, keyOf({ wire, schema }));
  const shapeOfTag: Shape = { kind: 'literals', values, open: false, isTag: true };
  const field: Field = { wire, name, schema, required: true, shape: shapeOfTag };
  const object = { kind: 'object', fields: [field] } as const;
  return shape.kind === 'object' ? mergedFields([shape, object], []) : intersectionOf([shape, object]);
}

interface Names {
  readonly keyOf: (field: Pick<Field, 'wire' | 'schema'>) => string;
  readonly fieldNames: FieldNames;
}

function isBase(schema: Schema): boolean {
  return schema.discriminator !== undefined && variantsOf(schema).length === 0;
}

function listed<Key, Value>(lists: Map<Key, Value[]>, key: Key): Value[] {
  const list = lists.get(key) ?? [];
  lists.set(key, list);
  return list;
}

/** Without the base itself. */
function descendantsOf(base: Schema, children: ReadonlyMap<Schema, readonly Schema[]>): ReadonlySet<Schema> {
  const found = new Set<Schema>();
  const waiting = [base];
  for (let schema = waiting.pop(); schema; schema = waiting.pop()) {
    for (const child of children.get(schema) ?? []) {
      if (found.has(child)) continue;
      found.add(child);
      waiting.push(child);
    }
  }
  found.delete(base);
  return found;
}
