import { causesOf } from '../errors/causes.js';
import type { Redact } from '../options/credentials.js';

/**
 * Removes the key from an error and its causes, and returns the same error. The platform's errors may quote a server,
 * and those of a `fetch` of the caller's own the request.
 */
export function redactError(error: unknown, redact: Redact): unknown {
  if (!isError(error)) return redacted(error, redact);
  for (const cause of causesOf(error)) {
    if (!isError(cause)) break;
    for (const [name, { value, writable }] of Object.entries(Object.getOwnPropertyDescriptors(cause))) {
      if (writable !== true || isError(value)) continue;
      const clean = redacted(value as unknown, redact);
      if (clean !== value) Object.defineProperty(cause, name, { value: clean });
    }
  }
  return error;
}

const maxDepth = 16;

/** A value without the key: itself if it has none, else a copy that ends where it is deep or circular. */
export function redacted<T>(value: T, redact: Redact): T {
  let isFound = false as boolean;
  const seen = new Set<unknown>();
  const copyOf = (part: unknown, depth: number): unknown => {
    if (typeof part === 'string') {
      const clean = redact(part);
      isFound ||= clean !== part;
      return clean;
    }
    if (typeof part !== 'object' || part === null) return part;
    if (depth > maxDepth || ArrayBuffer.isView(part) || seen.has(part)) return '…';
    seen.add(part);
    if (Array.isArray(part)) return part.map((item) => copyOf(item, depth + 1));
    // These have no fields of their own.
    const headers = part instanceof Request ? part.headers : part;
    const entries =
      headers instanceof Headers
        ? [...(headers as unknown as Iterable<[name: string, value: unknown]>)]
        : Object.entries(Object.getOwnPropertyDescriptors(part)).map(([name, { value }]) => [name, value as unknown]);
    return Object.fromEntries(entries.map(([name, inside]) => [copyOf(name, 0), copyOf(inside, depth + 1)]));
  };
  const copy = copyOf(value, 0) as T;
  return isFound ? copy : value;
}

function isError(value: unknown): boolean {
  return 'stack' in (Object(value) as object);
}
