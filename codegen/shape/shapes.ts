import type { Reference, Schema } from '../read/openapi.js';
import { Collisions } from '../read/collisions.js';
import { FieldNames, keyOfField } from './field-names.js';
import { extrasOf, isBinary, isNothing, requiredBy, typesOf } from './keywords.js';
import {
  childrenOf,
  intersectionOf,
  mergedFields,
  unionOf,
  wordsOf,
  type Field,
  type ObjectShape,
  type Shape,
} from './shape.js';
import { Heirs, withTag } from './heirs.js';
import { choicesOf, discriminated, Listed, variantsOf } from './variants.js';
import { componentOf, isReference, type Spec } from '../read/spec.js';
import { Stop } from '../read/stop.js';

/** Converts schemas to shapes, each once, so that the same schema is the same shape everywhere. */
export class Shapes {
  readonly heirs: Heirs;
  readonly #listed: Listed;
  readonly #varied = new Map<Schema, boolean>();
  readonly #known = new WeakMap<Schema, Shape>();
  readonly #required = new WeakMap<Schema, readonly string[]>();
  /** The schemas in progress, to detect a recursive schema without a named reference. */
  readonly #open = new Set<object>();

  /** What would have the same name: all that builds from the shapes adds to it. */
  readonly collisions = new Collisions();

  constructor(
    readonly spec: Spec,
    readonly fieldNames = new FieldNames(),
  ) {
    this.heirs = new Heirs(spec);
    this.#listed = new Listed(spec);
  }

