import { Holders } from '../shape/holders.js';
import { childrenOf, type Shape } from '../shape/shape.js';
import type { Shapes } from '../shape/shapes.js';

/** Where a request has calendar days: a `Date` is sent as one. */
export class Days {
  readonly #holders: Holders;
  readonly #taken = new Map<Shape, boolean>();

  constructor(readonly shapes: Shapes) {
    this.#holders = new Holders(shapes, isDay);
  }

  /** Whether the value itself may be a day, or an item of it. */
  isIn(shape: Shape): boolean {
    if (!this.#holders.has(shape)) return false;
    const own = this.shapes.resolved(shape);
    const known = this.#taken.get(own) ?? this.#itemsOf(own).some(isDay);
    this.#taken.set(own, known);
    return known;
  }

  /** Whether a field of the value may be one, at any depth. */
  isBelow(shape: Shape): boolean {
    if (!this.#holders.has(shape)) return false;
    return this.#itemsOf(shape).some((item) => item.kind === 'object' && this.#holders.has(item));
  }

  /** What the value may be, or an item of it. Without recursion: schemas may be deep. */
  #itemsOf(shape: Shape): Shape[] {
    const found = new Set<Shape>();
    const waiting = [shape];
    for (let next = waiting.pop(); next; next = waiting.pop()) {
      if (found.has(next)) continue;
      found.add(next);
      if (next.kind === 'reference') waiting.push(this.shapes.component(next.component));
      else if (next.kind !== 'object') waiting.push(...childrenOf(next));
    }
    return [...found];
  }
}

export function isDay(shape: Shape): boolean {
  return shape.kind === 'string' && shape.format === 'date';
}
