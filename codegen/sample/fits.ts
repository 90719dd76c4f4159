import { childrenOf, type Field, type ObjectShape, type Shape } from '../shape/shape.js';
import type { Shapes } from '../shape/shapes.js';
import { isVisible, type Direction } from '../shape/usage.js';

/** The direction in which a value is checked. */
interface View {
  readonly shapes: Shapes;
  readonly direction: Direction;
  /** The value is checked against one of several parts: its other fields belong to the other parts. */
  readonly isPart?: boolean;
}

type ListShape = Extract<Shape, { kind: 'list' }>;

/**
 * Whether the value matches the type of the shape; examples in documents often do not. A request with an undeclared
 * field would not compile.
 */
export function fits(value: unknown, shape: Shape, view: View): boolean {
  const resolved = view.shapes.resolved(shape);
  switch (resolved.kind) {
    case 'unknown':
      return true;
    case 'never':
      return false;
    case 'null':
      return value === null;
    case 'string':
    case 'number':
    case 'boolean':
      return typeof value === resolved.kind;
    case 'binary':
      return typeof value === 'string';
    case 'literals':
      return resolved.open
        ? typeof value === typeof resolved.values[0]
        : resolved.values.some((literal) => literal === value);
    case 'list':
      return Array.isArray(value) && fitsList(value, resolved, view);
    case 'object':
      return isRecord(value) && fitsObject(value, resolved, view);
    case 'union':
      return resolved.variants.some((variant) => fits(value, variant, view));
    case 'intersection':
      return fitsAll(value, resolved.parts, view);
  }
}

function fitsList(value: readonly unknown[], { items, first = [] }: ListShape, view: View): boolean {
  if (value.length < first.length) return false;
  return value.every((item, index) => fits(item, first[index] ?? items, view));
}

/** A field of a request must be declared by one of the parts. */
function fitsAll(value: unknown, parts: readonly Shape[], view: View): boolean {
  if (!isRecord(value) || view.direction === 'answer') return parts.every((part) => fits(value, part, view));
  const objects = parts.flatMap((part) => objectsIn(part, view.shapes));
  const isOpen = objects.some(({ extra }) => extra !== undefined);
  const isKnown = (wire: string): boolean => objects.some(({ fields }) => fields.some((field) => field.wire === wire));
  const areKnown = isOpen || Object.keys(value).every(isKnown);
  return areKnown && parts.every((part) => fits(value, part, { ...view, isPart: true }));
}

function objectsIn(shape: Shape, shapes: Shapes): ObjectShape[] {
  const resolved = shapes.resolved(shape);
  if (resolved.kind === 'object') return [resolved];
  return resolved.kind === 'union' || resolved.kind === 'intersection'
    ? childrenOf(resolved).flatMap((child) => objectsIn(child, shapes))
    : [];
}

function fitsObject(value: Readonly<Record<string, unknown>>, { fields, extra }: ObjectShape, view: View): boolean {
  const visible = fields.filter((field) => isVisible(field.schema, view.direction));
  const rest = Object.entries(value).filter(([wire]) => !visible.some((field) => field.wire === wire));
  const within = { ...view, isPart: false };
  const isFit = ({ wire, name, required, shape }: Field): boolean => {
    if (Object.hasOwn(value, wire)) return fits(value[wire], shape, within);
    // A field named like a member of every object, such as `toString`, can't be omitted.
    return !required && !(view.direction === 'request' && name in Object.prototype);
  };
  const areFieldsFit = visible.every(isFit);
  if (extra === undefined)
    return areFieldsFit && (view.direction === 'answer' || view.isPart === true || rest.length === 0);
  return areFieldsFit && rest.every(([, inner]) => fits(inner, extra, view));
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
