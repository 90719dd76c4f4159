import type { OpenContext } from './answer-context.js';
import { ConnectionError, docsUrl, TimeoutError, type RuncrateError } from './errors.js';

/** Bytes as they arrive. Leaving the loop closes the connection. */
export interface OpenBody extends AsyncIterable<Uint8Array> {
  readonly status: number;
  readonly headers: Headers;
  abort(reason: unknown): void;
}

/** The body of an answer that was handed over open. Each silence is limited, and an abort ends it at once. */
export class HttpOpenBody implements OpenBody {
  readonly status: number;
  readonly headers: Headers;
  readonly #context: OpenContext;
  readonly #stream: ReadableStream<Uint8Array> | null;
  #reader: ReadableStreamDefaultReader<Uint8Array> | undefined;
  #isClosed = false;

  constructor({ status, headers, body }: Response, context: OpenContext) {
    this.status = status;
    this.headers = headers;
    this.#stream = body;
    this.#context = context;
    // An abort ends the attempt too: nobody may ever read on.
    context.scope.onAbort(() => this.close());
  }

  abort(reason: unknown): void {
    this.#context.scope.abort(reason);
  }

  /** An abort closes: only then is the signal asked, which would take a while before every event. */
  throwIfAborted(): void {
    if (this.#isClosed) this.#context.scope.signal.throwIfAborted();
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Uint8Array, void, undefined> {
    try {
      for (let chunk; (chunk = await this.read()) !== undefined;) yield chunk;
    } finally {
      this.close();
    }
  }

  /**
   * The next piece; undefined at the end. The timer runs only while we wait for the server: the silence between two
   * reads is the caller's own.
   */
  read(silenceMs = this.#context.call.timeoutMs): Promise<Uint8Array | undefined> {
    this.throwIfAborted();
    this.#reader ??= this.#stream?.getReader();
    if (silenceMs !== Infinity) this.#context.scope.startTimer(silenceMs, this.#silence);
    return this.#reader?.read().then(this.#arrived, this.#lost) ?? Promise.resolve(undefined);
  }

  readonly #silence = (): RuncrateError => this.silenceError();

  readonly #arrived = ({ value }: ReadableStreamReadResult<Uint8Array>): Uint8Array | undefined => {
    this.#context.scope.stopTimer();
    // A cancelled reader says `done`: an aborted body must never look finished.
    this.throwIfAborted();
    return value;
  };

  readonly #lost = (cause: unknown): never => {
    this.#context.scope.stopTimer();
    this.throwIfAborted();
    throw this.#lossError(cause);
  };

  /** Ends the connection, and with it the attempt. */
  close(): void {
    this.#isClosed = true;
    // A body that is broken already refuses to be cancelled, which changes nothing.
    (this.#reader ?? this.#stream)?.cancel().catch(() => undefined);
    this.#context.scope.end();
  }

  silenceError(): RuncrateError {
    const { label, timeoutMs, isStream } = this.#context.call;
    return this.#withBill(
      new TimeoutError({
        message: `${label} sent ${isStream ? 'no event' : 'nothing'} for longer than its timeout of ${timeoutMs / 1000} s.`,
        hint: 'Raise `timeout` (seconds) for a server that thinks for long between two pieces.',
      }),
    );
  }

  #lossError(cause: unknown): RuncrateError {
    const { call, platform } = this.#context;
    return this.#withBill(
      platform.readNetworkError?.(cause, call.label, 'body').timeout ??
        new ConnectionError({
          message: `${call.label} lost its connection in the middle of the answer.`,
          cause,
          docsUrl: docsUrl(call.isStream ? 'streaming' : 'errors'),
        }),
    );
  }

  #withBill(error: RuncrateError): RuncrateError {
    if (this.#context.call.operation.retry === 'safe') return error;
    error.outcomeUnknown = true;
    const hint = 'The answer had begun, so it was billed all the same; a second call is billed again.';
    error.hint = error.hint === undefined ? hint : `${error.hint} ${hint}`;
    return error;
  }
}
