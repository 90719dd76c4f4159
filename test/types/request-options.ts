import type { NoRequestOptions, RequestOptions } from '../../src/handwritten/core/operation/operation.js';

type Refused = { readonly [Name in keyof RequestOptions]?: never };

/** Parameters refuse every request option, and nothing else. */
export const refusesEach: NoRequestOptions extends Refused ? true : never = true;
export const refusesNoMore: keyof NoRequestOptions extends keyof RequestOptions ? true : never = true;
export const namesEach: keyof RequestOptions extends keyof NoRequestOptions ? true : never = true;
