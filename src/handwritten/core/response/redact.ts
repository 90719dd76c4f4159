import { causesOf } from '../errors/causes.js';

/** Removes the key from a string of a server: some servers echo the request headers. */
export type Redact = (text: string) => string;

/** Removes the key from an error and its causes, and returns the same error. The platform's errors may quote a server. */
export function redactError(error: unknown, redact: Redact): unknown {
  for (const cause of causesOf(error)) {
    if (!('stack' in cause)) break;
    for (const [name, { value, writable }] of Object.entries(Object.getOwnPropertyDescriptors(cause))) {
      if (typeof value !== 'string' || writable !== true || redact(value) === value) continue;
      Object.defineProperty(cause, name, { value: redact(value) });
    }
  }
  return error;
}
