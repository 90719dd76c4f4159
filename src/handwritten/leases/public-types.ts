export type { LeaseLimit, TriedType } from './errors.js';
export type { Lease } from './lease.js';
export type { LeaseName } from './name.js';
export type { LeaseParams, LeaseRequestOptions, LeaseState, LeaseStatus } from './params.js';
export type { SweepParams, SweptLease } from './sweep.js';
export type { LeaseCost } from './term.js';
