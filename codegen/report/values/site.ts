import type { Value } from './reader.js';

/** A value in both documents. */
export interface Site {
  readonly where: string;
  readonly old: Value;
  readonly new: Value;
  readonly pointers: { readonly old: string; readonly new: string };
}
