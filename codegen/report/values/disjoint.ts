import { fits } from './fits.js';
import type { Value } from './reader.js';

/** Whether no value is certainly in both sets. */
export function areDisjoint(left: Value, right: Value, depth = 0): boolean {
  const [own, other] = [left.reader.open(left), right.reader.open(right)];
  if ([...own.types].every((type) => !other.types.has(type))) return true;
  if (own.values) return own.values.every((value) => fits(value, right) === false);
  if (other.values) return other.values.every((value) => fits(value, left) === false);
  const shared = [...own.types].filter((type) => other.types.has(type));
  if (shared.length > 1 || shared[0] !== 'object' || depth > 3) return false;
  // A field that tells them apart, such as a discriminator.
  return [...own.object.required].some((name) => {
    if (!other.object.required.has(name)) return false;
    const fields = [left.reader.value(own.object.member(name)), right.reader.value(other.object.member(name))] as const;
    return areDisjoint(...fields, depth + 1);
  });
}
