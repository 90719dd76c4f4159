import type { RuncrateError } from '../core/errors/errors.js';
import type { FileKind } from '../core/errors/file-input-error.js';
import type { ByteStream, EncodedBody, FormPart } from '../core/files/upload.js';

/** What a runtime must offer. `node.ts` and `web.ts` are the only two that know one. */
export interface Platform {
  /** Sent with every call: `user-agent`, where the platform sets none of its own. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Whether this is a web page, where a key would be public. */
  readonly isBrowser: boolean;
  readonly environmentVariable: (name: string) => string | undefined;
  /** 128 random bits, for an idempotency key. */
  readonly randomId: () => string;
  /** The platform's own kind of binary data, over the same memory. */
  readonly toBytes: (buffer: ArrayBuffer) => Uint8Array;
  readonly toBase64: (bytes: Uint8Array) => string;
  /** Opens a stream that a caller gave as a file. Where an upload can't be streamed, all of it is read. */
  readonly openStream: (
    source: ByteStream,
    signal: AbortSignal | undefined,
  ) => Promise<Blob | ReadableStream<Uint8Array>>;
  /** Makes a form that is read as it is sent; undefined where `FormData` does as well. Absent where `openStream` gives Blobs. */
  readonly streamForm?: ((parts: readonly FormPart[]) => EncodedBody | undefined) | undefined;
  /** Sends an upload, where `fetch` would keep the whole of it in memory otherwise; undefined for what is none. */
  readonly sendUpload?: SendUpload | undefined;
  /** What a `fetch` that rejected, or a body that broke, tells beyond that. Absent where their errors tell nothing. */
  readonly explainLoss?: ((loss: Loss, label: string, origin: string) => Loss) | undefined;
  /** Expects a listener for each of many calls at once on one signal. Absent where nobody minds. */
  readonly allowListeners?: ((signal: AbortSignal) => void) | undefined;
  /**
   * Opens a regular file without reading it, where the platform can. `path` may be absolute, relative, under `~/` or
   * a `file:` URL. `field` names the option in messages. What is no picture, or is empty, is refused, and everything
   * where `localFiles` is false or there are no files.
   */
  readonly openFile: (path: string, field: string, kind: FileKind, localFiles: boolean) => Promise<Blob>;
}

/** `send` takes what `fetch` is to be told beside the message. `label` names the call in messages. */
export type SendUpload = (
  send: (init?: RequestInit) => Promise<Response>,
  message: RequestInit,
  call: { readonly label: string; readonly body: EncodedBody | undefined },
) => Promise<Response> | undefined;

/** A connection that was lost before an answer or in the middle of one (`cut`), that was never made, or that took too long. */
export interface Loss {
  readonly kind: 'lost' | 'cut' | 'unsent' | 'timeout';
  readonly error: RuncrateError;
}
