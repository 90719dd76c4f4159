import type { PacedRequest, PacedResponse, PacingSettings } from '../core/options/pacing.js';
import { Pace } from './pace.js';
import type { Given } from './given.js';
import { LimitWindow } from './limit-window.js';

/** A call that was told to wait is back before those that were held, and goes first. */
const headStartMs = 100;

/** A call that waits. */
interface Turn extends PacedRequest {
  readonly since: number;
  readonly cost: number;
  readonly go: (release: Release) => void;
}

/** Passed to a release by a response. */
const answered = Symbol('answered');

/**
 * Gives a place back. For `answered`, it only tells when the request was sent, and counts as unanswered no longer:
 * undefined if that is known already. To look this up in a Map takes as long as all the rest.
 */
export type Release = (by?: typeof answered) => number | undefined;

/** The calls to one server: those that wait, in their order, and when the next may go. */
export class Lane {
  readonly #server: string;
  readonly #requestsPerMinute: number;
  readonly #maxConcurrency: number;
  readonly #maxQueue: number;
  readonly #given: Given;
  readonly #window: LimitWindow;
  readonly #pace: Pace;
  readonly #queue: Turn[] = [];
  /** The cost of what is in flight, until a response says what is left after it. */
  #unansweredCost = 0;
  #inFlight = 0;
  #heldUntil = 0;
  /** Whether the last refusal did not say for how long. */
  #isGuess = false;
  /** When the last call went, or was due: a timer that is late, by up to a second, delays no other. */
  #lastAt = -Infinity;
  #lastCost = 1;
  /** Since when there has been a call that waits. */
  #waitingSince = 0;
  #timer: unknown;

  constructor(server: string, config: PacingSettings, given: Given) {
    this.#server = server;
    this.#requestsPerMinute = config.requestsPerMinute ?? Infinity;
    this.#maxConcurrency = config.maxConcurrency ?? Infinity;
    this.#maxQueue = config.maxQueue ?? 10_000;
    this.#given = given;
    this.#window = new LimitWindow(given.retryAfter);
    this.#pace = new Pace(config.requestsPerMinute);
  }

