import type { Call } from './call.js';
import type { Endpoint } from './endpoint.js';
import type { BuiltOperation } from './operation.js';

/** An operation with all decisions made. */
export interface BuiltCall {
  readonly endpoint: Endpoint;
  readonly call: Call;
  readonly built: BuiltOperation;
}
