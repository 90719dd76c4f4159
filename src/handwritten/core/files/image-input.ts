import { bytesOf, isBlob } from './fetch-classes.js';
import type { FileContext } from './file-context.js';
import { fileInputError } from '../errors/file-input-error.js';
import { imageTypeOf } from './image-type.js';

const accepted = 'must be a path, an http(s) URL, a data URI, base64, a Blob or bytes';

/** The string that is sent for an image. A file is read only if it is an image: untrusted input can't send `/etc/passwd`. */
export async function imageText(value: unknown, field: string, { platform, localFiles }: FileContext): Promise<string> {
  let file: unknown;
  if (typeof value === 'string' || 'href' in Object(value)) {
    const text = String(value);
    if (/^(https?|data):/i.test(text) || isBase64(text)) return text;
    if (!looksLikePath(text)) throw fileInputError(field, `${accepted}; this string is none of them`);
    file = await platform.openFile(text, field, 'image', localFiles);
  } else if (isBlob(value)) {
    file = value;
  } else {
    file = value;
    if (!('byteLength' in Object(value))) throw fileInputError(field, accepted);
  }
  const bytes = isBlob(file) ? new Uint8Array(await bytesOf(file)) : viewOf(file as ArrayBuffer | ArrayBufferView);
  const type = imageTypeOf(bytes) ?? (file as Partial<Blob>).type ?? '';
  if (!type.startsWith('image/')) throw fileInputError(field, 'has bytes that are not an image');
  return `data:${type};base64,${platform.toBase64(bytes)}`;
}

function viewOf(data: ArrayBuffer | ArrayBufferView): Uint8Array {
  return ArrayBuffer.isView(data)
    ? new Uint8Array(data.buffer, data.byteOffset, data.byteLength)
    : new Uint8Array(data);
}

/** A string that begins with a slash is a path, unless it begins as a JPEG in base64 does. */
function isBase64(text: string): boolean {
  if (text.length < 64 || text.length % 4 !== 0 || !/^(\/9j\/|[^/])/.test(text)) return false;
  // A search for what base64 does not have. An expression for all of it could keep a place for each character.
  return !/[^A-Za-z0-9+/]/.test(text.replace(/={1,2}$/, ''));
}

/** Whether a string is meant as a path: by how it begins, or by the extension of an image file. */
function looksLikePath(text: string): boolean {
  if (/^(\.{0,2}\/|~\/|\.{1,2}\\|\\|[A-Za-z]:[\\/]|file:)/i.test(text)) return true;
  return text.length < 4096 && /\.(png|jpe?g|gif|webp|bmp|tiff?|avif|hei[cf])$/i.test(text);
}
