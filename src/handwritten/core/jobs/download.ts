import { ApiError } from '../errors/api-error.js';
import { ConnectionError, InvalidResponseError, TimeoutError } from '../errors/errors.js';
import type { DownloadProgress, FileTransport } from '../transport/file-transport.js';
import type { ResponseBody } from '../response/response-body.js';
import type { RequestOptions } from '../operation/operation.js';
import { isRest, isWhole, lengthOf, validatorOf } from './partial-content.js';
import { backOffMs } from '../transport/retry.js';
import { notify } from '../options/notify.js';

/** A file that is being written. The target does not change until `commit`. */
export interface FileSink {
  readonly write: (chunk: Uint8Array) => Promise<void>;
  /** Discards what was written, to start again. */
  readonly restart: () => Promise<void>;
  /** Moves the complete file to the target. */
  readonly commit: () => Promise<void>;
  /** Deletes what was written. Never throws. */
  readonly discard: () => Promise<void>;
}

/** What a download to a file needs. */
export interface DownloadPlan {
  /** Requests the file. */
  readonly open: (request: DownloadRequest) => Promise<ResponseBody>;
  readonly onProgress?: ((progress: DownloadProgress) => void) | undefined;
  readonly options: RequestOptions | undefined;
}

/** What differs between the requests of one download. */
export interface DownloadRequest {
  /** `Range` and `If-Range`, where a download resumes. */
  readonly headers: Readonly<Record<string, string>>;
  /** The retries that are left. */
  readonly maxRetries: number;
}

/** One download of a file, over as many connections as it takes. */
export class Download {
  readonly #transport: FileTransport;
  readonly #sink: FileSink;
  readonly #plan: DownloadPlan;
  readonly #maxRetries: number;
  #receivedBytes = 0;
  /** The most bytes that any connection has reached. Only more is progress, or restarts would never end. */
  #furthestBytes = 0;
  #totalBytes: number | undefined;
  /** The ETag or date that identifies the version of the file. */
  #validator: string | undefined;
  #retry = 0;

  constructor(transport: FileTransport, sink: FileSink, plan: DownloadPlan) {
    this.#transport = transport;
    this.#sink = sink;
    this.#plan = plan;
    this.#maxRetries = plan.options?.maxRetries ?? transport.config.maxRetries;
  }

  async run(): Promise<void> {
    let body = await this.#start();
    for (;;) {
      try {
        await this.#receive(body);
        return;
      } catch (error) {
        if (isBreak(error) && this.#receivedBytes === this.#totalBytes) return;
        body = await this.#resume(error);
      }
    }
  }

  async #start(): Promise<ResponseBody> {
    const body = await this.#open({});
    if (!isWhole(body.head)) {
      const message = 'The server sent part of the file, but the whole file was requested.';
      const error = new InvalidResponseError({ message, statusCode: body.head.status });
      body.abort(error);
      throw error;
    }
    await this.#begin(body);
    return body;
  }

  #open(headers: Readonly<Record<string, string>>): Promise<ResponseBody> {
    return this.#plan.open({ headers, maxRetries: this.#maxRetries - this.#retry });
  }

  /** Starts or restarts at the first byte. */
  async #begin(body: ResponseBody): Promise<void> {
    try {
      if (this.#receivedBytes > 0) await this.#sink.restart();
    } catch (error) {
      body.abort(error);
      throw error;
    }
    this.#receivedBytes = 0;
    this.#totalBytes = lengthOf(body.head.headers);
    this.#validator = validatorOf(body.head.headers);
  }

  async #receive(body: ResponseBody): Promise<void> {
    for await (const chunk of body) {
      await this.#sink.write(chunk);
      this.#advance(chunk.byteLength);
    }
    if (this.#totalBytes !== undefined && this.#receivedBytes !== this.#totalBytes) {
      throw new ConnectionError(`The download ended after ${this.#receivedBytes} of ${this.#totalBytes} bytes.`);
    }
    if (this.#receivedBytes > 0) return;
    throw new InvalidResponseError({ message: 'The download is empty.', statusCode: body.head.status });
  }

  #advance(bytes: number): void {
    this.#receivedBytes += bytes;
    if (this.#receivedBytes > this.#furthestBytes) {
      this.#furthestBytes = this.#receivedBytes;
      this.#retry = 0;
    }
    const progress = { receivedBytes: this.#receivedBytes, totalBytes: this.#totalBytes };
    void notify(this.#transport.config.log, 'onProgress', this.#plan.onProgress, progress);
  }

  /** Resumes after the connection broke. */
  async #resume(error: unknown): Promise<ResponseBody> {
    if (!isBreak(error) || this.#retry >= this.#maxRetries) throw error;
    await this.#transport.sleep(backOffMs(this.#retry), this.#plan.options?.signal);
    this.#retry++;
    return (await this.#requestRest()) ?? this.#start();
  }

  /** Requests the rest; undefined if the server sends something else. */
  async #requestRest(): Promise<ResponseBody | undefined> {
    const validator = this.#validator;
    if (validator === undefined || this.#receivedBytes === 0) return undefined;
    const body = await this.#openRest(validator);
    if (body === undefined || isRest(body.head, this.#receivedBytes, validator)) return body;
    if (body.head.status === 206) {
      body.abort(new ConnectionError('The server sent a different part of the file than requested.'));
      return undefined;
    }
    // The file has changed, or the server ignores ranges: this is the whole file.
    await this.#begin(body);
    return body;
  }

  async #openRest(validator: string): Promise<ResponseBody | undefined> {
    try {
      return await this.#open({ range: `bytes=${this.#receivedBytes}-`, 'if-range': validator });
    } catch (error) {
      // The file is shorter now, so it has changed.
      if (error instanceof ApiError && error.statusCode === 416) return undefined;
      throw error;
    }
  }
}

function isBreak(error: unknown): boolean {
  return error instanceof ConnectionError || error instanceof TimeoutError;
}
