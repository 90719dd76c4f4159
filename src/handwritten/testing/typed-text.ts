import type { ApiDocument, JsonSchema } from './document.js';

type Schemas = ApiDocument['schemas'];

type Reader = (text: string) => unknown;

/** Reads a text as the type that its schema asks for. */
export function readerOf(schema: JsonSchema, schemas: Schemas): Reader {
  if (typeof schema === 'boolean') return (text) => text;
  if (schema.$ref !== undefined) return readerOf(schemas[schema.$ref] ?? true, schemas);
  const types = [schema.type ?? []].flat();
  const has = (...wanted: readonly string[]): boolean => types.some((type) => wanted.includes(type));
  const items = schema.items ?? true;
  // A list of lists has no form as a text, and may contain itself.
  const isFlat = has('array') && !isOfType(items, schemas, 'array');
  const readItem = isFlat ? readerOf(items, schemas) : (item: string) => item;
  return (text) => {
    if (has('string')) return text;
    if (has('integer', 'number') && text.trim() !== '') {
      const number = Number(text);
      return Number.isNaN(number) ? text : number;
    }
    if (has('boolean') && /^(true|false)$/.test(text)) return text === 'true';
    if (has('object')) return jsonOf(text);
    return has('array') ? text.split(',').map(readItem) : text;
  };
}

/** For the check of a form alone: texts by their types, and a file, which JSON has not, as a text. */
export function typerOf(schema: JsonSchema, schemas: Schemas): (value: unknown) => unknown {
  const whole = typeof schema === 'object' && schema.$ref !== undefined ? (schemas[schema.$ref] ?? true) : schema;
  const properties = Object.entries(typeof whole === 'object' ? (whole.properties ?? {}) : {});
  const readers = new Map(properties.map(([name, part]) => [name, fieldReaderOf(part, schemas)]));
  return (value) =>
    Object.fromEntries(
      Object.entries(value as Record<string, unknown>).map(([name, field]) => {
        const read = readers.get(name) ?? ((texts: readonly string[]) => (Array.isArray(field) ? texts : texts[0]));
        return [name, read([field].flat().map((part: unknown) => (typeof part === 'string' ? part : '')))];
      }),
    );
}

/** A list is a field that is repeated. */
function fieldReaderOf(schema: JsonSchema, schemas: Schemas): (texts: readonly string[]) => unknown {
  const read = readerOf(schema, schemas);
  if (!isOfType(schema, schemas, 'array')) return (texts) => (texts.length > 1 ? texts : read(texts[0] ?? ''));
  const readItem = readerOf(itemsOf(schema, schemas), schemas);
  return (texts) => (texts.length > 1 ? texts.map(readItem) : read(texts[0] ?? ''));
}

/** An object in a part of a form is JSON. */
function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

export function isOfType(schema: JsonSchema, schemas: Schemas, type: string): boolean {
  if (typeof schema === 'boolean') return false;
  if (schema.$ref !== undefined) return isOfType(schemas[schema.$ref] ?? true, schemas, type);
  return [schema.type ?? []].flat().includes(type);
}

function itemsOf(schema: JsonSchema, schemas: Schemas): JsonSchema {
  if (typeof schema === 'boolean') return true;
  return schema.$ref === undefined ? (schema.items ?? true) : itemsOf(schemas[schema.$ref] ?? true, schemas);
}
