import { RuncrateError } from './errors.js';
import type { Body } from './operation.js';
import { plainText, queryPairs } from './query.js';
import { Upload, type FormPart } from './upload.js';

/** The parts of a form of wire fields: lists are repeated, objects are JSON, unless `styles` says otherwise. */
export function formParts(wire: unknown, styles: NonNullable<Body['styles']> = {}): FormPart[] {
  return Object.entries(wire as Readonly<Record<string, unknown>>).flatMap(([name, value]): readonly FormPart[] => {
    if (Object.hasOwn(styles, name)) return queryPairs({ name, in: 'query', ...styles[name] }, value);
    const items: readonly unknown[] = Array.isArray(value) ? value : [value];
    return items.filter((item) => item != null).map((item) => [name, partValue(item)]);
  });
}

function partValue(value: unknown): string | Upload {
  if (value instanceof Upload) return value;
  if (typeof value === 'object') return JSON.stringify(value);
  const text = plainText(value);
  if (text !== undefined) return text;
  throw new RuncrateError('A form field must be a text, a number, a boolean or a file.');
}

/** A form whose files are in memory or on disk. */
export function formData(parts: readonly FormPart[]): FormData {
  const form = new FormData();
  for (const [name, value] of parts) {
    if (typeof value === 'string') form.append(name, value);
    // A slice is a view, with the type that the part is to have.
    else form.append(name, (value.content as Blob).slice(0, undefined, value.type), value.name);
  }
  return form;
}

/** The same as `application/x-www-form-urlencoded`. */
export function searchParams(parts: readonly FormPart[]): URLSearchParams {
  if (parts.some(([, value]) => value instanceof Upload))
    throw new RuncrateError("A form without parts can't carry a file.");
  return new URLSearchParams(parts as [string, string][]);
}
