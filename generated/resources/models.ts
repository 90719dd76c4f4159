// Generated from openapi.json by codegen/. Do not edit; run npm run generate.

import type { Bytes, EventStream, RequestOptions, Transport } from '../../src/handwritten/core/operation/operation.js';
import type {
  ChatCompletion,
  ChatCompletionChunk,
  ChatCompletionParams,
  ChatCompletionParamsFields,
  EmbeddingList,
  EmbeddingParams,
  EmbeddingParamsFields,
  ImageGeneration,
  ImageGenerationParams,
  ImageGenerationParamsFields,
  ModelList,
  TTSParams,
  TTSParamsFields,
  TranscribeParams,
  TranscribeParamsFields,
  Transcription,
  VideoGenerationParams,
  VideoGenerationParamsFields,
  VideoJob,
} from '../types.js';
import * as operations from '../operations.js';

/**
 * Chat: Language models: chat completions, tool calls, image input and streaming.
 *
 * Images: Image generation and image editing.
 *
 * Videos: Video generation jobs: start a job, poll its status, download the file.
 *
 * Audio: Text to speech, and speech to text.
 *
 * Embeddings: Vector embeddings of text.
 *
 * Models: The catalogue of inference models.
 */
export class ModelsApi {
  readonly #transport: Transport;

  constructor(transport: Transport) {
    this.#transport = transport;
  }

