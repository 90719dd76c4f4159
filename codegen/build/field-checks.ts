import type { FieldChecks } from '../model.js';
import type { Literal } from '../read/openapi.js';
import type { Field, ObjectShape, Shape } from '../shape/shape.js';
import type { Shapes } from '../shape/shapes.js';
import { isVisible, type Usage } from '../shape/usage.js';

/** Beyond so many combinations of `allOf` and `oneOf`, the server decides. */
const maxAlternatives = 64;

/**
 * What the document decides about the fields of a request, whichever of these shapes its value has. What a response may
 * have given is sent back as it came.
 */
export function fieldChecks(parts: readonly Shape[], shapes: Shapes, { answerShapes }: Usage): FieldChecks {
  const alternatives = parts.flatMap((part) => alternativesOf(part, shapes, new Set()) ?? unknownObject);
  if (alternatives.some((alternative) => answerShapes.has(alternative))) return nothing;
  const [first, ...others] = alternatives.map(({ fields }) =>
    fields.filter(({ schema }) => isVisible(schema, 'request')),
  );
  if (first === undefined) return nothing;
  const inAll = first.flatMap((field) => {
    const same = [field, ...others.map((fields) => fields.find(({ name }) => name === field.name))];
    return same.every((other) => other !== undefined) ? [same] : [];
  });
  const [required, oneOf] = [inAll.filter((same) => same.every((field) => field.required)), inAll.flatMap(valuesOf)];
  const publicKeys = inAll.filter((same) => same.some((field) => field.schema.format === 'ssh-public-key'));
  return {
    required: required.map(([field]) => nameOf(field)),
    oneOf: Object.fromEntries(oneOf),
    publicKeys: publicKeys.map(([field]) => nameOf(field)),
  };

  function valuesOf(same: readonly Field[]): (readonly [string, readonly Literal[]])[] {
    const values = same.map(({ shape }) => closedValues(shape, shapes));
    return values.every((known) => known !== undefined) ? [[nameOf(same[0]), [...new Set(values.flat())]]] : [];
  }
}

export const nothing: FieldChecks = { required: [], oneOf: {}, publicKeys: [] };

export function isNothing({ required, oneOf, publicKeys }: FieldChecks): boolean {
  return required.length + Object.keys(oneOf).length + publicKeys.length === 0;
}

function nameOf(field: Field | undefined): string {
  return field?.name ?? '';
}

/** An object of which nothing is known. */
const unknownObject: readonly ObjectShape[] = [{ kind: 'object', fields: [] }];

/** The objects that a shape may be; undefined where there are too many of them. What is no object is not among them. */
function alternativesOf(shape: Shape, shapes: Shapes, seen: ReadonlySet<string>): readonly ObjectShape[] | undefined {
  switch (shape.kind) {
    case 'object':
      return [shape];
    case 'reference':
      if (seen.has(shape.component)) return unknownObject;
      return alternativesOf(shapes.component(shape.component), shapes, new Set([...seen, shape.component]));
    case 'union':
      return joined(shape.variants.map((variant) => alternativesOf(variant, shapes, seen)));
    case 'intersection':
      return shape.parts
        .map((part) => alternativesOf(part, shapes, seen))
        .reduce((left, right) => combined(left, right));
    case 'unknown':
      return unknownObject;
    case 'string':
    case 'number':
    case 'boolean':
    case 'null':
    case 'never':
    case 'binary':
    case 'literals':
    case 'list':
      return [];
  }
}

type Alternatives = readonly ObjectShape[] | undefined;

function joined(all: readonly Alternatives[]): Alternatives {
  return all.some((some) => some === undefined) ? undefined : all.flatMap((some) => some ?? []);
}

/** Each of the left with each of the right: both hold. */
function combined(left: Alternatives, right: Alternatives): Alternatives {
  if (left === undefined || right === undefined || left.length * right.length > maxAlternatives) return undefined;
  return left.flatMap((one) => right.map((other) => ({ kind: 'object', fields: mergedFields(one, other) }) as const));
}

function mergedFields(one: ObjectShape, other: ObjectShape): Field[] {
  const fields = new Map(one.fields.map((field) => [field.name, field]));
  for (const field of other.fields) {
    const known = fields.get(field.name);
    const required = field.required || known?.required === true;
    const shape: Shape = known ? { kind: 'intersection', parts: [known.shape, field.shape] } : field.shape;
    fields.set(field.name, { ...field, required, shape });
  }
  return [...fields.values()];
}

/** The values that a field may have, where the document names them all. */
function closedValues(shape: Shape, shapes: Shapes): readonly Literal[] | undefined {
  const resolved = shapes.resolved(shape);
  switch (resolved.kind) {
    case 'literals':
      return resolved.open ? undefined : resolved.values;
    case 'null':
      return [null];
    case 'union': {
      const all = resolved.variants.map((variant) => closedValues(variant, shapes));
      return all.every((values) => values !== undefined) ? all.flat() : undefined;
    }
    case 'intersection':
      // All of them hold, so each alone is a bound.
      return resolved.parts.map((part) => closedValues(part, shapes)).find((values) => values !== undefined);
    case 'object':
    case 'list':
    case 'string':
    case 'number':
    case 'boolean':
    case 'unknown':
    case 'never':
    case 'binary':
      return undefined;
  }
}
