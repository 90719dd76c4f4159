import * as operations from '../../../generated/operations.js';
import { ModelsApi } from '../../../generated/resources/models.js';
import type {
  ChatCompletion,
  ChatCompletionParams,
  ChatCompletionParamsFields,
  EmbeddingParams,
  EmbeddingParamsFields,
  ImageGenerationParams,
  ImageGenerationParamsFields,
  TTSParams,
  TTSParamsFields,
  VideoGenerationParams,
  VideoGenerationParamsFields,
  VideoJob,
} from '../../../generated/types.js';
import type { FileTransport } from '../core/transport/file-transport.js';
import { isRecord } from '../core/json-object.js';
import type { RequestOptions } from '../core/operation/operation.js';
import { readableStreamOf } from '../core/streaming/readable-stream.js';
import type * as ToolMethods from '../tools/methods.js';
import type { ParsedChatCompletion, ParsedChatCompletionStream, ParseParams } from '../tools/parse.js';
import type { RunToolsParams, ToolRunStream } from '../tools/run-tools.js';
import type { ModelSchema, OutputOf } from '../tools/schema.js';
import type { ToolRun } from '../tools/tool-run.js';
import { asChatStream, type ChatCompletionStream } from './chat-completion-stream.js';
import { unpackVectors, type VectorList } from './embeddings.js';
import { imageResult, type ImageResult } from './image-result.js';
import {
  checkDuration,
  checkJob,
  saveVideo,
  waitForVideo,
  type VideoSaveOptions,
  type VideoWaitOptions,
} from './video-jobs.js';

/** Parameters of `generateVideoAndSave`: those of `generateVideo`, and how to wait for the job. */
export interface VideoSaveParams extends VideoSaveParamsFields {
  [extra: string]: unknown;
}

/** The known fields of `VideoSaveParams`. */
export interface VideoSaveParamsFields
  extends VideoGenerationParamsFields, Pick<VideoSaveOptions, 'pollInterval' | 'maxWait' | 'onStatus' | 'onProgress'> {}

/** Kept, since an `import()` takes a turn of the event loop even where the module is loaded. */
let methods: typeof ToolMethods | undefined;

const loadMethods = async () => (methods ??= await import('../tools/methods.js'));

/** The inference API: chat, images, video, speech, transcription and embeddings. */
export class Models extends ModelsApi {
  readonly #transport: FileTransport;

  constructor(transport: FileTransport) {
    super(transport);
    this.#transport = transport;
  }

