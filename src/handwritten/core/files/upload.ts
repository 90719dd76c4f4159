import type { NativeFile } from '../operation/operation.js';
import type { FileFacts, FileLabel } from './upload-name.js';

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

/** One form part: a string or a file. */
export type FormPart = readonly [name: string, value: string | Upload];

/** A body, ready to be sent on every attempt. */
export interface EncodedBody {
  readonly content: NonNullable<RequestInit['body']>;
  /** Absent if the platform sets it: it chooses the boundary of a form. */
  readonly contentType: string | undefined;
  /** It can be read only once. */
  readonly singleUse: boolean;
  /** The names of its files. */
  readonly fileNames?: readonly string[];
  /** Releases its sources, once its only attempt has ended. */
  readonly release?: () => void;
}

/** The advice for a body that can be read only once. */
export const singleUseAdvice =
  'It was not retried: a stream or a Response can be read only once. Pass a path, a Blob or bytes instead.';