  /**
   * Create a chat completion.
   *
   * Creates a model response for a conversation. Compatible with OpenAI: an existing OpenAI client needs only a
   * different base URL and API key.
   *
   * The response is a single JSON object or, with streaming enabled, server-sent events that arrive while the
   * model generates. Every request is billed per prompt and completion token, at the rate of the model; a retried
   * request is billed again. Parameters that are not listed here are passed through to the provider of the model.
   * Depending on the model, an unsupported parameter is ignored or rejected with status code 422.
   *
   * `POST /chat/completions` on the inference API.
   *
   * @param params - Parameters of a chat completion.
   * @param options - Timeout, retries, headers and abort signal of this call.
   * @returns The chat completion, or a stream of events if the request enables streaming.
   * @throws `BadRequestError` (400), `AuthenticationError` (401), `InsufficientCreditsError` (402),
   * `PermissionDeniedError` (403), `UnprocessableEntityError` (422), `RateLimitError` (429), `InternalServerError`
   * (500).
   * @example
   * ```ts
   * const chatCompletion = await rc.models.chatCompletion({
   *   model: 'Qwen/Qwen3-VL-235B-A22B-Thinking',
   *   messages: [{ role: 'system', content: 'Answer in one sentence.' }],
   * });
   * ```
   */
  chatCompletion(
    params: ChatCompletionParams & { stream?: false | undefined },
    options?: RequestOptions,
  ): Promise<ChatCompletion>;
  /**
   * Create a chat completion.
   *
   * Creates a model response for a conversation. Compatible with OpenAI: an existing OpenAI client needs only a
   * different base URL and API key.
   *
   * The response is a single JSON object or, with streaming enabled, server-sent events that arrive while the
   * model generates. Every request is billed per prompt and completion token, at the rate of the model; a retried
   * request is billed again. Parameters that are not listed here are passed through to the provider of the model.
   * Depending on the model, an unsupported parameter is ignored or rejected with status code 422.
   *
   * `POST /chat/completions` on the inference API.
   *
   * @param params - Parameters of a chat completion.
   * @param options - Timeout, retries, headers and abort signal of this call.
   * @returns The chat completion, or a stream of events if the request enables streaming.
   * @throws `BadRequestError` (400), `AuthenticationError` (401), `InsufficientCreditsError` (402),
   * `PermissionDeniedError` (403), `UnprocessableEntityError` (422), `RateLimitError` (429), `InternalServerError`
   * (500).
   * @example
   * ```ts
   * const stream = await rc.models.chatCompletion({
   *   model: 'Qwen/Qwen3-VL-235B-A22B-Thinking',
   *   messages: [{ role: 'system', content: 'Answer in one sentence.' }],
   *   stream: true,
   * });
   * for await (const event of stream) console.log(event);
   * ```
   */
  chatCompletion(
    params: ChatCompletionParams & { stream: true },
    options?: RequestOptions,
  ): Promise<EventStream<ChatCompletionChunk>>;
  /**
   * Create a chat completion.
   *
   * Creates a model response for a conversation. Compatible with OpenAI: an existing OpenAI client needs only a
   * different base URL and API key.
   *
   * The response is a single JSON object or, with streaming enabled, server-sent events that arrive while the
   * model generates. Every request is billed per prompt and completion token, at the rate of the model; a retried
   * request is billed again. Parameters that are not listed here are passed through to the provider of the model.
   * Depending on the model, an unsupported parameter is ignored or rejected with status code 422.
   *
   * `POST /chat/completions` on the inference API.
   *
   * @param params - Parameters of a chat completion.
   * @param options - Timeout, retries, headers and abort signal of this call.
   * @returns The chat completion, or a stream of events if the request enables streaming.
   * @throws `BadRequestError` (400), `AuthenticationError` (401), `InsufficientCreditsError` (402),
   * `PermissionDeniedError` (403), `UnprocessableEntityError` (422), `RateLimitError` (429), `InternalServerError`
   * (500).
   * @example
   * ```ts
   * const chatCompletion = await rc.models.chatCompletion({
   *   model: 'Qwen/Qwen3-VL-235B-A22B-Thinking',
   *   messages: [{ role: 'system', content: 'Answer in one sentence.' }],
   * });
   * ```
   */
  chatCompletion(
    params: ChatCompletionParamsFields & { stream?: false | undefined },
    options?: RequestOptions,
  ): Promise<ChatCompletion>;
  /**
   * Create a chat completion.
   *
   * Creates a model response for a conversation. Compatible with OpenAI: an existing OpenAI client needs only a
   * different base URL and API key.
   *
   * The response is a single JSON object or, with streaming enabled, server-sent events that arrive while the
   * model generates. Every request is billed per prompt and completion token, at the rate of the model; a retried
   * request is billed again. Parameters that are not listed here are passed through to the provider of the model.
   * Depending on the model, an unsupported parameter is ignored or rejected with status code 422.
   *
   * `POST /chat/completions` on the inference API.
   *
   * @param params - Parameters of a chat completion.
   * @param options - Timeout, retries, headers and abort signal of this call.
   * @returns The chat completion, or a stream of events if the request enables streaming.
   * @throws `BadRequestError` (400), `AuthenticationError` (401), `InsufficientCreditsError` (402),
   * `PermissionDeniedError` (403), `UnprocessableEntityError` (422), `RateLimitError` (429), `InternalServerError`
   * (500).
   * @example
   * ```ts
   * const stream = await rc.models.chatCompletion({
   *   model: 'Qwen/Qwen3-VL-235B-A22B-Thinking',
   *   messages: [{ role: 'system', content: 'Answer in one sentence.' }],
   *   stream: true,
   * });
   * for await (const event of stream) console.log(event);
   * ```
   */
  chatCompletion(
    params: ChatCompletionParamsFields & { stream: true },
    options?: RequestOptions,
  ): Promise<EventStream<ChatCompletionChunk>>;
  /**
   * Create a chat completion.
   *
   * Creates a model response for a conversation. Compatible with OpenAI: an existing OpenAI client needs only a
   * different base URL and API key.
   *
   * The response is a single JSON object or, with streaming enabled, server-sent events that arrive while the
   * model generates. Every request is billed per prompt and completion token, at the rate of the model; a retried
   * request is billed again. Parameters that are not listed here are passed through to the provider of the model.
   * Depending on the model, an unsupported parameter is ignored or rejected with status code 422.
   *
   * `POST /chat/completions` on the inference API.
   *
   * @param params - Parameters of a chat completion.
   * @param options - Timeout, retries, headers and abort signal of this call.
   * @returns The chat completion, or a stream of events if the request enables streaming.
   * @throws `BadRequestError` (400), `AuthenticationError` (401), `InsufficientCreditsError` (402),
   * `PermissionDeniedError` (403), `UnprocessableEntityError` (422), `RateLimitError` (429), `InternalServerError`
   * (500).
   */
  chatCompletion(
    params: ChatCompletionParams | ChatCompletionParamsFields,
    options?: RequestOptions,
  ): Promise<ChatCompletion | EventStream<ChatCompletionChunk>>;
  chatCompletion(
    params: ChatCompletionParams | ChatCompletionParamsFields,
    options?: RequestOptions,
  ): Promise<ChatCompletion | EventStream<ChatCompletionChunk>> {
    return this.#transport.request(operations.createChatCompletion, params, options);
  }

