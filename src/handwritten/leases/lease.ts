import type { Instance } from '../../../generated/types.js';
import { asyncDispose } from '../core/async-dispose.js';
import { RuncrateError } from '../core/errors/errors.js';
import type { LeaseRun } from './run.js';
import { suppressedError } from './suppressed.js';
import type { LeaseCost } from './term.js';

/** A GPU instance that ends with the block that holds it: `await using lease = await rc.instances.lease({ … })`. */
export class Lease {
  /** Aborted when the lease ends before its release: with a `LeaseExpiredError`, or the reason of the caller's signal. */
  readonly signal: AbortSignal;
  readonly #run: LeaseRun;

  /** @internal */
  constructor(run: LeaseRun) {
    this.#run = run;
    this.signal = run.signal;
  }

  /** The id of the lease, which the name of the instance contains. */
  get id(): string {
    return this.#run.id;
  }

  /** The instance as it became ready, with its `ip`. */
  get instance(): Instance {
    return this.#run.instance as Instance;
  }

  /** In USD; undefined if the API does not tell it. */
  get hourlyRate(): number | undefined {
    return this.#run.term.hourlyRate;
  }

  /** When the lease ends by itself. */
  get expiresAt(): Date {
    return new Date(this.#run.term.endsAt);
  }

  /** Seconds and estimated cost so far. */
  cost(): LeaseCost {
    return this.#run.term.cost();
  }

  /**
   * Would move the end of the lease. It always rejects: the end stands in the name of the instance, by which others
   * terminate it, and the API has no operation that renames an instance.
   */
  async extend(): Promise<never> {
    throw new RuncrateError({
      message: `The lease ${this.#run.instanceName} can't be extended: its end stands in the name of the instance, and the API can't rename one.`,
      hint: 'Pass a longer `maxDuration` or a higher `maxCost` to `lease`, and release the lease when you are done.',
    });
  }

  /**
   * Terminates the instance, and polls until it is gone or ended. Further calls do nothing, unless the first has failed.
   *
   * @throws `LeaseNotReleasedError` if that can't be confirmed in about five minutes: the instance may still be billed.
   */
  async release(): Promise<void> {
    await this.#run.release();
  }

  /**
   * Calls a function, and releases the lease when it is done: `await using` for code that is not compiled. If the release
   * fails too, its error is thrown as a `SuppressedError`, with the first one as `suppressed`.
   */
  async use<Result>(work: (lease: this) => Result | Promise<Result>): Promise<Result> {
    let result: Result;
    try {
      result = await work(this);
    } catch (error) {
      await this.release().catch((failure: unknown) => {
        throw suppressedError(failure, error);
      });
      throw error;
    }
    await this.release();
    return result;
  }

  /** Releases the lease at the end of an `await using` block. */
  async [asyncDispose](): Promise<void> {
    await this.release();
  }
}
