import type { Field, Shape } from '../shape/shape.js';
import type { Shapes } from '../shape/shapes.js';
import { PathTree, type Path } from './path-tree.js';

/**
 * Where a response has numbers, by public names: some servers send them as text. Text stays text where the document
 * allows it, except for the format `decimal`, which says that the text is a number.
 */
export function numberPaths(shape: Shape, shapes: Shapes): string[] {
  const isDecimal = ({ schema, shape: inner }: Field): boolean => schema.format === 'decimal' && holdsNumber(inner);
  const nameOf = ({ name }: Field): string => name;
  const numbers = pathsOf(shape, shapes, {
    isWanted: isNumber,
    fieldPaths: (field) => (isDecimal(field) ? [[]] : undefined),
    nameOf,
  });
  if (numbers.length === 0) return [];
  const texts = pathsOf(shape, shapes, {
    isWanted: isText,
    fieldPaths: (field) => (isDecimal(field) ? [] : undefined),
    nameOf,
  });
  const tree = new PathTree();
  for (const text of texts) tree.add(text);
  return numbers.filter((path) => !tree.meets(path)).map((path) => path.join('.'));
}

/** Where a request has calendar days, by names of the wire: a `Date` is sent as one. */
export function dayPaths(shape: Shape, shapes: Shapes): string[] {
  return pathsOf(shape, shapes, {
    isWanted: (part) => part.kind === 'string' && part.format === 'date',
    fieldPaths: () => undefined,
    nameOf: ({ wire }) => wire,
  }).map((path) => path.join('.'));
}

interface Search {
  readonly isWanted: (shape: Shape) => boolean;
  /** The paths in a field, if they do not follow from its shape. */
  readonly fieldPaths: (field: Field) => readonly Path[] | undefined;
  readonly nameOf: (field: Field) => string;
}

/** A shape that is still to be searched, or without one a path that is found. */
interface Place {
  readonly path: Path;
  readonly shape?: Shape;
  /** The place that holds it. */
  readonly above?: Place;
}

/** A list adds nothing to a path, and a map `*`. A recursive schema is entered once. Without recursion: schemas may be deep. */
function pathsOf(shape: Shape, shapes: Shapes, search: Search): Path[] {
  const found = new Map<string, Path>();
  const waiting: Place[] = [{ path: [], shape }];
  for (let place = waiting.pop(); place; place = waiting.pop()) {
    if (isOpen(place)) continue;
    if (place.shape === undefined || search.isWanted(place.shape)) found.set(place.path.join('.'), place.path);
    else waiting.push(...placesBelow(place.shape, place, shapes, search).toReversed());
  }
  return [...found.values()];
}

function isOpen({ shape, above }: Place): boolean {
  for (let outer = above; shape && outer; outer = outer.above) if (outer.shape === shape) return true;
  return false;
}

function placesBelow(shape: Shape, above: Place, shapes: Shapes, search: Search): Place[] {
  const { path } = above;
  const each = (inner: readonly Shape[]): Place[] => inner.map((own) => ({ path, shape: own, above }));
  switch (shape.kind) {
    case 'reference':
      return each([shapes.component(shape.component)]);
    case 'list':
      return each([shape.items, ...(shape.first ?? [])]);
    case 'object':
      return [
        ...shape.fields.flatMap((field): Place[] => {
          const name = search.nameOf(field);
          if (/[.*]/.test(name)) return [];
          const given = search.fieldPaths(field);
          if (given === undefined) return [{ path: [...path, name], shape: field.shape, above }];
          return given.map((own) => ({ path: [...path, name, ...own] }));
        }),
        ...(shape.extra ? [{ path: [...path, '*'], shape: shape.extra, above }] : []),
      ];
    case 'intersection':
      return each(shape.parts);
    case 'union':
      return each(shape.variants);
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
