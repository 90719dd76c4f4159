import { bytesOf, isBlob, isResponse, isWebStream, ownBlob } from './fetch-classes.js';
import type { FileContext } from './file-context.js';
import { fileInputError } from '../errors/file-input-error.js';
import { uploadReadError } from '../errors/upload-failure.js';
import { signatureLength } from './image-type.js';
import { isObject } from '../json-object.js';
import { isUnknown, labelOf, lastSegment, lastUrlSegment, nameOf, type FileFacts } from './upload-name.js';
import type { NativeFile } from '../operation/operation.js';
import { Upload, type ByteStream } from './upload.js';

/** Makes a form part of any file input. A path is opened, not read. */
export async function uploadOf(
  value: unknown,
  filename: unknown,
  field: string,
  { platform, localFiles, signal, unnamed }: FileContext & Pick<FileFacts, 'unnamed'>,
): Promise<Upload> {
  if (filename !== undefined && (typeof filename !== 'string' || filename === '')) {
    throw fileInputError('filename', 'must be a non-empty string');
  }
  if (typeof value === 'string' || 'href' in Object(value)) {
    const path = String(value);
    if (/^(https?|data):/i.test(path)) {
      throw fileInputError(field, 'must be the file itself, not a URL: fetch it and pass the Response');
    }
    const file = await platform.openFile(path, field, 'upload', localFiles);
    return upload(file, { filename, unnamed, name: lastSegment(path) });
  }
  if (isBlob(value)) return upload(value, { filename, unnamed, name: nameOf(value), type: value.type });
  if ('byteLength' in Object(value)) {
    return upload(new Blob([value as BlobPart]), { filename, unnamed });
  }
  if (isResponse(value)) {
    const { ok, status, body, bodyUsed, url, headers } = value;
    if (!ok) throw fileInputError(field, `is a Response with the status ${status}, not a file`);
    // React Native gives no body.
    if (body == null || bodyUsed || body.locked)
      throw fileInputError(field, 'is a Response whose body is empty or has been read');
    // Those of `data:` and `blob:` have no name.
    const name = /^(data:|blob:|$)/.test(url) ? undefined : lastUrlSegment(url);
    const type = headers.get('content-type') ?? undefined;
    return upload(await platform.openStream(body, signal), { filename, unnamed, name, type });
  }
  if (isNativeFile(value)) {
    if (!platform.takesNativeFiles) throw fileInputError(field, 'is a file of React Native, which only it can read');
    const { name, uri, type } = value;
    return new Upload(value, labelOf({ filename, name: name ?? lastSegment(uri), type: type ?? undefined }));
  }
  if (!isStream(value)) {
    throw fileInputError(field, 'must be a path, a Blob or File, bytes, a stream of bytes or a Response');
  }
  if (value.locked === true || value.readableEnded === true) {
    throw fileInputError(field, 'is a stream that has been read already');
  }
  return upload(await platform.openStream(value, signal), { filename, unnamed, name: nameOf(value) });
}

async function upload(content: Upload['content'], facts: FileFacts): Promise<Upload> {
  if (!isBlob(content)) return new Upload(content, labelOf(facts), isUnknown(facts) ? facts : undefined);
  const blob = await ownBlob(content);
  return new Upload(blob, labelOf(facts, isUnknown(facts) ? await headOf(blob) : undefined));
}

async function headOf(blob: Blob): Promise<Uint8Array> {
  const bytes = await bytesOf(blob.slice(0, signatureLength)).catch((cause: unknown) => {
    throw uploadReadError(cause);
  });
  return new Uint8Array(bytes);
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
