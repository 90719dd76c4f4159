import { checkThat } from '../options/check.js';
import { RuncrateError } from '../errors/errors.js';
import { formParts } from './form.js';
import { headerValueProblem } from '../options/headers.js';
import type { Body } from '../operation/operation.js';
import type { Parameter, PlaceParameter } from '../operation/parameter.js';
import { isDate, isNested, parameterText, queryPairs, type QueryPair } from './query.js';
import { Upload, type FormPart } from '../files/upload.js';
import { isRecord } from '../json-object.js';

/*
 * Rare styles. No other file of the core imports them: a generated record does, if its document has one, so that they
 * are in no other bundle.
 */

/**
 * `filter[size]=2`. Nested arrays are `filter[tags][]=a`: OpenAPI does not define nested values, so this is what most
 * servers accept.
 */
export function deepObject(parameter: Parameter, value: unknown): QueryPair[] {
  const pairsOf = (name: string, inside: unknown): QueryPair[] => {
    if (!isNested(inside)) return [[name, parameterText(parameter, inside)]];
    const isList = Array.isArray(inside);
    return Object.entries(inside).flatMap(([key, item]: [string, unknown]) =>
      item == null ? [] : pairsOf(`${name}[${isList && !isNested(item) ? '' : key}]`, item),
    );
  };
  return pairsOf(parameter.wire ?? parameter.name, value);
}

/** `sort=name,age`; of an object its names and values: OpenAPI's `form` without `explode`, or `simple`. */
export function commaDelimited(parameter: Parameter, value: unknown): QueryPair[] {
  return delimited(parameter, value, ',');
}

/** `sort=name age` */
export function spaceDelimited(parameter: Parameter, value: unknown): QueryPair[] {
  return delimited(parameter, value, ' ');
}

/** `sort=name|age` */
export function pipeDelimited(parameter: Parameter, value: unknown): QueryPair[] {
  return delimited(parameter, value, '|');
}

function delimited(parameter: Parameter, value: unknown, separator: string): QueryPair[] {
  const { name, wire = name } = parameter;
  const pairs = queryPairs(parameter, value);
  if (pairs.length === 0) return [];
  const texts = isNested(value) && !Array.isArray(value) ? pairs.flat() : pairs.map(([, text]) => text);
  return [[wire, texts.join(separator)]];
}

/** A query parameter is exploded by default, a header is not. */
export const exploded = queryPairs;

/** A parameter with JSON as its `content`. */
export function jsonText(parameter: Parameter, value: unknown): QueryPair[] {
  const { name, wire = name } = parameter;
  return [[wire, JSON.stringify(isDate(value) ? parameterText(parameter, value) : value)]];
}

/** An array in a path. An empty one is rejected there, as an empty id is. */
export function pathList({ name }: Parameter, value: unknown): QueryPair[] {
  const items: readonly unknown[] = Array.isArray(value) && value.length > 0 ? value : [value];
  return items.map((item) => [name, item as string]);
}

/** A header parameter. */
export const header: PlaceParameter = (parameter, value, { label, headers }) => {
  const { name, wire = name } = parameter;
  const text = simpleText(parameter, value);
  checkThat(label, headerValueProblem(wire, text));
  headers[wire.toLowerCase()] = text;
};

/** A cookie parameter. All of them are in one header. */
export const cookie: PlaceParameter = (parameter, value, { headers }) => {
  const { name, wire = name } = parameter;
  const pair = `${wire}=${encodeURIComponent(simpleText(parameter, value))}`;
  headers['cookie'] = headers['cookie'] === undefined ? pair : `${headers['cookie']}; ${pair}`;
};

/** Items separated by commas; of an object its names and values, as `a,1` or, exploded, as `a=1`. */
function simpleText(parameter: Parameter, value: unknown): string {
  const { name, wire = name, write = commaDelimited } = parameter;
  return write(parameter, value)
    .map(([key, text]) => (key === wire ? text : `${key}=${text}`))
    .join(',');
}

/**
 * The `days` of a body: a `Date` at one of the paths, by names of the wire, is sent as the day in the caller's time
 * zone. Lists are entered; `*` stands for each key of a map.
 */
export function localDays(...paths: readonly string[]): (wire: unknown) => unknown {
  return (wire) => paths.reduce((value, path) => withDays(value, path, path ? path.split('.') : []), wire);
}

function withDays(value: unknown, path: string, [name, ...rest]: readonly string[]): unknown {
  if (isDate(value))
    return name === undefined ? parameterText({ name: path, in: 'query', format: 'date' }, value) : value;
  if (Array.isArray(value)) return value.map((item) => withDays(item, path, name === undefined ? [] : [name, ...rest]));
  if (name === undefined || !isRecord(value)) return value;
  const fields = Object.entries(value).map(([key, item]): readonly [string, unknown] => [
    key,
    name === '*' || key === name ? withDays(item, path, rest) : item,
  ]);
  return Object.fromEntries(fields);
}

/** A form as `application/x-www-form-urlencoded`. */
export function urlEncoded(wire: object, { styles = {} }: Body): URLSearchParams {
  const parts = Object.entries(wire).flatMap(([name, value]: [string, unknown]): readonly FormPart[] =>
    Object.hasOwn(styles, name) ? (styles[name]?.({ name, in: 'query' }, value) ?? []) : formParts({ [name]: value }),
  );
  if (parts.some(([, value]) => value instanceof Upload)) {
    throw new RuncrateError("A URL-encoded form can't contain a file.");
  }
  return new URLSearchParams(parts as [string, string][]);
}
