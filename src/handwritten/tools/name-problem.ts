import type { Check } from '../core/options/check.js';

/** What providers take as the name of a tool or of a schema. */
export const nameProblem: Check = (name) =>
  typeof name === 'string' && /^[\w-]{1,64}$/.test(name)
    ? undefined
    : 'must consist of 1 to 64 letters, digits, `_` and `-`';
