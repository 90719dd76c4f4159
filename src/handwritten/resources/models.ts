import * as operations from '../../../generated/operations.js';
import { Models as GeneratedModels } from '../../../generated/resources/models.js';
import type {
  ChatCompletion,
  ChatCompletionChunk,
  ChatCompletionParams,
  ChatCompletionParamsFields,
  ImageGenerationParams,
  ImageGenerationParamsFields,
  TTSParams,
  TTSParamsFields,
  VideoGenerationParams,
  VideoGenerationParamsFields,
  VideoJob,
} from '../../../generated/types.js';
import type { FileTransport } from '../core/transport/file-transport.js';
import type { RequestOptions } from '../core/operation/operation.js';
import { readableStreamOf } from '../core/streaming/readable-stream.js';
import { HttpEventStream } from '../core/streaming/event-stream.js';
import { ChatCompletionStream } from './chat-completion-stream.js';
import { imageResult, type ImageResult } from './image-result.js';
import {
  checkDuration,
  checkJob,
  saveVideo,
  waitForVideo,
  type VideoSaveOptions,
  type VideoWaitOptions,
} from './video-jobs.js';

/** What `generateVideoAndSave` takes: the job, and how to wait for it. */
export interface VideoSaveParams extends VideoSaveParamsFields {
  [extra: string]: unknown;
}

/** The fields of `VideoSaveParams` that have a name. */
export interface VideoSaveParamsFields
  extends VideoGenerationParamsFields, Pick<VideoSaveOptions, 'pollInterval' | 'maxWait' | 'onStatus' | 'onProgress'> {}

/** The inference API: chat, pictures, video, speech, transcription and embeddings. */
export class Models extends GeneratedModels {
  readonly #transport: FileTransport;

  constructor(transport: FileTransport) {
    super(transport);
    this.#transport = transport;
  }

  /** As below, as a stream: resolves when the first headers are here. */
  override chatCompletion(
    params: ChatCompletionParams & { readonly stream: true },
    options?: RequestOptions,
  ): Promise<ChatCompletionStream>;
  /**
   * Asks a model to go on with a conversation. With `stream: true` the answer comes as it is written.
   *
   * `POST /chat/completions` on the inference API. Billed per token; repeated only where the server did no work.
   *
   * @param params - Model, messages and settings. What the SDK does not know is passed on to the model.
   * @param options - Timeout, retries, headers and abort signal of this call.
   */
  override chatCompletion(
    params: ChatCompletionParams & { readonly stream?: false | undefined },
    options?: RequestOptions,
  ): Promise<ChatCompletion>;
  /** As above, as a stream, of parameters whose type is an interface of the caller's own. */
  override chatCompletion(
    params: ChatCompletionParamsFields & { readonly stream: true },
    options?: RequestOptions,
  ): Promise<ChatCompletionStream>;
  /** As above, in one piece, of parameters whose type is an interface of the caller's own. */
  override chatCompletion(
    params: ChatCompletionParamsFields & { readonly stream?: false | undefined },
    options?: RequestOptions,
  ): Promise<ChatCompletion>;
  /** As above, where `stream` is known only at run time. */
  override chatCompletion(
    params: ChatCompletionParams | ChatCompletionParamsFields,
    options?: RequestOptions,
  ): Promise<ChatCompletion | ChatCompletionStream>;
  override async chatCompletion(
    params: ChatCompletionParams | ChatCompletionParamsFields,
    options?: RequestOptions,
  ): Promise<ChatCompletion | ChatCompletionStream> {
    const answer = (await super.chatCompletion(params, options)) as
      ChatCompletion | HttpEventStream<ChatCompletionChunk>;
    return answer instanceof HttpEventStream ? new ChatCompletionStream(answer) : answer;
  }

