import type { BodyContext } from './response-context.js';
import { advise, TimeoutError, type RuncrateError } from '../errors/errors.js';
import { connectionFailure } from './failure.js';
import type { ResponseInfo } from '../operation/operation.js';

/** Bytes as they arrive. Leaving the loop closes the connection. */
export interface ResponseBody extends AsyncIterable<Uint8Array> {
  readonly head: ResponseInfo;
  abort(reason: unknown): void;
}

/** The body of an answer that was handed over open. Each silence is limited, and an abort ends it at once. */
export class HttpResponseBody implements ResponseBody {
  readonly #context: BodyContext;
  #reader: ReadableStreamDefaultReader<Uint8Array> | undefined;
  /** Somebody reads it, or has. */
  isOpened = false;
  /** Hears that nothing more will be read. */
  onClose: (() => void) | undefined;

  constructor(context: BodyContext) {
    this.#context = context;
    // An abort ends the attempt too: nobody may ever read on.
    context.scope.onAbort = () => this.close();
  }

  get head(): ResponseInfo {
    return this.#context.head;
  }

  abort(reason: unknown): void {
    this.#context.scope.abort(reason);
  }

  throwIfAborted(): void {
    const { scope } = this.#context;
    if (scope.isAborted) throw scope.signal.reason;
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

  /** As `read`, by callbacks: with a promise for each read, most of the time goes to promises. */
  readTo(silenceMs: number, take: (read: Uint8Array | undefined) => void, fail: (error: unknown) => void): void {
    const { scope, head } = this.#context;
    this.#reader ??= head.response.body?.getReader();
    if (this.#reader === undefined) return take(undefined);
    scope.startTimer(silenceMs, this.silenceError);
    const settle = (next: () => void): void => {
      scope.stopTimer();
      // A cancelled reader says `done`: an aborted body must never look finished.
      if (scope.isAborted) fail(scope.signal.reason);
      else next();
    };
    this.#reader.read().then(
      ({ value }) => settle(() => take(value)),
      (cause: unknown) => settle(() => fail(this.#lossError(cause))),
    );
  }

  /** Ends the connection, and with it the attempt. */
  close(): void {
    const { scope, head } = this.#context;
    // A body that is broken already refuses to be cancelled, which changes nothing.
    (this.#reader ?? head.response.body)?.cancel().catch(() => undefined);
    scope.end();
    this.onClose?.();
  }

  readonly silenceError = (): RuncrateError => {
    const { label, timeoutMs, isStream } = this.#context.call;
    return this.#withBill(
      new TimeoutError({
        message: `${label} sent ${isStream ? 'no event' : 'nothing'} for longer than its timeout of ${timeoutMs / 1000} s.`,
        hint: 'Raise `timeout` (seconds) for a server that thinks for long between two pieces.',
      }),
    );
  };

  #lossError(cause: unknown): RuncrateError {
    const { call, head, platform } = this.#context;
    return this.#withBill(connectionFailure(cause, head, call, platform).error);
  }

  #withBill(error: RuncrateError): RuncrateError {
    if (this.#context.call.operation.retry === 'safe') return error;
    error.outcomeUnknown = true;
    advise(error, 'The answer had begun, so it was billed all the same; a second call is billed again.');
    return error;
  }
}
