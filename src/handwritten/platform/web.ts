import { pathError } from '../core/errors/file-input-error.js';
import { uploadReadError } from '../core/errors/upload-failure.js';
import { isWebStream } from '../core/files/fetch-classes.js';
import { reasonOf } from '../core/options/abort-reason.js';
import type { ByteStream } from '../core/files/upload.js';
import type { Platform } from './platform.js';

/** Browsers, workers and edge runtimes: no files and, in most, no environment variables. */
export const webPlatform: Platform = {
  // A worker of a browser has `importScripts` and `location`. Cloudflare's have had the first of them until 2024-03-04.
  isBrowser:
    ('window' in globalThis && 'document' in globalThis) || ('importScripts' in globalThis && 'location' in globalThis),
  environmentVariable(name) {
    // Workers and edge runtimes may have a `process` all the same.
    const { process } = globalThis as {
      readonly process?: { readonly env?: Readonly<Record<string, string | undefined>> };
    };
    return process?.env?.[name];
  },
  // `randomUUID` exists only on secure pages; `getRandomValues` everywhere.
  randomId: () => crypto.getRandomValues(new Uint32Array(4)).join('-'),
  toBytes: (buffer) => new Uint8Array(buffer),
  toBase64(bytes) {
    // In pieces: a function takes only so many arguments. A multiple of 3, so that only the last is padded.
    const pieceLength = 0x6000;
    let text = '';
    for (let start = 0; start < bytes.length; start += pieceLength) {
      text += btoa(String.fromCharCode(...bytes.subarray(start, start + pieceLength)));
    }
    return text;
  },
  fromBase64: (text) => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0)),
  openStream: collect,
  openFile: (_, field, kind) => Promise.reject(pathError(field, kind, 'this platform has no file system')),
};

/** Browsers can't stream an upload: all of it is read, and can then be sent again. */
async function collect(source: ByteStream, signal: AbortSignal | undefined): Promise<Blob> {
  try {
    if (isWebStream(source)) {
      // An abort releases the source.
      const ended = source.pipeThrough(new TransformStream<Uint8Array, Uint8Array>(), signal && { signal });
      return await new Response(ended).blob();
    }
    const chunks: BlobPart[] = [];
    for await (const chunk of source) {
      if (signal?.aborted) throw reasonOf(signal);
      if (!ArrayBuffer.isView(chunk)) throw new TypeError('it has chunks that are not bytes');
      chunks.push(chunk as BlobPart);
    }
    return new Blob(chunks);
  } catch (cause) {
    throw uploadReadError(cause);
  }
}