  /**
   * Creates a chat completion. With `stream: true` the chunks arrive as the model generates them.
   *
   * `POST /chat/completions` on the inference API. Billed per token; retried only if the server did no work.
   *
   * @param params - Model, messages and settings. Fields that the SDK does not know are passed on to the model.
   * @param options - Timeout, retries, headers and abort signal of this call.
   * @returns The completion. The text is in `choices[0].message.content`.
   * @example
   * ```ts
   * const { choices } = await rc.models.chatCompletion({
   *   model: 'deepseek-ai/DeepSeek-V3',
   *   messages: [{ role: 'user', content: 'Hello!' }],
   * });
   * console.log(choices[0].message.content);
   * ```
   */
  override chatCompletion(
    params: ChatCompletionParams & { readonly stream?: false | undefined },
    options?: RequestOptions,
  ): Promise<ChatCompletion>;
  /**
   * Creates a chat completion as a stream: the chunks arrive as the model generates them.
   *
   * `POST /chat/completions` on the inference API. Billed per token; retried only if the server did no work.
   *
   * @param params - Model, messages and settings. Fields that the SDK does not know are passed on to the model.
   * @param options - Timeout, retries, headers and abort signal of this call.
   * @returns The stream, once the response headers arrive. Iterate over it, or await its `finalCompletion()`.
   * @example
   * ```ts
   * const stream = await rc.models.chatCompletion({
   *   model: 'deepseek-ai/DeepSeek-V3',
   *   messages: [{ role: 'user', content: 'Hello!' }],
   *   stream: true,
   * });
   * for await (const text of stream.textStream()) console.log(text);
   * ```
   */
  override chatCompletion(
    params: ChatCompletionParams & { readonly stream: true },
    options?: RequestOptions,
  ): Promise<ChatCompletionStream>;
  /**
   * Creates a chat completion. With `stream: true` the chunks arrive as the model generates them.
   *
   * `POST /chat/completions` on the inference API. Billed per token; retried only if the server did no work.
   *
   * @param params - Model, messages and settings. Fields that the SDK does not know are passed on to the model.
   * @param options - Timeout, retries, headers and abort signal of this call.
   * @returns The completion. The text is in `choices[0].message.content`.
   * @example
   * ```ts
   * const { choices } = await rc.models.chatCompletion({
   *   model: 'deepseek-ai/DeepSeek-V3',
   *   messages: [{ role: 'user', content: 'Hello!' }],
   * });
   * console.log(choices[0].message.content);
   * ```
   */
  override chatCompletion(
    params: ChatCompletionParamsFields & { readonly stream?: false | undefined },
    options?: RequestOptions,
  ): Promise<ChatCompletion>;
  /**
   * Creates a chat completion as a stream: the chunks arrive as the model generates them.
   *
   * `POST /chat/completions` on the inference API. Billed per token; retried only if the server did no work.
   *
   * @param params - Model, messages and settings. Fields that the SDK does not know are passed on to the model.
   * @param options - Timeout, retries, headers and abort signal of this call.
   * @returns The stream, once the response headers arrive. Iterate over it, or await its `finalCompletion()`.
   * @example
   * ```ts
   * const stream = await rc.models.chatCompletion({
   *   model: 'deepseek-ai/DeepSeek-V3',
   *   messages: [{ role: 'user', content: 'Hello!' }],
   *   stream: true,
   * });
   * for await (const text of stream.textStream()) console.log(text);
   * ```
   */
  override chatCompletion(
    params: ChatCompletionParamsFields & { readonly stream: true },
    options?: RequestOptions,
  ): Promise<ChatCompletionStream>;
  /**
   * Creates a chat completion. With `stream: true` the chunks arrive as the model generates them.
   *
   * `POST /chat/completions` on the inference API. Billed per token; retried only if the server did no work.
   *
   * @param params - Model, messages and settings. Fields that the SDK does not know are passed on to the model.
   * @param options - Timeout, retries, headers and abort signal of this call.
   * @returns The stream if `stream` is true, else the completion.
   */
  override chatCompletion(
    params: ChatCompletionParams | ChatCompletionParamsFields,
    options?: RequestOptions,
  ): Promise<ChatCompletion | ChatCompletionStream>;
  override async chatCompletion(
    params: ChatCompletionParams | ChatCompletionParamsFields,
    options?: RequestOptions,
  ): Promise<ChatCompletion | ChatCompletionStream> {
    return (await asChatStream(super.chatCompletion(params, options))) as ChatCompletion | ChatCompletionStream;
  }

  /**
   * Asks for JSON of a schema, and validates it. The completion has the value in `parsed`, typed by the schema.
   *
   * `POST /chat/completions` on the inference API. Billed per token. Throws `ParseError`, with the whole completion, if
   * the model refuses, is cut off, or writes what the schema refuses.
   *
   * @param params - As for `chatCompletion`, and the `schema`: of zod 4, arktype 2, valibot, or `jsonSchema({ schema })`.
   * @param options - Timeout, retries, headers and abort signal of each request.
   */
  parse<Schema extends ModelSchema>(
    params: ParseParams<Schema> & { readonly stream?: false | undefined },
    options?: RequestOptions,
  ): Promise<ParsedChatCompletion<OutputOf<Schema>>>;
  /** As above, as a stream: its `finalCompletion()` has `parsed`. */
  parse<Schema extends ModelSchema>(
    params: ParseParams<Schema> & { readonly stream: true },
    options?: RequestOptions,
  ): Promise<ParsedChatCompletionStream<OutputOf<Schema>>>;
  parse<Schema extends ModelSchema>(
    params: ParseParams<Schema> & { readonly stream?: boolean | undefined },
    options?: RequestOptions,
  ): Promise<ParsedChatCompletion<OutputOf<Schema>> | ParsedChatCompletionStream<OutputOf<Schema>>> {
    const { log } = this.#transport.config;
    if (methods === undefined) return loadMethods().then(({ parse }) => parse(this, log, params, options));
    return methods.parse(this, log, params, options);
  }

