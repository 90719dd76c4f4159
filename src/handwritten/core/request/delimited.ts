import { RuncrateError } from '../errors/errors.js';
import type { Parameter } from '../operation/parameter.js';
import { isNested, queryPairs, queryText, type QueryPair } from './query.js';

/* Lists and objects in one pair, which is a rare style: see styles.ts. */

/** `sort=name,age`; of an object its names and values: OpenAPI's `form` without `explode`. */
export function commaDelimited(parameter: Parameter, value: unknown): QueryPair[] {
  return delimited(parameter, value, ',');
}

/** `sort=name%20age`: an item can't have a space, since nothing would distinguish it from those between items. */
export function spaceDelimited(parameter: Parameter, value: unknown): QueryPair[] {
  if (isNested(value) && textsOf(parameter, value).some((text) => text.includes(' '))) {
    throw new RuncrateError(`The items of "${parameter.name}" must not have spaces: the API separates them by spaces.`);
  }
  return delimited(parameter, value, '%20');
}

/**
 * `sort=name%7Cage`: RFC 3986 has no `|` in a query, and servers such as Tomcat refuse one. Only where an item has it,
 * the one between items is sent as it is: nothing else would distinguish the two.
 */
export function pipeDelimited(parameter: Parameter, value: unknown): QueryPair[] {
  const isInside = isNested(value) && textsOf(parameter, value).some((text) => text.includes('|'));
  return delimited(parameter, value, isInside ? '|' : '%7C');
}

/** Each item is encoded and the delimiter is not: an item that has the delimiter stays one item (RFC 6570). */
function delimited(parameter: Parameter, value: unknown, delimiter: string): QueryPair[] {
  const texts = textsOf(parameter, value).map(encodedText);
  return texts.length === 0 ? [] : [[parameter.wire ?? parameter.name, texts.join(delimiter), true]];
}

/** The items of a list, the names and values of an object, or a single value. */
export function textsOf(parameter: Parameter, value: unknown): string[] {
  const pairs = nested(parameter, value);
  return isNested(value) && !Array.isArray(value)
    ? pairs.flatMap(([name, text]) => [name, text])
    : pairs.map(([, text]) => text);
}

/** A text, percent-encoded. */
export function encodedText(text: string): string {
  return queryText([['', text, false, true]]);
}

/** As `exploded`, of lists and objects in a list or an object. OpenAPI does not define those: each is sent as JSON. */
export function nested(parameter: Parameter, value: unknown): QueryPair[] {
  if (!isNested(value)) return queryPairs(parameter, value);
  const inner = Object.entries(value).map(([key, item]: [string, unknown]) => [
    key,
    isNested(item) ? JSON.stringify(item) : item,
  ]);
  return queryPairs(parameter, Array.isArray(value) ? inner.map(([, item]) => item) : Object.fromEntries(inner));
}
