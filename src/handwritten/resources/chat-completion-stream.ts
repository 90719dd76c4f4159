import type { ChatChunkChoice, ChatCompletion, ChatCompletionChunk, ChatDelta } from '../../../generated/types.js';
import { asyncDispose } from '../core/async-dispose.js';
import { AttemptScope } from '../core/response/attempt-scope.js';
import { ConnectionError, StreamTruncatedError, TimeoutError } from '../core/errors/errors.js';
import { HttpEventStream } from '../core/streaming/event-stream.js';
import { objectsIn } from '../core/json-object.js';
import type { EventStream } from '../core/operation/operation.js';
import { ChatCompletionAccumulator, contentText } from './chat-completion-accumulator.js';
import { readableStreamOf } from '../core/streaming/readable-stream.js';
import { ResponseHead } from '../core/response/response-head.js';
import { JsonLinesParser } from '../core/streaming/sse.js';

/**
 * A streamed chat completion. Iterate over its chunks, iterate over its text (`textStream`), or await the whole
 * completion (`finalCompletion`). A stream can be read only once. Leaving the loop closes the connection.
 *
 * @example
 * ```ts
 * const stream = await rc.models.chatCompletion({
 *   model: 'deepseek-ai/DeepSeek-V3',
 *   messages: [{ role: 'user', content: 'Tell me a story' }],
 *   stream: true,
 * });
 * for await (const text of stream.textStream()) process.stdout.write(text);
 * const { usage } = await stream.finalCompletion();
 * ```
 */
export class ChatCompletionStream implements EventStream<ChatCompletionChunk> {
  readonly #source: HttpEventStream<ChatCompletionChunk>;
  readonly #accumulator = new ChatCompletionAccumulator();
  readonly #end: Promise<void>;
  #resolveEnd!: () => void;
  #rejectEnd!: (reason: unknown) => void;

  /** @internal */
  constructor(source: HttpEventStream<ChatCompletionChunk>) {
    this.#source = source;
    this.#end = new Promise((resolve, reject) => {
      this.#resolveEnd = resolve;
      this.#rejectEnd = reject;
    });
    // `finalCompletion` is optional: an error that the loop has thrown must not be an unhandled rejection too.
    this.#end.catch(() => undefined);
    // The caller may have stopped reading: the end must settle without a further read.
    source.onClose((reason) => this.#settle(reason));
  }

  /** Reads the output of `toReadableStream`, for example in a browser. */
  static fromReadableStream(stream: ReadableStream<Uint8Array>): ChatCompletionStream {
    const head = new ResponseHead(new Response(stream), (text) => text);
    const context = { ...relayed, scope: new AttemptScope(), head };
    return new ChatCompletionStream(new HttpEventStream(context, new JsonLinesParser()));
  }

  /** The server's request id; undefined if it sends none. */
  get requestId(): string | undefined {
    return this.#source.requestId;
  }

  /** Whether the server has marked the end of the stream (`[DONE]`). */
  get isDone(): boolean {
    return this.#source.isDone;
  }

  /** Closes the connection. Later reads throw `reason`: an aborted stream never ends as if it were complete. */
  abort(reason: unknown = new DOMException('The stream was aborted.', 'AbortError')): void {
    this.#source.abort(reason);
  }

  async [asyncDispose](): Promise<void> {
    await this.#source[asyncDispose]();
  }

  /**
   * Iterates over the chunks, one per event, with field names in camelCase.
   *
   * Throws `StreamTruncatedError` if the stream ends without `[DONE]` and without a finish reason, `ApiError` for an
   * error event, `InvalidResponseError` for an event that is not JSON, `TimeoutError` if no data arrives for longer
   * than `timeout`, and the abort reason after an abort.
   */
  [Symbol.asyncIterator](): AsyncIterableIterator<ChatCompletionChunk> {
    return this.#source.iterate({
      onEvent: (chunk) => this.#accumulator.add(chunk),
      onEnd: (error) => this.#settle(error),
    });
  }

  /**
   * Resolves with the whole completion: content, reasoning, tool calls, usage and finish reasons. Call it instead of
   * iterating, or after it. Rejects with the error that iterating throws.
   */
  async finalCompletion(): Promise<ChatCompletion> {
    if (!this.#source.isOpened) for await (const _ of this);
    await this.#end;
    return this.#accumulator.completion();
  }

  /** Iterates over the text of the first choice, as it arrives. */
  async *textStream(): AsyncGenerator<string, void, undefined> {
    for await (const { choices } of this as AsyncIterable<Partial<ChatCompletionChunk>>) {
      const first = objectsIn<ChatChunkChoice>(choices).find(({ index }) => (index ?? 0) === 0);
      const text = contentText((first?.delta as Partial<ChatDelta> | null | undefined)?.content);
      if (text !== '') yield text;
    }
  }

  /** Encodes the chunks as newline-delimited JSON, to forward to a browser; read it there with `fromReadableStream`. */
  toReadableStream(): ReadableStream<Uint8Array> {
    const encoder = new TextEncoder();
    return readableStreamOf(this, (chunk) => encoder.encode(`${JSON.stringify(chunk)}\n`));
  }

  /** Settles `#end` and returns the error to throw, if any. Only the first call has an effect on `#end`. */
  #settle(error: unknown): unknown {
    const failure = this.#failureOf(error);
    if (failure === undefined) this.#resolveEnd();
    else this.#rejectEnd(failure);
    return failure;
  }

  /** A lost connection is a truncation. Once the completion is finished, neither it nor a timeout is an error. */
  #failureOf(error: unknown): unknown {
    const isComplete = this.#source.isDone || this.#accumulator.isFinished;
    if (error === undefined) {
      return isComplete ? undefined : this.#truncatedError('The stream ended before the completion was finished.');
    }
    const isLost = error instanceof ConnectionError;
    if (isComplete && (isLost || error instanceof TimeoutError)) return undefined;
    return isLost ? this.#truncatedError('The connection was lost before the completion was finished.', error) : error;
  }

  #truncatedError(message: string, cause?: unknown): StreamTruncatedError<ChatCompletion> {
    return new StreamTruncatedError({
      message,
      cause,
      partial: this.#accumulator.completion(),
      outcomeUnknown: true,
      hint: 'Read `partial` for the content received so far. The tokens were billed.',
    });
  }
}

/** Stands in for the call of a forwarded stream, which has none. */
const relayed = {
  call: {
    label: 'The stream',
    server: { origin: '' },
    operation: { retry: 'safe', answer: { as: 'json' } },
    isStream: true,
    timeoutMs: Infinity,
  },
  platform: {},
} as const;
