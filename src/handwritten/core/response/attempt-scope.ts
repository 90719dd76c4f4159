/**
 * What one attempt lives by: one controller, ended by the caller's signal, by the client's close or by a timer.
 * `end` takes every listener and timer away again.
 */
export class AttemptScope {
  /** As its signal says, which would take a while before every event of a stream. */
  isAborted = false;
  /** Whether the attempt was ended by us, the timer or the client's close, and not by the caller's signal. */
  isEndedByUs = false;
  /** Called once the attempt is aborted. */
  onAbort: (() => void) | undefined;
  readonly #controller = new AbortController();
  readonly signal = this.#controller.signal;
  readonly #callerSignal: AbortSignal | undefined;
  readonly #siblings: Set<AttemptScope>;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** When the timer runs out, in the time of `Date.now()`. */
  #timerDueAt = Infinity;
  /** When the wait of now is too long; none is limited where it is infinite. */
  #endsAt = Infinity;
  #reason: () => unknown = () => undefined;

  /** `siblings` are the attempts in flight of one client: it ends them all when it is closed. */
  constructor(callerSignal?: AbortSignal, siblings = new Set<AttemptScope>()) {
    this.#callerSignal = callerSignal;
    this.#siblings = siblings;
    siblings.add(this);
    if (callerSignal?.aborted) this.#followCaller();
    else callerSignal?.addEventListener('abort', this.#followCaller);
  }

  /**
   * Limits a wait; `reason` is made only if it takes too long. A stream waits for every read: one timer serves them
   * all, and what it finds when it runs out decides whether it is set again. A timer a read would cost as much as the
   * rest of the read (test/bench).
   */
  startTimer(timeoutMs: number, reason: () => unknown): void {
    this.#endsAt = Date.now() + timeoutMs;
    this.#reason = reason;
    if (this.#endsAt < this.#timerDueAt) this.#setTimer(timeoutMs);
  }

  /** Ends the wait. The timer may go on, and then finds none. */
  stopTimer(): void {
    this.#endsAt = Infinity;
  }

  /** Ends the wait and takes the timer away, so that it keeps no process alive. */
  clearTimer(): void {
    clearTimeout(this.#timer);
    this.#timerDueAt = this.#endsAt = Infinity;
  }

  #setTimer(delayMs: number): void {
    const dueAt = (this.#timerDueAt = this.#endsAt);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#timerDueAt = Infinity;
      if (this.#endsAt === Infinity) return;
      const leftMs = this.#endsAt === dueAt ? 0 : this.#endsAt - Date.now();
      if (leftMs > 0) return this.#setTimer(leftMs);
      this.abort(this.#reason(), true);
    }, delayMs);
  }

  /** Ends the attempt with a reason. The first one holds. */
  abort(reason: unknown, isByUs = false): void {
    if (this.isAborted) return;
    this.isAborted = true;
    this.isEndedByUs = isByUs;
    this.#controller.abort(reason);
    this.onAbort?.();
  }

  /**
   * Waits for a promise, but no longer than the attempt lives: a `fetch` of the caller's own may not listen to
   * the signal.
   */
  race<T>(promise: Promise<T>): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      const abort = (): void => reject(this.signal.reason);
      if (this.isAborted) abort();
      else this.onAbort = abort;
      promise.then(resolve, reject);
    });
  }

  /** Takes the timer and the listeners away. */
  end(): void {
    this.clearTimer();
    this.#callerSignal?.removeEventListener('abort', this.#followCaller);
    this.#siblings.delete(this);
    this.onAbort = undefined;
  }

  readonly #followCaller = (): void => this.abort(this.#callerSignal?.reason);
}
