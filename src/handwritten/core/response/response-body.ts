import type { BodyContext } from './response-context.js';
import { advise, TimeoutError, type RuncrateError } from '../errors/errors.js';
import { connectionFailure } from './failure.js';
import type { ResponseInfo } from '../operation/operation.js';

/** Bytes as they arrive. Leaving the loop closes the connection. */
export interface ResponseBody extends AsyncIterable<Uint8Array> {
  readonly head: ResponseInfo;
  abort(reason: unknown): void;
}

/** A response body that was returned unread. The time without data is limited, and an abort ends it at once. */
export class HttpResponseBody implements ResponseBody {
  readonly #context: BodyContext;
  #reader: ReadableStreamDefaultReader<Uint8Array> | undefined;
  readonly silenceError: () => RuncrateError;
  /** It is being read, or has been. */
  isOpened = false;
  /** Called when nothing more will be read. */
  onClose: (() => void) | undefined;

  /**
   * The scope outlives a body that nobody can reach, whose attempt it ends then. So no function here that the scope
   * keeps may refer to `this`.
   */
  constructor(context: BodyContext) {
    this.#context = context;
    const { scope, platform, call } = context;
    const { label, timeoutMs, isStream } = call;
    const body = platform.weakReference?.(this, () => scope.onAbort && scope.abort(undefined)) ?? constant(this);
    // An abort ends the attempt too: there may be no other read.
    scope.onAbort = () => {
      body()?.close();
      scope.end();
    };
    const timeoutError = (what: string, hint: string): RuncrateError =>
      withBill(context, new TimeoutError({ message: `${label} ${what} its timeout of ${timeoutMs / 1000} s.`, hint }));
    this.silenceError = () =>
      timeoutError(
        `received no ${isStream ? 'event' : 'data'} for longer than`,
        'Raise `timeout` (seconds) if the server pauses for longer between chunks.',
      );
    // Until somebody reads: a program may have failed before its loop, and the server writes on.
    scope.startTimer(timeoutMs, () => timeoutError('was not read within', 'Read a stream as soon as it is open.'));
  }

  get head(): ResponseInfo {
    return this.#context.head;
  }

  abort(reason: unknown): void {
    this.#context.scope.abort(reason);
  }

  throwIfAborted(): void {
    this.#context.scope.throwIfAborted();
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Uint8Array, void, undefined> {
    try {
      for (let chunk; (chunk = await this.read()) !== undefined;) yield chunk;
    } finally {
      this.close();
    }
  }

  /**
   * The next chunk; undefined at the end. The timer runs until the first read and while a read is pending: the time
   * between two reads is the caller's own.
   */
  read(): Promise<Uint8Array | undefined> {
    const { timeoutMs } = this.#context.call;
    return new Promise((resolve, reject) => this.readTo(timeoutMs, resolve, reject));
  }

  /** As `read`, with callbacks: with a promise for each read, most of the time goes to promises. */
  readTo(silenceMs: number, take: (read: Uint8Array | undefined) => void, fail: (error: unknown) => void): void {
    const { scope, head } = this.#context;
    this.#reader ??= head.response.body?.getReader();
    if (this.#reader === undefined) return take(undefined);
    scope.startTimer(silenceMs, this.silenceError);
    const settle = (next: () => void): void => {
      scope.stopTimer();
      // A cancelled reader returns `done`: an aborted body must never seem complete.
      if (scope.isAborted) fail(scope.signal.reason);
      else next();
    };
    this.#reader.read().then(
      ({ value }) => settle(() => take(value)),
      (cause: unknown) => settle(() => fail(this.#lossError(cause))),
    );
  }

  /** Closes the connection and ends the attempt. */
  close(): void {
    const { scope, head } = this.#context;
    // Cancelling a body that is already broken rejects, which changes nothing.
    (this.#reader ?? head.response.body)?.cancel().catch(() => undefined);
    scope.end();
    this.onClose?.();
  }

  #lossError(cause: unknown): RuncrateError {
    const { call, head, platform } = this.#context;
    return withBill(this.#context, connectionFailure(cause, head, call, platform).error);
  }
}

function withBill({ call, head }: BodyContext, error: RuncrateError): RuncrateError {
  error.attempts = head.attempts;
  if (call.operation.retry === 'safe') return error;
  error.outcomeUnknown = true;
  advise(error, 'The response had begun, so it was billed; a second call is billed again.');
  return error;
}

/** Outside of the constructor, whose functions would share its variables. */
function constant<T>(value: T): () => T {
  return () => value;
}
