/** What is tried first, as long as the server has said nothing. */
const firstPerSecond = 10;
const slowestPerSecond = 1 / 60;
/** Calls that were sent together are refused together: that is one sign, not many. */
const onceInMs = 1000;
/** Between two requests that try whether a server serves again. */
const mostTrialMs = 10_000;
/** After a refusal, so much of what the server was found to serve. */
const justUnder = 0.95;
/** From there, so many responses until the whole is tried again. */
const backIn = 400;
/** Beyond that, it serves more than it was found to. */
const outgrown = 1.1;
/** What a server serves is found from the last minute or two: it may have been less before. */
const spanMs = 60_000;
/** And not from fewer. */
const sample = 20;
const sampleMs = 10_000;

/**
 * The limit of a server that does not tell it: a second more every second, and half after a 429. Once it has been met,
 * the pace stays just under what was served from one refusal to the next, and goes up slowly.
 */
export class Pace {
  readonly #mostPerSecond: number;
  #perSecond: number;
  #slowedAt = -Infinity;
  #refusedAt = -Infinity;
  /** How long to wait for the next trial, while the server refuses; 0 while it serves. */
  #trialMs = 0;
  /** What it was found to serve a second. */
  #found: number | undefined;
  /** Since it last served again: responses, and the time in which calls waited. Before, if that is not long ago. */
  #served = 0;
  #busyMs = 0;
  #servedBefore = 0;
  #busyBeforeMs = 0;

  constructor(requestsPerMinute = Infinity) {
    this.#mostPerSecond = requestsPerMinute / 60;
    this.#perSecond = Math.min(this.#mostPerSecond, requestsPerMinute === Infinity ? firstPerSecond : Infinity);
  }

  /** Whether the server refuses: then one request at a time tries. */
  get isRefused(): boolean {
    return this.#trialMs > 0;
  }

  get gapMs(): number {
    return Math.max(this.#trialMs, 1000 / this.#perSecond);
  }

  /** A request goes out, after so long in which calls waited. */
  sent(busyMs: number): void {
    if (this.#busyMs >= spanMs) this.#nextSpan();
    this.#busyMs += busyMs;
  }

  /** A response that was none of a limit; `isHolding`: others wait for the pace alone. */
  served(sentAt: number, isHolding: boolean): void {
    this.#served++;
    if (this.isRefused) {
      // What went out before the refusal tells nothing.
      if (sentAt < this.#refusedAt) return;
      this.#goOn();
    }
    if (isHolding) this.#speedUp();
  }

  refused(sentAt: number, now: number): void {
    // Sent together with the first, it is no other sign. Later ones were trials.
    if (this.isRefused && sentAt < this.#refusedAt) return;
    if (this.isRefused) this.#trialMs = Math.min(mostTrialMs, this.#trialMs * 2);
    this.#refusedAt = now;
    if (now - this.#slowedAt >= onceInMs) {
      this.#slowedAt = now;
      this.#perSecond = Math.max(slowestPerSecond, this.#perSecond / 2);
    }
    this.#trialMs ||= 1000 / this.#perSecond;
  }

  #goOn(): void {
    this.#trialMs = 0;
    const served = this.#served + this.#servedBefore;
    const busyMs = this.#busyMs + this.#busyBeforeMs;
    if (served >= sample && busyMs >= sampleMs) {
      this.#found = (served * 1000) / busyMs;
      this.#nextSpan();
      this.#nextSpan();
    } else if (this.#found !== undefined) this.#found *= justUnder;
    if (this.#found !== undefined) this.#perSecond = Math.min(this.#mostPerSecond, this.#found * justUnder);
  }

  #nextSpan(): void {
    this.#servedBefore = this.#served;
    this.#busyBeforeMs = this.#busyMs;
    this.#served = this.#busyMs = 0;
  }

  #speedUp(): void {
    const found = this.#found;
    if (found !== undefined && this.#perSecond > found * outgrown) this.#found = undefined;
    const step =
      this.#found === undefined ? Math.min(1, 1 / this.#perSecond) : (this.#found * (1 - justUnder)) / backIn;
    this.#perSecond = Math.min(this.#mostPerSecond, this.#perSecond + step);
  }
}
