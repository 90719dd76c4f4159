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
  /** Hears that nothing more will be read. */
  onClose: (() => void) | undefined;
  #take!: (read: Uint8Array | undefined) => void;
  #fail!: (error: unknown) => void;

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
  read(): Promise<Uint8Array | undefined> {
    const { timeoutMs } = this.#context.call;
    return new Promise((resolve, reject) => this.readTo(timeoutMs, resolve, reject));
  }

  /** As `read`, one at a time, by callbacks: with a promise for each read, most of the time goes to promises. */
  readTo(silenceMs: number, take: (read: Uint8Array | undefined) => void, fail: (error: unknown) => void): void {
    this.#take = take;
    this.#fail = fail;
    if (this.#failAborted()) return;
    this.#reader ??= this.#stream?.getReader();
    if (this.#reader === undefined) return take(undefined);
    if (silenceMs !== Infinity) this.#context.scope.startTimer(silenceMs, this.#silence);
    this.#reader.read().then(this.#arrived, this.#lost);
  }

  readonly #silence = (): RuncrateError => this.silenceError();

  readonly #arrived = ({ value }: ReadableStreamReadResult<Uint8Array>): void => {
    this.#context.scope.stopTimer();
    // A cancelled reader says `done`: an aborted body must never look finished.
    if (!this.#failAborted()) this.#take(value);
  };

  readonly #lost = (cause: unknown): void => {
    this.#context.scope.stopTimer();
    if (!this.#failAborted()) this.#fail(this.#lossError(cause));
  };

  #failAborted(): boolean {
    const { signal } = this.#context.scope;
    if (!this.#isClosed || !signal.aborted) return false;
    this.#fail(signal.reason);
    return true;
  }

  /** Ends the connection, and with it the attempt. */
  close(): void {
    this.#isClosed = true;
    // A body that is broken already refuses to be cancelled, which changes nothing.
    (this.#reader ?? this.#stream)?.cancel().catch(() => undefined);
    this.#context.scope.end();
    this.onClose?.();
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
