import type { FileContext } from './file-context.js';
import { fileInputError } from './file-input-error.js';
import { quotePath } from './quote-path.js';
import { lastSegment, nameByType, nameOf, typeByName } from './upload-name.js';

/** A file as a part of a form. A stream can be read only once. */
export interface Upload {
  readonly content: Blob | ReadableStream<Uint8Array>;
  readonly name: string;
  readonly type: string;
}

/** Makes a part of whatever a caller may give as a file. A path is opened, not read. */
export async function uploadOf(
  value: unknown,
  givenName: string | undefined,
  field: string,
  context: FileContext,
): Promise<Upload> {
  if (givenName === '') throw fileInputError('filename', 'must not be empty');
  if (typeof value === 'string' || value instanceof URL) return fileUpload(value, givenName, field, context);
  if (value instanceof Blob) return upload(value, givenName ?? nameOf(value), value.type);
  if (value instanceof ArrayBuffer || ArrayBuffer.isView(value)) {
    return upload(new Blob([value as BlobPart]), givenName, '');
  }
  if (value instanceof Response) return responseUpload(value, givenName, field);
  if (isStream(value)) return upload(streamOf(value, field), givenName ?? nameOf(value), '');
  throw fileInputError(field, 'must be a path, a Blob or File, bytes, a stream of bytes or a Response');
}

async function fileUpload(
  path: string | URL,
  givenName: string | undefined,
  field: string,
  { files, localFiles }: FileContext,
): Promise<Upload> {
  const text = String(path);
  if (/^(https?|data):/i.test(text)) {
    throw fileInputError(field, 'must be the file itself, not a URL: fetch it and pass the Response');
  }
  if (!localFiles) throw fileInputError(field, 'is a path, and `localFiles` is false. Pass a Blob or bytes');
  if (files === undefined)
    throw fileInputError(field, 'is a path, and this platform has no files. Pass a Blob or bytes');
  const file = await files.open(text, `\`${field}\``);
  if (file.size === 0) throw fileInputError(field, `names ${quotePath(text)}, which is empty`);
  return upload(file, givenName ?? lastSegment(text), '');
}

function responseUpload(response: Response, givenName: string | undefined, field: string): Upload {
  if (!response.ok) throw fileInputError(field, `is a Response with the status ${response.status}, not a file`);
  if (response.body === null || response.bodyUsed) {
    throw fileInputError(field, 'is a Response whose body is empty or has been read');
  }
  const name = givenName ?? (response.url === '' ? undefined : lastSegment(new URL(response.url).pathname));
  return upload(response.body, name, response.headers.get('content-type') ?? '');
}

function upload(content: Upload['content'], givenName: string | undefined, givenType: string): Upload {
  const name = givenName === undefined || givenName === '' ? nameByType(givenType) : givenName;
  return { content, name, type: givenType === '' ? typeByName(name) : givenType };
}

type ByteStream = ReadableStream<Uint8Array> | AsyncIterable<Uint8Array>;

function isStream(value: unknown): value is ByteStream {
  return (
    value instanceof ReadableStream || (typeof value === 'object' && value !== null && Symbol.asyncIterator in value)
  );
}

/** A web stream as it is; a Node stream, or any other iterable of bytes, as a web stream. */
function streamOf(value: ByteStream, field: string): ReadableStream<Uint8Array> {
  const { locked, readableEnded } = value as { readonly locked?: unknown; readonly readableEnded?: unknown };
  if (locked === true || readableEnded === true) throw fileInputError(field, 'is a stream that has been read already');
  if (value instanceof ReadableStream) return value;
  const iterator = value[Symbol.asyncIterator]();
  return new ReadableStream({
    async pull(controller) {
      const next = await iterator.next();
      if (next.done) controller.close();
      else controller.enqueue(next.value);
    },
    async cancel() {
      await iterator.return?.();
    },
  });
}
