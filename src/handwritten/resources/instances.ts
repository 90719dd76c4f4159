import { InstancesApi } from '../../../generated/resources/instances.js';
import type { InstanceStatus } from '../../../generated/types.js';
import { textIn } from '../core/errors/error-body.js';
import { docsUrl, RuncrateError } from '../core/errors/errors.js';
import type { FileTransport } from '../core/transport/file-transport.js';
import { advised, poll, resolveWait } from '../core/jobs/polling.js';
import { goesOn, isFailure } from '../core/jobs/job-status.js';
import { checkOptions } from '../core/options/check.js';
import { notify } from '../core/options/notify.js';
import { requestChecks } from '../core/options/request-options.js';
import type { WaitOptions } from '../core/options/wait-options.js';
import type { Leases } from '../leases/methods.js';
import type { Lease } from '../leases/lease.js';
import type { LeaseParams, LeaseRequestOptions } from '../leases/params.js';
import type { SweepParams, SweptLease } from '../leases/sweep.js';

/** How to wait for an instance. */
export type InstanceWaitOptions = WaitOptions<InstanceStatus>;

/** GPU instances, billed by the second from `create` to `terminate`. */
export class Instances extends InstancesApi {
  readonly #transport: FileTransport;

  constructor(transport: FileTransport) {
    super(transport);
    this.#transport = transport;
  }

  /**
   * Waits until an instance is reachable: it is running and has an IP address.
   *
   * Throws an error if the instance failed, was terminated or has stopped, and `TimeoutError` after `maxWait`. The instance is then
   * still billed: terminate it if you do not need it.
   *
   * @param id - Id of the instance.
   * @param options - Poll interval (milliseconds), maximum wait (seconds) and status callback; and the options of each
   * request.
   * @example
   * ```ts
   * const instance = await rc.instances.create({ name: 'training-run', gpuType: 'A100' });
   * const { ip } = await rc.instances.waitUntilReady(instance.id, { maxWait: 600 });
   * console.log(ip); // it is billed until `rc.instances.terminate(instance.id)`
   * ```
   */
  async waitUntilReady(id: string, options: InstanceWaitOptions = {}): Promise<InstanceStatus> {
    const config = resolveWait(this.#transport, options);
    return poll(this.#transport, config, {
      id,
      label: `Instance ${id}`,
      read: (request) =>
        this.getStatus(id, request).catch((error: unknown) => {
          throw advised(error, id, config, `The instance may exist and be billed. ${adviceOn(id)}`);
        }),
      isDone: isReady,
      hint: `It still exists and is billed. ${adviceOn(id)}`,
      docs: 'instances',
    });
  }

  /**
   * Leases an instance: creates the first of the wished ones that is in stock, waits until it is ready, and terminates it
   * at the end of the `await using` block, at the latest when `maxCost` or `maxDuration` is reached. What fails on the
   * way is terminated first. The name of the instance has its expiry: `sweepLeases` ends what a killed process left.
   *
   * @param params - What to create, as for `create`; the limits of the lease, and how to wait.
   * @param options - Timeout, retries, headers and environment of each request; the abort signal of the lease.
   * @throws `LeaseUnavailableError`, `LeaseNotReleasedError` and the errors of `create` and `waitUntilReady`.
   */
  async lease(params: LeaseParams, options?: LeaseRequestOptions): Promise<Lease> {
    return (await this.#leases()).lease(params, options);
  }

  /**
   * Terminates the instances of leases that have expired, as of a process that was killed, and confirms their end. They
   * are known by their names, so any program with a key can call it. It takes one environment at a time.
   *
   * @param params - Whether only to report, the prefix of the leases, and how long after their expiry they are left alone.
   * @param options - Timeout, retries, headers, environment and abort signal of each request.
   * @returns A report on each expired lease. One that could not be released has an `error`: it is not thrown.
   */
  async sweepLeases(params?: SweepParams, options?: LeaseRequestOptions): Promise<SweptLease[]> {
    return (await this.#leases()).sweepLeases(params, options);
  }

  async #leases(): Promise<Leases> {
    const { Leases } = await import('../leases/methods.js');
    return new Leases({ instances: this, transport: this.#transport, checkOptions, requestChecks, notify });
  }
}

function adviceOn(id: string): string {
  return `Wait again, or call \`rc.instances.terminate("${id}")\`.`;
}

/** The API's statuses are case-insensitive (facts.md 7). */
function isReady(state: InstanceStatus, status: string): boolean | undefined {
  const { id, ip } = state;
  if (isFailure(status)) {
    const said = textIn(state);
    throw new RuncrateError({
      message: `Instance ${id} has the status ${status} and will not become ready${said ? `: ${said}` : '.'}`,
      hint: /^(terminat|delet)ed$/.test(status) ? undefined : `It may be billed. ${adviceOn(id)}`,
      docsUrl: docsUrl('instances'),
    });
  }
  if (status === 'running' || status === 'deployed') return typeof ip === 'string' && ip !== '';
  return goesOn(status);
}
