import type { FileContext } from './file-context.js';
import { fileInputError } from './file-input-error.js';
import { quotePath } from './quote-path.js';
import { pictureHeadLength, pictureTypeOf, startsLikePicture } from './picture.js';

const minBase64Length = 64;
const accepted = 'a path, an http(s) URL, a data URI, base64 text, a Blob or bytes';

/** The text that goes out for a picture. A file is read only if it is one: a stranger's text can't send `/etc/passwd`. */
export async function imageText(value: unknown, field: string, context: FileContext): Promise<string> {
  if (typeof value === 'string') return textOrFile(value, field, context);
  if (value instanceof URL) {
    return value.protocol === 'file:'
      ? pictureFile(value.href, field, context)
      : textOrFile(value.href, field, context);
  }
  if (value instanceof Blob) return dataUri(new Uint8Array(await value.arrayBuffer()), value.type, field, context);
  if (value instanceof ArrayBuffer) return dataUri(new Uint8Array(value), '', field, context);
  if (ArrayBuffer.isView(value)) {
    return dataUri(new Uint8Array(value.buffer, value.byteOffset, value.byteLength), '', field, context);
  }
  throw fileInputError(field, `must be ${accepted}`);
}

/** The order matters: a JPEG in base64 begins like an absolute path. */
async function textOrFile(text: string, field: string, context: FileContext): Promise<string> {
  if (/^(https?|data):/i.test(text)) return text;
  if (isBase64(text) && startsLikePicture(text)) return text;
  if (looksLikePath(text)) return pictureFile(text, field, context);
  if (isBase64(text)) return text;
  throw fileInputError(field, `must be ${accepted}; this text is none of them`);
}

function isBase64(text: string): boolean {
  return text.length >= minBase64Length && text.length % 4 === 0 && /^[A-Za-z0-9+/]+={0,2}$/.test(text);
}

/** Whether a text is meant as the name of a file: by how it begins, or by a picture's extension. */
function looksLikePath(text: string): boolean {
  if (/^(\.{0,2}\/|~\/|\.{1,2}\\|\\|[A-Za-z]:[\\/]|file:)/i.test(text)) return true;
  return text.length < 4096 && /\.(png|jpe?g|gif|webp|bmp|tiff?|avif|hei[cf])$/i.test(text);
}

async function pictureFile(path: string, field: string, { files, localFiles, toBase64 }: FileContext): Promise<string> {
  if (!localFiles) {
    throw fileInputError(
      field,
      'looks like a path, and `localFiles` is false. Pass a URL, a data URI, a Blob or bytes',
    );
  }
  if (files === undefined) {
    throw fileInputError(field, 'looks like a path, and this platform has no files. Pass a Blob or bytes');
  }
  const file = await files.open(path, `\`${field}\``);
  // The type is known before the whole is read: what is no picture is not even loaded.
  const type = pictureTypeOf(new Uint8Array(await file.slice(0, pictureHeadLength).arrayBuffer()));
  if (type === undefined) throw fileInputError(field, `names ${quotePath(path)}, which is not a picture`);
  return `data:${type};base64,${toBase64(new Uint8Array(await file.arrayBuffer()))}`;
}

function dataUri(bytes: Uint8Array, givenType: string, field: string, { toBase64 }: FileContext): string {
  const type = pictureTypeOf(bytes) ?? (givenType.startsWith('image/') ? givenType : undefined);
  if (type === undefined) throw fileInputError(field, 'has bytes that are not a picture');
  return `data:${type};base64,${toBase64(bytes)}`;
}
