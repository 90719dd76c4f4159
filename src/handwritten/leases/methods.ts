import { lease } from './acquire.js';
import type { LeaseApi } from './api.js';
import type { Lease } from './lease.js';
import type { LeaseParams, LeaseRequestOptions } from './params.js';
import { sweepLeases, type SweepParams, type SweptLease } from './sweep.js';

/** What the client loads when it is first asked for a lease or a sweep. */
export class Leases {
  constructor(readonly api: LeaseApi) {}

  lease(params: LeaseParams, options?: LeaseRequestOptions): Promise<Lease> {
    return lease(this.api, params, options);
  }

  sweepLeases(params?: SweepParams, options?: LeaseRequestOptions): Promise<SweptLease[]> {
    return sweepLeases(this.api, params, options);
  }
}
