import type { BodyContext } from '../response/response-context.js';
import { asyncDispose } from '../async-dispose.js';
import { decoderOf } from '../operation/codec.js';
import { EventIterator, type StreamListener } from './event-iterator.js';
import { apiErrorFromEvent } from '../response/error-from-response.js';
import type { ApiError } from '../errors/api-error.js';
import { truncateDepth } from '../errors/truncate.js';
import { docsUrl, InvalidResponseError, type Attempt } from '../errors/errors.js';
import { isObject } from '../json-object.js';
import { HttpResponseBody } from '../response/response-body.js';
import type { EventStream } from '../operation/operation.js';
import type { Redact } from '../options/credentials.js';
import { numberOutsideJson } from '../response/number-outside-json.js';
import { SseParser, type ServerSentEvent } from './sse.js';

/** The events of one response, read on demand. */
export class HttpEventStream<Event> implements EventStream<Event> {
  readonly requestId: string | undefined;
  readonly #context: BodyContext;
  readonly #body: HttpResponseBody;
  readonly #parser: SseParser;
  /** Wire → public names of an event. */
  readonly decode: (value: unknown) => unknown;
  /** Of another document. */
  readonly #read: ((event: ServerSentEvent) => Event | undefined | null) | undefined;
  isDone = false;

  constructor(context: BodyContext, parser = new SseParser()) {
    this.#context = context;
    this.#body = new HttpResponseBody(context);
    this.#parser = parser;
    this.requestId = context.head.requestId;
    const { answer } = context.call.operation;
    const { codec, read } = (answer.as === 'json' && answer.stream) || {};
    this.decode = decoderOf(codec);
    if (read) {
      this.#read = (event) => {
        let value: unknown;
        try {
          value = read(event);
        } catch (error) {
          throw this.#brokenEvent('is not JSON', error);
        }
        // The end of the stream, or what is no event.
        this.isDone = value === undefined;
        return (value == null ? value : this.decode(value)) as Event | undefined | null;
      };
    }
  }

  /** Sets the callback for when nothing more will be read. It is called with the reason of an abort. */
  onClose(callback: (reason: unknown) => void): void {
    const { signal } = this.#context.scope;
    this.#body.onClose = () => callback(signal.aborted ? signal.reason : undefined);
  }

  abort(reason?: unknown): void {
    this.#body.abort(reason);
  }

  async [asyncDispose](): Promise<void> {
    this.#body.close();
  }

  [Symbol.asyncIterator](): AsyncIterableIterator<Event> {
    return this.iterate({ onEnd: (error) => error ?? (this.isDone ? undefined : this.unreadError()) });
  }

  /** The events, one by one. Only the first iterator can read them. */
  iterate(listener: StreamListener<Event>): AsyncIterableIterator<Event> {
    const { timeoutMs } = this.#context.call;
    const source = { body: this.#body, parser: this.#parser, timeoutMs, parse: this.#read ?? this.#parse };
    return new EventIterator(source, listener);
  }

  /** Removes the key. */
  get redact(): Redact {
    return this.#context.head.redact;
  }

  /** The attempts of the call, for errors. */
  get attempts(): readonly Attempt[] {
    return this.#context.head.attempts;
  }

  /** The arguments of the call. */
  get args(): Readonly<Record<string, unknown>> {
    return this.#context.call.args;
  }

  /** The error in what is no event: some servers and gateways write it as it is. */
  unreadError(): ApiError | undefined {
    const text = this.#parser.unread.trim();
    return text === '' ? undefined : this.errorOf(text);
  }

  /** The error that the server sends, as JSON, as a text, or as what was decoded. */
  errorOf(data: unknown): ApiError {
    const { call, head } = this.#context;
    const text = head.redact(typeof data === 'string' ? data : JSON.stringify(truncateDepth(data)));
    let said: unknown;
    try {
      said = JSON.parse(text);
    } catch {
      // A text.
    }
    return apiErrorFromEvent(isObject(said) ? said : { message: text }, head, call.label);
  }

  /** Whether somebody reads it, or has. */
  get isOpened(): boolean {
    return this.#body.isOpened;
  }

  readonly #parse = ({ type, data }: ServerSentEvent): Event | undefined | null => {
    const text = data.trim();
    if (text === '[DONE]') {
      this.isDone = true;
      return undefined;
    }
    if (type === 'error') throw this.errorOf(data);
    let json: unknown;
    let cause: unknown;
    try {
      json = JSON.parse(data);
    } catch (error) {
      cause = error;
    }
    if (!isObject(json)) {
      // Servers keep a connection alive by events without data, or of a type of their own.
      if (text === '' || type !== 'message') return null;
      const number = numberOutsideJson(data);
      const what = number === undefined ? 'is not JSON' : `has ${number}, which is not JSON`;
      throw this.#brokenEvent(cause === undefined ? 'is not an object' : what, cause);
    }
    const { error, choices } = json;
    // One without words, beside choices, is none, as in a whole response.
    const isBlank = typeof error === 'object' && Array.isArray(choices) && !Object.values(error ?? {}).some(Boolean);
    if (error && !isBlank) throw this.errorOf(data);
    return this.decode(json) as Event;
  };

  #brokenEvent(what: string, cause?: unknown): InvalidResponseError {
    return new InvalidResponseError({
      message: `${this.#context.call.label} received an event that ${what}.`,
      cause,
      statusCode: this.#context.head.status,
      outcomeUnknown: true,
      docsUrl: docsUrl('streaming'),
    });
  }
}
