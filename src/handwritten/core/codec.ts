import type { Codec, CodecRef } from './codec-table.js';
import { RuncrateError } from './errors.js';

/**
 * Wire → public names, as the codec says; what it does not name keeps its key. The answer is a new value:
 * what came from the wire is not changed.
 */
export function decode(ref: CodecRef | undefined, value: unknown): unknown {
  if (ref === undefined || typeof value !== 'object' || value === null) return value;
  const table = tableOf(ref);
  if (Array.isArray(value)) return table.items === undefined ? value : value.map((item) => decode(table.items, item));
  const decoded: Record<string, unknown> = {};
  for (const key in value) {
    const field = table.decoding.get(key);
    const inside = (value as Record<string, unknown>)[key];
    if (field !== undefined) decoded[field.name] = decode(field.codec, inside);
    else setOwn(decoded, key, decode(table.values, inside));
  }
  return decoded;
}

/**
 * Public → wire names. With `extras`, fields that the document does not name are sent in snake_case.
 * Both spellings of one field at once are an error: only the caller knows which is meant.
 */
export function encode(ref: CodecRef | undefined, value: unknown, { extras = false } = {}): unknown {
  if ((ref === undefined && !extras) || typeof value !== 'object' || value === null) return value;
  const table = tableOf(ref ?? {});
  if (table.pairs) return encodePairs(value);
  if (Array.isArray(value)) return table.items === undefined ? value : value.map((item) => encode(table.items, item));
  if (!isPlainObject(value)) return value;
  const encoded: Record<string, unknown> = {};
  for (const [key, inside] of Object.entries(value)) {
    if (inside === undefined) continue;
    const field = table.encoding.get(key);
    const wire = field?.name ?? (extras ? toSnakeCase(key) : key);
    if (Object.hasOwn(encoded, wire)) throw bothSpellings(value, key, wire, table);
    setOwn(encoded, wire, encode(field === undefined ? table.values : field.codec, inside));
  }
  return encoded;
}

/** The public name of a field, whichever spelling a caller uses. */
export function canonicalName(ref: CodecRef | undefined, key: string): string {
  return ref === undefined ? key : (tableOf(ref).decoding.get(key)?.name ?? key);
}

/** A codec with its names in maps: looking a key up in a plain object would find `constructor`. */
interface Table {
  /** Any spelling on the wire → public name. */
  readonly decoding: ReadonlyMap<string, Field>;
  /** Any spelling a caller may use → wire name. */
  readonly encoding: ReadonlyMap<string, Field>;
  readonly items: CodecRef | undefined;
  readonly values: CodecRef | undefined;
  readonly pairs: boolean;
}

interface Field {
  readonly name: string;
  readonly codec: CodecRef | undefined;
}

const tables = new WeakMap<CodecRef, Table>();

function tableOf(ref: CodecRef): Table {
  const known = tables.get(ref);
  if (known !== undefined) return known;
  const table = buildTable(typeof ref === 'function' ? ref() : ref);
  tables.set(ref, table);
  return table;
}

function buildTable({ snake = [], names = {}, sent = {}, fields = {}, items, values, pairs }: Codec): Table {
  const decoding = new Map<string, Field>();
  const encoding = new Map<string, Field>();
  for (const [name, codec] of Object.entries(fields)) {
    decoding.set(name, { name, codec });
    encoding.set(name, { name, codec });
  }
  const spellings = [...snake.map((name) => [toSnakeCase(name), name] as const), ...Object.entries(names)];
  for (const [wire, name] of spellings) {
    const codec = fields[name];
    decoding.set(wire, { name, codec });
    const sentAs = sent[name] ?? wire;
    encoding.set(wire, { name: sentAs, codec });
    encoding.set(name, { name: sentAs, codec });
  }
  return { decoding, encoding, items, values, pairs: pairs ?? false };
}

/** A map as the list of `{ key, value }` that the wire has. Its keys are names of the caller's and stay as they are. */
function encodePairs(value: object): unknown {
  return Array.isArray(value)
    ? value
    : Object.entries(value)
        .filter(([, inside]) => inside !== undefined)
        .map(([key, inside]) => ({ key, value: inside as unknown }));
}

function toSnakeCase(key: string): string {
  if (!/^[a-z][a-zA-Z0-9]*$/.test(key)) return key;
  return key.replace(/[A-Z]+(?![a-z])|[A-Z]/g, (letters, offset) => (offset === 0 ? '' : '_') + letters.toLowerCase());
}

function bothSpellings(value: object, key: string, wire: string, table: Table): RuncrateError {
  const other = Object.keys(value).find(
    (name) => name !== key && (table.encoding.get(name)?.name ?? toSnakeCase(name)) === wire,
  );
  return new RuncrateError(`"${other ?? wire}" and "${key}" are two spellings of one field. Pass only one of them.`);
}

/** `__proto__` from a hostile answer must become a field, not the prototype. */
function setOwn(target: Record<string, unknown>, key: string, value: unknown): void {
  if (key !== '__proto__') {
    target[key] = value;
    return;
  }
  Object.defineProperty(target, key, { value, enumerable: true, configurable: true, writable: true });
}

/** Dates, Blobs and a caller's own classes have a form of their own in JSON. */
function isPlainObject(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return (
    prototype === Object.prototype ||
    prototype === null ||
    !('toJSON' in value || value instanceof Blob || value instanceof ReadableStream || ArrayBuffer.isView(value))
  );
}
