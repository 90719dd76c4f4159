import type { Direction } from '../../shape/usage.js';
import type { Pair } from '../pair.js';
import { isReportedItself } from '../reported-types.js';
import type { Raw } from './assertions.js';
import type { Site } from './site.js';
import { Reader, type Value } from './reader.js';
import type { Stable } from './stable.js';
import { Subset } from './subset.js';

/** The values of both documents in one direction. */
export class Sets {
  readonly old: Reader;
  readonly new: Reader;
  readonly #subset: Subset;
  /** Old name → new name of the types whose changes are reported for the type. */
  readonly #reported: ReadonlyMap<string, string>;

  constructor(
    readonly pair: Pair,
    readonly direction: Direction,
    stable: Stable,
  ) {
    this.old = new Reader(pair.old.spec, direction);
    this.new = new Reader(pair.new.spec, direction);
    this.#subset = new Subset((from, to) => stable.isSame(from, to));
    const own = pair.types.both.filter(({ new: { model } }) =>
      isReportedItself({ kind: 'named', name: model.name, from: 'types' }, pair),
    );
    this.#reported = new Map(own.map((match) => [match.old.model.name, match.new.model.name]));
  }

  isSame(old: Value, now: Value): boolean {
    return this.#subset.holds(old, now) && this.#subset.holds(now, old);
  }

  unmet(from: Value, to: Value): readonly string[] {
    return this.#subset.unmet(from, to);
  }

  /** Both without what is reported for public types, if they have the same of these. */
  beside({ old, new: now }: Pick<Site, 'old' | 'new'>): { old: Value; new: Value; isReported: boolean } {
    const before = this.old.beside(old, (component) => this.#reported.has(this.#typeOf(component, 'old')));
    const names = before.closed.map((component) => this.#reported.get(this.#typeOf(component, 'old')));
    const after = this.new.beside(now, (component) => names.includes(this.#typeOf(component, 'new')));
    if (after.closed.length !== before.closed.length) return { old, new: now, isReported: false };
    return { old: before.value, new: after.value, isReported: before.closed.length > 0 };
  }

  inside(site: Site, step: string, before: readonly Raw[], after: readonly Raw[]): Site {
    const [old, now] = [this.old.value(before), this.new.value(after)];
    const pointers = { old: pointerOf(old, site.pointers.old), new: pointerOf(now, site.pointers.new) };
    return { where: site.where + step, old, new: now, pointers };
  }

  #typeOf(component: string, document: 'old' | 'new'): string {
    return this.pair[document].names.get(`${component} ${this.direction}`) ?? '';
  }
}

/** A schema that is made of others has the place of the schema around it. */
function pointerOf({ schemas: [schema], reader: { spec } }: Value, around: string): string {
  const pointer = typeof schema === 'object' ? spec.pointerOf(schema) : around;
  return pointer === `${spec.file}#` ? around : pointer;
}
