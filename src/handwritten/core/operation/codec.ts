import type { Codec, CodecRef } from './codec-table.js';
import { RuncrateError } from '../errors/errors.js';
import { setOwn } from '../json-object.js';
import { pathText, type FieldPath } from './field-path.js';

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
export function encode(ref: CodecRef | undefined, value: unknown, options: EncodeOptions = {}): unknown {
  return ref === undefined && !options.extras ? value : encodeBy(tableOf(ref ?? {}), value, undefined, options);
}

interface EncodeOptions {
  readonly extras?: boolean | undefined;
  /** Fields that are added later, by names of the wire: what they hold is not missing. */
  readonly added?: Readonly<Record<string, unknown>> | undefined;
}

/** The fields that the codec renames, wire → public, and the public names of those that hold more of them. */
export function namesIn(ref: CodecRef = {}): {
  readonly renamed: Readonly<Record<string, string>>;
  readonly nested: readonly string[];
} {
  const { names, fields } = tableOf(ref);
  return { renamed: names, nested: Object.keys(fields) };
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
  readonly day: Codec['day'];
  readonly required: readonly string[];
  readonly oneOf: Record<string, readonly unknown[]>;
  readonly publicKeys: readonly string[];
}

const tables = new WeakMap<CodecRef, Table>();

function tableOf(ref: CodecRef): Table {
  const known = tables.get(ref);
  if (known !== undefined) return known;
  const codec = typeof ref === 'function' ? ref() : ref;
  const { snake = [], names, sent, fields, items, values, pairs, day, required = [], oneOf, publicKeys = [] } = codec;
  const table: Table = {
    names: bare(names),
    wires: bare(),
    fields: bare(),
    wireNames: [],
    parts: [],
    pairs,
    day,
    required,
    oneOf: bare(oneOf),
    publicKeys,
  };
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
  const { names, wires } = table;
  const decoded: Fields = {};
  for (const key in wire) {
    let name = names[key] ?? key;
    const inside = wire[key];
    const other = wires[key];
    // A field that nobody documented may have the public name of one that came too: the two change names.
    if (other !== undefined && name === key && (wire[other] ?? inside) !== inside) name = other;
    // Most fields are strings or numbers, which have nothing to rename.
    const part = typeof inside === 'object' && inside !== null ? partOf(table, name) : undefined;
    const value = part === undefined ? inside : decodeBy(part, inside);
    if (name === '__proto__') setOwn(decoded, name, value);
    else decoded[name] = value;
  }
  return decoded;
}

function encodeBy(
  table: Table,
  value: unknown,
  path?: FieldPath,
  { extras = false, added = {} }: EncodeOptions = {},
): unknown {
  if (typeof value !== 'object' || value === null) return value;
  const { names, wires, items, oneOf } = table;
  if (Array.isArray(value)) {
    return items === undefined ? value : value.map((item, index) => encodeBy(items, item, [path, index]));
  }
  if (table.pairs) return pairsOf(value);
  if (hasOwnForm(value)) return table.day ? table.day(value) : value;
  const encoded: Fields = {};
  for (const key of Object.keys(value)) {
    const inside = (value as Fields)[key];
    if (inside === undefined) continue;
    const wire = wireName(table, key, extras);
    if (Object.hasOwn(encoded, wire)) {
      const other = Object.keys(value).find((name) => wireName(table, name, extras) === wire);
      throw new RuncrateError(`"${other}" and "${key}" are two spellings of one field. Pass only one of them.`);
    }
    const name = names[key] ?? key;
    if (table.publicKeys.includes(name)) checkPublicKey([path, key], inside);
    const values = oneOf[name];
    if (values?.includes(inside) === false) throw new RuncrateError(valueProblem([path, key], inside, values));
    const part = partOf(table, name);
    setOwn(encoded, wire, part === undefined ? inside : encodeBy(part, inside, [path, key]));
  }
  for (const name of table.required) {
    const wire = wires[name] ?? name;
    if (Object.hasOwn(encoded, wire) || Object.hasOwn(added, wire)) continue;
    throw new RuncrateError(`\`${pathText([path, name])}\` is required.`);
  }
  return encoded;
}

/** What begins a private key: armoured as of OpenSSH, PEM, PKCS#8 or PuTTY, or the base64 of one alone. */
const privateKey =
  /BEGIN [A-Z0-9 ]*PRIVATE KEY|PuTTY-User-Key-File|^\s*(b3BlbnNzaC1rZXk|MI[A-Za-z]{4}IBA|MC4CAQA|MIG\wAgEA|MHcCAQE)/i;

function checkPublicKey(path: FieldPath, value: unknown): void {
  if (typeof value !== 'string' || !privateKey.test(value)) return;
  throw new RuncrateError(
    `\`${pathText(path)}\` is a private key. Pass the public one: the line of the \`.pub\` file.`,
  );
}

function valueProblem(path: FieldPath, value: unknown, values: readonly unknown[]): string {
  const known = values.map((one) => JSON.stringify(one)).join(', ');
  const given = typeof value === 'string' ? JSON.stringify(value.slice(0, 40)) : typeof value;
  return `\`${pathText(path)}\` must be one of ${known}, not ${given}.`;
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
  return Object.entries(value).flatMap(([key, inside]) =>
    inside === undefined ? [] : { key, value: inside as unknown },
  );
}

/** Dates and a caller's own classes may define their own JSON. Bytes, Blobs and streams have no fields. */
function hasOwnForm(value: object): boolean {
  // A field may be called so, too.
  return typeof (value as Fields)['toJSON'] === 'function' || Symbol.toStringTag in value;
}
