import type { CodecRef } from './codec-table.js';

/** A path, query, header or cookie parameter. What few documents use, it refers to: a bundle has only what is used. */
export interface Parameter {
  /** Public name, a key of the flat arguments. */
  readonly name: string;
  /** Name on the wire, where it differs. */
  readonly wire?: string;
  /** `header` or `cookie` of core/request/styles.ts, where it is neither in the path nor in the query. */
  readonly in: 'path' | 'query' | PlaceParameter;
  /** Not said of a parameter of the path, which always is. */
  readonly required?: true;
  /** One of core/request/styles.ts, where the value is not written as is usual at its place. */
  readonly write?: WriteParameter;
  /** A `Date` is sent as `YYYY-MM-DD` (`date`) or in ISO 8601 (`date-time`). */
  readonly format?: 'date' | 'date-time';
  /** Sent where the caller leaves the argument out. */
  readonly default?: string | number | boolean;
  /** Public ↔ wire names inside the value (an object in a query). */
  readonly codec?: CodecRef;
}

/** Writes a value that has its names of the wire, as pairs of a name and a text. */
export type WriteParameter = (parameter: Parameter, value: unknown) => (readonly [name: string, text: string])[];

/** Adds a value to the headers of a call, by lower-case names. `label` names the call in an error. */
export type PlaceParameter = (
  parameter: Parameter,
  value: unknown,
  call: { readonly label: string; readonly headers: Record<string, string> },
) => void;
