import { encode } from './codec.js';
import { RuncrateError } from './errors.js';
import type { Parameter } from './operation.js';

/** One name and value of a query string, neither yet encoded. */
export type QueryPair = readonly [name: string, value: string];

/** The pairs that a parameter adds to the query, in OpenAPI's styles. */
export function queryPairs(parameter: Parameter, given: unknown): QueryPair[] {
  const { name, wire = name, json, codec, style = 'form', explode = style === 'form' } = parameter;
  const value = encode(codec, given);
  if (json) return [[wire, JSON.stringify(value)]];
  if (style === 'deepObject') return deepPairs(parameter, wire, value);
  if (!isNested(value)) return [[wire, parameterText(parameter, value)]];
  // A list has no names of its own: its items are called as the parameter is.
  const items = Array.isArray(value) ? value.map((item: unknown) => [wire, item]) : entriesOf(value);
  const pairs = items.map(([key, item]): QueryPair => [key as string, parameterText(parameter, item)]);
  if (explode || pairs.length === 0) return pairs;
  const separator = { spaceDelimited: ' ', pipeDelimited: '|' }[style as string] ?? ',';
  return [[wire, (Array.isArray(value) ? pairs.map(([, text]) => text) : pairs.flat()).join(separator)]];
}

/** The query string of pairs, without a question mark. */
export function queryText(pairs: readonly QueryPair[]): string {
  try {
    return pairs.map((pair) => pair.map(encodeURIComponent).join('=')).join('&');
  } catch (cause) {
    throw new RuncrateError({ message: 'A query parameter must be valid Unicode text.', cause });
  }
}

/** A parameter's value as text. A `Date` has the format that the document names. */
function parameterText({ name, format }: Parameter, value: unknown): string {
  if (value instanceof Date && !Number.isNaN(value.getTime())) {
    return value.toISOString().slice(0, format === 'date' ? 'YYYY-MM-DD'.length : undefined);
  }
  const text = plainText(value);
  if (text !== undefined) return text;
  throw new RuncrateError(`Parameter "${name}" must be a text, a finite number, a boolean or a valid Date.`);
}

/** A text, a finite number or a boolean as text. */
export function plainText(value: unknown): string | undefined {
  const isPlain = /^(string|boolean|bigint)$/.test(typeof value) || Number.isFinite(value);
  return isPlain ? String(value) : undefined;
}

/** `filter[tags][]=a`: OpenAPI leaves open what is inside an object, so this is what servers commonly read. */
function deepPairs(parameter: Parameter, name: string, value: unknown): QueryPair[] {
  if (!isNested(value)) return [[name, parameterText(parameter, value)]];
  return entriesOf(value).flatMap(([key, item]) =>
    deepPairs(parameter, `${name}[${Array.isArray(value) && !isNested(item) ? '' : key}]`, item),
  );
}

/** What an object holds; nothing is as good as left out. */
function entriesOf(value: object): [string, unknown][] {
  return Object.entries(value).filter(([, item]: [string, unknown]) => item != null);
}

function isNested(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !(value instanceof Date);
}
