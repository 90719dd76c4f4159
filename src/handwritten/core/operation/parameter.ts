import type { CodecRef } from './codec-table.js';

/** A path, query, header or cookie parameter. Rare styles are references, so that a bundle has only those in use. */
export interface Parameter {
  /** Public name, a key of the flat arguments. */
  readonly name: string;
  /** Name on the wire, if it differs. */
  readonly wire?: string;
  /** `header` or `cookie` of core/request/styles.ts, if it is neither in the path nor in the query. */
  readonly in: 'path' | 'query' | PlaceParameter;
  /** Not set for path parameters, which are always required. */
  readonly required?: true;
  /** One of core/request/styles.ts, if the style is not the default one. */
  readonly write?: WriteParameter;
  /** A `Date` is sent as the day in the caller's time zone (`date`) or in ISO 8601 (`date-time`). */
  readonly format?: 'date' | 'date-time';
  /** Sent if the caller omits the argument. */
  readonly default?: string | number | boolean;
  /** Public ↔ wire names inside the value (an object in a query). */
  readonly codec?: CodecRef;
}

/**
 * Serializes a value, whose fields have wire names, to pairs of a name and a string. In a path, to pairs of an item and
 * what is before it.
 */
export type WriteParameter = (
  parameter: Parameter,
  value: unknown,
) => (readonly [name: string, text: string, isEncoded?: boolean, isAlone?: boolean])[];

/** Adds a value to the headers of a call, by lower-case name. `label` names the call in an error. */
export type PlaceParameter = (
  parameter: Parameter,
  value: unknown,
  call: { readonly label: string; readonly headers: Record<string, string> },
) => void;
