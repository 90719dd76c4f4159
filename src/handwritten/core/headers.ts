import { RuncrateError } from './errors.js';

/** Names that belong to the SDK: a second value would be wrong, or leak. */
const reserved: ReadonlyMap<string, string> = new Map([
  ['authorization', 'pass `apiKey` instead'],
  ['idempotency-key', 'pass `idempotencyKey` to the call instead'],
  // A form names its boundary in it: another value would make its body unreadable.
  ['content-type', 'it follows from the body'],
  ['content-length', 'it follows from the body'],
  ['host', 'it follows from the URL'],
]);

/** Checks headers that a caller gave; `null` removes one of the client's. `option` says where they came from. */
export function checkHeaders(headers: unknown, option: string): Readonly<Record<string, string | null>> {
  if (typeof headers !== 'object' || headers === null || Array.isArray(headers) || headers instanceof Headers) {
    throw new RuncrateError(`${option} must be a plain object of header names and texts.`);
  }
  for (const [name, value] of Object.entries(headers)) checkHeader(name, value, option);
  // A copy: what is changed later would not be checked.
  return { ...headers };
}

/** Checks what a header is to hold. `option` says where it came from. */
export function checkHeaderValue(name: string, value: string, option: string): string {
  // The value is not repeated: it may be a secret.
  if (!/[^\t\u0020-\u007e\u0080-\u00ff]/.test(value)) return value;
  throw new RuncrateError(
    `${option} gives ${JSON.stringify(name)} a character that a header can't carry, such as a line break.`,
  );
}

function checkHeader(name: string, value: unknown, option: string): void {
  const label = JSON.stringify(name);
  if (!/^[!#$%&'*+\-.^_`|~0-9A-Za-z]+$/.test(name)) {
    throw new RuncrateError(`${option} has ${label}, which is no header name.`);
  }
  const why = reserved.get(name.toLowerCase());
  if (why !== undefined) throw new RuncrateError(`${option} must not set ${label}: ${why}.`);
  if (value === null || value === undefined) return;
  if (typeof value !== 'string') throw new RuncrateError(`${option} must give ${label} as a text.`);
  checkHeaderValue(name, value, option);
}