  /** Lets a call go at once, if its turn is now: most do, and need not wait for a promise. */
  admit(cost: number): (() => void) | undefined {
    if (this.#queue.length > 0 || this.#inFlight >= this.#maxConcurrency) return undefined;
    const now = this.#given.clock.Date.now();
    const at = this.#nextAt(now);
    this.#waitingSince = now;
    return isDue(at, now) ? this.#send(cost, now, at, now) : undefined;
  }

  reserve(cost: number, signal: AbortSignal, { priority, attempt }: PacedRequest): Promise<() => void> {
    const maxQueue = this.#maxQueue;
    // A call that is retried has waited already.
    if (attempt === 1 && this.#queue.length >= maxQueue) {
      throw new this.#given.RuncrateError({
        message: `${maxQueue} calls already wait for ${this.#server}: it is \`maxQueue\` of the option \`pacing\`.`,
        hint: 'Start fewer calls at once, or raise `maxQueue`.',
        docsUrl: this.#given.docsUrl('pacing'),
      });
    }
    return new Promise((resolve, reject) => {
      const leave = (): void => {
        const place = this.#queue.indexOf(turn);
        if (place >= 0) this.#queue.splice(place, 1);
        this.#pump();
        reject(signal.reason as Error);
      };
      const go = (release: Release): void => {
        signal.removeEventListener('abort', leave);
        resolve(release);
      };
      const turn = { priority, attempt, cost, since: this.#given.clock.Date.now(), go };
      this.#add(turn);
      this.#pump();
      if (this.#queue.includes(turn)) signal.addEventListener('abort', leave);
    });
  }

  observe({ status, headers }: PacedResponse, release: Release | undefined): void {
    const { clock, maxRetryAfterMs, retryAfter } = this.#given;
    const now = clock.Date.now();
    const sentAt = release?.(answered) ?? now;
    const remaining = headers.get('x-ratelimit-remaining');
    this.#window.observe(headers, remaining, now, this.#unansweredCost);
    // A 429 with calls left is for something else, such as a model that is busy.
    const isLimited = status === 429 && !Number(remaining);
    if (isLimited) this.#pace.refused(sentAt, now);
    else if (status < 400) this.#pace.served(sentAt, this.#queue.length > 0 && this.#inFlight < this.#maxConcurrency);
    if (isLimited) this.#isGuess = true;
    if (isLimited || status === 503) {
      const waitMs = (retryAfter.retryAfterSeconds(status, headers, this.#window.skewMs) ?? 0) * 1000;
      if (waitMs > 0 && waitMs <= maxRetryAfterMs + retryAfter.clockSlackMs(headers)) {
        this.#heldUntil = Math.max(this.#heldUntil, now + waitMs + headStartMs);
        this.#isGuess = false;
      }
    }
    this.#pump();
  }

  /** Behind those of its priority, and a retry before first attempts, as it has waited longest. */
  #add(turn: Turn): void {
    if (this.#queue.length === 0) this.#waitingSince = this.#given.clock.Date.now();
    const isBefore = (other: Turn): boolean =>
      other.priority < turn.priority || (other.priority === turn.priority && turn.attempt > 1 && other.attempt === 1);
    let place = this.#queue.length;
    while (place > 0 && isBefore(this.#queue[place - 1] as Turn)) place--;
    this.#queue.splice(place, 0, turn);
  }

  /** Lets go whose turn it is, and sets the timer for the next. */
  #pump(): void {
    const { clock } = this.#given;
    if (this.#timer !== undefined) clock.clearTimeout(this.#timer);
    this.#timer = undefined;
    while (this.#queue.length > 0 && this.#inFlight < this.#maxConcurrency) {
      const now = clock.Date.now();
      const at = this.#nextAt(now);
      if (!isDue(at, now)) {
        if (at < Infinity) this.#timer = clock.setTimeout(() => this.#pump(), at - now);
        return;
      }
      const { cost, since, go } = this.#next();
      go(this.#send(cost, now, at, since));
    }
  }

  /** While it is not known when the server serves again, the call with the fewest attempts tries: none uses up its own. */
  #next(): Turn {
    const queue = this.#queue;
    if (!this.#isRefused || !this.#isGuess) return queue.shift() as Turn;
    const next = queue.reduce((least, turn) => (turn.attempt < least.attempt ? turn : least));
    queue.splice(queue.indexOf(next), 1);
    return next;
  }

  /** When the next call may go: infinite, if that depends on a response. */
  #nextAt(now: number): number {
    if (this.#isRefused && this.#unansweredCost > 0) return Infinity;
    return Math.max(this.#lastAt + this.#gapMs(now) * this.#lastCost, this.#heldUntil, this.#window.opensAt(now));
  }

  /** Whether what was found by trial counts, and the server refuses. */
  get #isRefused(): boolean {
    return this.#pace.isRefused && !this.#window.isTold;
  }

  #send(cost: number, now: number, at: number, since: number): Release {
    const sinceLastMs = now - this.#lastAt;
    this.#pace.sent(Math.min(sinceLastMs, Math.max(now - this.#waitingSince, this.#gapMs(now))));
    this.#lastAt = Math.max(at, since, now - 1000);
    this.#lastCost = cost;
    this.#inFlight++;
    this.#window.take(cost, now);
    this.#unansweredCost += cost;
    let isUnanswered = true;
    let isReleased = false;
    return (by) => {
      const sentAt = isUnanswered ? now : undefined;
      if (isUnanswered) this.#unansweredCost -= cost;
      isUnanswered = false;
      if (by === answered || isReleased) return sentAt;
      isReleased = true;
      this.#inFlight--;
      this.#pump();
      return sentAt;
    };
  }

  /** What the caller has set holds in any case; what was found by trial, only while no header tells the limit. */
  #gapMs(now: number): number {
    return Math.max(60_000 / this.#requestsPerMinute, this.#window.gapMs(now) ?? this.#pace.gapMs);
  }
}

/** No timer is more exact than a millisecond: with a high limit, a call would wait for nothing. */
function isDue(at: number, now: number): boolean {
  return at < now + 1;
}
