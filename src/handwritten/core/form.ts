import { RuncrateError } from './errors.js';
import type { Body } from './operation.js';
import { queryPairs, type QueryPair } from './query.js';
import { multipartStream, type FormPart } from './multipart-stream.js';
import type { Upload } from './upload-input.js';

/** A multipart form, ready to be sent. The platform names the boundary of a `FormData` itself. */
export interface EncodedForm {
  readonly content: FormData | ReadableStream<Uint8Array>;
  readonly contentType: string | undefined;
  readonly singleUse: boolean;
  readonly release?: () => void;
}

/** A multipart form of wire fields: files as parts of their own, lists as repeated fields, objects as JSON. */
export function encodeForm(wire: unknown, boundary: () => string): EncodedForm {
  const parts = partsOf(wire);
  if (parts.some(([, value]) => isStream(value))) return { ...multipartStream(parts, boundary()), singleUse: true };
  const form = new FormData();
  for (const [name, value] of parts) {
    if (typeof value === 'string') form.append(name, value);
    // A slice is a view, with the type that the part is to have.
    else form.append(name, (value.content as Blob).slice(0, undefined, value.type), value.name);
  }
  return { content: form, contentType: undefined, singleUse: false };
}

/** The same fields as `application/x-www-form-urlencoded`. */
export function searchParamsOf(wire: unknown, styles: NonNullable<Body['styles']> = {}): URLSearchParams {
  const pairs = Object.entries(wire as object).flatMap(([name, value]: [string, unknown]): QueryPair[] => {
    if (Object.hasOwn(styles, name)) return queryPairs({ name, in: 'query', ...styles[name] }, value);
    return partsOf({ [name]: value }).map(([part, inside]) => [part, textOf(inside)]);
  });
  return new URLSearchParams(pairs.map(([name, value]) => [name, value]));
}

function textOf(value: string | Upload): string {
  if (typeof value === 'string') return value;
  throw new RuncrateError("A form without parts can't carry a file.");
}

function partsOf(wire: unknown): FormPart[] {
  return Object.entries(wire as object).flatMap(([name, value]) =>
    ((Array.isArray(value) ? value : [value]) as readonly unknown[])
      .filter((item) => item !== undefined && item !== null)
      .map((item): FormPart => [name, partValue(item)]),
  );
}

function partValue(value: unknown): string | Upload {
  if (isUpload(value)) return value;
  if (typeof value === 'object') return JSON.stringify(value);
  if (typeof value === 'string' || typeof value === 'boolean' || typeof value === 'number') return String(value);
  throw new RuncrateError('A form field must be a text, a number, a boolean or a file.');
}

function isUpload(value: unknown): value is Upload {
  const { content } = (value ?? {}) as Partial<Upload>;
  return content instanceof Blob || content instanceof ReadableStream;
}

function isStream(value: string | Upload): boolean {
  return typeof value !== 'string' && value.content instanceof ReadableStream;
}
