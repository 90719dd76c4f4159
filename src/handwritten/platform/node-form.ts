import { isBlob, isWebStream } from '../core/files/fetch-classes.js';
import { RuncrateError } from '../core/errors/errors.js';
import { uploadReadError } from '../core/errors/upload-failure.js';
import { signatureLength } from '../core/files/image-type.js';
import { formEnd, formType, partHead } from '../core/files/part-head.js';
import { labelOf } from '../core/files/upload-name.js';
import type { ByteStream, EncodedBody, FormPart } from '../core/files/upload.js';
import { Blob, ReadableStream } from './node-classes.js';
import { randomId } from './node-random.js';
import { isNode } from './node-runtime.js';
import { webStreamOf } from './node-stream.js';

/** A web stream unchanged; a Node stream, or any other async iterable of bytes, as a web stream. */
export async function openStream(source: ByteStream): Promise<ReadableStream<Uint8Array>> {
  return isWebStream(source) ? source : webStreamOf(source, (iterator) => iterator.return?.());
}

/**
 * A `multipart/form-data` body (RFC 7578) that is read as it is sent. `FormData` accepts no streams; and if one of its
 * files can't be read, the fetch of Node 24 never settles, and an unhandled rejection ends the process. With a Blob as
 * the body, fetch rejects, and the Blob can be sent again.
 */
export function streamForm(parts: readonly FormPart[]): EncodedBody | undefined {
  const boundary = `runcrate-${randomId()}`;
  if (parts.some(([, value]) => typeof value !== 'string' && isWebStream(value.content))) {
    return onceReadForm(parts, boundary);
  }
  // Bun and Deno may read all files at once that are combined in a Blob.
  if (!isNode) return undefined;
  const pieces = parts.flatMap(([name, value, type]): BlobPart[] => [
    partHead(name, value, boundary, type),
    typeof value === 'string' ? value : (value.content as Blob),
    '\r\n',
  ]);
  // Of the class of its files, which is not Node's where happy-dom replaces `fetch`.
  const BlobOfFiles = (pieces.find(isBlob)?.slice(0, 0).constructor ?? Blob) as typeof Blob;
  const content = new BlobOfFiles([...pieces, formEnd(boundary)], { type: formType(boundary) });
  const fileNames = parts.flatMap(([, value]) => (typeof value === 'string' ? [] : value.name));
  return { content, contentType: undefined, singleUse: false, fileNames };
}

/** The form of a file that is a stream. */
function onceReadForm(parts: readonly FormPart[], boundary: string): EncodedBody {
  // All are locked from the start: one that has not started, or is waiting for data, must be released too.
  const readers = parts.map(([, value]) => readerOf(value));
  const pieces = piecesOf(parts, readers, boundary);
  let isReleased = false;
  const content = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { done, value } = await pieces.next();
      if (isReleased) controller.error(new Error('The upload has ended.'));
      else if (done) controller.close();
      else controller.enqueue(value);
    },
    async cancel() {
      await pieces.return(undefined);
    },
  });
  // Whether or not the files were sent: Node's fetch keeps reading after an abort.
  const release = (): void => {
    isReleased = true;
    for (const reader of readers) reader?.cancel().catch(() => undefined);
    pieces.return(undefined).catch(() => undefined);
  };
  return { content, contentType: formType(boundary), singleUse: true, release };
}

type Reader = ReadableStreamDefaultReader<Uint8Array> | undefined;

function readerOf(value: FormPart[1]): Reader {
  if (typeof value === 'string') return undefined;
  return (isWebStream(value.content) ? value.content : (value.content as Blob).stream()).getReader();
}

async function* piecesOf(
  parts: readonly FormPart[],
  readers: readonly Reader[],
  boundary: string,
): AsyncGenerator<Uint8Array, void, undefined> {
  for (const [index, [name, value, type]] of parts.entries()) {
    const bytes = bytesOf(readers[index]);
    const facts = typeof value === 'string' ? undefined : value.facts;
    const begin = facts === undefined ? undefined : await beginOf(bytes);
    yield Buffer.from(partHead(name, facts ? labelOf(facts, begin) : value, boundary, type));
    if (begin !== undefined) yield begin;
    if (typeof value === 'string') yield Buffer.from(value);
    else yield* bytes;
    yield Buffer.from('\r\n');
  }
  yield Buffer.from(formEnd(boundary));
}

/** The first bytes of a file, as many as its format is known by. */
async function beginOf(bytes: AsyncGenerator<Uint8Array, void>): Promise<Uint8Array> {
  let begin = Buffer.alloc(0);
  while (begin.length < signatureLength) {
    const next = await bytes.next();
    if (next.done) break;
    begin = Buffer.concat([begin, next.value]);
  }
  return begin;
}

async function* bytesOf(reader: Reader): AsyncGenerator<Uint8Array, void, undefined> {
  if (reader === undefined) return;
  try {
    for (let chunk = await readChunk(reader); chunk !== undefined; chunk = await readChunk(reader)) yield chunk;
  } finally {
    // Releases the source on an early exit; at its end this changes nothing.
    await reader.cancel().catch(() => undefined);
  }
}

/** An error of the source is wrapped, else it would look like a lost connection. */
async function readChunk(reader: ReadableStreamDefaultReader<unknown>): Promise<Uint8Array | undefined> {
  const { done, value } = await reader.read().catch((cause: unknown) => {
    throw uploadReadError(cause);
  });
  if (done) return undefined;
  // Of any realm.
  if (Object.prototype.toString.call(value) === '[object Uint8Array]') return value as Uint8Array;
  throw new RuncrateError(
    'The stream to upload has chunks that are not bytes. Pass a stream of Uint8Arrays or Buffers.',
  );
}
