import type { NativeFile } from '../operation/operation.js';
import type { FileFacts, FileLabel } from './upload-name.js';

export type { EncodedBody } from '../operation/operation.js';

/** A stream of bytes: a web stream, a Node stream or another async iterable. */
export type ByteStream = ReadableStream<Uint8Array> | AsyncIterable<Uint8Array>;

/** A file as a form part. A stream can be read only once. */
export class Upload {
  /** It has no fields that a codec renames, where a field takes an object too. */
  readonly [Symbol.toStringTag] = 'Upload';
  readonly name: string;
  readonly type: string;

  /** `facts`: what is known of a stream, if its first bytes would tell more. */
  constructor(
    readonly content: Blob | ReadableStream<Uint8Array> | NativeFile,
    { name, type }: FileLabel,
    readonly facts?: FileFacts,
  ) {
    this.name = name;
    this.type = type;
  }
}

/** One form part: a string, which may have a media type, or a file. */
export type FormPart = readonly [name: string, value: string | Upload, type?: string];

/** The advice for a body that can be read only once. */
export const singleUseAdvice =
  'It was not retried: a stream or a Response can be read only once. Pass a path, a Blob or bytes instead.';
