import type { Assertions, Raw } from './assertions.js';

/** The parts of a schema without what stands beside them in a list of parts already. */
export class SeparateParts {
  readonly #single = new WeakMap<object, Assertions>();
  readonly #cases = new WeakMap<object, Map<string | undefined, Raw>>();

  /** What is unevaluated depends on the parts and on the choice. */
  undecided(part: Assertions, kind: 'anyOf' | 'oneOf' | undefined): Raw {
    const known = this.#cases.get(part) ?? new Map<string | undefined, Raw>();
    this.#cases.set(part, known);
    const { unevaluatedProperties: _, unevaluatedItems: __, ...own } = this.alone(part);
    const { anyOf, oneOf, ...rest } = own;
    const left: Raw = known.get(kind) ?? {
      ...rest,
      ...(anyOf && kind !== 'anyOf' ? { anyOf } : {}),
      ...(oneOf && kind !== 'oneOf' ? { oneOf } : {}),
    };
    known.set(kind, left);
    return left;
  }

  /** Without its `$ref`, its `allOf`, and a choice of one. */
  alone(part: Assertions): Assertions {
    const known = this.#single.get(part);
    if (known) return known;
    const { $ref: _, allOf: __, anyOf, oneOf, ...own } = part;
    const choices = {
      ...(anyOf && anyOf.length > 1 ? { anyOf } : {}),
      ...(oneOf && oneOf.length > 1 ? { oneOf } : {}),
    };
    const single: Assertions = { ...own, ...choices };
    this.#single.set(part, single);
    return single;
  }
}
