import { RuncrateError } from './errors.js';

/** A list where the document wants one: what stands between its items is not encoded. */
export class PathList {
  constructor(readonly items: readonly unknown[]) {}
}

/**
 * Fills a path template. What would change the endpoint is refused: an empty id, `.` and `..`, also encoded;
 * the rest is encoded, so that a slash in an id stays inside it.
 */
export function fillPath(template: string, values: Readonly<Record<string, unknown>>): string {
  return template.replace(/\{([^{}]+)\}/g, (_, name: string) => {
    const value = values[name];
    if (!(value instanceof PathList)) return encodeSegment(name, value, template);
    return value.items.map((item) => encodeSegment(name, item, template)).join(',');
  });
}

function encodeSegment(name: string, value: unknown, template: string): string {
  const label = `Path parameter "${name}" of ${template}`;
  if (typeof value !== 'string' && !Number.isFinite(value)) throw new RuncrateError(`${label} must be a text.`);
  const text = String(value);
  if (text.trim() === '') throw new RuncrateError(`${label} must not be empty.`);

  if (/[\u0000-\u001f\u007f]/.test(text)) throw new RuncrateError(`${label} must not hold control characters.`);
  if (/\p{Surrogate}/u.test(text)) throw new RuncrateError(`${label} must be valid Unicode text.`);
  // Servers and proxies decode `%2e` before they resolve dots, some of them twice.
  const dots = text.replace(/%(25)*2e/gi, '.');
  if (dots === '.' || dots === '..') throw new RuncrateError(`${label} must not be "${text}".`);
  return encodeURIComponent(text);
}
