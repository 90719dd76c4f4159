import type { CodecRef } from './codec-table.js';
import { RuncrateError } from '../errors/errors.js';

type Fields = Record<string, unknown>;

/**
 * Wire → public names, as the codec lists them; other fields keep their names. It may modify the value, which was just
 * parsed: an object without a name to change is not copied.
 */
export function decode(ref: CodecRef | undefined, value: unknown): unknown {
  return decoderOf(ref)(value);
}

/** As `decode`, for many values of one schema. */
export function decoderOf(ref: CodecRef | undefined): (value: unknown) => unknown {
  if (ref === undefined) return (value) => value;
  const table = tableOf(ref);
  return (value) => decodeBy(table, value);
}

/**
 * Public → wire names. With `extras`, undocumented fields are sent in snake_case.
 * Both spellings of one field at once are an error: only the caller knows which is meant.
 */
export function encode(ref: CodecRef | undefined, value: unknown, { extras = false } = {}): unknown {
  return ref === undefined && !extras ? value : encodeBy(tableOf(ref ?? {}), value, extras);
}

/** The public name of a field, whichever spelling a caller uses. */
export function canonicalName(ref: CodecRef | undefined, key: string): string {
  return (ref && tableOf(ref).names[key]) ?? key;
}

/** A codec, ready for use. Its records have no prototype: a key may be `constructor`. */
interface Table {
  /** Wire → public. */
  readonly names: Record<string, string>;
  /** Public → wire. */
  readonly wires: Record<string, string>;
  /** Tables of the nested values, by public name. */
  readonly fields: Record<string, Table>;
  wireNames: readonly string[];
  parts: readonly (readonly [name: string, table: Table])[];
  items?: Table | undefined;
  values?: Table | undefined;
  readonly pairs: boolean | undefined;
}

const tables = new WeakMap<CodecRef, Table>();

function tableOf(ref: CodecRef): Table {
  const known = tables.get(ref);
  if (known !== undefined) return known;
  const { snake = [], names, sent, fields, items, values, pairs } = typeof ref === 'function' ? ref() : ref;
  const table: Table = { names: bare(names), wires: bare(), fields: bare(), wireNames: [], parts: [], pairs };
  // Before its parts: a schema may be recursive.
  tables.set(ref, table);
  for (const name of snake) table.names[toSnakeCase(name)] = name;
  for (const wire in table.names) table.wires[table.names[wire] as string] = wire;
  Object.assign(table.wires, sent);
  for (const name in fields) table.fields[name] = tableOf(fields[name] as CodecRef);
  table.parts = Object.entries(table.fields);
  // Every object has a `__proto__`: one that may have its own is decoded key by key.
  table.wireNames = Object.keys(table.names).concat('__proto__' in table.fields ? '__proto__' : []);
  table.items = items && tableOf(items);
  table.values = values && tableOf(values);
  return table;
}

function bare<Value>(record?: Readonly<Record<string, Value>>): Record<string, Value> {
  return Object.assign(Object.create(null) as Record<string, Value>, record);
}

function decodeBy(table: Table, value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  const { items, values, wireNames, parts } = table;
  if (Array.isArray(value)) {
    if (items !== undefined) {
      for (let index = 0; index < value.length; index++) value[index] = decodeBy(items, value[index]);
    }
    return value;
  }
  const wire = value as Fields;
  if (values !== undefined) return renamed(table, wire);
  for (let index = 0; index < wireNames.length; index++) {
    if (wire[wireNames[index] as string] !== undefined) return renamed(table, wire);
  }
  for (let index = 0; index < parts.length; index++) {
    const [name, part] = parts[index] as Table['parts'][number];
    const inside = wire[name];
    if (typeof inside === 'object' && inside !== null) wire[name] = decodeBy(part, inside);
  }
  return wire;
}

function renamed(table: Table, wire: Fields): Fields {
  const { names } = table;
  const decoded: Fields = {};
  for (const key in wire) {
    const name = names[key] ?? key;
    const inside = wire[key];
    // Most fields are strings or numbers, which have nothing to rename.
    const part = typeof inside === 'object' && inside !== null ? partOf(table, name) : undefined;
    const value = part === undefined ? inside : decodeBy(part, inside);
    if (name === '__proto__') setOwn(decoded, name, value);
    else decoded[name] = value;
  }
  return decoded;
}

function encodeBy(table: Table, value: unknown, extras = false): unknown {
  if (typeof value !== 'object' || value === null) return value;
  const { names, items } = table;
  if (table.pairs) return pairsOf(value);
  if (Array.isArray(value)) return items === undefined ? value : value.map((item) => encodeBy(items, item));
  if (hasOwnForm(value)) return value;
  const encoded: Fields = {};
  for (const key of Object.keys(value)) {
    const inside = (value as Fields)[key];
    if (inside === undefined) continue;
    const wire = wireName(table, key, extras);
    if (Object.hasOwn(encoded, wire)) {
      const other = Object.keys(value).find((name) => wireName(table, name, extras) === wire);
      throw new RuncrateError(`"${other}" and "${key}" are two spellings of one field. Pass only one of them.`);
    }
    const part = partOf(table, names[key] ?? key);
    setOwn(encoded, wire, part === undefined ? inside : encodeBy(part, inside));
  }
  return encoded;
}

function partOf({ fields, wires, values }: Table, name: string): Table | undefined {
  return fields[name] ?? (wires[name] === undefined ? values : undefined);
}

function wireName({ names, wires, fields }: Table, key: string, extras: boolean): string {
  const name = names[key] ?? key;
  return wires[name] ?? (extras && fields[name] === undefined ? toSnakeCase(key) : key);
}

function toSnakeCase(key: string): string {
  if (!/^[a-z][a-zA-Z0-9]*$/.test(key)) return key;
  return key.replace(/[A-Z]+(?![a-z])|[A-Z]/g, (letters) => '_' + letters.toLowerCase());
}

/** A map as the array of `{ key, value }` that is sent. Its keys are the caller's and are not renamed. */
function pairsOf(value: object): unknown {
  return Array.isArray(value)
    ? value
    : Object.entries(value).flatMap(([key, inside]) => (inside === undefined ? [] : { key, value: inside as unknown }));
}

/** `__proto__` from a hostile response must become a field, not the prototype. */
function setOwn(target: Fields, key: string, value: unknown): void {
  if (key === '__proto__') {
    Object.defineProperty(target, key, { value, enumerable: true, configurable: true, writable: true });
  } else {
    target[key] = value;
  }
}

/** Dates and a caller's own classes may define their own JSON. Bytes, Blobs and streams have no fields. */
function hasOwnForm(value: object): boolean {
  return 'toJSON' in value || Symbol.toStringTag in value;
}
