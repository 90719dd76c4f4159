import { causesOf } from '../errors/causes.js';

/** Takes the key out of a text that came from elsewhere: some servers repeat the headers that they were sent. */
export type Redact = (text: string) => string;

/** Takes the key out of an error and its causes, and gives the same error. The platform's own may quote what a server sent. */
export function redactError(error: unknown, redact: Redact): unknown {
  for (const cause of causesOf(error)) {
    if (!(cause instanceof Error)) break;
    for (const [name, { value, writable }] of Object.entries(Object.getOwnPropertyDescriptors(cause))) {
      if (typeof value !== 'string' || writable !== true || redact(value) === value) continue;
      Object.defineProperty(cause, name, { value: redact(value) });
    }
  }
  return error;
}
