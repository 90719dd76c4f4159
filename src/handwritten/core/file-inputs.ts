import { canonicalName } from './codec.js';
import { RuncrateError } from './errors.js';
import type { FileContext } from './file-context.js';
import { imageText } from './image-input.js';
import type { Body, FileField } from './operation.js';
import { uploadOf } from './upload-input.js';

type Fields = Readonly<Record<string, unknown>>;

/** Replaces the files among a body's fields by what is sent: pictures by text, uploads by parts of a form. */
export async function resolveFiles(body: Body, fields: Fields, context: FileContext): Promise<Fields> {
  if (body.files === undefined) return fields;
  const resolved: Record<string, unknown> = { ...fields };
  for (const [key, value] of Object.entries(fields)) {
    if (value === undefined || value === null) continue;
    // A caller may use the wire's spelling too.
    const name = canonicalName(body.codec, key);
    const kind = Object.hasOwn(body.files, name) ? body.files[name] : undefined;
    if (kind === undefined) continue;
    resolved[key] = await resolveField(kind, value, key, fields, context);
    if (typeof kind === 'object') Reflect.deleteProperty(resolved, kind.filename);
  }
  return resolved;
}

async function resolveField(
  kind: FileField,
  value: unknown,
  key: string,
  fields: Fields,
  context: FileContext,
): Promise<unknown> {
  if (kind === 'image') return imageText(value, key, context);
  if (kind === 'upload') return uploadsOf(value, key, context);
  if (kind === 'images') return imageTexts(value, key, context);
  const name = fields[kind.filename];
  if (name !== undefined && typeof name !== 'string') throw new RuncrateError(`\`${kind.filename}\` must be a text.`);
  return uploadOf(value, name, key, context);
}

/** A file, or several under one name. */
async function uploadsOf(value: unknown, key: string, context: FileContext): Promise<unknown> {
  if (!Array.isArray(value)) return uploadOf(value, undefined, key, context);
  return Promise.all(value.map((item, index) => uploadOf(item, undefined, `${key}[${index}]`, context)));
}

async function imageTexts(value: unknown, key: string, context: FileContext): Promise<readonly string[]> {
  if (!Array.isArray(value)) throw new RuncrateError(`\`${key}\` must be a list of pictures.`);
  const texts: string[] = [];
  // One after the other: pictures are large, and two at once would need twice the memory.
  for (const [index, item] of value.entries()) texts.push(await imageText(item, `${key}[${index}]`, context));
  return texts;
}
