import type { LeaseParams, LeaseRequestOptions, LeaseStatus } from '../../src/handwritten/leases/params.js';
import type { Lease } from '../../src/handwritten/leases/lease.js';
import type { SimulatorOptions } from '../../src/handwritten/testing/settings.js';
import { createSimulator, type Simulator } from '../../src/handwritten/testing/simulator.js';
import { Runcrate, type RuncrateOptions } from '../../src/index.node.js';

/** A simulator, and a client of it that leases instances. */
export interface Leasing {
  readonly api: Simulator;
  readonly rc: Runcrate;
  /** The states so far. */
  readonly states: LeaseStatus[];
  /** What was logged, with its level. */
  readonly logged: string[];
  /** Leases an A100 for an hour, unless told otherwise. */
  lease(params?: Partial<LeaseParams>, options?: LeaseRequestOptions): Promise<Lease>;
}

export function leasing(settings: SimulatorOptions = {}, options: RuncrateOptions = {}): Leasing {
  const api = createSimulator(settings);
  const states: LeaseStatus[] = [];
  const logged: string[] = [];
  const note =
    (level: string) =>
    (message: string): void =>
      void logged.push(`${level}: ${message}`);
  const logger = { error: note('error'), warn: note('warn'), info: () => undefined, debug: () => undefined };
  const rc = new Runcrate({ ...api.options, logger, ...options });
  const onStatus = ({ status }: { readonly status: LeaseStatus }): void => void states.push(status);
  return {
    api,
    rc,
    states,
    logged,
    lease: (params, request) => {
      const limits = { name: 'test', maxDuration: 3600, onStatus };
      const type = params && ('gpuType' in params || 'instanceTypeId' in params) ? {} : { gpuType: 'A100' };
      return rc.instances.lease({ ...limits, ...type, ...params }, request);
    },
  };
}
