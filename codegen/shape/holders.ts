import { childrenOf, type Shape } from './shape.js';
import type { Shapes } from './shapes.js';

/** The shapes that are wanted, and all that hold one of them at any depth, through references. Each is read once. */
export class Holders {
  readonly #read = new Set<Shape>();
  readonly #above = new Map<Shape, Shape[]>();
  readonly #found = new Set<Shape>();

  constructor(
    readonly shapes: Shapes,
    readonly isWanted: (shape: Shape) => boolean,
  ) {}

  /** Without recursion: schemas may be deep. */
  has(root: Shape): boolean {
    const waiting = [root];
    for (let shape = waiting.pop(); shape; shape = waiting.pop()) {
      if (this.#read.has(shape)) continue;
      this.#read.add(shape);
      const below = shape.kind === 'reference' ? [this.shapes.component(shape.component)] : childrenOf(shape);
      for (const child of below) {
        const above = this.#above.get(child);
        if (above) above.push(shape);
        else this.#above.set(child, [shape]);
      }
      if (this.isWanted(shape) || below.some((child) => this.#found.has(child))) this.#add(shape);
      waiting.push(...below);
    }
    return this.#found.has(root);
  }

  #add(found: Shape): void {
    const waiting = [found];
    for (let shape = waiting.pop(); shape; shape = waiting.pop()) {
      if (this.#found.has(shape)) continue;
      this.#found.add(shape);
      waiting.push(...(this.#above.get(shape) ?? []));
    }
  }
}
