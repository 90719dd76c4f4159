import type { AttemptScope } from './attempt-scope.js';
import type { RuncrateError } from './errors.js';

/** Reads a body that was handed over open, piece by piece. Each silence is limited, and an abort ends it at once. */
export class BodyReader {
  readonly #response: Response;
  readonly #scope: AttemptScope;
  /** Makes the error for a connection that was lost. */
  readonly #lossError: (cause: unknown) => RuncrateError;
  #reader: ReadableStreamDefaultReader<Uint8Array> | undefined;

  constructor(response: Response, scope: AttemptScope, lossError: (cause: unknown) => RuncrateError) {
    this.#response = response;
    this.#scope = scope;
    this.#lossError = lossError;
    // The silence before the first read is the caller's own: the timer runs only while we wait for the server.
    // An abort ends the attempt too: nobody may ever read on.
    scope.onAbort(() => this.close());
  }

  /** Throws the reason of an abort. */
  throwIfAborted(): void {
    this.#scope.signal.throwIfAborted();
  }

  abort(reason: unknown): void {
    this.#scope.abort(reason);
  }

  /** The next piece; undefined at the end. */
  async read(silenceMs: number, silenceError: () => RuncrateError): Promise<Uint8Array | undefined> {
    this.throwIfAborted();
    this.#reader ??= this.#response.body?.getReader();
    if (this.#reader === undefined) return undefined;
    this.#scope.startTimer(silenceMs, silenceError);
    try {
      const { done, value } = await this.#reader.read();
      // A cancelled reader says `done`: an aborted body must never look finished.
      this.throwIfAborted();
      return done ? undefined : value;
    } catch (cause) {
      this.throwIfAborted();
      throw this.#lossError(cause);
    } finally {
      this.#scope.stopTimer();
    }
  }

  /** Ends the connection, and with it the attempt. */
  close(): void {
    this.#cancel();
    this.#scope.end();
  }

  #cancel(): void {
    const cancelled = this.#reader === undefined ? this.#response.body?.cancel() : this.#reader.cancel();
    // A body that is broken already refuses to be cancelled, which changes nothing.
    cancelled?.catch(() => undefined);
  }
}
