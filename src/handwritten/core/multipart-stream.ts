import { RuncrateError } from './errors.js';
import { uploadReadError } from './upload-failure.js';
import type { Upload } from './upload-input.js';

/** One part of a form: a text, or a file. */
export type FormPart = readonly [name: string, value: string | Upload];

/**
 * A `multipart/form-data` body (RFC 7578) that is made as it is read, for files that are streams: `FormData` takes
 * only what is in memory or on disk.
 */
export function multipartStream(parts: readonly FormPart[], boundary: string): MultipartStream {
  const pieces = piecesOf(parts, boundary);
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
  const release = (): void => {
    isReleased = true;
    pieces.return(undefined).catch(() => undefined);
  };
  return { content, contentType: `multipart/form-data; boundary=${boundary}`, release };
}

/** A form that is made as it is read. */
export interface MultipartStream {
  readonly content: ReadableStream<Uint8Array>;
  readonly contentType: string;
  /** Lets go of the files, whether they were sent or not: Node's fetch reads on after an abort, without an end. */
  readonly release: () => void;
}

async function* piecesOf(parts: readonly FormPart[], boundary: string): AsyncGenerator<Uint8Array, void, undefined> {
  const encoder = new TextEncoder();
  for (const [name, value] of parts) {
    const disposition = `--${boundary}\r\nContent-Disposition: form-data; name="${escapeName(name)}"`;
    if (typeof value === 'string') {
      yield encoder.encode(`${disposition}\r\n\r\n${value}\r\n`);
      continue;
    }
    yield encoder.encode(
      `${disposition}; filename="${escapeName(value.name)}"\r\nContent-Type: ${escapeType(value.type)}\r\n\r\n`,
    );
    yield* bytesOf(value.content instanceof Blob ? value.content.stream() : value.content);
    yield encoder.encode('\r\n');
  }
  yield encoder.encode(`--${boundary}--\r\n`);
}

async function* bytesOf(stream: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array, void, undefined> {
  const reader = stream.getReader();
  try {
    for (let chunk = await readChunk(reader); chunk !== undefined; chunk = await readChunk(reader)) yield chunk;
  } finally {
    // Left early, the source is let go; at its end this changes nothing.
    await reader.cancel().catch(() => undefined);
  }
}

/** The source's own error is told as such, else it would look like a lost connection. */
async function readChunk(reader: ReadableStreamDefaultReader<unknown>): Promise<Uint8Array | undefined> {
  const { done, value } = await reader.read().catch((cause: unknown) => {
    throw uploadReadError(cause);
  });
  if (done) return undefined;
  if (value instanceof Uint8Array) return value;
  throw new RuncrateError('The stream to upload gives something else than bytes. Pass one of Uint8Arrays or Buffers.');
}

/** As browsers do: a quote or a line break must not end the header. */
function escapeName(name: string): string {
  return name.replace(/\r/g, '%0D').replace(/\n/g, '%0A').replace(/"/g, '%22');
}

function escapeType(type: string): string {
  return /^[\u0020-\u007e]+$/.test(type) ? type : 'application/octet-stream';
}
