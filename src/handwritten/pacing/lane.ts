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
  readonly go: (release: () => void) => void;
}

/** The calls to one server: those that wait, in their order, and when the next may go. */
export class Lane {
  readonly #server: string;
  readonly #config: PacingSettings;
  readonly #given: Given;
  readonly #window: LimitWindow;
  readonly #pace: Pace;
  readonly #queue: Turn[] = [];
  /** In flight, with their cost, until a response says what is left after them. */
  readonly #unanswered = new Map<() => void, number>();
  #inFlight = 0;
  #heldUntil = 0;
  /** When the last call went, or was due: a timer that is late, by up to a second, delays no other. */
  #lastAt = -Infinity;
  #lastCost = 1;
  #timer: unknown;

  constructor(server: string, config: PacingSettings, given: Given) {
    this.#server = server;
    this.#config = config;
    this.#given = given;
    this.#window = new LimitWindow(given.retryAfter);
    this.#pace = new Pace(config.requestsPerMinute);
  }

  reserve(cost: number, signal: AbortSignal, { priority, attempt }: PacedRequest): Promise<() => void> {
    const { maxQueue = 10_000 } = this.#config;
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
      const go = (release: () => void): void => {
        signal.removeEventListener('abort', leave);
        resolve(release);
      };
      const turn = { priority, attempt, cost, since: this.#given.clock.Date.now(), go };
      this.#add(turn);
      this.#pump();
      if (this.#queue.includes(turn)) signal.addEventListener('abort', leave);
    });
  }

  observe({ status, headers }: PacedResponse, release: (() => void) | undefined): void {
    const { clock, maxRetryAfterMs, retryAfter } = this.#given;
    const now = clock.Date.now();
    if (release) this.#unanswered.delete(release);
    let unanswered = 0;
    for (const cost of this.#unanswered.values()) unanswered += cost;
    this.#window.observe(headers, now, unanswered);
    const remaining = headers.get('x-ratelimit-remaining');
    // A 429 with calls left is for something else, such as a model that is busy.
    const isLimited = status === 429 && !Number(remaining);
    if (isLimited) this.#pace.slowDown(now);
    else if (status < 400 && this.#queue.length > 0) this.#pace.speedUp();
    if (isLimited || status === 503) {
      const waitMs = (retryAfter.retryAfterSeconds(status, headers, this.#window.skewMs) ?? 0) * 1000;
      if (waitMs > 0 && waitMs <= maxRetryAfterMs + retryAfter.clockSlackMs(headers)) {
        this.#heldUntil = Math.max(this.#heldUntil, now + waitMs + headStartMs);
      }
    }
    this.#pump();
  }

  /** Behind those of its priority, and a retry before first attempts, as it has waited longest. */
  #add(turn: Turn): void {
    const isBefore = (other: Turn): boolean =>
      other.priority < turn.priority || (other.priority === turn.priority && turn.attempt > 1 && other.attempt === 1);
    let place = this.#queue.length;
    while (place > 0 && isBefore(this.#queue[place - 1] as Turn)) place--;
    this.#queue.splice(place, 0, turn);
  }

  /** Lets go whose turn it is, and sets the timer for the next. */
  #pump(): void {
    const { clock } = this.#given;
    const { maxConcurrency = Infinity } = this.#config;
    clock.clearTimeout(this.#timer);
    for (let next = this.#queue[0]; next !== undefined && this.#inFlight < maxConcurrency; next = this.#queue[0]) {
      const now = clock.Date.now();
      const at = Math.max(this.#lastAt + this.#gapMs(now) * this.#lastCost, this.#heldUntil, this.#window.opensAt(now));
      if (at > now) {
        this.#timer = clock.setTimeout(() => this.#pump(), at - now);
        return;
      }
      this.#queue.shift();
      this.#lastAt = Math.max(at, next.since, now - 1000);
      this.#lastCost = next.cost;
      this.#go(next, now);
    }
  }

  #go({ cost, go }: Turn, now: number): void {
    this.#inFlight++;
    this.#window.take(cost, now);
    const release = (): void => {
      if (isReleased) return;
      isReleased = true;
      this.#inFlight--;
      this.#unanswered.delete(release);
      this.#pump();
    };
    let isReleased = false;
    this.#unanswered.set(release, cost);
    go(release);
  }

  /** What the caller has set holds in any case; what was found by trial, only while no header tells the limit. */
  #gapMs(now: number): number {
    const { requestsPerMinute = Infinity } = this.#config;
    return Math.max(60_000 / requestsPerMinute, this.#window.gapMs(now) ?? this.#pace.gapMs);
  }
}
