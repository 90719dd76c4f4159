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
 * A chat completion as it is written. Iterate over its chunks, over its text (`textStream`), or wait for the whole
 * (`finalCompletion`). A stream is read once; leaving the loop closes the connection.
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
    // Nobody has to ask for the final completion: a failure that the loop has thrown is then no unhandled one.
    this.#end.catch(() => undefined);
    // Nobody may read on, and so find out.
    source.onClose((reason) => this.#settle(reason));
  }

  /** Reads, in a browser say, what `toReadableStream` made on a server. */
  static fromReadableStream(stream: ReadableStream<Uint8Array>): ChatCompletionStream {
    const head = new ResponseHead(new Response(stream), (text) => text);
    const context = { ...relayed, scope: new AttemptScope(), head };
    return new ChatCompletionStream(new HttpEventStream(context, new JsonLinesParser()));
  }

  /** The server's id of the request, where it sends one. */
  get requestId(): string | undefined {
    return this.#source.requestId;
  }

  /** Whether the server said that the stream is complete (`[DONE]`). */
  get isDone(): boolean {
    return this.#source.isDone;
  }

  /** Closes the connection. Reading on then throws `reason`: an aborted stream never looks finished. */
  abort(reason: unknown = new DOMException('The stream was aborted.', 'AbortError')): void {
    this.#source.abort(reason);
  }

  async [asyncDispose](): Promise<void> {
    await this.#source[asyncDispose]();
  }

  /**
   * The chunks, one an event, under public names.
   *
   * Throws `StreamTruncatedError` if the stream ends without `[DONE]` and without a finish reason, `ApiError` for an
   * error that the server sends in it, `InvalidResponseError` for an event that is no JSON, `TimeoutError` for a
   * silence longer than `timeout`, and an abort's own reason.
   */
  [Symbol.asyncIterator](): AsyncIterableIterator<ChatCompletionChunk> {
    return this.#source.iterate({
      onEvent: (chunk) => this.#accumulator.add(chunk),
      onEnd: (error) => this.#settle(error),
    });
  }

  /**
   * The whole completion, assembled: content, reasoning, tool calls, usage and finish reasons. Call it instead of
   * iterating or after it. It rejects as iterating would.
   */
  async finalCompletion(): Promise<ChatCompletion> {
    if (!this.#source.isOpened) for await (const _ of this);
    await this.#end;
    return this.#accumulator.completion();
  }

  /** The text of the first choice, piece by piece. */
  async *textStream(): AsyncGenerator<string, void, undefined> {
    for await (const { choices } of this as AsyncIterable<Partial<ChatCompletionChunk>>) {
      const first = objectsIn<ChatChunkChoice>(choices).find(({ index }) => (index ?? 0) === 0);
      const text = contentText((first?.delta as Partial<ChatDelta> | null | undefined)?.content);
      if (text !== '') yield text;
    }
  }

  /** The chunks as newline-delimited JSON, to be sent on to a browser; `fromReadableStream` reads it there. */
  toReadableStream(): ReadableStream<Uint8Array> {
    const encoder = new TextEncoder();
    return readableStreamOf(this, (chunk) => encoder.encode(`${JSON.stringify(chunk)}\n`));
  }

  /** How the stream ended: what is thrown for it. The first end holds. */
  #settle(error: unknown): unknown {
    const failure = this.#failureOf(error);
    if (failure === undefined) this.#resolveEnd();
    else this.#rejectEnd(failure);
    return failure;
  }

  /** A lost connection is a truncation. Once all has arrived, neither it nor a silence is an error at all. */
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
      hint: 'What had arrived is in `partial`. The tokens were billed all the same.',
    });
  }
}

/** What stands for the call behind a stream that was sent on: there is none. */
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
