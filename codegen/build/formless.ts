import type { MediaType, RequestBody, Schema } from '../read/openapi.js';
import { isReference, type Spec } from '../read/spec.js';
import { isBinary, typesOf } from '../shape/keywords.js';
import { formOf } from './media-types.js';

/** The media types of a body that the client can send. */
export function sendableTypes({ content = {} }: RequestBody, spec: Spec): readonly [string, MediaType][] {
  return Object.entries(content).filter(([type, media]) => formlessKind(type, media, spec) === undefined);
}

/** A form has fields, and nothing says how it is written otherwise; text is a URL-encoded form that its caller writes. */
export function formlessKind(type: string, { schema }: MediaType, spec: Spec): string | undefined {
  const form = formOf(type);
  if (form === undefined || schema === undefined) return undefined;
  const kinds = kindsOf(schema, spec);
  const isMultipart = form === 'multipart/form-data';
  const hasPlace = kinds.some((kind) => kind === 'an object' || (kind === 'text' && !isMultipart));
  return kinds.length === 0 || hasPlace ? undefined : kinds.join(' or ');
}

/** What the schema's own keywords say; nothing if only its variants do. */
function kindsOf(schema: Schema | boolean, spec: Spec, above: readonly Schema[] = []): readonly string[] {
  if (typeof schema === 'boolean') return [];
  const own = isReference(schema) ? spec.resolve<Schema>(schema) : schema;
  if (above.includes(own)) return [];
  const types = typesOf(own).filter((type) => type !== 'null' && type !== '');
  if (types.length === 0) return (own.allOf ?? []).flatMap((part) => kindsOf(part, spec, [...above, own]));
  return types.map((type) => (type === 'string' && isBinary(own) ? 'a file' : (words[type] ?? type)));
}

const words: Readonly<Record<string, string>> = {
  array: 'a list',
  boolean: 'a boolean',
  integer: 'a number',
  number: 'a number',
  object: 'an object',
  string: 'text',
};