  /**
   * Create embeddings.
   *
   * Creates an embedding for one or more input texts, for search, clustering and retrieval. Embeddings are
   * returned in the order of the input. Billed per token, at the rate of the model. Embeddings of different models
   * cannot be compared.
   *
   * `POST /embeddings` on the inference API.
   *
   * @param params - Parameters of an embedding request.
   * @param options - Timeout, retries, headers and abort signal of this call.
   * @returns One embedding for each input text. The example is shortened; a real vector has hundreds of numbers.
   * @throws `BadRequestError` (400), `AuthenticationError` (401), `InsufficientCreditsError` (402),
   * `PermissionDeniedError` (403), `UnprocessableEntityError` (422), `RateLimitError` (429), `InternalServerError`
   * (500).
   * @example
   * ```ts
   * const embeddingList = await rc.models.embeddings({
   *   model: 'BAAI/bge-large-en-v1.5',
   *   input: ['A crate of GPUs', 'A box of graphics cards'],
   * });
   * ```
   */
  embeddings(params: EmbeddingParams | EmbeddingParamsFields, options?: RequestOptions): Promise<EmbeddingList> {
    return this.#transport.request(operations.createEmbedding, params, options);
  }

  /**
   * Generate or edit an image.
   *
   * Generates images from a prompt, or edits an image that the request contains; there is no separate operation
   * for editing. The response is sent when the images are ready. Billed at the rate of the model, usually per
   * image.
   *
   * Which parameters apply, and which field takes the input image, depends on the model. Parameters that are not
   * listed here are passed through; unsupported parameters are ignored or rejected with status code 422.
   *
   * `POST /images/generations` on the inference API.
   *
   * @param params - Parameters of an image generation.
   * @param options - Timeout, retries, headers and abort signal of this call.
   * @returns The generated images.
   * @throws `BadRequestError` (400), `AuthenticationError` (401), `InsufficientCreditsError` (402),
   * `PermissionDeniedError` (403), `UnprocessableEntityError` (422), `RateLimitError` (429), `InternalServerError`
   * (500).
   * @example
   * ```ts
   * const imageGeneration = await rc.models.generateImage({
   *   model: 'black-forest-labs/FLUX.1-schnell',
   *   prompt: 'A futuristic cityscape at sunset',
   * });
   * ```
   */
  generateImage(
    params: ImageGenerationParams | ImageGenerationParamsFields,
    options?: RequestOptions,
  ): Promise<ImageGeneration> {
    return this.#transport.request(operations.createImage, params, options);
  }

  /**
   * Start a video generation job.
   *
   * Queues a job that generates a video from a prompt, an image or both, and returns immediately. Poll the status
   * of the job every 5 to 10 seconds until it is completed or failed, which takes from half a minute to several
   * minutes. Then download the file.
   *
   * Each accepted request starts a new job, which is billed. There is no operation to cancel or list jobs: store
   * the id. The success status code is not documented; treat any 2xx as accepted.
   *
   * `POST /videos` on the inference API.
   *
   * @param params - Parameters of a video generation.
   * @param options - Timeout, retries, headers and abort signal of this call.
   * @returns The queued job.
   * @throws `BadRequestError` (400), `AuthenticationError` (401), `InsufficientCreditsError` (402),
   * `PermissionDeniedError` (403), `UnprocessableEntityError` (422), `RateLimitError` (429), `InternalServerError`
   * (500).
   * @example
   * ```ts
   * const videoJob = await rc.models.generateVideo({
   *   model: 'google/veo-3.0',
   *   prompt: 'A drone flying over mountains',
   * });
   * ```
   */
  generateVideo(
    params: VideoGenerationParams | VideoGenerationParamsFields,
    options?: RequestOptions,
  ): Promise<VideoJob> {
    return this.#transport.request(operations.createVideo, params, options);
  }

  /**
   * Get the status of a video job.
   *
   * Retrieves the status of a video job. `completed` and `failed` are final; a failed job has no documented field
   * for the reason. Poll every 5 to 10 seconds.
   *
   * `GET /videos/{id}` on the inference API.
   *
   * @param id - Id of the video job, returned by the request that started it.
   * @param options - Timeout, retries, headers and abort signal of this call.
   * @returns The current state of the job.
   * @throws `AuthenticationError` (401), `PermissionDeniedError` (403), `NotFoundError` (404), `RateLimitError`
   * (429), `InternalServerError` (500).
   * @example
   * ```ts
   * const videoJob = await rc.models.getVideoStatus('b3a0f6d8-51c7-4e3f-a2bd-90c417e6a5f1');
   * ```
   */
  getVideoStatus(id: string, options?: RequestOptions): Promise<VideoJob> {
    return this.#transport.request(operations.getVideo, { id }, options);
  }

