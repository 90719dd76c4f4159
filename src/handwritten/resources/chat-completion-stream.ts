import type { ChatChunkChoice, ChatCompletion, ChatCompletionChunk } from '../../../generated/types.js';
import { asyncDispose } from '../core/async-dispose.js';
import { abortError } from '../core/options/abort-reason.js';
import { AttemptScope } from '../core/response/attempt-scope.js';
import { ConnectionError, RuncrateError, StreamTruncatedError, TimeoutError } from '../core/errors/errors.js';
import { HttpEventStream } from '../core/streaming/event-stream.js';
import { contentText, isObject, objectsIn } from '../core/json-object.js';
import type { EventStream } from '../core/operation/operation.js';
import { ChatCompletionAccumulator } from './chat-completion-accumulator.js';
import type { Fields } from './grown-fields.js';
import { readJsonBody } from '../core/errors/error-body.js';
import { errorOfChoices, withPartial } from '../core/response/error-from-response.js';
import { addReasoning, completeResponse } from './server-differences.js';
import { readableStreamOf } from '../core/streaming/readable-stream.js';
import { redacted } from '../core/response/redact.js';
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
  readonly #end: Promise<unknown>;
  #resolveEnd!: (failure: unknown) => void;
  /** What is thrown for how it ended, once it has. */
  #ending: { readonly failure: unknown } | undefined;

  /** @internal */
  constructor(source: HttpEventStream<ChatCompletionChunk>) {
    this.#source = source;
    // It never rejects: nobody has to ask for the final completion.
    this.#end = new Promise((resolve) => (this.#resolveEnd = resolve));
    // Nobody may read on, and so find out.
    source.onClose((reason) => this.#settle(reason === undefined ? left : reason));
  }

  /** Reads the output of `toReadableStream`, for example in a browser. */
  static fromReadableStream(stream: ReadableStream<Uint8Array>): ChatCompletionStream {
    const head = new ResponseHead(new Response(stream), (text) => text);
    const context = { ...relayed, scope: new AttemptScope(), head };
    return streamOf(new HttpEventStream(context, new JsonLinesParser()));
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
  abort(reason: unknown = abortError()): void {
    this.#source.abort(reason);
  }

  async [asyncDispose](): Promise<void> {
    await this.#source[asyncDispose]();
  }

  /**
   * Iterates over the chunks, one per event, with field names in camelCase.
   *
   * Throws `StreamTruncatedError` if the stream ends without `[DONE]` and without the finish reason of every choice, or
   * without a choice at all, `ApiError` for an error that the server sends, whether as an event, in its place or in a
   * choice, `InvalidResponseError` for an event that is not JSON, `TimeoutError` if no data arrives for longer
   * than `timeout`, and the abort reason after an abort. What had arrived is in `partial` of the error.
   */
  [Symbol.asyncIterator](): AsyncIterableIterator<ChatCompletionChunk> {
    return this.#source.iterate({
      onEvent: (chunk, type) => {
        const isChunk = completeChunk(chunk, type, this.#source.decode);
        if (isChunk) this.#accumulator.add(chunk);
        return isChunk;
      },
      onEnd: (error) => this.#settle(error),
    });
  }

  /**
   * The whole completion, as the API would have responded without `stream`. Call it instead of iterating or after it.
   * It rejects as iterating would, and with `StreamTruncatedError` after a loop that was left early.
   *
   * Everything that comes in pieces is assembled, fields that the SDK does not know included:
   * - in a delta, texts and lists are appended. Items of a list with the same `index` (and no other `id` or `type`)
   *   become one. A text that names something, such as `id`, `type`, `status` or `item_id`, holds its last value;
   * - in a choice, lists of tokens and their log probabilities are appended;
   * - objects are merged field by field, and of anything else the last value holds: never null or an empty text in
   *   place of a value, as `created` not 0 either, and in `usage` not 0;
   * - a tool call is told apart by its index, else by its id. Arguments that come again, or grow, are taken once.
   */
  async finalCompletion(): Promise<ChatCompletion> {
    if (!this.#source.isOpened) for await (const _ of this);
    const failure = await this.#end;
    if (failure !== undefined) throw failure;
    return this.#accumulator.completion();
  }

  /** Iterates over the text of the first choice, as it arrives. */
  async *textStream(): AsyncGenerator<string, void, undefined> {
    for await (const { choices } of this) {
      const text = contentText(choices.find(({ index }) => (index ?? 0) === 0)?.delta.content);
      if (text !== '') yield text;
    }
  }

  /** Encodes the chunks as newline-delimited JSON, to forward to a browser; read it there with `fromReadableStream`. */
  toReadableStream(): ReadableStream<Uint8Array> {
    const encoder = new TextEncoder();
    return readableStreamOf(this, (chunk) => encoder.encode(this.#source.redact(`${JSON.stringify(chunk)}\n`)));
  }

  /** Settles `#end` and returns the error to throw, if any. Only the first call has an effect on `#end`. */
  #settle(error: unknown): unknown {
    const { failure } = (this.#ending ??= { failure: this.#failureOf(error) });
    if (failure instanceof RuncrateError) {
      failure.attempts = this.#source.attempts;
      if (this.#accumulator.size > 0) withPartial(failure, this.#partial());
    }
    this.#resolveEnd(failure);
    return failure;
  }

  /**
   * A lost connection is a truncation. Once the completion is finished, neither it nor a timeout is an error. What the
   * server says of a failure comes first.
   */
  #failureOf(error: unknown): unknown {
    const source = this.#source;
    const { size } = this.#accumulator;
    const isFinished = this.#accumulator.isFinished(Number(source.args['n']) || 1);
    // `[DONE]` alone is no completion.
    const isOver = isFinished || (source.isDone && size > 0);
    const isEnd = error === undefined || error === left || error instanceof ConnectionError;
    if (!isEnd && !(isOver && error instanceof TimeoutError)) return error;
    const completion = this.#accumulator.completion();
    const failed = errorOfChoices(completion.choices);
    if (failed) return source.errorOf({ error: failed });
    if (isFinished) return undefined;
    const unread = source.unreadError();
    if (unread) return unread;
    const said = { ...completion, object: undefined, choices: undefined };
    if (size === 0 && readJsonBody(said).message) return source.errorOf(said);
    return isOver ? undefined : this.#truncatedError(error);
  }

  #partial(): ChatCompletion {
    return redacted(this.#accumulator.completion(), this.#source.redact);
  }

  #truncatedError(cause: unknown): StreamTruncatedError<ChatCompletion> {
    const isLeft = cause === left;
    const what = isLeft ? 'Your program left the stream' : cause ? 'The connection was lost' : 'The stream ended';
    const advice = isLeft ? 'Read its loop to the end, or call `finalCompletion()` instead. ' : '';
    return new StreamTruncatedError({
      message: `${what} before the completion was finished.`,
      cause: isLeft ? undefined : cause,
      partial: this.#partial(),
      outcomeUnknown: true,
      hint: `${advice}What had arrived is in \`partial\`, and was billed.`,
    });
  }
}

/** The response of the chat operation: what is a stream becomes one of chat. */
export async function asChatStream(request: Promise<unknown>): Promise<unknown> {
  try {
    const response = await request;
    if (response instanceof HttpEventStream) return streamOf(response as HttpEventStream<ChatCompletionChunk>);
    return completeResponse(response as ChatCompletion);
  } catch (error) {
    const { partial } = Object(error) as { readonly partial?: ChatCompletion };
    if (partial) completeResponse(partial);
    throw error;
  }
}

/** Stands for the end of a stream that its reader closed. */
const left = Symbol();

/**
 * Gives a chunk the lists and deltas that its type promises, whatever the server left out. False for what is no chunk:
 * an event of a type of its own that holds nothing but single values keeps the connection alive.
 */
function completeChunk(
  chunk: Partial<ChatCompletionChunk>,
  type: string,
  decode: (value: unknown) => unknown,
): chunk is ChatCompletionChunk {
  const isChunk = type === 'message' || Object.values(chunk).some((value) => Object(value) === value);
  const { choices } = chunk;
  // Most are whole, and a copy of each would cost more than this look.
  if (!Array.isArray(choices) || !choices.every(isObject)) chunk.choices = [...objectsIn(choices)] as ChatChunkChoice[];
  for (const choice of chunk.choices as ChatChunkChoice[]) {
    if (!isObject(choice.delta)) choice.delta = takeMessage(choice, decode);
    addReasoning(choice.delta as Fields);
  }
  return isChunk;
}

/** Takes the whole `message` that some servers send in place of the delta, and decodes it as one. */
function takeMessage(choice: object, decode: (value: unknown) => unknown): ChatChunkChoice['delta'] {
  const { message } = choice as Fields;
  Reflect.deleteProperty(choice, 'message');
  if (!isObject(message)) return {};
  const { choices } = decode({ choices: [{ delta: message }] }) as { readonly choices: readonly [ChatChunkChoice] };
  return choices[0].delta;
}

/** Outside of the class, which a bundler would name otherwise if it named itself. */
function streamOf(source: HttpEventStream<ChatCompletionChunk>): ChatCompletionStream {
  return new ChatCompletionStream(source);
}

/** Stands in for the call of a forwarded stream, which has none. */
const relayed = {
  call: {
    label: 'The stream',
    server: { origin: '' },
    operation: { retry: 'safe', answer: { as: 'json' } },
    args: {},
    isStream: true,
    timeoutMs: Infinity,
  },
  platform: {},
} as const;
