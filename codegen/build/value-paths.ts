import type { Field, Shape } from '../shape/shape.js';
import type { Shapes } from '../shape/shapes.js';

/**
 * Where a response has numbers, by public names: some servers send them as text. Text stays text where the document
 * allows it, except for the format `decimal`, which says that the text is a number.
 */
export function numberPaths(shape: Shape, shapes: Shapes): string[] {
  const isDecimal = ({ schema, shape: inner }: Field): boolean => schema.format === 'decimal' && holdsNumber(inner);
  const nameOf = ({ name }: Field): string => name;
  const texts = pathsOf(shape, shapes, {
    isWanted: isText,
    fieldPaths: (field) => (isDecimal(field) ? [] : undefined),
    nameOf,
  });
  const numbers = pathsOf(shape, shapes, {
    isWanted: isNumber,
    fieldPaths: (field) => (isDecimal(field) ? [[]] : undefined),
    nameOf,
  });
  return numbers.filter((path) => !texts.some((text) => mayMeet(path.split('.'), text.split('.'))));
}

/** Where a request has calendar days, by names of the wire: a `Date` is sent as one. */
export function dayPaths(shape: Shape, shapes: Shapes): string[] {
  return pathsOf(shape, shapes, {
    isWanted: (part) => part.kind === 'string' && part.format === 'date',
    fieldPaths: () => undefined,
    nameOf: ({ wire }) => wire,
  });
}

interface Search {
  readonly isWanted: (shape: Shape) => boolean;
  /** The paths in a field, if they do not follow from its shape. */
  readonly fieldPaths: (field: Field) => readonly Path[] | undefined;
  readonly nameOf: (field: Field) => string;
}

type Path = readonly string[];

/** A list adds nothing to a path, and a map `*`. A recursive schema is entered once. */
function pathsOf(shape: Shape, shapes: Shapes, search: Search): string[] {
  return [...new Set(pathsIn(shape, shapes, search, []).map((path) => path.join('.')))];
}

function pathsIn(shape: Shape, shapes: Shapes, search: Search, open: readonly Shape[]): Path[] {
  if (open.includes(shape)) return [];
  if (search.isWanted(shape)) return [[]];
  const below = (inner: Shape): Path[] => pathsIn(inner, shapes, search, [...open, shape]);
  switch (shape.kind) {
    case 'reference':
      return below(shapes.component(shape.component));
    case 'list':
      return [shape.items, ...(shape.first ?? [])].flatMap(below);
    case 'object':
      return [
        ...shape.fields.flatMap((field) => {
          const name = search.nameOf(field);
          if (/[.*]/.test(name)) return [];
          return prefixed(name, search.fieldPaths(field) ?? below(field.shape));
        }),
        ...(shape.extra ? prefixed('*', below(shape.extra)) : []),
      ];
    case 'intersection':
      return shape.parts.flatMap(below);
    case 'union':
      return shape.variants.flatMap(below);
    case 'number':
    case 'literals':
    case 'string':
    case 'boolean':
    case 'null':
    case 'unknown':
    case 'never':
    case 'binary':
      return [];
  }
}

function prefixed(name: string, paths: readonly Path[]): Path[] {
  return paths.map((path) => [name, ...path]);
}

function holdsNumber(shape: Shape): boolean {
  return shape.kind === 'number' || (shape.kind === 'union' && shape.variants.some(holdsNumber));
}

function isNumber(shape: Shape): boolean {
  return (
    shape.kind === 'number' || (shape.kind === 'literals' && shape.values.every((value) => typeof value === 'number'))
  );
}

function isText(shape: Shape): boolean {
  if (shape.kind === 'literals') return shape.values.some((value) => typeof value === 'string');
  return shape.kind === 'string' || shape.kind === 'binary';
}

/** Whether one value may be at both paths. */
function mayMeet(path: Path, other: Path): boolean {
  const isSame = (name: string, index: number): boolean =>
    name === other[index] || name === '*' || other[index] === '*';
  return path.length === other.length && path.every(isSame);
}