  /**
   * Download a finished video.
   *
   * Downloads the video file of a completed job as MP4. Until the job is completed the status code is 404, the
   * same as for an unknown id; check the status first to distinguish the two.
   *
   * `GET /videos/{id}/download` on the inference API.
   *
   * @param id - Id of the video job, returned by the request that started it.
   * @param options - Timeout, retries, headers and abort signal of this call.
   * @returns The video file.
   * @throws `AuthenticationError` (401), `PermissionDeniedError` (403), `NotFoundError` (404), `RateLimitError`
   * (429), `InternalServerError` (500).
   * @example
   * ```ts
   * const bytes = await rc.models.downloadVideo('b3a0f6d8-51c7-4e3f-a2bd-90c417e6a5f1');
   * ```
   */
  downloadVideo(id: string, options?: RequestOptions): Promise<Bytes> {
    return this.#transport.request(operations.downloadVideo, { id }, options);
  }

  /**
   * Turn text into speech.
   *
   * Generates speech from text. The response body is the binary audio, without a JSON wrapper. Billed at the rate
   * of the model. Parameters that are not listed here are passed through to the provider of the model.
   *
   * `POST /audio/speech` on the inference API.
   *
   * @param params - Parameters of a speech request.
   * @param options - Timeout, retries, headers and abort signal of this call.
   * @returns The audio, in the requested format.
   * @throws `BadRequestError` (400), `AuthenticationError` (401), `InsufficientCreditsError` (402),
   * `PermissionDeniedError` (403), `UnprocessableEntityError` (422), `RateLimitError` (429), `InternalServerError`
   * (500).
   * @example
   * ```ts
   * const bytes = await rc.models.textToSpeech({ model: 'hexgrad/Kokoro-82M', input: 'Hello from Runcrate!' });
   * ```
   */
  textToSpeech(params: TTSParams | TTSParamsFields, options?: RequestOptions): Promise<Bytes> {
    return this.#transport.request(operations.createSpeech, params, options);
  }

  /**
   * Turn speech into text.
   *
   * Transcribes an audio file. The response is JSON by default; for plain text and subtitles it is text, and the
   * content type says which. Billed at the rate of the model, usually by audio duration. Documented input formats
   * are mp3, wav, m4a, flac, ogg, webm and mp4; no size limit is documented.
   *
   * `POST /audio/transcriptions` on the inference API.
   *
   * @param params - Parameters of a transcription.
   * @param options - Timeout, retries, headers and abort signal of this call.
   * @returns The transcription. The content types of plain text and subtitles are not documented: a response that
   * is not JSON is the text itself.
   * @throws `BadRequestError` (400), `AuthenticationError` (401), `InsufficientCreditsError` (402),
   * `PermissionDeniedError` (403), `UnprocessableEntityError` (422), `RateLimitError` (429), `InternalServerError`
   * (500).
   * @example
   * ```ts
   * const transcription = await rc.models.transcribe({ file: 'audio.wav', model: 'openai/whisper-large-v3' });
   * ```
   */
  transcribe(params: TranscribeParams | TranscribeParamsFields, options?: RequestOptions): Promise<Transcription> {
    return this.#transport.request(operations.createTranscription, params, options);
  }

  /**
   * List models.
   *
   * Lists the available inference models: the ids that the other operations accept, their output types and their
   * prices. The response contains all models, without pagination. Current rates are also published, without
   * authentication, at https://www.runcrate.ai/api/models/catalog.
   *
   * `GET /models` on the inference API.
   *
   * @param options - Timeout, retries, headers and abort signal of this call.
   * @returns The model catalogue.
   * @throws `AuthenticationError` (401), `PermissionDeniedError` (403), `RateLimitError` (429),
   * `InternalServerError` (500).
   * @example
   * ```ts
   * const modelList = await rc.models.list();
   * ```
   */
  list(options?: RequestOptions): Promise<ModelList> {
    return this.#transport.request(operations.listModels, {}, options);
  }
}
