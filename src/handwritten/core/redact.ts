import { causesOf } from './causes.js';

/** Takes the key out of a text that came from elsewhere: some servers repeat the headers that they were sent. */
export type Redact = (text: string) => string;

/** For what was sent without a key, there is nothing to take out. */
export function redactorOf(key: string): Redact {
  return key === '' ? (text) => text : (text) => text.replaceAll(key, 'rc_live_***');
}

/** What comes before the body of an answer. */
export type Head = Pick<Response, 'status' | 'statusText' | 'headers'>;

/** The head of an answer without the key. */
export function headOf({ status, statusText, headers }: Head, redact: Redact): Head {
  let clean = headers;
  headers.forEach((value, name) => {
    if (redact(value) === value) return;
    // A copy: those of a real answer can't be changed.
    clean = clean === headers ? new Headers(headers) : clean;
    clean.set(name, redact(value));
  });
  return { status, statusText: redact(statusText), headers: clean };
}

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
