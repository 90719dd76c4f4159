import { isRecord } from '../json-object.js';

/** Names that belong to the SDK: a second value would be wrong, or leak. */
const reserved = /^(authorization|idempotency-key|content-type|content-length|host)$/i;

/** What is wrong with headers that a caller gave; `null` removes one that the client would send. */
export function headersProblem(headers: unknown): string | undefined {
  if (!isRecord(headers)) return 'must be a plain object of header names and texts';
  for (const [name, value] of Object.entries(headers)) {
    const label = JSON.stringify(name);
    if (!/^[!#$%&'*+\-.^_`|~0-9A-Za-z]+$/.test(name)) return `has ${label}, which is no header name`;
    if (reserved.test(name)) {
      return `must not set ${label}: pass \`apiKey\` or \`idempotencyKey\`; the rest is ours`;
    }
    const problem = value == null ? undefined : headerValueProblem(name, value);
    if (problem !== undefined) return problem;
  }
  return undefined;
}

/** What is wrong with what a header is to hold. It is not repeated: it may be a secret. */
export function headerValueProblem(name: string, value: unknown): string | undefined {
  return typeof value === 'string' && !/[^\t\u0020-\u007e\u0080-\u00ff]/.test(value)
    ? undefined
    : `must give ${JSON.stringify(name)} as a text without line breaks and other characters that a header can't carry`;
}

/** Puts what a caller gave over the headers that are there. Names that differ in nothing but their case are one. */
export function addHeaders(headers: Record<string, string>, given: Readonly<Record<string, string | null>> = {}): void {
  for (const [name, value] of Object.entries(given) as [string, string | null | undefined][]) {
    if (value === null) Reflect.deleteProperty(headers, name.toLowerCase());
    else if (value !== undefined) headers[name.toLowerCase()] = value;
  }
}