  of(schema: Schema | boolean | undefined): Shape {
    if (schema === undefined || schema === true) return { kind: 'unknown' };
    if (schema === false || isNothing(schema)) return { kind: 'never' };
    const known = this.#known.get(schema);
    if (known) return known;
    const shape = this.#guarded(schema, () => {
      this.#readBases(schema);
      return this.#read(schema);
    });
    this.#known.set(schema, shape);
    return shape;
  }

  /** The shape of a schema under `components`. */
  component(name: string): Shape {
    return this.of(this.schemaOf(name));
  }

  schemaOf(component: string): Schema {
    return this.spec.document.components?.schemas?.[component] ?? {};
  }

  /** A shape with references resolved. */
  resolved(shape: Shape): Exclude<Shape, { kind: 'reference' }> {
    let current = shape;
    const seen = new Set<string>();
    while (current.kind === 'reference') {
      if (seen.has(current.component)) return { kind: 'unknown' };
      seen.add(current.component);
      current = this.component(current.component);
    }
    return current;
  }

  /** The shape as one object, if it is one, through references and `allOf`. */
  asObject(shape: Shape): ObjectShape | undefined {
    const resolved = this.resolved(shape);
    return resolved.kind === 'object' ? resolved : undefined;
  }

  #read(schema: Schema): Shape {
    // Before OpenAPI 3.1, keywords next to a `$ref` are ignored.
    if (isReference(schema) && this.spec.document.openapi.startsWith('3.0')) return this.#reference(schema);
    const heirs = this.heirs.of(schema);
    const whole =
      heirs.length > 0 ? unionOf(this.#ofHeirs(schema, heirs)) : this.#intersection(schema, choicesOf(schema));
    return schema.nullable === true ? unionOf([whole, { kind: 'null' }]) : whole;
  }

  #reference(reference: Reference): Shape {
    const target = this.spec.resolve<Schema>(reference);
    const component = componentOf(reference);
    return component === undefined ? this.of(target) : { kind: 'reference', component };
  }

  /** The schema's own keywords, its `$ref`, its `allOf`, and its variants: all of them apply. */
  #intersection(schema: Schema, choices: readonly (readonly Schema[])[]): Shape {
    const shapes = [
      ...(isReference(schema) ? [this.#reference(schema)] : []),
      this.#own(schema),
      ...(schema.allOf ?? []).map((part) => this.#part(part, schema)),
      ...choices.map((variants) => unionOf(variants.map((variant) => discriminated(variant, schema, this)))),
    ];
    // Beside its parts, an object without fields adds nothing: that it takes no others would leave no value.
    const isIdle = (shape: Shape): boolean =>
      shapes.length > 1 && shape.kind === 'object' && shape.fields.length === 0 && shape.extra === undefined;
    const parts = shapes.filter((shape) => shape.kind !== 'unknown' && !isIdle(shape));
    const [only] = parts;
    if (parts.length === 1 && only && requiredBy(schema).every((wire) => this.#isRequired(only, wire))) return only;
    const objects = parts.map((part) => this.asObject(part)).filter((part) => part !== undefined);
    if (parts.length === 0 || objects.length < parts.length) return intersectionOf(parts);
    const merged = mergedFields(objects, this.#requiredBy(schema), this.#joined);
    this.fieldNames.separate(this.spec.pointerOf(schema), merged.fields, this.keyOf);
    return merged;
  }

  /** Also what a part requires that is a reference: the field may be in another part. */
  #requiredBy(schema: Schema): readonly string[] {
    const known = this.#required.get(schema);
    if (known) return known;
    // A part that refers back to the schema adds nothing.
    this.#required.set(schema, []);
    const parts = (schema.allOf ?? []).filter(isReference).map((part) => this.spec.resolve<Schema>(part));
    const all = [...new Set([...requiredBy(schema), ...parts.flatMap((part) => this.#requiredBy(part))])];
    this.#required.set(schema, all);
    return all;
  }

  /**
   * A field of two parts: the second says it again, more closely, unless it says nothing of what the first one says. No
   * field of either is lost.
   */
  readonly #joined = (first: Shape, second: Shape): Shape => {
    if (second.kind === 'unknown') return first;
    if (second.kind === 'string' && second.format === undefined && ['string', 'literals'].includes(first.kind)) {
      return first;
    }
    if (first.kind === 'list' && second.kind === 'list' && !first.first && !second.first) {
      return { kind: 'list', items: this.#joined(first.items, second.items) };
    }
    if (wordsOf(first) === wordsOf(second)) return second;
    const [ofFirst, ofSecond] = [first, second].map((shape) => this.#wiresIn(shape));
    if (!ofFirst || !ofSecond || ofFirst.every((wire) => ofSecond.includes(wire))) return second;
    if (ofSecond.length === 0) return first;
    return first.kind === 'object' && second.kind === 'object'
      ? mergedFields([first, second], [], this.#joined)
      : intersectionOf([first, second]);
  };

  /** Undefined for what holds a schema that is being read. */
  #wiresIn(shape: Shape): readonly string[] | undefined {
    try {
      return this.objectsIn(shape).flatMap(({ fields }) => fields.map(({ wire }) => wire));
    } catch (error) {
      if (error instanceof Stop) return undefined;
      throw error;
    }
  }

  /** A base whose children name it in `allOf` is one of them; without a mapping, it is a value of its own too. */
  #ofHeirs(base: Schema, heirs: readonly Reference[]): Shape[] {
    const shapes = heirs.map((heir) => withTag(this.of(heir), this.heirs.tagOf(heir, base), this));
    const own = this.heirs.ownTagOf(base);
    return own ? [...shapes, withTag(this.#intersection(base, []), own, this)] : shapes;
  }

  /** One part of `allOf`. Of a parent that lists its children as variants, a child gets only the common fields. */
  #part(part: Schema, child: Schema): Shape {
    if (!isReference(part)) return this.of(part);
    const parent = this.spec.resolve<Schema>(part);
    const isKnown = this.#listed.isIn(parent, child) || this.heirs.isOf(parent, child);
    return isKnown ? this.#intersection(parent, []) : this.of(part);
  }

  #own(schema: Schema): Shape {
    if (schema.const !== undefined) return { kind: 'literals', values: [schema.const], open: false };
    if (schema.enum) return { kind: 'literals', values: [...new Set(schema.enum)], open: false };
    return unionOf(typesOf(schema).map((type) => this.#ofType(schema, type)));
  }

  #ofType(schema: Schema, type: string): Shape {
    switch (type) {
      case 'string':
        if (schema['x-known-values']) return { kind: 'literals', values: schema['x-known-values'], open: true };
        if (isBinary(schema)) return { kind: 'binary' };
        if (schema.format === 'date' || schema.format === 'date-time') return { kind: 'string', format: schema.format };
        return { kind: 'string' };
      case 'number':
      case 'integer':
        return { kind: 'number' };
      case 'boolean':
      case 'null':
        return { kind: type };
      case 'array':
        return {
          kind: 'list',
          ...this.#places(schema),
        };
      case 'object':
        return this.#object(schema);
      case '':
        return { kind: 'unknown' };
    }
    throw new Stop(this.spec.pointerOf(schema), `"${type}" is not a JSON Schema type.`, 'Correct the type.');
  }

  /** A tuple that is full has no more items. */
  #places({ items, prefixItems, maxItems = Infinity }: Schema): { items: Shape; first?: readonly Shape[] } {
    if (!prefixItems) return { items: this.of(items) };
    const isFull = maxItems <= prefixItems.length;
    const first = prefixItems.slice(0, maxItems).map((item) => this.of(item));
    return { items: isFull ? { kind: 'never' } : this.of(items), first };
  }

  #object(schema: Schema): ObjectShape {
    const required = new Set(schema.required);
    const fields = Object.entries(schema.properties ?? {}).map(([wire, property]): Field => {
      const own = typeof property === 'boolean' ? {} : property;
      const name = this.fieldNames.of(wire, this.keyOf({ wire, schema: own }));
      return { wire, name, shape: this.of(property), required: required.has(wire), schema: own };
    });
    this.fieldNames.separate(this.spec.pointerOf(schema), fields, this.keyOf);
    const extras = extrasOf(schema).map((extra) => this.of(extra));
    return { kind: 'object', fields, ...(extras.length === 0 ? {} : { extra: unionOf(extras) }) };
  }

  /** The objects that a value may be, or is made of. */
  objectsIn(shape: Shape, open: readonly Shape[] = []): readonly ObjectShape[] {
    if (open.includes(shape)) return [];
    const resolved = this.resolved(shape);
    if (resolved.kind === 'object') return [resolved];
    if (resolved.kind !== 'union' && resolved.kind !== 'intersection') return [];
    return childrenOf(resolved).flatMap((child) => this.objectsIn(child, [...open, shape]));
  }

  /** Of a field in the document: the same for each reading of it. */
  readonly keyOf = (field: Pick<Field, 'wire' | 'schema'>): string => keyOfField(this.spec, field);

  #isRequired(shape: Shape, wire: string): boolean {
    const field = this.asObject(shape)?.fields.find((candidate) => candidate.wire === wire);
    return field?.required ?? true;
  }

  /** The bases of the bases first, one after the other: a chain of thousands would exceed the call stack. */
  #readBases(schema: Schema): void {
    const chain = new Set([schema]);
    for (const { allOf = [] } of chain) {
      for (const base of allOf.filter(isReference).map((part) => this.spec.resolve<Schema>(part))) {
        // What has variants is read as them, which may be this schema.
        if (!this.#known.has(base) && !this.#open.has(base) && !this.#hasVariants(base)) chain.add(base);
      }
    }
    for (const base of [...chain].slice(1).reverse()) this.of(base);
  }

  #hasVariants(schema: Schema): boolean {
    const known = this.#varied.get(schema) ?? (variantsOf(schema).length > 0 || this.heirs.of(schema).length > 0);
    this.#varied.set(schema, known);
    return known;
  }

  #guarded(schema: Schema, read: () => Shape): Shape {
    if (this.#open.has(schema)) {
      throw new Stop(this.spec.pointerOf(schema), 'The schema contains itself.', 'Break the cycle of $ref or allOf.');
    }
    this.#open.add(schema);
    try {
      return read();
    } finally {
      this.#open.delete(schema);
    }
  }
}
