import { RuncrateError } from '../errors/errors.js';
import { Upload } from '../files/upload.js';
import { isRecord } from '../json-object.js';
import { pathText, type FieldPath } from '../operation/field-path.js';
import { plainText } from './query.js';

/**
 * Refuses what JSON would lose: a NaN becomes null, a function nothing, and a Map, a Blob or a signal `{}`. `isForm`: the
 * values at the top are text of their own, and a BigInt is one.
 */
export function checkSendable(value: object, isForm: boolean, path?: FieldPath): void {
  // Almost every value: a path for each of its fields would take longer than the rest of the check (test/bench).
  if (path === undefined && isPlain(value, 0)) return;
  if (Array.isArray(value)) {
    for (let index = 0; index < value.length; index++) {
      checkItem(value[index], isForm, [path, index, value]);
    }
    return;
  }
  for (const key of Object.keys(value)) {
    const item = (value as Record<string, unknown>)[key];
    if (item !== undefined) checkItem(item, isForm && path === undefined, [path, key, value]);
  }
}

/** Whether JSON has all of a value. A circle is not: it is deeper than any request. */
function isPlain(value: unknown, depth: number): boolean {
  if (typeof value === 'object' && value !== null) {
    if (depth > 99) return false;
    if (Array.isArray(value)) {
      // Not `every`, which leaves out holes.
      for (let index = 0; index < value.length; index++) if (!isPlain(value[index], depth + 1)) return false;
      return true;
    }
    if (Object.getPrototypeOf(value) !== Object.prototype || '~standard' in value) return false;
    for (const key in value) {
      const item = (value as Record<string, unknown>)[key];
      if (item !== undefined && !isPlain(item, depth + 1)) return false;
    }
    return true;
  }
  return typeof value === 'number'
    ? Number.isFinite(value)
    : value === null || typeof value === 'string' || typeof value === 'boolean';
}

function checkItem(value: unknown, isForm: boolean, path: FieldPath): void {
  if (typeof value === 'bigint' && !isForm)
    throw problem(path, 'is a BigInt, which JSON has not. Pass a number or a string');
  if (value === null || plainText(value) !== undefined || value instanceof Upload) return;
  const { '~standard': standard, toJSON } = Object(value) as Partial<Record<string, { readonly vendor?: unknown }>>;
  if (standard !== undefined) {
    throw problem(
      path,
      `is a schema of ${String(standard.vendor)}, not JSON Schema. Convert it, as by \`z.toJSONSchema(schema)\``,
    );
  }
  const hasOwnForm = typeof toJSON === 'function';
  if (Array.isArray(value) || (isRecord(value) && !hasOwnForm && !isLost(value))) {
    // A circle is for `JSON.stringify` to name.
    if (!isInside(value, path)) checkSendable(value, isForm, path);
    return;
  }
  if (hasOwnForm && !ArrayBuffer.isView(value) && !isLost(value)) return;
  throw problem(path, 'would be lost: JSON has no NaN, undefined item, function, bytes, Map, Error or invalid Date');
}

/** Whether it is of a class, of any realm, that JSON writes as null or as `{}`. */
function isLost(value: unknown): boolean {
  const type = Object.prototype.toString.call(value).slice(8, -1);
  if (type === 'Number' || type === 'Date') return !Number.isFinite(Number(value));
  return (type === 'Error' && !('toJSON' in (value as Error))) || type === 'RegExp';
}

function isInside(value: unknown, path: FieldPath | undefined): boolean {
  return path !== undefined && (path[2] === value || isInside(value, path[0]));
}

function problem(path: FieldPath, text: string): RuncrateError {
  return new RuncrateError(`\`${pathText(path)}\` ${text}.`);
}
