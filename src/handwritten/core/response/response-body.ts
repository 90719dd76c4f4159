import type { BodyContext } from './response-context.js';
import { advise, TimeoutError, type RuncrateError } from '../errors/errors.js';
import { connectionFailure } from './failure.js';
import { maxErrorBytes } from './read-bounded.js';
import type { ResponseInfo } from '../operation/operation.js';

/** Bytes as they arrive. Leaving the loop closes the connection. */
export interface ResponseBody extends AsyncIterable<Uint8Array> {
  readonly head: Omit<ResponseInfo, 'attemptCount'>;
  abort(reason: unknown): void;
}

/** Of a reader; without a value at the end. */
export interface BodyRead {
  readonly value?: Uint8Array | undefined;
}

const noRead: BodyRead = {};

/** A file that is audio, an image or a video does not begin with a brace: it may be an error. */
export function beginsAsJson(chunk: Uint8Array | undefined): boolean {
  return chunk?.[0] === 0x7b;
}

/** A response body that was returned unread. The time without data is limited, and an abort ends it at once. */
export class HttpResponseBody implements ResponseBody {
  readonly #context: BodyContext;
  readonly #check: ((text: string) => void) | undefined;
  #reader: ReadableStreamDefaultReader<Uint8Array> | undefined;
  readonly silenceError: () => RuncrateError;
  /** It is being read, or has been. */
  isOpened = false;
  /** Called when nothing more will be read. */
  onClose: (() => void) | undefined;

  /**
   * The scope outlives a body that nobody can reach, whose attempt it ends then. So no function here that the scope
   * keeps may refer to `this`. `check` throws for the text of an error in place of a file.
   */
  constructor(context: BodyContext, check?: (text: string) => void) {
    this.#context = context;
    this.#check = check;
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
      timeoutError(`received no ${isStream ? 'event' : 'data'} for longer than`, 'Raise `timeout` (seconds).');
    // Until somebody reads: a program may have failed before its loop, and the server writes on.
    scope.startTimer(timeoutMs, () => timeoutError('was not read within', 'Read a stream as soon as it is open.'));
  }

  get head(): ResponseBody['head'] {
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
      const first = await this.read();
      if (first === undefined) return;
      if (beginsAsJson(first)) yield* await this.#checked(first);
      else yield first;
      for (let chunk; (chunk = await this.read()) !== undefined;) yield chunk;
    } finally {
      this.close();
    }
  }

  /** The chunks that begin as an error may. */
  async #checked(first: Uint8Array): Promise<readonly Uint8Array[]> {
    const decoder = new TextDecoder();
    const chunks: Uint8Array[] = [];
    let text = '';
    for (let chunk: Uint8Array | undefined = first; chunk !== undefined; chunk = await this.read()) {
      chunks.push(chunk);
      text += decoder.decode(chunk, { stream: true });
      if (text.length > maxErrorBytes) return chunks;
    }
    try {
      this.#check?.(text);
    } catch (error) {
      throw withBill(this.#context, error as RuncrateError);
    }
    return chunks;
  }

  /**
   * The next chunk; undefined at the end. The timer runs until the first read and while a read is pending: the time
   * between two reads is the caller's own.
   */
  read(): Promise<Uint8Array | undefined> {
    return this.readTo(this.#context.call.timeoutMs, this.#take, this.#fail);
  }

  readonly #take = ({ value }: BodyRead): Uint8Array | undefined => {
    this.endRead();
    return value;
  };

  readonly #fail = (cause: unknown): never => {
    throw this.errorOf(cause);
  };

  /** The time of the clock by which silences are measured. */
  get now(): number {
    return this.#context.scope.clock.Date.now();
  }

  /** As `read`, with callbacks, which have to call `endRead` or `errorOf`. */
  readTo<Result>(
    silenceMs: number,
    take: (read: BodyRead) => Result | PromiseLike<Result>,
    fail: (cause: unknown) => Result | PromiseLike<Result>,
    now = this.now,
  ): Promise<Result> {
    const { scope, head } = this.#context;
    this.#reader ??= head.response.body?.getReader();
    scope.startTimer(silenceMs, this.silenceError, now);
    return (this.#reader?.read() ?? Promise.resolve(noRead)).then(take, fail);
  }

  /** Ends a read. A cancelled reader returns the end: an aborted body must never seem complete. */
  endRead(): void {
    this.#context.scope.stopTimer();
    this.throwIfAborted();
  }

  /** Ends a read that failed. */
  errorOf(cause: unknown): unknown {
    const { call, head, platform, scope } = this.#context;
    scope.stopTimer();
    if (scope.isAborted) return scope.signal.reason;
    return withBill(this.#context, connectionFailure(cause, head, call, platform).error);
  }

  /** Closes the connection and ends the attempt. */
  close(): void {
    const { scope, head } = this.#context;
    // Cancelling a body that is already broken rejects, which changes nothing.
    (this.#reader ?? head.response.body)?.cancel().catch(() => undefined);
    scope.end();
    this.onClose?.();
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
