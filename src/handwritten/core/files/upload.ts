/** A stream of bytes, of the web, of Node or of the caller's own. */
export type ByteStream = ReadableStream<Uint8Array> | AsyncIterable<Uint8Array>;

/** A file as a part of a form. A stream can be read only once. */
export class Upload {
  constructor(
    readonly content: Blob | ReadableStream<Uint8Array>,
    readonly name: string,
    readonly type: string,
  ) {}
}

/** One part of a form: a text, or a file. */
export type FormPart = readonly [name: string, value: string | Upload];

/** A body, ready to be sent on every attempt. */
export interface EncodedBody {
  readonly content: NonNullable<RequestInit['body']>;
  /** Absent where the platform names it: a form's boundary is its own. */
  readonly contentType: string | undefined;
  /** It can be read only once. */
  readonly singleUse: boolean;
  /** Lets go of what it is made of, once its only attempt has ended. */
  readonly release?: () => void;
}

/** Of a body that can be read only once. */
export const singleUseAdvice =
  'It was not repeated, because a stream or a Response can be read only once: pass a path, a Blob or bytes instead.';
