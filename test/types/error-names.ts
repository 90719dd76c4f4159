import type { RuncrateError } from '../../src/index.node.js';
import type * as sdk from '../../src/index.node.js';

/** The error classes whose `name` is not the literal of their export name. */
type Misnamed = {
  [Name in keyof typeof sdk]: (typeof sdk)[Name] extends abstract new (...args: never[]) => infer Made
    ? Made extends RuncrateError
      ? Made['name'] extends Name
        ? never
        : Name
      : never
    : never;
}[keyof typeof sdk];

/** A `switch` over the `name` of an error narrows it to its class. Only the two base classes have several names. */
export const misnamed: Misnamed extends 'RuncrateError' | 'ApiError' ? true : never = true;
