import type { OpenContext } from './answer-context.js';
import { asyncDispose } from './async-dispose.js';
import { decode } from './codec.js';
import { eachOf } from './each-of.js';
import { apiErrorInStream } from './error-of-answer.js';
import { docsUrl, InvalidResponseError, RuncrateError } from './errors.js';
import { isObject } from './json-object.js';
import { HttpOpenBody } from './open-body.js';
import type { EventStream } from './operation.js';
import { SseParser, type ServerSentEvent } from './sse.js';

/** A server that sends comments lives, but not for ever: after so many timeouts without an event the stream ends. */
const maxSilences = 10;

/** The events of one answer, read as they are asked for. */
export class HttpEventStream<Event> implements EventStream<Event> {
  readonly requestId: string | undefined;
  readonly #context: OpenContext;
  readonly #body: HttpOpenBody;
  readonly #parser: SseParser;
  isDone = false;
  #isOpened = false;

  constructor(response: Response, context: OpenContext, parser = new SseParser()) {
    this.#context = context;
    this.#body = new HttpOpenBody(response, context);
    this.#parser = parser;
    this.requestId = context.head.requestId;
  }

  abort(reason?: unknown): void {
    this.#body.abort(reason);
  }

  async [asyncDispose](): Promise<void> {
    this.#body.close();
  }

  [Symbol.asyncIterator](): AsyncIterableIterator<Event> {
    return eachOf(this.batches());
  }

  /** The events of each read. `onEvent` sees each before it is given. */
  async *batches(onEvent?: (event: Event) => void): AsyncGenerator<Iterable<Event>, void> {
    if (this.#isOpened) {
      throw new RuncrateError('This stream is being read already, or has been: a stream can be read only once.');
    }
    this.#isOpened = true;
    const { timeoutMs } = this.#context.call;
    const decoder = new TextDecoder();
    let lastEventAt = Date.now();
    try {
      while (!this.isDone) {
        // One timeout, as long as comments show that the server lives.
        const silenceMs = Math.min(timeoutMs, lastEventAt + timeoutMs * maxSilences - Date.now());
        // A server that never pauses between two comments would not let the timer come in between.
        if (silenceMs <= 0) throw this.#body.silenceError();
        const chunk = await this.#body.read(silenceMs);
        const events = this.#parser.feed(
          chunk === undefined ? this.#parser.atEnd : decoder.decode(chunk, { stream: true }),
        );
        if (events.length > 0) {
          yield this.#parseAll(events, onEvent);
          this.#body.throwIfAborted();
          // Counted from when the caller came back for more: its own time is not the server's silence.
          lastEventAt = Date.now();
        }
        if (chunk === undefined) return;
      }
    } finally {
      this.#body.close();
    }
  }

  *#parseAll(events: readonly ServerSentEvent[], onEvent?: (event: Event) => void): Generator<Event, void> {
    for (const event of events) {
      this.#body.throwIfAborted();
      this.isDone = event.data.trim() === '[DONE]';
      if (this.isDone) return;
      const parsed = this.#parse(event);
      onEvent?.(parsed);
      yield parsed;
    }
  }

  #parse({ type, data }: ServerSentEvent): Event {
    const { call, head, redact } = this.#context;
    let json: unknown;
    try {
      json = JSON.parse(data);
    } catch (cause) {
      if (type === 'error') throw apiErrorInStream({ message: redact(data) }, head, call.label);
      throw this.#brokenEvent('is no JSON', cause);
    }
    if (!isObject(json)) throw this.#brokenEvent('is no object');
    if (type === 'error' || (json['error'] ?? undefined) !== undefined) {
      throw apiErrorInStream(JSON.parse(redact(data)) as Record<string, unknown>, head, call.label);
    }
    const { answer } = call.operation;
    return decode(answer.as === 'json' ? answer.stream?.codec : undefined, json) as Event;
  }

  #brokenEvent(what: string, cause?: unknown): InvalidResponseError {
    return new InvalidResponseError({
      message: `${this.#context.call.label} sent an event that ${what}.`,
      cause,
      statusCode: this.#context.head.status,
      outcomeUnknown: true,
      docsUrl: docsUrl('streaming'),
    });
  }
}
