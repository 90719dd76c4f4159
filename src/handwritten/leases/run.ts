import type { Instance } from '../../../generated/types.js';
import { RuncrateError } from '../core/errors/errors.js';
import { reasonOf } from '../core/options/abort-reason.js';
import type { LeaseApi } from './api.js';
import { rateOf, type Candidate } from './candidates.js';
import type { LeaseConfig } from './config.js';
import { LeaseNotReleasedError } from './errors.js';
import { leaseIdOf, leaseName } from './name.js';
import type { LeaseStatus } from './params.js';
import { LeaseTerm } from './term.js';
import { terminateSurely } from './termination.js';

/** One lease, from its first request to its end: what it may own, what ends it, and its release. */
export class LeaseRun {
  readonly id: string;
  readonly signal: AbortSignal;
  readonly term: LeaseTerm;
  /** Once the caller has the lease, its end is its release. Before, whoever acquires it cleans up. */
  isAcquired = false;
  /** A response was lost: an instance with the id of this lease may exist. */
  isDoubtful = false;
  /** Ids that the server was seen to know. */
  readonly seen = new Set<string>();
  instance: Instance | undefined;
  instanceName = '';
  readonly #owned = new Set<string>();
  readonly #ended = new Set<string>();
  readonly #controller: AbortController;
  #candidate: Candidate | undefined;
  #unwatchExit: (() => void) | undefined;
  #release: Promise<void> | undefined;

  constructor(
    readonly api: LeaseApi,
    readonly config: LeaseConfig,
  ) {
    const { platform, config: client } = api.transport;
    this.id = leaseIdOf(platform.randomId());
    this.#controller = platform.newController?.() ?? new AbortController();
    this.signal = this.#controller.signal;
    this.term = new LeaseTerm(client.clock, config, (error) => this.end(error));
    config.signal?.addEventListener('abort', this.#followCaller);
  }

  readonly #followCaller = (): void => this.end(reasonOf(this.config.signal as AbortSignal));

  /** Watches the end of the process. `settled` resolves when the lease is acquired, or was cleaned up. */
  async watchExit(settled: Promise<void>): Promise<void> {
    this.#unwatchExit = await this.api.transport.platform.watchExit?.(async (reason) => {
      const advice = 'The instance of its lease is released first. Ctrl-C again, after a second, ends it at once.';
      this.api.transport.config.log.warn?.(`The process ends: ${reason.message} ${advice}`);
      this.end(reason);
      await settled;
      if (this.isAcquired) await this.release();
    });
  }

  /** Stops to watch what could end the lease. */
  close(): void {
    this.term.stop();
    this.#unwatchExit?.();
    this.config.signal?.removeEventListener('abort', this.#followCaller);
  }

  tell(status: LeaseStatus): void {
    const instanceName = this.instanceName === '' ? undefined : this.instanceName;
    const state = { status, instanceName, instanceType: this.#candidate?.type, instance: this.instance };
    void this.api.notify(this.api.transport.config.log, 'onStatus', this.config.onStatus, state);
  }

  /** Begins with an instance type: from now on it may be billed. */
  begin(candidate: Candidate): void {
    this.#candidate = candidate;
    this.term.begin(candidate.rate);
    const { prefix, name } = this.config;
    this.instanceName = leaseName({ prefix, name, id: this.id, expiresAt: new Date(this.term.endsAt) });
  }

  /** Takes what the server has created. */
  own(instance: Instance): void {
    this.instance = instance;
    this.instanceName = instance.name;
    this.#owned.add(instance.id);
    const rate = rateOf(instance.costPerHour);
    if (rate !== undefined) this.term.count(rate);
  }

  /** The instances with the id of this lease, whichever of its requests has made them. All may be billed. */
  async find(): Promise<readonly Instance[]> {
    const listed = await this.api.instances.list({}, this.config.request);
    // A server may change the case of a name.
    const found = listed.filter(({ name, status }) => name.toLowerCase().includes(this.id) && !isGone(status));
    for (const { id } of found) this.seen.add(id);
    return found;
  }

  /** Ends the lease: aborts its signal, and releases it. An error of the release is logged. */
  end(reason: unknown): void {
    if (this.signal.aborted || this.term.isEnded) return;
    this.tell('ending');
    // A polyfill, such as that of React Native, loses it.
    if (!('reason' in this.signal)) Object.assign(this.signal, { reason });
    this.#controller.abort(reason);
    if (this.isAcquired) void this.release().catch(() => undefined);
  }

  /** Throws if the lease was ended. */
  check(): void {
    if (this.signal.aborted) throw reasonOf(this.signal);
  }

  /** Terminates all that the lease may own, and confirms it. After a failure, it can be called again. */
  release(): Promise<void> {
    this.#release ??= this.#releaseAll().catch((error: unknown) => {
      this.#release = undefined;
      throw error;
    });
    return this.#release;
  }

  async #releaseAll(): Promise<void> {
    this.term.stop();
    this.tell('releasing');
    const failure = (await this.#terminateOwned()) ?? (await this.#terminateLost());
    if (failure) {
      this.tell('notReleased');
      this.api.transport.config.log.error?.(`${failure.message} ${failure.hint ?? ''}`);
      throw failure;
    }
    this.term.end();
    this.close();
    this.tell('released');
  }

  /** Terminates every one, also if one fails. */
  async #terminateOwned(): Promise<LeaseNotReleasedError | undefined> {
    let failure: LeaseNotReleasedError | undefined;
    for (const id of this.#owned) {
      await this.terminate(id).catch((cause: unknown) => {
        failure ??= this.#notReleased(id, cause);
      });
    }
    return failure;
  }

  /** What a lost request has made later than it was looked for. */
  async #terminateLost(): Promise<LeaseNotReleasedError | undefined> {
    if (!this.isDoubtful) return undefined;
    try {
      for (const { id } of await this.find()) this.#owned.add(id);
      this.isDoubtful = false;
    } catch (cause) {
      return this.#notReleased(undefined, cause);
    }
    return this.#terminateOwned();
  }

  /** Terminates one instance, once; throws why that can't be confirmed. */
  async terminate(id: string): Promise<void> {
    this.#owned.add(id);
    if (this.#ended.has(id)) return;
    const { pollInterval, request } = this.config;
    await terminateSurely(this.api, { id, isSeen: this.seen.has(id), pollInterval, request });
    this.#ended.add(id);
  }

  #notReleased(instanceId: string | undefined, cause: unknown): LeaseNotReleasedError {
    const { instanceName } = this;
    return new LeaseNotReleasedError({ instanceId, instanceName, hourlyRate: this.term.hourlyRate, cause });
  }

  /** Cleans up after the lease was not acquired. Throws what the caller gets. */
  async abandon(cause: unknown): Promise<never> {
    const error = this.signal.aborted ? reasonOf(this.signal) : cause;
    if (this.isDoubtful && error === cause && error instanceof RuncrateError) error.outcomeUnknown = true;
    if (this.#owned.size > 0 || this.isDoubtful) {
      await this.release().catch((failure: unknown) => {
        this.close();
        throw Object.defineProperty(failure as object, 'suppressed', { value: error });
      });
    }
    this.close();
    throw error;
  }
}

/** Whether an instance that is still listed has ended. */
function isGone(status: unknown): boolean {
  return /^(terminat|delet)ed$/i.test(String(status));
}
