import type { Call } from './call.js';
import type { Config } from './config.js';
import type { OpenBody } from './open-body.js';
import type { Bytes, Method, Operation, RequestOptions, Transport } from './operation.js';

/** A transport that also hands answers over open, and knows how to put them into files. For handwritten resources. */
export interface FileTransport extends Transport {
  readonly config: Config;
  /** Throws where there are no files. */
  readonly saver: FileSaver;
  /** As `request`, for an answer of bytes: resolves when its headers are here. */
  open<Args>(
    operation: Operation<Method, string, Args, Bytes>,
    args: Args,
    options?: RequestOptions,
  ): Promise<OpenBody>;
  /** As `open`, for a call that no operation describes. */
  openCall(call: Call): Promise<OpenBody>;
  /** Waits; rejects when the signal is aborted or the client closed. */
  sleep(delayMs: number, signal: AbortSignal | undefined): Promise<void>;
  /** Calls a function of the caller's. What it throws is logged: what was paid for is not lost by it. */
  tell<T>(option: string, listener: ((value: T) => void) | undefined, value: T): void;
}

/** Puts answers into files, which appear only when they are whole. Absent from platforms without files. */
export interface FileSaver {
  /** Throws unless a file can be put at `path`. */
  readonly checkTarget: (path: string) => Promise<void>;
  /** Writes an answer that can be asked for only once. The file is begun first: what is paid for needs a place. */
  readonly saveOnce: (path: string, open: () => Promise<OpenBody>) => Promise<void>;
  /** Downloads the file of a finished job, however many connections that takes. */
  readonly saveJob: <Args>(transport: FileTransport, path: string, job: JobFile<Args>) => Promise<void>;
  /** Writes a picture, in whichever of its three forms it came. */
  readonly savePicture: (
    transport: FileTransport,
    path: string,
    picture: Picture,
    options: RequestOptions | undefined,
  ) => Promise<void>;
}

/** Where the file of a job is to be had, and how. */
export interface JobFile<Args> {
  readonly operation: Operation<'GET', string, Args, Bytes>;
  readonly args: Args;
  readonly options: RequestOptions;
  /** Milliseconds: a job may be done a little before its file is there. */
  readonly pollInterval: number;
  readonly onProgress: ((progress: DownloadProgress) => void) | undefined;
}

/** How far a download is. */
export interface DownloadProgress {
  /** Bytes that have arrived, from the beginning of the file. */
  readonly receivedBytes: number;
  /** Absent where the server does not say. */
  readonly totalBytes: number | undefined;
}

/** A picture as the API answers with it: a link, a data URI or base64. */
export interface Picture {
  readonly url?: string | null | undefined;
  readonly b64Json?: string | null | undefined;
}
