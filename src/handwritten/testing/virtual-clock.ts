import { mistake } from './mistake.js';

interface Timer {
  readonly at: number;
  readonly isLimit: boolean;
  readonly callback: () => void;
}

/** Where time comes from: jumps from wait to wait, or the platform's clock, `speed` times as fast. */
type Drive = { readonly kind: 'jumps' } | { readonly kind: 'real'; readonly speed: number };

// Those of the platform, if the module is loaded before a test replaces them.
const { setTimeout: startTimer, clearTimeout: stopTimer, MessageChannel: PlatformChannel } = globalThis;

/** Turns of the event loop before a jump, so that work that is under way may set its own timers first. */
const turnsBeforeJump = 2;

/**
 * The time of one simulator. While nothing but waits is left, it jumps to the end of the first. A limit, such as a
 * timeout, is no wait: time goes to its end only if a request is held without an answer.
 */
export class VirtualClock {
  /** @internal */
  readonly Date = { now: (): number => this.now() };
  #now: number;
  #drive: Drive = { kind: 'jumps' };
  readonly #timers = new Set<Timer>();
  /** The timers that are no limits. */
  #waits = 0;
  #busy = 0;
  #held = 0;
  #isScheduled = false;
  /** The last reading of a clock that is followed. */
  #followed: number | undefined;

  /** @internal */
  constructor(startsAt: number) {
    this.#now = startsAt;
  }

  /** The time, in milliseconds since 1970. */
  now(): number {
    this.#follow();
    return this.#now;
  }

  /** @internal */
  setTimeout(callback: () => void, delayMs: number, isLimit = false): unknown {
    if (this.#drive.kind === 'real') return startTimer(callback, delayMs / this.#drive.speed);
    const timer = { at: this.now() + delayMs, isLimit, callback };
    this.#timers.add(timer);
    if (!isLimit) this.#waits++;
    this.#schedule();
    return timer;
  }

  /** @internal */
  clearTimeout(timer: unknown): void {
    if (!this.#remove(timer as Timer)) stopTimer(timer as number | undefined);
  }

  /** Waits for so many milliseconds of this clock, which take no real time. An abort ends it, and rejects with its reason. */
  sleep(delayMs: number, signal?: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      const timer = this.setTimeout(() => {
        signal?.removeEventListener('abort', abort);
        resolve();
      }, delayMs);
      const abort = (): void => {
        this.clearTimeout(timer);
        reject(signal?.reason as Error);
      };
      if (signal?.aborted) abort();
      else signal?.addEventListener('abort', abort, { once: true });
    });
  }

  /** Lets so many milliseconds pass, with all that falls due in them: instances deploy, timeouts fire, polls go out. */
  async advance(ms: number): Promise<void> {
    if (!(ms >= 0 && ms < Infinity)) throw mistake(`api.clock.advance: ${String(ms)} is no number of milliseconds.`);
    const end = this.now() + ms;
    await turn();
    for (let next = this.#earliest(); next !== undefined && next.at <= end; next = this.#earliest()) {
      this.#fire(next);
      await turn();
    }
    this.#now = Math.max(this.#now, end);
  }

  /**
   * Sets the time, as of a snapshot.
   *
   * @internal
   */
  reset(now: number): void {
    this.#now = now;
    this.#followed = undefined;
  }

  /**
   * Follows the platform's clock from now on, for clients in other processes.
   *
   * @internal
   */
  followPlatform(speed: number): void {
    this.now();
    this.#drive = { kind: 'real', speed };
    this.#followed = Date.now();
  }

  /**
   * Jumps again.
   *
   * @internal
   */
  followNobody(): void {
    this.now();
    this.#drive = { kind: 'jumps' };
    this.#followed = undefined;
  }

  /**
   * Stops the clock while `work` is done.
   *
   * @internal
   */
  async during<T>(work: () => Promise<T>): Promise<T> {
    this.#busy++;
    try {
      return await work();
    } finally {
      this.#busy--;
      this.#schedule();
    }
  }

  /**
   * A request that gets no answer: only a limit can end it. Returns what to call when it has ended.
   *
   * @internal
   */
  hold(): () => void {
    this.#held++;
    this.#schedule();
    return () => {
      this.#held--;
    };
  }

  /** Time that a test lets pass by the fake timers of vitest or jest passes here too. */
  #follow(): void {
    const speed = this.#drive.kind === 'real' ? this.#drive.speed : isFaked() ? 1 : 0;
    const read = speed > 0 ? Date.now() : undefined;
    if (read !== undefined && this.#followed !== undefined) this.#now += Math.max(0, read - this.#followed) * speed;
    this.#followed = read;
  }

  #schedule(): void {
    if (this.#isScheduled || !this.#isWaited) return;
    this.#isScheduled = true;
    void this.#jump();
  }

  async #jump(): Promise<void> {
    for (let count = 0; count < turnsBeforeJump; count++) await turn();
    this.#isScheduled = false;
    if (this.#busy > 0) return;
    const next = this.#earliest();
    if (next === undefined || !this.#isWaited) return;
    this.#fire(next);
    this.#schedule();
  }

  /** Limits alone do not let time pass: a call that nothing holds up never reaches its timeout. */
  get #isWaited(): boolean {
    return this.#waits > 0 || (this.#held > 0 && this.#timers.size > 0);
  }

  #remove(timer: Timer): boolean {
    const isKnown = this.#timers.delete(timer);
    if (isKnown && !timer.isLimit) this.#waits--;
    return isKnown;
  }

  #earliest(): Timer | undefined {
    let first: Timer | undefined;
    for (const timer of this.#timers) if (first === undefined || timer.at < first.at) first = timer;
    return first;
  }

  #fire(timer: Timer): void {
    this.#remove(timer);
    this.#now = Math.max(this.now(), timer.at);
    timer.callback();
  }
}

/** By the mark of @sinonjs/fake-timers, which both vitest and jest use. */
function isFaked(): boolean {
  return 'clock' in globalThis.setTimeout;
}

/** A turn of the event loop, also where timers are replaced. */
function turn(): Promise<void> {
  return new Promise((resolve) => {
    // Not everywhere: jsdom has none.
    const channel = (PlatformChannel as typeof PlatformChannel | undefined) && new PlatformChannel();
    if (!channel) return void startTimer(resolve, 0);
    channel.port1.onmessage = () => {
      channel.port1.close();
      resolve();
    };
    channel.port2.postMessage(undefined);
  });
}
