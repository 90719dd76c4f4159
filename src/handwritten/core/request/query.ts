import { RuncrateError } from '../errors/errors.js';
import type { Parameter } from '../operation/parameter.js';

/** One name and value of a query string, not yet encoded: a value may be, if it is of several. Of a whole query, the value is alone. */
export type QueryPair = readonly [name: string, value: string, isEncoded?: boolean, isAlone?: boolean];

/** The pairs of a parameter: the items of an array have its name, the fields of an object their own names. */
export function queryPairs(parameter: Parameter, value: unknown): QueryPair[] {
  const { name, wire = name } = parameter;
  if (!isNested(value)) return [[wire, parameterText(parameter, value)]];
  const isList = Array.isArray(value);
  return Object.entries(value).flatMap(([key, item]: [string, unknown]) =>
    item == null && !isList ? [] : [[isList ? wire : key, parameterText(parameter, item)]],
  );
}

/** The query string of pairs, without a question mark. */
export function queryText(pairs: readonly QueryPair[]): string {
  try {
    return pairs
      .map(
        ([name, value, isEncoded, isAlone]) =>
          (isAlone ? '' : `${encodeURIComponent(name)}=`) + (isEncoded ? value : encodeURIComponent(value)),
      )
      .join('&');
  } catch (cause) {
    throw new RuncrateError({ message: 'A query parameter must be valid Unicode.', cause });
  }
}

/** A parameter's value as a string. A `Date` has the format of the parameter. */
export function parameterText({ name, format }: Parameter, value: unknown): string {
  if (isDate(value) && !Number.isNaN(value.getTime())) {
    return format === 'date' ? dayOf(value) : value.toISOString();
  }
  const text = plainText(value);
  if (text !== undefined) return text;
  throw new RuncrateError(`Parameter "${name}" must be a string, a finite number, a boolean or a valid Date.`);
}

/** The calendar day of the caller's time zone: who writes `new Date(2025, 0, 1)` means the first of January. */
function dayOf(date: Date): string {
  const parts = [date.getFullYear(), date.getMonth() + 1, date.getDate()];
  return parts.map((part, index) => String(part).padStart(index ? 2 : 4, '0')).join('-');
}

/** A string, a finite number or a boolean as a string. */
export function plainText(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  const isPlain = typeof value === 'boolean' || typeof value === 'bigint' || Number.isFinite(value);
  return isPlain ? String(value) : undefined;
}

/** An array or an object, but not a `Date`. */
export function isNested(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !isDate(value);
}

/** Of any realm. */
export function isDate(value: unknown): value is Date {
  return Object.prototype.toString.call(value) === '[object Date]';
}
