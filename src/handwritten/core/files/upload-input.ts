import { isBlob, isResponse, isWebStream, ownBlob } from './fetch-classes.js';
import type { FileContext } from './file-context.js';
import { fileInputError } from '../errors/file-input-error.js';
import { isObject } from '../json-object.js';
import { lastSegment, nameByType, nameOf, typeByName } from './upload-name.js';
import { Upload, type ByteStream, type NativeFile } from './upload.js';

/** Makes a form part of any file input. A path is opened, not read. */
export async function uploadOf(
  value: unknown,
  givenName: unknown,
  field: string,
  { platform, localFiles, signal }: FileContext,
): Promise<Upload> {
  if (givenName !== undefined && (typeof givenName !== 'string' || givenName === '')) {
    throw fileInputError('filename', 'must be a non-empty string');
  }
  if (typeof value === 'string' || 'href' in Object(value)) {
    const path = String(value);
    if (/^(https?|data):/i.test(path)) {
      throw fileInputError(field, 'must be the file itself, not a URL: fetch it and pass the Response');
    }
    return upload(await platform.openFile(path, field, 'upload', localFiles), givenName ?? lastSegment(path));
  }
  if (isBlob(value)) return upload(value, givenName ?? nameOf(value), value.type);
  if ('byteLength' in Object(value)) {
    return upload(new Blob([value as BlobPart]), givenName);
  }
  if (isResponse(value)) {
    const { ok, status, body, bodyUsed, url, headers } = value;
    if (!ok) throw fileInputError(field, `is a Response with the status ${status}, not a file`);
    // React Native gives no body.
    if (body == null || bodyUsed || body.locked)
      throw fileInputError(field, 'is a Response whose body is empty or has been read');
    const name = givenName ?? (url === '' ? undefined : lastSegment(new URL(url).pathname));
    return upload(await platform.openStream(body, signal), name, headers.get('content-type') ?? '');
  }
  if (isNativeFile(value)) {
    if (!platform.takesNativeFiles) throw fileInputError(field, 'is a file of React Native, which only it can read');
    const name = givenName ?? value.name ?? lastSegment(value.uri);
    return new Upload(value, name, value.type ?? typeByName(name));
  }
  if (!isStream(value)) {
    throw fileInputError(field, 'must be a path, a Blob or File, bytes, a stream of bytes or a Response');
  }
  if (value.locked === true || value.readableEnded === true) {
    throw fileInputError(field, 'is a stream that has been read already');
  }
  return upload(await platform.openStream(value, signal), givenName ?? nameOf(value));
}

async function upload(content: Upload['content'], givenName: string | undefined, givenType = ''): Promise<Upload> {
  const name = givenName || nameByType(givenType);
  return new Upload(isBlob(content) ? await ownBlob(content) : content, name, givenType || typeByName(name));
}

function isNativeFile(value: unknown): value is NativeFile {
  return typeof (Object(value) as Partial<NativeFile>).uri === 'string';
}

/** A web stream has `locked`, a Node stream `readableEnded`. */
function isStream(
  value: unknown,
): value is ByteStream & { readonly locked?: unknown; readonly readableEnded?: unknown } {
  return isWebStream(value) || (isObject(value) && Symbol.asyncIterator in value);
}
