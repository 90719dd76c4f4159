import { systemClock } from '../clock.js';
import { reasonOf } from '../options/abort-reason.js';

/**
 * The abort controller of one attempt. The caller's signal, the closing of the client or a timer aborts it.
 * `end` removes every listener and timer.
 */
export class AttemptScope {
  /** Same as `signal.aborted`, which is slow to read before every event of a stream. */
  isAborted = false;
  /** Whether the timer or the closing of the client aborted the attempt, not the caller's signal. */
  isEndedByUs = false;
  /** Called once the attempt is aborted. */
  onAbort: (() => void) | undefined;
  /** Called when it ends, once. */
  onEnd: (() => void) | undefined;
  readonly #controller: AbortController;
  readonly signal: AbortSignal;
  readonly #callerSignal: AbortSignal | undefined;
  readonly #siblings: Set<AttemptScope>;
  #timer: unknown;
  /** When the timer fires, in the time of the clock. */
  #timerDueAt = Infinity;
  /** When the current wait times out; infinite without a limit. */
  #endsAt = Infinity;
  #reason: () => unknown = () => undefined;

  /** `siblings` are the attempts in flight of one client, which aborts them all when it is closed. */
  constructor(
    callerSignal?: AbortSignal,
    siblings = new Set<AttemptScope>(),
    controller = new AbortController(),
    readonly clock = systemClock,
  ) {
    this.#controller = controller;
    this.signal = controller.signal;
    this.#callerSignal = callerSignal;
    this.#siblings = siblings;
    siblings.add(this);
    if (callerSignal?.aborted) this.#followCaller();
    else callerSignal?.addEventListener('abort', this.#followCaller);
  }

  /**
   * Limits a wait; `reason` is called only if it times out. A stream waits for every read, and all reads share one
   * timer: when it fires, it is set again if the current wait has time left. A timer for each read would cost as much
   * as the rest of the read (test/bench).
   */
  startTimer(timeoutMs: number, reason: () => unknown, now = this.clock.Date.now()): void {
    this.#endsAt = now + timeoutMs;
    this.#reason = reason;
    if (this.#endsAt < this.#timerDueAt) this.#setTimer(timeoutMs);
  }

  /** Ends the wait. The timer may still fire, and then does nothing. */
  stopTimer(): void {
    this.#endsAt = Infinity;
  }

  #setTimer(delayMs: number): void {
    const dueAt = (this.#timerDueAt = this.#endsAt);
    this.clock.clearTimeout(this.#timer);
    const fire = (): void => {
      this.#timerDueAt = Infinity;
      if (this.#endsAt === Infinity) return;
      const leftMs = this.#endsAt === dueAt ? 0 : this.#endsAt - this.clock.Date.now();
      if (leftMs > 0) return this.#setTimer(leftMs);
      this.abort(this.#reason(), true);
    };
    this.#timer = this.clock.setTimeout(fire, delayMs, true);
  }

  /** Aborts the attempt. Only the first reason counts. */
  abort(reason: unknown, isByUs = false): void {
    if (this.isAborted) return;
    this.isAborted = true;
    this.isEndedByUs = isByUs;
    // A polyfill, such as that of React Native, loses it.
    if (!('reason' in this.signal)) Object.assign(this.signal, { reason });
    this.#controller.abort(reason);
    this.onAbort?.();
  }

  /**
   * Waits for a promise, but rejects when the attempt is aborted: a `fetch` of the caller's own may ignore the
   * signal.
   */
  race<T>(promise: Promise<T>): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      const abort = (): void => reject(this.signal.reason);
      if (this.isAborted) abort();
      else this.onAbort = abort;
      promise.then(resolve, reject);
    });
  }

  /** As that of the signal, which a polyfill has not. */
  throwIfAborted(): void {
    if (this.isAborted) throw this.signal.reason;
  }

  /** Waits, in place of `startTimer`. */
  sleep(delayMs: number): Promise<void> {
    return this.race(new Promise((resolve) => (this.#timer = this.clock.setTimeout(resolve, delayMs))));
  }

  /** Removes the timer and the listeners. */
  end(): void {
    this.clock.clearTimeout(this.#timer);
    this.#timerDueAt = this.#endsAt = Infinity;
    this.#callerSignal?.removeEventListener('abort', this.#followCaller);
    this.#siblings.delete(this);
    this.onAbort = undefined;
    this.onEnd?.();
    this.onEnd = undefined;
  }

  readonly #followCaller = (): void => this.abort(reasonOf(this.#callerSignal as AbortSignal));
}
