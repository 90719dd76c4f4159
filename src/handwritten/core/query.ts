import { encode } from './codec.js';
import { RuncrateError } from './errors.js';
import { isObject } from './json-object.js';
import type { Parameter } from './operation.js';

/** One name and value of a query string, neither yet encoded. */
export type QueryPair = readonly [name: string, value: string];

/** The pairs that a parameter adds to the query, in OpenAPI's styles. */
export function queryPairs(parameter: Parameter, given: unknown): QueryPair[] {
  const { name, wire = name, json, codec, style = 'form', explode = style === 'form' } = parameter;
  const value = encode(codec, given);
  if (json) return [[wire, JSON.stringify(value)]];
  const isDeep = style === 'deepObject';
  const pairs = flatten(parameter, wire, value, isDeep ? Infinity : 1);
  if (explode || isDeep || pairs.length === 0) return pairs;
  const texts = pairs.flatMap(([key, text]) => (isObject(value) ? [key, text] : text));
  return [[wire, texts.join({ spaceDelimited: ' ', pipeDelimited: '|' }[style as string] ?? ',')]];
}

/**
 * The items of a list are called as the list is, the fields of an object by their own names. Deeper, it is
 * `filter[tags][]=a`: OpenAPI leaves open what is inside an object, so this is what servers commonly read.
 */
function flatten(parameter: Parameter, name: string, value: unknown, depth: number): QueryPair[] {
  if (!isNested(value) || depth === 0) return [[name, parameterText(parameter, value)]];
  const isList = Array.isArray(value);
  const isDeep = depth > 1;
  return Object.entries(value).flatMap(([key, item]: [string, unknown]) => {
    if (item == null && (isDeep || !isList)) return [];
    const flat = isList ? name : key;
    const deep = `${name}[${isList && !isNested(item) ? '' : key}]`;
    return flatten(parameter, isDeep ? deep : flat, item, depth - 1);
  });
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

function isNested(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !(value instanceof Date);
}
