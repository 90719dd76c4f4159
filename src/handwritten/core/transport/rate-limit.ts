import { systemClock } from '../clock.js';
import { clockSkewMs, clockSlackMs, retryAfterSeconds } from '../errors/retry-after.js';

/** A call that waits for its turn. */
interface Turn {
  /** Its place among the calls of the client: who came first goes first. */
  readonly ticket: number;
  readonly dueAt: number;
  /** Ends the wait; `at` is when it was due. */
  go: (at: number) => void;
}

/** Between two turns, if the server does not say how many calls it takes. */
const defaultGapMs = 25;
/** A limit that served nobody this often may be another than that of the calls that wait: they are no longer held. */
const maxFruitless = 2;

/**
 * The rate limit of one server, and the calls that wait for it. Calls that wake at the same time would be limited
 * again, all but the first few, until they fail: so they go one after the other, and stop when one of them is limited.
 */
export class RateLimit {
  /** The calls so far. */
  tickets = 0;
  /** How far the server's clock is ahead, once a response has said so. */
  skewMs: number | undefined;
  /** When the server takes calls again, in the time of the clock. */
  #until = 0;
  /** The limit is that of the key, so new calls wait too. */
  #isShared = false;
  #gapMs = 0;
  /** When the next turn may come. */
  #freeAt = 0;
  #hasServed = false;
  #fruitless = 0;
  readonly #turns: Turn[] = [];
  readonly #clock;
  #timer: unknown;

  constructor(clock = systemClock) {
    this.#clock = clock;
  }

  /** Whether a new call has to wait. */
  get isHeld(): boolean {
    return this.#isShared && (this.#turns.length > 0 || this.#until > this.#clock.Date.now());
  }

  /** Reads what a response says about the limit. A wait of more than `maxMs` is nobody's: calls fail instead. */
  observe(response: Response, attemptNumber: number, maxMs: number): void {
    const { headers, status } = response;
    const remaining = headers.get('x-ratelimit-remaining');
    // A 429 with calls left is for something else, such as a model that is busy.
    const isLimited = status === 429 ? !Number(remaining) : remaining === '0';
    // Few responses matter, and a date takes long to read.
    if (isLimited || this.skewMs === undefined) this.skewMs = clockSkewMs(headers) ?? this.skewMs ?? 0;
    this.#hasServed ||= (attemptNumber > 1 || this.#isShared) && response.ok;
    if (!isLimited) return;
    const waitMs = (retryAfterSeconds(429, headers, this.skewMs) ?? Infinity) * 1000;
    if (waitMs > maxMs + clockSlackMs(headers)) return;
    this.#hold(waitMs, remaining === '0', Number(headers.get('x-ratelimit-limit')));
  }

  #hold(waitMs: number, isShared: boolean, limit: number): void {
    const now = this.#clock.Date.now();
    if (this.#until <= now) {
      this.#fruitless = this.#hasServed ? 0 : this.#fruitless + 1;
      this.#hasServed = false;
    }
    if (this.#fruitless > maxFruitless) return;
    this.#isShared = isShared;
    this.#until = Math.max(this.#until, now + waitMs);
    // Twice as fast as the server allows, so that the calls of a window go in its first half.
    this.#gapMs = limit >= 1 ? Math.max(this.#gapMs, waitMs / limit / 2) : defaultGapMs;
    this.#schedule(now);
  }

  /**
   * Waits for `delayMs` at least, and then for the calls that came first. Resolves to the whole delay; `race` ends it
   * early.
   */
  async wait(ticket: number, delayMs: number, race: (turn: Promise<number>) => Promise<number>): Promise<number> {
    const now = this.#clock.Date.now();
    const turn: Turn = { ticket, dueAt: now + delayMs, go: () => undefined };
    const dueAt = new Promise<number>((resolve) => (turn.go = resolve));
    this.#turns.push(turn);
    this.#schedule(now);
    try {
      return (await race(dueAt)) - now;
    } finally {
      this.#remove(turn);
    }
  }

  #remove(turn: Turn): void {
    const place = this.#turns.indexOf(turn);
    if (place < 0) return;
    this.#turns.splice(place, 1);
    this.#schedule(this.#clock.Date.now());
  }

  /** Sets the timer for the next turn. */
  #schedule(now: number): void {
    this.#clock.clearTimeout(this.#timer);
    const [first, ...others] = this.#turns;
    if (first === undefined) return;
    const dueAt = (turn: Turn): number => Math.max(turn.dueAt, this.#until);
    const next = others.reduce((a, b) => ((dueAt(a) - dueAt(b) || a.ticket - b.ticket) < 0 ? a : b), first);
    const at = Math.max(dueAt(next), this.#freeAt);
    this.#timer = this.#clock.setTimeout(() => {
      const gapMs = others.length > 0 ? this.#gapMs * (0.5 + Math.random()) : 0;
      this.#freeAt = this.#clock.Date.now() + gapMs;
      next.go(at);
      this.#remove(next);
    }, at - now);
  }
}
