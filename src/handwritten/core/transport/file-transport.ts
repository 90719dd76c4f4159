import type { ResponseBody } from '../response/response-body.js';
import type { Bytes, Method, Operation, RequestOptions } from '../operation/operation.js';
import type { TransportContext } from './transport-context.js';
import type { WaitConfig, WaitOptions } from '../options/wait-options.js';

/** A transport that can also return a response body unread, and save it to a file. For handwritten resources. */
export interface FileTransport extends TransportContext {
  /** Throws on platforms without a file system. */
  readonly saver: FileSaver;
  /** As `request`, for a binary response: resolves when its headers have arrived. */
  open<Args>(
    operation: Operation<Method, string, Args, Bytes>,
    args: Args,
    options?: RequestOptions,
  ): Promise<ResponseBody>;
}

/** Saves responses to files, which appear only when they are complete. Absent on platforms without a file system. */
export interface FileSaver {
  /** Saves a response that can be requested only once. The file is created first, so that no billed response is lost. */
  readonly saveOnce: (path: string, open: () => Promise<ResponseBody>) => Promise<void>;
  /** Tells how to wait, which may stand among the parameters or the options, from what is sent. */
  readonly splitWait: <Params extends object, Options extends object>(
    params: Params,
    options: Options | undefined,
  ) => {
    readonly params: Omit<Params, 'pollInterval' | 'maxWait' | 'onStatus' | 'onProgress'>;
    readonly request: RequestOptions;
    readonly wait: Options;
  };
  /** Creates a job, waits for it and downloads its file, over as many connections as it takes. */
  readonly saveJob: <Job extends { readonly id: string }>(
    transport: FileTransport,
    path: string,
    job: JobFile<Job>,
  ) => Promise<Job>;
  /** Saves an image from any of its three forms. */
  readonly saveImage: (
    transport: FileTransport,
    path: string,
    image: ImageSource,
    options: RequestOptions | undefined,
  ) => Promise<void>;
}

/** A job, and how to get its file. */
export interface JobFile<Job extends { readonly id: string }> {
  readonly options: WaitOptions<Job> & { readonly onProgress?: ((progress: DownloadProgress) => void) | undefined };
  /** Called after all checks: it may be billed. */
  readonly start: () => Promise<{ readonly id: string } | Job>;
  /** Waits until the job is done, and then for `save`. */
  readonly follow: (
    started: { readonly id: string } | Job,
    config: WaitConfig<Job>,
    save: () => Promise<void>,
  ) => Promise<Job>;
  readonly operation: Operation<'GET', string, { readonly id: string }, Bytes>;
}

/** The progress of a download. */
export interface DownloadProgress {
  /** Bytes received, from the beginning of the file. */
  readonly receivedBytes: number;
  /** Undefined if the server does not send it. */
  readonly totalBytes: number | undefined;
}

/** An image as the API returns it: a link, a data URI or base64. */
export interface ImageSource {
  readonly url?: string | null | undefined;
  readonly b64Json?: string | null | undefined;
}
