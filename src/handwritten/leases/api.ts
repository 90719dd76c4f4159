import type { InstancesApi } from '../../../generated/resources/instances.js';
import type { InstanceStatus } from '../../../generated/types.js';
import type { WaitOptions } from '../core/options/wait-options.js';
import type { FileTransport } from '../core/transport/file-transport.js';

/** What a lease calls. */
export interface LeaseApi {
  readonly instances: Pick<InstancesApi, 'create' | 'getStatus' | 'list' | 'listTypes' | 'terminate'> & {
    waitUntilReady(id: string, options: WaitOptions<InstanceStatus>): Promise<InstanceStatus>;
  };
  /** Its clock, log and platform. */
  readonly transport: FileTransport;
}