  /**
   * Draws pictures, or edits one. The result can be saved: `await result.save('picture.webp')`.
   *
   * `POST /images/generations` on the inference API. Billed per picture; repeated only where the server did no work.
   *
   * @param params - Model, prompt and settings. Pictures to work from may be paths, URLs, base64, Blobs or bytes.
   * @param options - Timeout, retries, headers and abort signal of this call.
   */
  override async generateImage(
    params: ImageGenerationParams | ImageGenerationParamsFields,
    options?: RequestOptions,
  ): Promise<ImageResult> {
    return imageResult(await super.generateImage(params, options), this.#transport);
  }

  /**
   * Starts a video. It is made in the background: wait with `waitForVideo`, or do all in one with
   * `generateVideoAndSave`.
   *
   * `POST /videos` on the inference API. Billed per second of video, and never sent twice by itself.
   *
   * @param params - Model, prompt and settings. Pictures to work from may be paths, URLs, base64, Blobs or bytes.
   * @param options - Timeout, retries, headers and abort signal of this call.
   */
  override async generateVideo(
    params: VideoGenerationParams | VideoGenerationParamsFields,
    options?: RequestOptions,
  ): Promise<VideoJob> {
    checkDuration(params);
    const job = await super.generateVideo(params, options);
    checkJob(job);
    return job;
  }

  /**
   * Waits until a video is made. It works in another process too: the id is all it needs.
   *
   * Throws `VideoGenerationError` if the job fails, `TimeoutError` after `maxWait`; the job then goes on.
   *
   * @param id - Id of the job.
   * @param options - How often to look, how long to wait, whom to tell; and the options of each request.
   */
  async waitForVideo(id: string, options?: VideoWaitOptions): Promise<VideoJob> {
    return waitForVideo(this.#transport, id, options);
  }

  /**
   * Waits until a video is made and saves it. A download that breaks is taken up where it broke. The file appears
   * only when it is whole. Needs a platform with files.
   *
   * @param path - The file to write.
   * @param id - Id of the job.
   * @param options - As for `waitForVideo`, and `onProgress`.
   */
  async saveVideo(path: string, id: string, options?: VideoSaveOptions): Promise<VideoJob> {
    return saveVideo(this.#transport, path, options, async () => ({ id }));
  }

  /**
   * Starts a video, waits until it is made, and saves it.
   *
   * @param path - The file to write. Whether it can be written is checked before anything is paid for.
   * @param params - As for `generateVideo`, and how to wait: `pollInterval` in milliseconds, `maxWait` in seconds.
   * @param options - Timeout, retries, headers and abort signal of each request.
   */
  async generateVideoAndSave(
    path: string,
    params: VideoSaveParams | VideoSaveParamsFields,
    options?: RequestOptions,
  ): Promise<VideoJob> {
    const { pollInterval, maxWait, onStatus, onProgress, ...video } = params;
    const { idempotencyKey, extraBody, ...later } = options ?? {};
    const wait = { ...later, pollInterval, maxWait, onStatus, onProgress };
    return saveVideo(this.#transport, path, wait, () => this.generateVideo(video, options));
  }

  /**
   * Reads a text aloud into a file, which appears only when it is whole. Needs a platform with files.
   *
   * @param path - The file to write. It is begun, under another name, before anything is paid for.
   * @param params - Model, text and voice.
   * @param options - Timeout, retries, headers and abort signal of this call.
   */
  async textToSpeechAndSave(
    path: string,
    params: TTSParams | TTSParamsFields,
    options?: RequestOptions,
  ): Promise<void> {
    await this.#transport.saver.saveOnce(path, () => this.#transport.open(operations.createSpeech, params, options));
  }

  /**
   * Reads a text aloud, to be played while it is still being made: resolves when the headers are here.
   *
   * @param params - Model, text and voice.
   * @param options - Timeout (of the opening and of each silence), retries, headers and abort signal of this call.
   */
  async textToSpeechStream(
    params: TTSParams | TTSParamsFields,
    options?: RequestOptions,
  ): Promise<ReadableStream<Uint8Array>> {
    return readableStreamOf(await this.#transport.open(operations.createSpeech, params, options), (chunk) => chunk);
  }
}
