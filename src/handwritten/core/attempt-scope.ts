/**
 * What one attempt lives by: one controller, ended by the caller's signal, by the client's close or by a timer.
 * `end` takes every listener and timer away again.
 */
export class AttemptScope {
  /** Whether the timer ended the attempt. */
  isTimedOut = false;
  readonly #controller = new AbortController();
  readonly signal = this.#controller.signal;
  readonly #callerSignal: AbortSignal | undefined;
  readonly #siblings: Set<AttemptScope>;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #onAbort: (() => void) | undefined;

  /** `siblings` are the attempts in flight of one client: it ends them all when it is closed. */
  constructor(callerSignal: AbortSignal | undefined, siblings: Set<AttemptScope>) {
    this.#callerSignal = callerSignal;
    this.#siblings = siblings;
    siblings.add(this);
    if (callerSignal?.aborted) this.#followCaller();
    else callerSignal?.addEventListener('abort', this.#followCaller);
  }

  /** Starts the timer anew; `reason` is made only if it runs out. */
  startTimer(timeoutMs: number, reason: () => unknown): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.isTimedOut = !this.signal.aborted;
      this.abort(reason());
    }, timeoutMs);
  }

  stopTimer(): void {
    clearTimeout(this.#timer);
  }

  /** Ends the attempt with a reason. The first one holds. */
  abort(reason: unknown): void {
    if (this.signal.aborted) return;
    this.#controller.abort(reason);
    this.#onAbort?.();
  }

  /** Calls back once the attempt is aborted, in place of what was to be called before. */
  onAbort(callback: (() => void) | undefined): void {
    this.#onAbort = callback;
  }

  /**
   * Waits for a promise, but no longer than the attempt lives: a `fetch` of the caller's own may not listen to
   * the signal. What comes too late goes to `discard`.
   */
  race<T>(promise: Promise<T>, discard?: (late: T) => void): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      const abort = (): void => reject(this.signal.reason);
      if (this.signal.aborted) abort();
      else this.#onAbort = abort;
      promise.then((value) => {
        if (this.signal.aborted) discard?.(value);
        resolve(value);
      }, reject);
    });
  }

  /** Takes the timer and the listeners away. */
  end(): void {
    clearTimeout(this.#timer);
    this.#callerSignal?.removeEventListener('abort', this.#followCaller);
    this.#siblings.delete(this);
    this.#onAbort = undefined;
  }

  readonly #followCaller = (): void => this.abort(this.#callerSignal?.reason);
}
