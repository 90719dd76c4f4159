import type { RetryAfter } from './given.js';

/** After so many own requests, the share of the others is estimated again. */
const sample = 10;
/** The same end, read from seconds and a clock that is known to a second. */
const sameMs = 1500;
const usualMs = 60_000;
/** A limit of a day is none to wait for, and a time that is told in milliseconds is thousands of years away. */
const longestMs = 3_600_000;

/** The rate limit of a server as its headers tell it: so many requests until a time, and who else takes of them. */
export class LimitWindow {
  /** How far the server's clock is ahead. Its `Date` is up to a second late, so the highest reading is the best. */
  skewMs: number | undefined;
  #limit: number | undefined;
  #left = 0;
  /** In the time of the client's clock; 0 before the first response. */
  #endsAt = 0;
  #lengthMs = usualMs;
  /** How many take of the limit, this process included. */
  #takers = 1;
  #own = 0;
  #before: number | undefined;
  readonly #limits = new Repeated();
  readonly #resets = new Repeated();
  /** The last `Date` that was read. */
  #date: string | null = null;
  readonly #retryAfter: RetryAfter;

  constructor(retryAfter: RetryAfter) {
    this.#retryAfter = retryAfter;
  }

  /** Whether headers tell the limit. */
  get isTold(): boolean {
    return this.#limit !== undefined;
  }

  /** Reads the headers of a response; `unanswered` requests may not be counted in them. */
  observe(headers: Headers, remaining: string | null, now: number, unanswered: number): void {
    this.#readDate(headers, now);
    const left = amountOf(remaining);
    if (left === undefined) return;
    const limit = this.#limits.read(headers.get('x-ratelimit-limit'));
    const reset = this.#resets.read(headers.get('x-ratelimit-reset'));
    if (limit === undefined || reset === undefined) return;
    const endsAt = reset * 1000 - (this.skewMs ?? 0);
    // Of an earlier window, or not a time.
    if (endsAt <= now || endsAt > now + longestMs || endsAt < this.#endsAt - sameMs) return;
    if (endsAt > this.#endsAt + sameMs) {
      this.#lengthMs = Math.max(endsAt - now, this.#endsAt > 0 ? Math.min(endsAt - this.#endsAt, this.#lengthMs) : 0);
      this.#before = undefined;
    }
    this.#endsAt = endsAt;
    // Of a new window, one call goes, whatever is told.
    this.#limit = Math.max(1, limit);
    this.#left = left - unanswered;
    this.#estimate(left);
  }

  #readDate(headers: Headers, now: number): void {
    const date = headers.get('date');
    // Read again later, the same one says less.
    if (date === this.#date) return;
    this.#date = date;
    const aheadMs = this.#retryAfter.clockSkewMs(headers);
    // By the clock of the client, which need not be that of the platform.
    if (aheadMs !== undefined) this.skewMs = Math.max(aheadMs + Date.now() - now, this.skewMs ?? -Infinity);
  }

  /** A request is sent. */
  take(cost: number, now: number): void {
    this.#renew(now);
    this.#left -= cost;
  }

  /** Milliseconds between two requests, so that they last until the end; undefined if no header tells. */
  gapMs(now: number): number | undefined {
    if (this.#limit === undefined) return undefined;
    this.#renew(now);
    return (this.#endsAt - now) / Math.max(1, this.#left / this.#takers);
  }

  /** When a request can be sent: now, or at the end of a window that has nothing left for this process. */
  opensAt(now: number): number {
    if (this.#limit === undefined) return 0;
    this.#renew(now);
    // The last ones are left to the others: each would take them.
    return this.#left >= Math.min(this.#takers, this.#limit) ? 0 : this.#endsAt;
  }

  /** Until a response tells of the new window, it is taken to be as the last one. */
  #renew(now: number): void {
    if (this.#limit === undefined || now < this.#endsAt) return;
    this.#endsAt += Math.ceil((now - this.#endsAt + 1) / this.#lengthMs) * this.#lengthMs;
    this.#left = this.#limit;
    this.#before = undefined;
  }

  /** Of what is gone since the last estimate, how much is ours? */
  #estimate(left: number): void {
    this.#own++;
    if (this.#before === undefined) {
      this.#before = left;
      this.#own = 0;
    }
    if (this.#own < sample) return;
    // A little less: who took more than the others then gets less.
    const takers = 1 + ((this.#before - left) / this.#own - 1) * 0.9;
    this.#takers = Math.max(1, (this.#takers + takers) / 2);
    this.#before = left;
    this.#own = 0;
  }
}

/** An amount that is the same in most responses: to check it takes longer than to compare it. */
class Repeated {
  #text: string | null = null;
  #amount: number | undefined;

  read(text: string | null): number | undefined {
    if (text !== this.#text) [this.#text, this.#amount] = [text, amountOf(text)];
    return this.#amount;
  }
}

function amountOf(text: string | null): number | undefined {
  return text !== null && /^\d+(\.\d+)?$/.test(text) ? Number(text) : undefined;
}