  /**
   * Lets the model call tools until it answers: validates the arguments, runs the tools, sends the results back.
   *
   * `POST /chat/completions` on the inference API, once a round. Billed per token. Throws `ToolRunError`, with
   * everything so far, after `maxRounds` or if a later request fails.
   *
   * @param params - As for `chatCompletion`, with tools made by `tool` of `@runcrate/sdk/tools`.
   * @param options - Timeout, retries and headers of each request; the abort signal of the run.
   */
  runTools(
    params: RunToolsParams & { readonly stream?: false | undefined },
    options?: RequestOptions,
  ): Promise<ToolRun>;
  /** As above, as a stream of events: text as it arrives, tool calls and results whole. */
  runTools(params: RunToolsParams & { readonly stream: true }, options?: RequestOptions): Promise<ToolRunStream>;
  async runTools(
    params: RunToolsParams & { readonly stream?: boolean | undefined },
    options?: RequestOptions,
  ): Promise<ToolRun | ToolRunStream> {
    return (await loadMethods()).runTools(this, this.#transport.config.log, params, options);
  }

  /**
   * Turns one text or several into vectors, which come in the order of the texts.
   *
   * `POST /embeddings` on the inference API. Billed per token; retried only if the server did no work.
   *
   * @param params - Model and texts. With `encodingFormat: 'base64'` the response is a third of the size, and each
   * vector a `Float32Array`.
   * @param options - Timeout, retries, headers and abort signal of this call.
   * @example
   * ```ts
   * const { data } = await rc.models.embeddings({ model: 'BAAI/bge-large-en-v1.5', input: ['A crate of GPUs'] });
   * console.log(data[0].embedding.length);
   * ```
   */
  override embeddings(
    params: (EmbeddingParams | EmbeddingParamsFields) & { readonly encodingFormat?: 'float' | undefined },
    options?: RequestOptions,
  ): Promise<VectorList<number[]>>;
  /** As above, with vectors that are packed on their way. */
  override embeddings(
    params: (EmbeddingParams | EmbeddingParamsFields) & { readonly encodingFormat: 'base64' },
    options?: RequestOptions,
  ): Promise<VectorList<Float32Array>>;
  /** As above, if `encodingFormat` is known only at run time. */
  override embeddings(
    params: EmbeddingParams | EmbeddingParamsFields,
    options?: RequestOptions,
  ): Promise<VectorList<number[] | Float32Array>>;
  override async embeddings(
    params: EmbeddingParams | EmbeddingParamsFields,
    options?: RequestOptions,
  ): Promise<VectorList<number[] | Float32Array>> {
    const list = await super.embeddings(params, options);
    return unpackVectors(list, params.encodingFormat === 'base64', this.#transport.platform);
  }

  /**
   * Generates images, or edits one. The result can be saved: `await result.save('image.webp')`.
   *
   * `POST /images/generations` on the inference API. Billed per image; retried only if the server did no work.
   *
   * @param params - Model, prompt and settings. Input images can be paths, URLs, base64 strings, Blobs or bytes.
   * @param options - Timeout, retries, headers and abort signal of this call.
   * @example
   * ```ts
   * const image = await rc.models.generateImage({ model: 'black-forest-labs/FLUX.1-schnell', prompt: 'A city at sunset' });
   * await image.save('city.webp');
   * ```
   */
  override async generateImage(
    params: ImageGenerationParams | ImageGenerationParamsFields,
    options?: RequestOptions,
  ): Promise<ImageResult> {
    return imageResult(await super.generateImage(params, options), this.#transport);
  }

  /**
   * Starts a video generation job, which runs in the background. Wait for it with `waitForVideo`, or call
   * `generateVideoAndSave` to start, wait and save in one call.
   *
   * `POST /videos` on the inference API. Billed per second of video; never retried if a job may have been started.
   *
   * @param params - Model, prompt and settings. Input images can be paths, URLs, base64 strings, Blobs or bytes.
   * @param options - Timeout, retries, headers and abort signal of this call.
   * @example
   * ```ts
   * const job = await rc.models.generateVideo({ model: 'google/veo-3.0', prompt: 'A drone over mountains', duration: 8 });
   * console.log(job.id); // keep it: another process can wait for the job and save the video
   * ```
   */
  override async generateVideo(
    params: VideoGenerationParams | VideoGenerationParamsFields,
    options?: RequestOptions,
  ): Promise<VideoJob> {
    checkDuration(params);
    const idempotencyKey = options?.idempotencyKey ?? this.#transport.platform.randomId();
    // What is no plain object is refused as it is.
    const isPlain = options === undefined || isRecord(options);
    const job = await super.generateVideo(params, isPlain ? { ...options, idempotencyKey } : options);
    checkJob(job, idempotencyKey);
    return job;
  }

  /**
   * Waits until a video job is completed. It needs only the id, so another process can call it.
   *
   * Throws `VideoGenerationError` if the job fails, and `TimeoutError` after `maxWait`; the job then keeps running.
   *
   * @param id - Id of the job.
   * @param options - Poll interval (milliseconds), maximum wait (seconds) and status callback; and the options of each
   * request.
   * @example
   * ```ts
   * const { id } = await rc.models.generateVideo({ model: 'google/veo-3.0', prompt: 'A drone over mountains' });
   * const { status } = await rc.models.waitForVideo(id, { pollInterval: 1_000, maxWait: 900 });
   * ```
   */
  async waitForVideo(id: string, options?: VideoWaitOptions): Promise<VideoJob> {
    return waitForVideo(this.#transport, id, options);
  }

  /**
   * Waits until a video job is completed, and saves the video. An interrupted download resumes. The file appears only
   * when it is complete. Not available in browsers and edge runtimes.
   *
   * @param path - The file to write.
   * @param id - Id of the job.
   * @param options - As for `waitForVideo`, and `onProgress`.
   * @example
   * ```ts
   * const { id } = await rc.models.generateVideo({ model: 'google/veo-3.0', prompt: 'A drone over mountains' });
   * await rc.models.saveVideo('drone.mp4', id, { pollInterval: 1_000, maxWait: 900 });
   * ```
   */
  async saveVideo(path: string, id: string, options?: VideoSaveOptions): Promise<VideoJob> {
    return saveVideo(this.#transport, path, options, async () => ({ id }));
  }

  /**
   * Starts a video generation job, waits until it is completed, and saves the video.
   *
   * @param path - The file to write. It is checked to be writable before the job is started and billed.
   * @param params - As for `generateVideo`, and how to wait: `pollInterval` in milliseconds, `maxWait` in seconds.
   * @param options - Timeout, retries, headers and abort signal of each request.
   * @example
   * ```ts
   * await rc.models.generateVideoAndSave('drone.mp4', {
   *   model: 'google/veo-3.0',
   *   prompt: 'A drone over mountains',
   *   pollInterval: 1_000, // milliseconds
   *   maxWait: 900, // seconds
   * });
   * ```
   */
  async generateVideoAndSave(
    path: string,
    params: VideoSaveParams | VideoSaveParamsFields,
    options?: VideoSaveOptions,
  ): Promise<VideoJob> {
    const { params: video, request, wait } = this.#transport.saver.splitWait(params, options);
    return saveVideo(this.#transport, path, wait, () => this.generateVideo(video, request));
  }

  /**
   * Generates speech and saves it to a file, which appears only when it is complete. Not available in browsers and
   * edge runtimes.
   *
   * @param path - The file to write. A temporary file is opened before the request is sent and billed.
   * @param params - Model, input text and voice.
   * @param options - Timeout, retries, headers and abort signal of this call.
   * @example
   * ```ts
   * await rc.models.textToSpeechAndSave('hello.mp3', { model: 'hexgrad/Kokoro-82M', input: 'Hello!', voice: 'af_heart' });
   * ```
   */
  async textToSpeechAndSave(
    path: string,
    params: TTSParams | TTSParamsFields,
    options?: RequestOptions,
  ): Promise<void> {
    await this.#transport.saver.saveOnce(path, () => this.#transport.open(operations.createSpeech, params, options));
  }

  /**
   * Generates speech as a stream, to play it while it is generated. Resolves when the response headers arrive.
   *
   * @param params - Model, input text and voice.
   * @param options - Timeout (until the headers, then between chunks), retries, headers and abort signal of this call.
   */
  async textToSpeechStream(
    params: TTSParams | TTSParamsFields,
    options?: RequestOptions,
  ): Promise<ReadableStream<Uint8Array>> {
    return readableStreamOf(await this.#transport.open(operations.createSpeech, params, options), (chunk) => chunk);
  }
}
