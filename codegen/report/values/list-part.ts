import type { Assertions, Raw } from './assertions.js';
import type { PartSource } from './parts.js';
import { unevaluatedIn, type Unevaluated } from './unevaluated.js';

export interface Contained {
  readonly schema: Raw;
  readonly least: number;
  readonly most: number;
}

/** What a schema demands of an array. */
export class ListPart {
  readonly groups: readonly { readonly first: readonly Raw[]; readonly items: Raw }[];
  /** The number of leading positions with a schema of their own. */
  readonly places: number;
  readonly contains: readonly Contained[];
  readonly unevaluated: readonly Unevaluated[];

  constructor(parts: readonly Assertions[], reader: PartSource) {
    const found = parts.map((part) => unevaluatedIn(part, 'unevaluatedItems', reader));
    this.unevaluated = found.flatMap(({ weighed }) => weighed);
    const all = [...parts, ...found.flatMap(({ closed }) => closed)];
    this.groups = all.flatMap(({ prefixItems = [], items }) =>
      prefixItems.length > 0 || items !== undefined ? [{ first: prefixItems, items: items ?? true }] : [],
    );
    this.places = Math.max(0, ...this.groups.map(({ first }) => first.length));
    this.contains = parts.flatMap(({ contains, minContains: least = 1, maxContains: most = Infinity }) =>
      contains === undefined || (least === 0 && most === Infinity) ? [] : [{ schema: contains, least, most }],
    );
  }

  /** What applies to the item at a position. */
  at(index: number): readonly Raw[] {
    return this.groups.map(({ first, items }) => first[index] ?? items);
  }

  /** What applies to the items after the leading positions. */
  rest(): readonly Raw[] {
    return this.groups.map(({ items }) => items);
  }
}
