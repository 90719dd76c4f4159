import type { Clock } from '../core/clock.js';

interface Timer {
  readonly at: number;
  readonly isLimit: boolean;
  readonly callback: () => void;
}

/** Where time comes from: jumps from wait to wait, or the platform's clock, `speed` times as fast. */
type Drive = { readonly kind: 'jumps' } | { readonly kind: 'real'; readonly speed: number };

// Those of the platform, if the module is loaded before a test replaces them.
const { setTimeout: platformSetTimeout, MessageChannel: PlatformChannel } = globalThis;

/** Turns of the event loop before a jump, so that work that is under way may set its own timers first. */
const turnsBeforeJump = 2;

/**
 * The time of one simulator. While nothing but waits is left, it jumps to the end of the first. A limit, such as a
 * timeout, is no wait: time goes to its end only if a request is held without an answer.
 */
export class VirtualClock implements Clock {
  #now: number;
  #drive: Drive = { kind: 'jumps' };
  readonly #timers = new Set<Timer>();
  #busy = 0;
  #held = 0;
  #isScheduled = false;
  /** The last reading of a clock that is followed. */
  #followed: number | undefined;

  constructor(startsAt: number) {
    this.#now = startsAt;
  }

  now(): number {
    this.#follow();
    return this.#now;
  }

  setTimeout(callback: () => void, delayMs: number, isLimit = false): unknown {
    if (this.#drive.kind === 'real') return platformSetTimeout(callback, delayMs / this.#drive.speed);
    const timer = { at: this.now() + delayMs, isLimit, callback };
    this.#timers.add(timer);
    this.#schedule();
    return timer;
  }

  clearTimeout(timer: unknown): void {
    if (!this.#timers.delete(timer as Timer)) clearTimeout(timer as number | undefined);
  }

  sleep(delayMs: number): Promise<void> {
    return new Promise((resolve) => void this.setTimeout(resolve, delayMs));
  }

  /** Lets time pass, with all that falls due in it. */
  async advance(ms: number): Promise<void> {
    const end = this.now() + ms;
    await turn();
    for (let next = this.#earliest(); next !== undefined && next.at <= end; next = this.#earliest()) {
      this.#fire(next);
      await turn();
    }
    this.#now = Math.max(this.#now, end);
  }

  /** Sets the time, as of a snapshot. */
  reset(now: number): void {
    this.#now = now;
    this.#followed = undefined;
  }

  /** Follows the platform's clock from now on, for clients in other processes. */
  followPlatform(speed: number): void {
    this.now();
    this.#drive = { kind: 'real', speed };
    this.#followed = Date.now();
  }

  /** Stops the clock while `work` is done. */
  async during<T>(work: () => Promise<T>): Promise<T> {
    this.#busy++;
    try {
      return await work();
    } finally {
      this.#busy--;
      this.#schedule();
    }
  }

  /** A request that gets no answer: only a limit can end it. Returns what to call when it has ended. */
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
    if (this.#isScheduled || this.#timers.size === 0) return;
    this.#isScheduled = true;
    void this.#jump();
  }

  async #jump(): Promise<void> {
    for (let count = 0; count < turnsBeforeJump; count++) await turn();
    this.#isScheduled = false;
    if (this.#busy > 0) return;
    const next = this.#earliest();
    const isWaited = this.#held > 0 || [...this.#timers].some(({ isLimit }) => !isLimit);
    if (next === undefined || !isWaited) return;
    this.#fire(next);
    this.#schedule();
  }

  #earliest(): Timer | undefined {
    let first: Timer | undefined;
    for (const timer of this.#timers) if (first === undefined || timer.at < first.at) first = timer;
    return first;
  }

  #fire(timer: Timer): void {
    this.#timers.delete(timer);
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
    if (!channel) return void platformSetTimeout(resolve, 0);
    channel.port1.onmessage = () => {
      channel.port1.close();
      resolve();
    };
    channel.port2.postMessage(undefined);
  });
}
