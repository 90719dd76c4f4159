import type { Literal, Schema } from '../read/openapi.js';

/**
 * The meaning of a schema, decided once: types, codecs and samples are all built from it.
 * A reference stays a reference, so that recursion ends there.
 */
export type Shape =
  | { readonly kind: 'reference'; readonly component: string }
  /** `format`: a calendar day, or a moment. */
  | { readonly kind: 'string'; readonly format?: 'date' | 'date-time' }
  | { readonly kind: 'number' | 'boolean' | 'null' | 'unknown' | 'never' }
  /** Bytes: a file in a form, or a binary body. */
  | { readonly kind: 'binary' }
  /** `open`: the document itself says that there may be other values. `isTag`: others belong to other variants. */
  | { readonly kind: 'literals'; readonly values: readonly Literal[]; readonly open: boolean; readonly isTag?: true }
  /** `first`: the leading positions; `items`: all later positions. */
  | { readonly kind: 'list'; readonly items: Shape; readonly first?: readonly Shape[] }
  | ObjectShape
  | { readonly kind: 'union'; readonly variants: readonly Shape[] }
  | { readonly kind: 'intersection'; readonly parts: readonly Shape[] };

export interface ObjectShape {
  readonly kind: 'object';
  readonly fields: readonly Field[];
  /** Additional properties; undefined if the document does not declare them. */
  readonly extra?: Shape;
}

export interface Field {
  /** Name on the wire. */
  readonly wire: string;
  /** Public name. */
  readonly name: string;
  readonly shape: Shape;
  readonly required: boolean;
  /** The field's own schema, for its documentation and examples. */
  readonly schema: Schema;
}

/** The schema's name, if the shape is a reference. */
export function componentOf(shape: Shape): string | undefined {
  return shape.kind === 'reference' ? shape.component : undefined;
}

/** The direct children of a shape. */
export function childrenOf(shape: Shape): readonly Shape[] {
  switch (shape.kind) {
    case 'list':
      return [...(shape.first ?? []), shape.items];
    case 'object':
      return [...shape.fields.map((field) => field.shape), ...(shape.extra ? [shape.extra] : [])];
    case 'union':
      return shape.variants;
    case 'intersection':
      return shape.parts;
    case 'reference':
    case 'string':
    case 'number':
    case 'boolean':
    case 'null':
    case 'unknown':
    case 'never':
    case 'binary':
    case 'literals':
      return [];
  }
}

/** A union without duplicates; a single variant is returned itself. */
export function unionOf(variants: readonly Shape[]): Shape {
  const flat = variants.flatMap((variant) => (variant.kind === 'union' ? variant.variants : [variant]));
  const unknown = flat.find((variant) => variant.kind === 'unknown');
  if (unknown) return unknown;
  const distinct = withOpenLiterals(distinctOf(flat));
  const [only] = distinct;
  return distinct.length === 1 && only ? only : { kind: 'union', variants: distinct };
}

/** All of them at once; without members, any value. */
export function intersectionOf(parts: readonly Shape[]): Shape {
  const distinct = distinctOf(parts);
  const [only] = distinct;
  if (!only) return { kind: 'unknown' };
  return distinct.length === 1 ? only : { kind: 'intersection', parts: distinct };
}

/** Several objects as one; `join`: what becomes of two shapes of the same field, of which the last one wins by default. */
export function mergedFields(
  objects: readonly ObjectShape[],
  required: readonly string[],
  join: (first: Shape, second: Shape) => Shape = (_, second) => second,
): ObjectShape {
  const byWire = new Map<string, Field>();
  for (const field of objects.flatMap((object) => object.fields)) {
    const other = byWire.get(field.wire);
    const isRequired = field.required || required.includes(field.wire) || other?.required === true;
    const shape = other ? join(other.shape, field.shape) : field.shape;
    byWire.set(field.wire, { ...field, shape, required: isRequired });
  }
  // `type: object` without fields, as a part of others, declares no additional properties.
  const described = objects.filter((object) => object.fields.length > 0 || object.extra?.kind !== 'unknown');
  const extra = described.flatMap((object) => object.extra ?? []).at(-1);
  return { kind: 'object', fields: [...byWire.values()], ...(extra === undefined ? {} : { extra }) };
}

/** To the compiler `'a' | 'b' | string` is the same as `string`, so it becomes one open set of literals. */
function withOpenLiterals(variants: readonly Shape[]): readonly Shape[] {
  const texts = variants.filter((variant) => variant.kind === 'literals' && variant.values.some(isText));
  if (texts.length === 0 || !variants.some((variant) => variant.kind === 'string')) return variants;
  const values = texts.flatMap((variant) => (variant.kind === 'literals' ? variant.values : []));
  const others = variants.filter((variant) => variant.kind !== 'string' && !texts.includes(variant));
  return [{ kind: 'literals', values: [...new Set(values)], open: true }, ...others];
}

function isText(value: Literal): boolean {
  return typeof value === 'string';
}

/** Without the shapes that accept the same values as one before, ignoring descriptions. */
function distinctOf(shapes: readonly Shape[]): readonly Shape[] {
  if (shapes.length < 2) return shapes;
  const found = new Map<string, Shape>();
  for (const shape of shapes) if (!found.has(wordsOf(shape))) found.set(wordsOf(shape), shape);
  return [...found.values()];
}

const words = new WeakMap<Shape, string>();

/** The same for shapes that accept the same values. */
export function wordsOf(shape: Shape): string {
  const known = words.get(shape) ?? `${ownWords(shape)}(${childrenOf(shape).map(wordsOf).join(' ')})`;
  words.set(shape, known);
  return known;
}

/** The shape without its children. */
function ownWords(shape: Shape): string {
  const { kind } = shape;
  if (kind === 'string') return JSON.stringify([kind, shape.format]);
  if (kind === 'reference') return JSON.stringify([kind, shape.component]);
  if (kind === 'literals') return JSON.stringify([kind, shape.open, shape.isTag, shape.values]);
  if (kind !== 'object') return kind;
  return JSON.stringify([kind, shape.extra !== undefined, shape.fields.map(({ wire, required }) => [wire, required])]);
}
