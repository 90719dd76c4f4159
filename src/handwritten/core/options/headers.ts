import { isRecord } from '../json-object.js';

/** Headers that only the SDK sets: another value would be wrong, or leak. */
const reserved = /^(authorization|idempotency-key|content-type|content-length|host)$/i;

/** The problem with a caller's headers; `null` removes one that the client would send. */
export function headersProblem(headers: unknown): string | undefined {
  if (!isRecord(headers)) return 'must be a plain object of header names and strings';
  for (const [name, value] of Object.entries(headers)) {
    const label = JSON.stringify(name);
    if (!/^[!#$%&'*+\-.^_`|~0-9A-Za-z]+$/.test(name)) return `has ${label}, which is not a header name`;
    // A server's CORS headers may not allow it.
    const isOmitted = value === null && /^idem/i.test(name);
    if (reserved.test(name) && !isOmitted) {
      return `must not set ${label}: pass \`apiKey\` or \`idempotencyKey\`; the SDK sets the others`;
    }
    const problem = value == null ? undefined : headerValueProblem(name, value);
    if (problem !== undefined) return problem;
  }
  return undefined;
}

/** The problem with a header value. The message does not quote it: it may be a secret. */
export function headerValueProblem(name: string, value: unknown): string | undefined {
  return typeof value === 'string' && !/[^\t\u0020-\u007e\u0080-\u00ff]/.test(value)
    ? undefined
    : `must set ${JSON.stringify(name)} to a string without line breaks and other characters that are invalid in a header`;
}

/** Sets a caller's headers over the existing ones. Names are case-insensitive. */
export function addHeaders(headers: Record<string, string>, given: Readonly<Record<string, string | null>> = {}): void {
  for (const [name, value] of Object.entries(given) as [string, string | null | undefined][]) {
    if (value === null) Reflect.deleteProperty(headers, name.toLowerCase());
    else if (value !== undefined) headers[name.toLowerCase()] = value;
  }
}
