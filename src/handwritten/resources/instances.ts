import { InstancesApi } from '../../../generated/resources/instances.js';
import type { InstanceStatus } from '../../../generated/types.js';
import { docsUrl, RuncrateError } from '../core/errors/errors.js';
import type { FileTransport } from '../core/transport/file-transport.js';
import { poll, resolveWait } from '../core/jobs/polling.js';
import type { WaitOptions } from '../core/options/wait-options.js';

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
   * Throws an error if the instance failed or was terminated, and `TimeoutError` after `maxWait`. The instance is then
   * still billed: terminate it if you do not need it.
   *
   * @param id - Id of the instance.
   * @param options - Poll interval (milliseconds), maximum wait (seconds) and status callback; and the options of each
   * request.
   */
  async waitUntilReady(id: string, options: InstanceWaitOptions = {}): Promise<InstanceStatus> {
    return poll(this.#transport, resolveWait(this.#transport, options), {
      read: (request) => this.getStatus(id, request),
      isDone: isReady,
      timeoutError: (maxWaitSeconds, last) => ({
        message: `Instance ${id} was still ${last?.status ?? 'in an unknown state'} after ${maxWaitSeconds} s.`,
        hint: `It still exists and is billed. Wait again, or call \`rc.instances.terminate("${id}")\`.`,
        docsUrl: docsUrl('instances'),
      }),
    });
  }
}

/** The API's statuses are case-insensitive (facts.md 7). An unknown or missing status is polled again. */
function isReady({ id, status, ip }: InstanceStatus): boolean {
  const known = String(status).toLowerCase();
  if (known === 'failed' || known === 'terminated') {
    throw new RuncrateError({
      message: `Instance ${id} has the status ${known} and will not become ready.`,
      docsUrl: docsUrl('instances'),
    });
  }
  return (known === 'running' || known === 'deployed') && typeof ip === 'string' && ip !== '';
}
