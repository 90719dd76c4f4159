import { RuncrateError } from './errors.js';
import { encode } from './codec.js';
import type { Parameter } from './operation.js';

/** One name and value of a query string, neither yet encoded. */
export type QueryPair = readonly [name: string, value: string];

/** The pairs that a parameter adds to the query, in OpenAPI's styles. */
export function queryPairs(parameter: Parameter, value: unknown): QueryPair[] {
  const wire = parameter.wire ?? parameter.name;
  if (parameter.json) return [[wire, JSON.stringify(encode(parameter.codec, value))]];
  const style = parameter.style ?? 'form';
  const explode = parameter.explode ?? style === 'form';
  if (style === 'deepObject') return deepPairs(parameter, wire, encode(parameter.codec, value));
  if (Array.isArray(value)) {
    const texts = value.map((item) => parameterText(parameter, item));
    if (explode) return texts.map((text) => [wire, text]);
    return texts.length === 0 ? [] : [[wire, texts.join(separatorOf(style))]];
  }
  if (isPlainObject(value)) return objectPairs(parameter, wire, style, explode, value);
  return [[wire, parameterText(parameter, value)]];
}

/** A parameter's value as text. A `Date` has the format that the document names. */
export function parameterText(parameter: Parameter, value: unknown): string {
  if (value instanceof Date) return dateText(parameter, value);
  if (typeof value === 'string' || typeof value === 'boolean' || typeof value === 'bigint') return String(value);
  if (typeof value === 'number' && Number.isFinite(value)) return String(value);
  throw new RuncrateError(`Parameter "${parameter.name}" must be a text, a finite number or a boolean.`);
}

/** The query string of pairs, without a question mark. */
export function queryText(pairs: readonly QueryPair[]): string {
  return pairs.map(([name, value]) => `${encodeText(name)}=${encodeText(value)}`).join('&');
}

function objectPairs(parameter: Parameter, wire: string, style: string, explode: boolean, value: object): QueryPair[] {
  const entries = Object.entries(encode(parameter.codec, value) as object).filter(
    ([, item]) => item !== undefined && item !== null,
  );
  const texts = entries.map(([key, item]) => [key, parameterText(parameter, item)] as const);
  if (explode) return texts;
  return [[wire, texts.flat().join(separatorOf(style))]];
}

/** `filter[tags][]=a`: OpenAPI leaves open what is inside an object, so this is what servers commonly read. */
function deepPairs(parameter: Parameter, name: string, value: unknown): QueryPair[] {
  if (value === undefined || value === null) return [];
  if (Array.isArray(value)) {
    return value.flatMap((item, index) =>
      deepPairs(parameter, isPlainObject(item) ? `${name}[${index}]` : `${name}[]`, item),
    );
  }
  if (!isPlainObject(value)) return [[name, parameterText(parameter, value)]];
  return Object.entries(value).flatMap(([key, item]) => deepPairs(parameter, `${name}[${key}]`, item));
}

function separatorOf(style: string): string {
  if (style === 'spaceDelimited') return ' ';
  return style === 'pipeDelimited' ? '|' : ',';
}

function dateText({ name, format }: Parameter, date: Date): string {
  if (Number.isNaN(date.getTime())) throw new RuncrateError(`Parameter "${name}" is an invalid Date.`);
  const text = date.toISOString();
  return format === 'date' ? text.slice(0, 'YYYY-MM-DD'.length) : text;
}

function encodeText(text: string): string {
  try {
    return encodeURIComponent(text);
  } catch (cause) {
    throw new RuncrateError({ message: `A query parameter must be valid Unicode text.`, cause });
  }
}

function isPlainObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !(value instanceof Date);
}
