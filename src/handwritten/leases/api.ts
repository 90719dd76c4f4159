import type { InstancesApi } from '../../../generated/resources/instances.js';
import type { InstanceStatus } from '../../../generated/types.js';
import type { checkOptions } from '../core/options/check.js';
import type { notify } from '../core/options/notify.js';
import type { requestChecks } from '../core/options/request-options.js';
import type { WaitOptions } from '../core/options/wait-options.js';
import type { FileTransport } from '../core/transport/file-transport.js';

/**
 * What a lease calls. The functions are handed over by the client: of a module that a late one imports too, a bundler
 * makes one more file for every page (test/package/size.test.ts).
 */
export interface LeaseApi {
  readonly instances: Pick<InstancesApi, 'create' | 'getStatus' | 'list' | 'listTypes' | 'terminate'> & {
    waitUntilReady(id: string, options: WaitOptions<InstanceStatus>): Promise<InstanceStatus>;
  };
  /** Its clock, log and platform. */
  readonly transport: FileTransport;
  readonly checkOptions: typeof checkOptions;
  readonly requestChecks: typeof requestChecks;
  readonly notify: typeof notify;
}
