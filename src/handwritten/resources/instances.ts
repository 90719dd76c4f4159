import { Instances as GeneratedInstances } from '../../../generated/resources/instances.js';
import type { InstanceStatus } from '../../../generated/types.js';
import { docsUrl, RuncrateError } from '../core/errors/errors.js';
import type { FileTransport } from '../core/transport/file-transport.js';
import { poll, resolveWait } from '../core/jobs/polling.js';
import type { WaitOptions } from '../core/options/wait-options.js';

/** How to wait for an instance. */
export type InstanceWaitOptions = WaitOptions<InstanceStatus>;

/** GPU instances: rented by the second, from `create` to `terminate`. */
export class Instances extends GeneratedInstances {
  readonly #transport: FileTransport;

  constructor(transport: FileTransport) {
    super(transport);
    this.#transport = transport;
  }

  /**
   * Waits until an instance can be reached: it runs and has an address.
   *
   * Throws an error if it has failed or was terminated, and `TimeoutError` after `maxWait`. The instance then goes on
   * costing: terminate it if it is not needed.
   *
   * @param id - Id of the instance.
   * @param options - How often to look (milliseconds), how long to wait (seconds), whom to tell; and the options of
   * each request.
   */
  async waitUntilReady(id: string, options: InstanceWaitOptions = {}): Promise<InstanceStatus> {
    return poll(this.#transport, resolveWait(this.#transport, options), {
      read: (request) => this.getStatus(id, request),
      isDone: isReady,
      timeoutError: (maxWaitSeconds, last) => ({
        message: `Instance ${id} was still ${last?.status ?? 'without an answer'} after ${maxWaitSeconds} s.`,
        hint: `It goes on, and goes on costing: wait again, or call \`rc.instances.terminate("${id}")\`.`,
        docsUrl: docsUrl('instances'),
      }),
    });
  }
}

/** The API's statuses are compared without regard to case (facts.md 7). Unknown ones are waited on, and none. */
function isReady({ id, status, ip }: InstanceStatus): boolean {
  const known = String(status).toLowerCase();
  if (known === 'failed' || known === 'terminated') {
    throw new RuncrateError({
      message: `Instance ${id} is ${known}: it will not become ready.`,
      docsUrl: docsUrl('instances'),
    });
  }
  return (known === 'running' || known === 'deployed') && typeof ip === 'string' && ip !== '';
}
