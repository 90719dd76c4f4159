import { isObject, setOwn } from '../core/json-object.js';

/** Fields that grow chunk by chunk. */
export type Fields = Record<string, unknown>;

/**
 * Where a field stands, which decides what it means that it comes again: in a `delta` its next piece, in `tokens` as
 * much for lists, and else (`head`) what takes the place of the value before. A count in `usage` is never taken back.
 */
export type Place = 'head' | 'usage' | 'tokens' | 'delta';

/** Texts of a delta that name something: servers send them whole, some with every piece. */
const naming = /(^|_)(id|type|name|role|format|status|model|reason|signature|channel)$|(Id|Type|Name|Reason)$/;

/** A hostile server nests deeper than the stack is: what is below this is taken as it is. */
const maxDepth = 99;

/** Adds the fields of a chunk to those that are here. What is given is not changed. */
export function addFields(fields: Fields, added: object, place: Place, depth = 0): Fields {
  for (const key in added) addField(fields, key, (added as Fields)[key], place, depth);
  return fields;
}

/** As `addFields`, for one of them. What is null or an empty text adds nothing. */
export function addField(fields: Fields, key: string, value: unknown, place: Place, depth = 0): void {
  // Every object has a `constructor`.
  const before = Object.hasOwn(fields, key) ? fields[key] : undefined;
  const isEmpty = (value ?? '') === '' || (place === 'usage' && value === 0);
  if (before === undefined || !isEmpty) setOwn(fields, key, grown(before, value, place, key, depth + 1));
}

function grown(before: unknown, value: unknown, place: Place, key: string, depth: number): unknown {
  if (depth > maxDepth) return value;
  if (isObject(value)) return addFields(isObject(before) ? before : {}, value, key === 'usage' ? key : place, depth);
  const isPieces = place === 'tokens' || place === 'delta';
  if (isPieces && Array.isArray(value)) return withItems(Array.isArray(before) ? before : [], value, place, depth);
  const isPiece = place === 'delta' && typeof before === 'string' && typeof value === 'string' && !naming.test(key);
  return isPiece ? before + value : value;
}

/** An item with an index is a piece of the one with that index, unless their ids or types tell them apart. */
function withItems(items: unknown[], added: readonly unknown[], place: Place, depth: number): unknown[] {
  for (const item of added) {
    const isPiece = isObject(item) && typeof item['index'] === 'number';
    const known = isPiece && items.find((other) => isObject(other) && isSame(other, item));
    if (known) addFields(known as Fields, item, place, depth);
    else items.push(isPiece ? addFields({}, item, place, depth) : item);
  }
  return items;
}

function isSame(one: Fields, other: Fields): boolean {
  return ['index', 'id', 'type'].every((key) => (one[key] ?? other[key]) === (other[key] ?? one[key]));
}
