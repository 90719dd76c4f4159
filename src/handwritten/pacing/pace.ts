/** What is tried first, as long as the server has said nothing. */
const firstPerSecond = 10;
const slowestPerSecond = 1 / 60;
/** Calls that were sent together are refused together: that is one sign, not many. */
const onceInMs = 1000;

/** The limit of a server that does not tell it: a second more every second, and half after a 429. */
export class Pace {
  #perSecond: number;
  #slowedAt = -Infinity;

  constructor(requestsPerMinute: number | undefined) {
    this.#perSecond = requestsPerMinute === undefined ? firstPerSecond : requestsPerMinute / 60;
  }

  get gapMs(): number {
    return 1000 / this.#perSecond;
  }

  /** After a response that was none of a limit, while others wait. */
  speedUp(): void {
    this.#perSecond += Math.min(1, 1 / this.#perSecond);
  }

  slowDown(now: number): void {
    if (now - this.#slowedAt < onceInMs) return;
    this.#slowedAt = now;
    this.#perSecond = Math.max(slowestPerSecond, this.#perSecond / 2);
  }
}
