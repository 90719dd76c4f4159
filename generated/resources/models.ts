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
 * Chat: Language models: chat, tools and pictures as input, in one piece or streamed.
 *
 * Images: Pictures from text, and changes to pictures.
 *
 * Videos: Videos from text or pictures, as jobs: start one, ask for its status, download the file.
 *
 * Audio: Speech from text, and text from speech.
 *
 * Embeddings: Vectors that stand for the meaning of texts.
 *
 * Models: The catalogue of models for inference.
 */
export class Models {
  readonly #transport: Transport;

  constructor(transport: Transport) {
    this.#transport = transport;
  }

  /**
   * Create a chat completion.
   *
   * Lets a language model continue a conversation. Compatible with OpenAI: a program written for that API needs
   * another base URL and key, nothing else.
   *
   * The answer comes in one piece, or, with streaming turned on, as server-sent events while the model writes.
   * Every call is billed by token, prompt and answer, at the rate of the model; a call that is repeated is billed
   * again. Parameters that are not listed here are handed to the provider of the model. One that the model does
   * not support is either ignored or refused with 422, depending on the model.
   *
   * `POST /chat/completions` on the inference API.
   *
   * @param params - A conversation and how to continue it.
   * @param options - Timeout, retries, headers and abort signal of this call.
   * @returns The completion, or the events of the stream if the request asked for one.
   * @throws `BadRequestError` (400), `AuthenticationError` (401), `InsufficientCreditsError` (402),
   * `PermissionDeniedError` (403), `UnprocessableEntityError` (422), `RateLimitError` (429), `InternalServerError`
   * (500).
   */
  chatCompletion(
    params: ChatCompletionParams & { stream: true },
    options?: RequestOptions,
  ): Promise<EventStream<ChatCompletionChunk>>;
  chatCompletion(
    params: ChatCompletionParams & { stream?: false | undefined },
    options?: RequestOptions,
  ): Promise<ChatCompletion>;
  chatCompletion(
    params: ChatCompletionParamsFields & { stream: true },
    options?: RequestOptions,
  ): Promise<EventStream<ChatCompletionChunk>>;
  chatCompletion(
    params: ChatCompletionParamsFields & { stream?: false | undefined },
    options?: RequestOptions,
  ): Promise<ChatCompletion>;
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
   * Turns one text or several into vectors, for search, clustering and retrieval. Vectors come back in the order
   * of the texts. Billed by token, at the rate of the model. Vectors of different models cannot be compared.
   *
   * `POST /embeddings` on the inference API.
   *
   * @param params - Texts to turn into vectors.
   * @param options - Timeout, retries, headers and abort signal of this call.
   * @returns One vector for each text. The example is shortened; real ones have hundreds of numbers.
   * @throws `BadRequestError` (400), `AuthenticationError` (401), `InsufficientCreditsError` (402),
   * `PermissionDeniedError` (403), `UnprocessableEntityError` (422), `RateLimitError` (429), `InternalServerError`
   * (500).
   */
  embeddings(params: EmbeddingParams | EmbeddingParamsFields, options?: RequestOptions): Promise<EmbeddingList> {
    return this.#transport.request(operations.createEmbedding, params, options);
  }

  /**
   * Generate or edit an image.
   *
   * Makes pictures from a text, or changes a picture that is given along with it; there is no separate operation
   * for editing. The call returns when the pictures are done. It is billed at the rate of the model, usually by
   * picture.
   *
   * Which parameters count, and in which field a model looks for its input picture, differs from model to model.
   * Parameters that are not listed here are handed on; unsupported ones are either ignored or refused with 422.
   *
   * `POST /images/generations` on the inference API.
   *
   * @param params - What to draw, and with which model.
   * @param options - Timeout, retries, headers and abort signal of this call.
   * @returns The pictures.
   * @throws `BadRequestError` (400), `AuthenticationError` (401), `InsufficientCreditsError` (402),
   * `PermissionDeniedError` (403), `UnprocessableEntityError` (422), `RateLimitError` (429), `InternalServerError`
   * (500).
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
   * Queues a job that makes a video from a text, a picture or both, and returns at once. Ask for its status every
   * 5 to 10 seconds until it is completed or failed, which takes from half a minute to several minutes, then
   * download the file.
   *
   * Each accepted call starts, and bills, a job of its own. There is no operation that cancels or lists jobs: keep
   * the id. The success status is not documented; treat any 2xx as accepted.
   *
   * `POST /videos` on the inference API.
   *
   * @param params - What to film, and with which model.
   * @param options - Timeout, retries, headers and abort signal of this call.
   * @returns The job was queued.
   * @throws `BadRequestError` (400), `AuthenticationError` (401), `InsufficientCreditsError` (402),
   * `PermissionDeniedError` (403), `UnprocessableEntityError` (422), `RateLimitError` (429), `InternalServerError`
   * (500).
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
   * Tells how far a job is. `completed` and `failed` are final; a failed job has no documented field for the
   * reason. Ask every 5 to 10 seconds.
   *
   * `GET /videos/{id}` on the inference API.
   *
   * @param id - Id of the job, from the answer that started it.
   * @param options - Timeout, retries, headers and abort signal of this call.
   * @returns The job as it stands.
   * @throws `AuthenticationError` (401), `PermissionDeniedError` (403), `NotFoundError` (404), `RateLimitError`
   * (429), `InternalServerError` (500).
   */
  getVideoStatus(id: string, options?: RequestOptions): Promise<VideoJob> {
    return this.#transport.request(operations.getVideo, { id }, options);
  }

