import type { Platform } from '../platform/platform.js';
import { apiErrorInStream } from './error-of-answer.js';
import { asyncDispose } from './async-dispose.js';
import type { AttemptScope } from './attempt-scope.js';
import { BodyReader } from './body-reader.js';
import { decode } from './codec.js';
import { ConnectionError, docsUrl, InvalidResponseError, RuncrateError, TimeoutError } from './errors.js';
import type { CodecRef, EventStream } from './operation.js';
import type { Head, Redact } from './redact.js';
import { requestIdOf } from './request-id.js';
import { SseParser, type ServerSentEvent } from './sse.js';

/** What a stream needs of the call that opened it. */
export interface StreamInit {
  readonly response: Response;
  /** Of the response, for errors. */
  readonly head: Head;
  readonly redact: Redact;
  /** The attempt that opened the stream. Its timer now limits every silence. */
  readonly scope: AttemptScope;
  readonly timeoutMs: number;
  readonly codec: CodecRef | undefined;
  /** For messages: `POST /v1/chat/completions`. */
  readonly label: string;
  readonly platform: Platform;
}

/** A server that sends comments lives, but not for ever: after so many timeouts without an event the stream ends. */
const maxSilences = 10;

/** The events of one answer, read as they are asked for. */
export class HttpEventStream<Event> implements EventStream<Event> {
  readonly requestId: string | undefined;
  readonly #init: StreamInit;
  readonly #body: BodyReader;
  #isDone = false;
  #isOpened = false;

  constructor(init: StreamInit) {
    this.#init = init;
    this.#body = new BodyReader(init.response, init.scope, (cause) => this.#lossError(cause));
    this.requestId = requestIdOf(init.head.headers);
  }

  get isDone(): boolean {
    return this.#isDone;
  }

  abort(reason: unknown = new DOMException('The stream was aborted.', 'AbortError')): void {
    this.#body.abort(reason);
  }

  async [asyncDispose](): Promise<void> {
    this.#body.close();
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Event, void, undefined> {
    if (this.#isOpened) {
      throw new RuncrateError('This stream is being read already, or has been: a stream can be read only once.');
    }
    this.#isOpened = true;
    const parser = new SseParser();
    const decoder = new TextDecoder();
    let lastEventAt = Date.now();
    try {
      for (;;) {
        const silenceMs = this.#silenceMs(lastEventAt);
        // A server that never pauses between two comments would not let the timer come in between.
        if (silenceMs === 0) throw this.#silenceError();
        const chunk = await this.#body.read(silenceMs, () => this.#silenceError());
        if (chunk === undefined) return;
        const events = parser.feed(decoder.decode(chunk, { stream: true }));
        for (const event of events) {
          if (event.data.trim() === '[DONE]') {
            this.#isDone = true;
            return;
          }
          yield this.#parse(event);
          this.#body.throwIfAborted();
        }
        // Counted from when the caller came back for more: its own time is not the server's silence.
        if (events.length > 0) lastEventAt = Date.now();
      }
    } finally {
      this.#body.close();
    }
  }

  /** One timeout, as long as comments show that the server lives; no more than ten without an event. */
  #silenceMs(lastEventAt: number): number {
    const { timeoutMs } = this.#init;
    return Math.max(0, Math.min(timeoutMs, lastEventAt + timeoutMs * maxSilences - Date.now()));
  }

  #parse({ type, data }: ServerSentEvent): Event {
    const { codec, head, redact, label } = this.#init;
    let json: unknown;
    try {
      json = JSON.parse(data);
    } catch (cause) {
      if (type === 'error') throw apiErrorInStream({ message: redact(data) }, head, label);
      throw this.#brokenEvent('is no JSON', cause);
    }
    if (typeof json !== 'object' || json === null || Array.isArray(json)) throw this.#brokenEvent('is no object');
    const fields = json as Record<string, unknown>;
    if (type === 'error' || (fields['error'] !== undefined && fields['error'] !== null)) {
      throw apiErrorInStream(JSON.parse(redact(data)) as Record<string, unknown>, head, label);
    }
    return decode(codec, json) as Event;
  }

  #brokenEvent(what: string, cause?: unknown): InvalidResponseError {
    const { response, label } = this.#init;
    return new InvalidResponseError({
      message: `${label} sent an event that ${what}.`,
      cause,
      statusCode: response.status,
      outcomeUnknown: true,
      docsUrl: docsUrl('streaming'),
    });
  }

  #lossError(cause: unknown): RuncrateError {
    const { label, platform } = this.#init;
    const timeout = platform.readNetworkError?.(cause, label, 'body').timeout;
    if (timeout !== undefined) return Object.assign(timeout, { outcomeUnknown: true });
    return new ConnectionError({
      message: `The connection was lost in the stream of ${label}.`,
      cause,
      outcomeUnknown: true,
      docsUrl: docsUrl('streaming'),
    });
  }

  #silenceError(): TimeoutError {
    const { label, timeoutMs } = this.#init;
    return new TimeoutError({
      message: `The stream of ${label} sent no event for longer than its timeout of ${timeoutMs / 1000} s.`,
      outcomeUnknown: true,
      hint: 'Raise `timeout` (seconds) for models that think for long between two pieces.',
      docsUrl: docsUrl('timeouts-and-aborts'),
    });
  }
}
