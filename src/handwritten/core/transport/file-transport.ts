import type { ResponseBody } from '../response/response-body.js';
import type { Bytes, Method, Operation, RequestOptions } from '../operation/operation.js';
import type { TransportContext } from './transport-context.js';
import type { WaitConfig, WaitOptions } from '../options/wait-options.js';

/** A transport that also hands answers over open, and knows how to put them into files. For handwritten resources. */
export interface FileTransport extends TransportContext {
  /** Throws where there are no files. */
  readonly saver: FileSaver;
  /** As `request`, for an answer of bytes: resolves when its headers are here. */
  open<Args>(
    operation: Operation<Method, string, Args, Bytes>,
    args: Args,
    options?: RequestOptions,
  ): Promise<ResponseBody>;
}

/** Puts answers into files, which appear only when they are whole. Absent from platforms without files. */
export interface FileSaver {
  /** Writes an answer that can be asked for only once. The file is begun first: what is paid for needs a place. */
  readonly saveOnce: (path: string, open: () => Promise<ResponseBody>) => Promise<void>;
  /** Has a job made, waits for it and downloads its file, however many connections that takes. */
  readonly saveJob: <Job extends { readonly id: string }>(
    transport: FileTransport,
    path: string,
    job: JobFile<Job>,
  ) => Promise<Job>;
  /** Writes a picture, in whichever of its three forms it came. */
  readonly saveImage: (
    transport: FileTransport,
    path: string,
    picture: ImageSource,
    options: RequestOptions | undefined,
  ) => Promise<void>;
}

/** A job, and where its file is to be had. */
export interface JobFile<Job extends { readonly id: string }> {
  readonly options: WaitOptions<Job> & { readonly onProgress?: ((progress: DownloadProgress) => void) | undefined };
  /** Called once all is checked that can be: it may cost money. */
  readonly start: () => Promise<{ readonly id: string } | Job>;
  /** Waits until the job is done, and then for `save`. */
  readonly follow: (
    started: { readonly id: string } | Job,
    config: WaitConfig<Job>,
    save: () => Promise<void>,
  ) => Promise<Job>;
  readonly operation: Operation<'GET', string, { readonly id: string }, Bytes>;
}

/** How far a download is. */
export interface DownloadProgress {
  /** Bytes that have arrived, from the beginning of the file. */
  readonly receivedBytes: number;
  /** Absent where the server does not say. */
  readonly totalBytes: number | undefined;
}

/** A picture as the API answers with it: a link, a data URI or base64. */
export interface ImageSource {
  readonly url?: string | null | undefined;
  readonly b64Json?: string | null | undefined;
}