  /**
   * Download a finished video.
   *
   * Gives the video file of a completed job as MP4. Until the job is completed the answer is 404, the same as for
   * an id that does not exist; ask for the status first to tell the two apart.
   *
   * `GET /videos/{id}/download` on the inference API.
   *
   * @param id - Id of the job, from the answer that started it.
   * @param options - Timeout, retries, headers and abort signal of this call.
   * @returns The video file.
   * @throws `AuthenticationError` (401), `PermissionDeniedError` (403), `NotFoundError` (404), `RateLimitError`
   * (429), `InternalServerError` (500).
   */
  downloadVideo(id: string, options?: RequestOptions): Promise<Bytes> {
    return this.#transport.request(operations.downloadVideo, { id }, options);
  }

  /**
   * Turn text into speech.
   *
   * Reads a text aloud and returns the sound as bytes; there is no JSON around it. Billed at the rate of the
   * model. Parameters that are not listed here are handed to the provider of the model.
   *
   * `POST /audio/speech` on the inference API.
   *
   * @param params - A text to read aloud.
   * @param options - Timeout, retries, headers and abort signal of this call.
   * @returns The sound, in the format that the request asked for.
   * @throws `BadRequestError` (400), `AuthenticationError` (401), `InsufficientCreditsError` (402),
   * `PermissionDeniedError` (403), `UnprocessableEntityError` (422), `RateLimitError` (429), `InternalServerError`
   * (500).
   */
  textToSpeech(params: TTSParams | TTSParamsFields, options?: RequestOptions): Promise<Bytes> {
    return this.#transport.request(operations.createSpeech, params, options);
  }

  /**
   * Turn speech into text.
   *
   * Writes down what is said in a recording. By default the answer is JSON; as plain text or subtitles it is text,
   * and the content type says which. Billed at the rate of the model, usually by the length of the recording.
   * Documented formats are mp3, wav, m4a, flac, ogg, webm and mp4; no limit of size is documented.
   *
   * `POST /audio/transcriptions` on the inference API.
   *
   * @param params - A recording to write down.
   * @param options - Timeout, retries, headers and abort signal of this call.
   * @returns The text. The content types of plain text and subtitles are not documented: whatever is not JSON is
   * the text itself.
   * @throws `BadRequestError` (400), `AuthenticationError` (401), `InsufficientCreditsError` (402),
   * `PermissionDeniedError` (403), `UnprocessableEntityError` (422), `RateLimitError` (429), `InternalServerError`
   * (500).
   */
  transcribe(params: TranscribeParams | TranscribeParamsFields, options?: RequestOptions): Promise<Transcription> {
    return this.#transport.request(operations.createTranscription, params, options);
  }

  /**
   * List the models.
   *
   * Gives the catalogue of models for inference: the ids that the other operations take, what a model puts out,
   * and its prices. The list comes whole, without paging. Live rates are also published, without a key, at
   * https://www.runcrate.ai/api/models/catalog.
   *
   * `GET /models` on the inference API.
   *
   * @param options - Timeout, retries, headers and abort signal of this call.
   * @returns The catalogue.
   * @throws `AuthenticationError` (401), `PermissionDeniedError` (403), `RateLimitError` (429),
   * `InternalServerError` (500).
   */
  list(options?: RequestOptions): Promise<ModelList> {
    return this.#transport.request(operations.listModels, {}, options);
  }
}
