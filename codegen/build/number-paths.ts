import { childrenOf, type Field, type ObjectShape, type Shape } from '../shape/shape.js';
import type { Shapes } from '../shape/shapes.js';
import { Holders } from '../shape/holders.js';
import { PathTree, type Path } from './path-tree.js';

/**
 * At most so many places of a response are searched, since each response is searched at its paths. A level that would
 * exceed it is omitted as a whole, so that the order of schemas and fields decides nothing.
 */
const maxPlaces = 250;

/**
 * Where a response has numbers, by public names: some servers send them as text. Text stays text where the document
 * allows it, except for the format `decimal`, which says that the text is a number. A list adds nothing to a path, and
 * a map `*`. What a recursive schema holds is entered once.
 */
export class NumberPaths {
  readonly #holders: Holders;
  readonly #known = new WeakMap<Shape, readonly string[]>();
  readonly #parts = new WeakMap<Shape, Parts>();

  constructor(readonly shapes: Shapes) {
    this.#holders = new Holders(shapes, isNumber);
  }

  of(shape: Shape): readonly string[] {
    const own = this.shapes.resolved(shape);
    const known = this.#known.get(own) ?? this.#search(own);
    this.#known.set(own, known);
    return known;
  }

  #search(shape: Shape): readonly string[] {
    if (!this.#holders.has(shape)) return [];
    const root: Place = { path: [], ...this.#partsOf([shape]), below: [] };
    let count = 1;
    for (let level: readonly Place[] = [root]; level.length > 0;) {
      const next: Place[] = [];
      for (const place of level) {
        if (count + next.length <= maxPlaces) next.push(...this.#placesBelow(place));
      }
      count += next.length;
      if (count > maxPlaces) break;
      for (const place of next) place.above?.below.push(place);
      level = next;
    }
    return numbersIn(root);
  }

  #placesBelow(above: Place): Place[] {
    const byName = new Map<string, Shape[]>();
    const add = (name: string, shape: Shape): void => {
      const same = byName.get(name);
      if (same) same.push(shape);
      else byName.set(name, [shape]);
    };
    for (const { fields, extra } of above.objects) {
      for (const field of fields)
        if (!/[.*]/.test(field.name)) add(field.name, isDecimal(field) ? number : field.shape);
      if (extra) add('*', extra);
    }
    const holds = (all: readonly Shape[]): boolean => all.some((shape) => this.#holders.has(shape));
    // Fields beside a map are compared with its values.
    const isMap = byName.has('*');
    if (isMap && ![...byName.values()].some(holds)) return [];
    const places = [...byName].flatMap(([name, all]): Place[] => {
      if (!isMap && !holds(all)) return [];
      return [{ path: [...above.path, name], ...this.#partsOf(all), above, below: [] }];
    });
    const closed = places.filter(isEntered);
    return places.map((place) => {
      const isClosed = closed.includes(place) || (closed.length > 0 && place.path.at(-1) === '*');
      return isClosed ? { ...place, objects: [] } : place;
    });
  }

  #partsOf(all: readonly Shape[]): Parts {
    const [only = number] = all;
    if (all.length === 1) return this.#partsOfOne(only);
    const each = all.map((shape) => this.#partsOfOne(shape));
    return {
      isNumber: each.some(({ isNumber }) => isNumber),
      isText: each.some(({ isText }) => isText),
      objects: [...new Set(each.flatMap(({ objects }) => objects))],
    };
  }

  /** Without recursion: schemas may be deep. */
  #partsOfOne(shape: Shape): Parts {
    const own = this.shapes.resolved(shape);
    const known = this.#parts.get(own);
    if (known) return known;
    const seen = new Set<Shape>();
    const waiting: Shape[] = [own];
    for (let next = waiting.pop(); next; next = waiting.pop()) {
      if (seen.has(next)) continue;
      seen.add(next);
      if (next.kind === 'reference') waiting.push(this.shapes.component(next.component));
      else if (next.kind !== 'object') waiting.push(...childrenOf(next).toReversed());
    }
    const all = [...seen];
    const objects = all.filter((inner) => inner.kind === 'object');
    const parts = { isNumber: all.some(isNumber), isText: all.some(isText), objects };
    this.#parts.set(own, parts);
    return parts;
  }
}

/** What a value may be, through references, lists, unions and intersections. */
interface Parts {
  readonly isNumber: boolean;
  readonly isText: boolean;
  readonly objects: readonly ObjectShape[];
}

interface Place extends Parts {
  readonly path: Path;
  readonly above?: Place;
  readonly below: Place[];
}

/** Whether a place above it may have all that it may have. */
function isEntered({ objects, above }: Place): boolean {
  if (objects.length === 0) return false;
  for (let outer = above; outer; outer = outer.above) {
    const { objects: others } = outer;
    if (objects.length <= others.length && objects.every((object) => others.includes(object))) return true;
  }
  return false;
}

/** In the order of the document. */
function numbersIn(root: Place): string[] {
  const numbers: Path[] = [];
  const texts = new PathTree();
  const waiting = [root];
  for (let place = waiting.pop(); place; place = waiting.pop()) {
    if (place.isNumber) numbers.push(place.path);
    if (place.isText) texts.add(place.path);
    waiting.push(...place.below.toReversed());
  }
  return numbers.filter((path) => !texts.meets(path)).map((path) => path.join('.'));
}

const number: Shape = { kind: 'number' };

function isDecimal({ schema, shape }: Field): boolean {
  return schema.format === 'decimal' && holdsNumber(shape);
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
