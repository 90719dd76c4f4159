import type { FileSink } from '../platform/platform.js';
import type { OpenBody } from './open-body.js';
import type { Bytes, Method, Operation, RequestOptions, Transport } from './operation.js';

/** A transport that also hands answers over open, and has files to put them into. For handwritten resources. */
export interface FileTransport extends Transport {
  /** As `request`, for an answer of bytes: resolves when its headers are here. */
  open<Args>(
    operation: Operation<Method, string, Args, Bytes>,
    args: Args,
    options?: RequestOptions,
  ): Promise<OpenBody>;
  /** Fetches a URL that the API answered with, without the key and without the caller's headers. */
  openUrl(url: string, options?: RequestOptions): Promise<OpenBody>;
  /** Checks that a file can be written, before anything is paid for. */
  checkTarget(path: string): Promise<void>;
  /** Opens a file that appears only when it is whole. */
  createSink(path: string): Promise<FileSink>;
  /** The bytes of base64 text, for a file. Throws where it is none. */
  fromBase64(text: string): Uint8Array;
  /** Waits; rejects when the signal is aborted or the client closed. */
  sleep(delayMs: number, signal: AbortSignal | undefined): Promise<void>;
  /** Repeats of one call. */
  maxRetriesOf(options: RequestOptions | undefined): number;
  warn(message: string): void;
  /** Calls a function of the caller's. What it throws is logged: what was paid for is not lost by it. */
  tell<T>(option: string, listener: ((value: T) => void) | undefined, value: T): void;
}
