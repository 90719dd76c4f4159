import { checkThat } from '../options/check.js';
import { RuncrateError } from '../errors/errors.js';
import { headerValueProblem } from '../options/headers.js';
import type { Codec } from '../operation/codec-table.js';
import type { Parameter, PlaceParameter } from '../operation/parameter.js';
import { encodedText, textsOf } from './delimited.js';
import { isDate, isNested, parameterText, queryPairs, type QueryPair } from './query.js';
import { typedParts } from './typed-parts.js';
import { isRecord } from '../json-object.js';

/*
 * Rare styles. No other file of the core imports them: a generated record or codec does, if its document has one, so that they
 * are in no other bundle.
 */

export { commaDelimited, nested, pipeDelimited, spaceDelimited } from './delimited.js';
export { reserved } from './reserved.js';
export { multipart } from './typed-parts.js';
export { urlEncoded } from './url-encoded.js';
export { mediaType, mediaTypes } from './media-types.js';

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

/** A query parameter is exploded by default, a header is not. */
export const exploded = queryPairs;

/** A parameter with JSON as its `content`. */
export function jsonText(parameter: Parameter, value: unknown): QueryPair[] {
  const { name, wire = name } = parameter;
  return [[wire, jsonOf(parameter, value)]];
}

/** A parameter that is the whole query: JSON. */
export function jsonQuery(parameter: Parameter, value: unknown): QueryPair[] {
  return [['', jsonOf(parameter, value), false, true]];
}

/** A parameter that is the whole query: the fields of a form. */
export function formQuery(_: Parameter, value: unknown): QueryPair[] {
  return typedParts(Object(value) as object, {}).map(([name, text]) => [name, text as string]);
}

/** A parameter that is the whole query: text, such as JSONPath. */
export function textQuery(parameter: Parameter, value: unknown): QueryPair[] {
  return [['', parameterText(parameter, value), false, true]];
}

function jsonOf(parameter: Parameter, value: unknown): string {
  return JSON.stringify(isDate(value) ? parameterText(parameter, value) : value);
}

/** The query of a path template, which every call has. */
export function fixedQuery(_: Parameter, value: unknown): QueryPair[] {
  const pairs: QueryPair[] = [];
  new URLSearchParams(value as string).forEach((text, name) => pairs.push([name, text]));
  return pairs;
}

/** JSON in a path. */
export function pathJson(parameter: Parameter, value: unknown): QueryPair[] {
  return [['', jsonOf(parameter, value)]];
}

/** In a path, `a,b`; of an object `name,value`. An empty one is rejected there, as an empty id is. */
export function pathList(_: Parameter, value: unknown): QueryPair[] {
  return pathItems(value, '', ',');
}

/** In a path, `a,b`; of an object `name=value`. */
export function explodedPath(_: Parameter, value: unknown): QueryPair[] {
  return pathItems(value, '', ',', '=');
}

/** In a path, `.a,b`; of an object `.name,value`. */
export function label(_: Parameter, value: unknown): QueryPair[] {
  return pathItems(value, '.', ',');
}

/** In a path, `.a.b`; of an object `.name=value`. */
export function explodedLabel(_: Parameter, value: unknown): QueryPair[] {
  return pathItems(value, '.', '.', '=');
}

/** In a path, `;key=a,b`; of an object `;key=name,value`. */
export function matrix(parameter: Parameter, value: unknown): QueryPair[] {
  return pathItems(value, matrixKey(parameter), ',');
}

/** In a path, `;key=a;key=b`; of an object `;name=value`. */
export function explodedMatrix(parameter: Parameter, value: unknown): QueryPair[] {
  const key = matrixKey(parameter);
  return isRecord(value) && !isDate(value) ? pathItems(value, ';', ';', '=') : pathItems(value, key, key);
}

function matrixKey({ name, wire = name }: Parameter): string {
  return `;${encodedText(wire)}=`;
}

/** The items of a value, each with what is before it: `first`, `next`, and `assign` between the name and the value of a field. */
function pathItems(value: unknown, first: string, next: string, assign = ','): QueryPair[] {
  const items: (readonly [string, unknown])[] = !isNested(value)
    ? [[next, value]]
    : Array.isArray(value)
      ? value.map((item: unknown) => [next, item])
      : Object.entries(value).flatMap(([name, item]: [string, unknown]) =>
          item == null
            ? []
            : [
                [next, name],
                [assign, item],
              ],
        );
  const [[, begin] = ['', undefined], ...others] = items;
  return [[first, begin], ...others] as unknown as QueryPair[];
}

/** A header parameter. */
export const header: PlaceParameter = (parameter, value, { label, headers }) => {
  const { name, wire = name } = parameter;
  const text = asciiJson(parameter, simpleText(parameter, value));
  checkThat(label, headerValueProblem(wire, text));
  // It would be the prototype of all the headers, and be lost.
  checkThat(label, wire === '__proto__' ? 'can\'t send a header "__proto__"' : undefined);
  headers[wire.toLowerCase()] = text;
};

/** JSON in a header: what a header does not hold is escaped. */
function asciiJson({ write }: Parameter, text: string): string {
  if (write !== jsonText) return text;
  return text.replace(/[^ -~]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** A cookie parameter. All of them are in one header. */
export const cookie: PlaceParameter = (parameter, value, { headers }) => {
  const { name, wire = name, write } = parameter;
  const texts = write ? write(parameter, value).map(([, text]) => text) : textsOf(parameter, value);
  addCookie(headers, `${wire}=${texts.map(encodedText).join(',')}`);
};

/** A cookie parameter that is sent as it is: what a cookie does not hold, its caller has escaped. */
export const plainCookie: PlaceParameter = (parameter, value, { label, headers }) => {
  const { name, wire = name, write } = parameter;
  const pairs = write ? write(parameter, value) : [[wire, textsOf(parameter, value).join(',')] as const];
  for (const [key, text] of pairs) {
    const pair = `${key}=${text}`;
    checkThat(label, headerValueProblem(wire, pair));
    checkThat(
      label,
      pair.includes(';') ? `must set ${JSON.stringify(wire)} to a string without semicolons` : undefined,
    );
    addCookie(headers, pair);
  }
};

function addCookie(headers: Record<string, string>, pair: string): void {
  headers['cookie'] = headers['cookie'] === undefined ? pair : `${headers['cookie']}; ${pair}`;
}

/**
 * Items separated by commas; of an object its names and values, as `a,1` or, exploded, as `a=1`. Servers don't decode a
 * header, so that nothing would distinguish a comma in an item.
 */
function simpleText(parameter: Parameter, value: unknown): string {
  const { name, wire = name, write } = parameter;
  if (
    write !== jsonText &&
    isNested(value) &&
    Object.values(value).some((item) => typeof item === 'string' && item.includes(','))
  ) {
    throw new RuncrateError(`The items of "${name}" must not have commas: the API separates them by commas.`);
  }
  if (write === undefined) return textsOf(parameter, value).join(',');
  return write(parameter, value)
    .map(([key, text]) => (key === wire ? text : `${key}=${text}`))
    .join(',');
}

/** The codec of a calendar day. */
export const day: Codec = { day: localDay };

/** The `day` of a codec: a `Date` is sent as the day in the caller's time zone. */
export function localDay(value: object): unknown {
  return isDate(value) ? parameterText({ name: 'body', in: 'query', format: 'date' }, value) : value;
}
