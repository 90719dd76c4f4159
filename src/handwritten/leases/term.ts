import type { Clock } from '../core/clock.js';
import type { LeaseConfig } from './config.js';
import { watchDeadline } from './deadline.js';
import { longestSeconds } from './duration.js';
import { LeaseExpiredError, type LeaseLimit } from './errors.js';

/** What a lease has cost so far. */
export interface LeaseCost {
  /** Since the instance was requested, until its end was confirmed. */
  readonly seconds: number;
  /** By the hourly rate; undefined if that is not known. What is billed may be a little less. */
  readonly estimatedUsd: number | undefined;
}

/** How long a lease lasts, by its limits and its rate. */
export class LeaseTerm {
  hourlyRate: number | undefined;
  endsAt = Infinity;
  #startedAt: number;
  #endedAt: number | undefined;
  #limit: LeaseLimit = 'maxDuration';
  #stop: (() => void) | undefined;

  constructor(
    readonly clock: Clock,
    readonly config: Pick<LeaseConfig, 'maxCost' | 'maxDuration' | 'keepAlive'>,
    readonly onEnd: (error: LeaseExpiredError) => void,
  ) {
    this.#startedAt = clock.Date.now();
  }

  /** Begins, or begins again with another instance type. */
  begin(rate: number | undefined): void {
    this.#startedAt = this.clock.Date.now();
    this.endsAt = Infinity;
    this.count(rate);
  }

  /** Counts by a rate. A lower one makes the term no longer: its end stands in the name of the instance. */
  count(rate: number | undefined): void {
    this.hourlyRate = rate;
    const { maxDuration = longestSeconds, maxCost = Infinity, keepAlive } = this.config;
    const costSeconds = rate === undefined ? Infinity : (maxCost / rate) * 3600;
    const endsAt = this.#startedAt + Math.min(maxDuration, costSeconds) * 1000;
    if (endsAt < this.endsAt) {
      this.endsAt = endsAt;
      this.#limit = costSeconds < maxDuration ? 'maxCost' : 'maxDuration';
    }
    this.stop();
    this.#stop = watchDeadline(this.clock, this.endsAt, keepAlive, () => this.onEnd(this.#expired()));
  }

  #expired(): LeaseExpiredError {
    const { maxCost, maxDuration = longestSeconds } = this.config;
    const limit = this.#limit;
    const reached = limit === 'maxCost' ? `its \`maxCost\` of $${maxCost}` : `its \`maxDuration\` of ${maxDuration} s`;
    const message = `The lease has reached ${reached}. Its instance is released.`;
    return new LeaseExpiredError({ message, limit, expiredAt: new Date(this.endsAt) });
  }

  /** Stops to watch the end. */
  stop(): void {
    this.#stop?.();
  }

  /** The end of the instance is confirmed. */
  end(): void {
    this.#endedAt = this.clock.Date.now();
    this.stop();
  }

  get isEnded(): boolean {
    return this.#endedAt !== undefined;
  }

  cost(): LeaseCost {
    const { hourlyRate } = this;
    const seconds = ((this.#endedAt ?? this.clock.Date.now()) - this.#startedAt) / 1000;
    return { seconds, estimatedUsd: hourlyRate === undefined ? undefined : (hourlyRate * seconds) / 3600 };
  }
}
