import { canonicalName } from '../operation/codec.js';
import type { FileContext } from './file-context.js';
import { fileInputError } from '../errors/file-input-error.js';
import { imageText } from './image-input.js';
import type { Body, UploadField } from '../operation/operation.js';
import { uploadOf } from './upload-input.js';

type Fields = Readonly<Record<string, unknown>>;

/** Replaces the files among a body's fields by what is sent: images by strings, uploads by form parts. */
export async function resolveFiles({ files = {}, codec }: Body, fields: Fields, context: FileContext): Promise<Fields> {
  const resolved: Record<string, unknown> = { ...fields };
  for (const [key, value] of Object.entries(fields)) {
    // A caller may use the wire's spelling too.
    const name = canonicalName(codec, key);
    const kind = Object.hasOwn(files, name) ? files[name] : undefined;
    if (kind === undefined || value == null) continue;
    const { filename, unnamed, orValue } = (typeof kind === 'object' ? kind : {}) as Partial<UploadField>;
    const resolve = (item: unknown, label: string): Promise<unknown> =>
      orValue && isValue(item)
        ? Promise.resolve(item)
        : kind === 'image' || kind === 'images'
          ? imageText(item, label, context)
          : uploadOf(item, filename === undefined ? undefined : fields[filename], label, { ...context, unnamed });
    if (filename !== undefined) Reflect.deleteProperty(resolved, filename);
    const isList = Array.isArray(value);
    if (kind === 'images' && !isList) throw fileInputError(key, 'must be an array of images');
    if (kind !== 'image' && isList) {
      const list: unknown[] = [];
      // One after the other: files are large, and two at once would need twice the memory.
      for (const [index, item] of (value as readonly unknown[]).entries()) {
        list.push(await resolve(item, `${key}[${index}]`));
      }
      resolved[key] = list;
    } else {
      resolved[key] = await resolve(value, key);
    }
  }
  return resolved;
}

/** A string or another scalar, or a plain object. */
function isValue(item: unknown): boolean {
  return Object(item) !== item || (Object.getPrototypeOf(item) === Object.prototype && !('uri' in (item as object)));
}
