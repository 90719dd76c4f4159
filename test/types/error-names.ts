import type { RuncrateError } from '../../src/index.node.js';
import type * as sdk from '../../src/index.node.js';

/** The classes of errors whose `name` is not the name they are exported by, as a literal. */
type Misnamed = {
  [Name in keyof typeof sdk]: (typeof sdk)[Name] extends abstract new (...args: never[]) => infer Made
    ? Made extends RuncrateError
      ? Made['name'] extends Name
        ? never
        : Name
      : never
    : never;
}[keyof typeof sdk];

/** A `switch` over the `name` of an error tells its classes apart. Only the two roots have names of several classes. */
export const misnamed: Misnamed extends 'RuncrateError' | 'ApiError' ? true : never = true;
