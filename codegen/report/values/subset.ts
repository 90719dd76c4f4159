import { fits } from './fits.js';
import type { Question } from './question.js';
import type { Value } from './reader.js';
import { unmetChoices } from './unmet-choices.js';
import { unmetLimits } from './unmet-limits.js';
import { unmetLists } from './unmet-lists.js';
import { unmetObjects } from './unmet-objects.js';

/**
 * Whether the values of one schema are among those of another. What can't be proved does not hold, so that no
 * difference is missed. A recursive pair is assumed to hold while it is compared.
 */
export class Subset {
  readonly #known = new Map<string, boolean>();
  #assumed: string[] = [];

  /** `isSame`: both are known to be written the same. */
  constructor(readonly isSame: (from: Value, to: Value) => boolean) {}

  holds(from: Value, to: Value): boolean {
    if (to.schemas.length === 0) return true;
    if (from.reader === to.reader && from.key === to.key) return true;
    const key = `${from.key}<${to.key}`;
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    if (this.isSame(from, to)) return this.#learn(key, true);
    this.#learn(key, true);
    const mark = this.#assumed.length;
    const holds = this.#depth < deepest && this.#deeper(() => this.unmet(from, to).length === 0);
    // What was proved by an assumption that does not hold is not proved.
    if (!holds) for (const proved of this.#assumed.splice(mark)) this.#known.delete(proved);
    this.#known.set(key, holds);
    return holds;
  }

  /** The keywords by which values of the one are not known to be values of the other. */
  unmet(from: Value, to: Value): readonly string[] {
    const accepted = from.reader.open(from);
    const { values, types } = accepted;
    if (types.size === 0 || values?.every((value) => fits(value, to) === true)) return [];
    const question: Question = {
      from,
      to,
      source: (...schemas) => from.reader.value(schemas),
      target: (...schemas) => to.reader.value(schemas),
      isWithin: (left, right) => this.holds(left, right),
    };
    const wanted = to.reader.open(to);
    const labels = [
      ...unmetLimits(accepted, wanted),
      ...unmetObjects(accepted, wanted, question),
      ...unmetLists(accepted, wanted, question),
      ...unmetChoices(accepted, wanted, question),
    ];
    const isEachWithin = (cases: readonly Value[]): boolean => cases.every((each) => this.holds(each, to));
    return labels.length > 0 && from.reader.cases(from).some(isEachWithin) ? [] : labels;
  }

  #depth = 0;

  #deeper(prove: () => boolean): boolean {
    this.#depth++;
    try {
      return prove();
    } finally {
      this.#depth--;
    }
  }

  #learn(key: string, holds: boolean): boolean {
    this.#known.set(key, holds);
    this.#assumed.push(key);
    return holds;
  }
}

const deepest = 200;
