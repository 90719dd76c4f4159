import type { InstanceType } from '../../../generated/types.js';
import { brand, docsUrl, RuncrateError, type ErrorInit } from '../core/errors/errors.js';

/** Which limit of a lease was reached. */
export type LeaseLimit = 'maxDuration' | 'maxCost';

/** The reason with which `lease.signal` is aborted at the end of a lease. The instance is then released. */
export class LeaseExpiredError extends RuncrateError {
  static {
    brand(this, 'LeaseExpiredError', docsUrl('leases'));
  }

  /** Which limit was reached. */
  readonly limit: LeaseLimit;
  /** When. */
  readonly expiredAt: Date;

  /** @internal */
  constructor(init: ErrorInit & { readonly limit: LeaseLimit; readonly expiredAt: Date }) {
    super(init);
    this.limit = init.limit;
    this.expiredAt = init.expiredAt;
  }
}

/** An instance type that a lease tried, and why it was not to be had. */
export interface TriedType {
  /** The type that was asked for. */
  readonly instanceType: InstanceType;
  /** `outOfStock`; `unavailable`: status code 503; `unknown`: the response was lost, and the instance was not found. */
  readonly reason: 'outOfStock' | 'unavailable' | 'unknown';
  /** The error of the request. */
  readonly error: RuncrateError;
}

/** None of the instance types that a lease asks for is to be had. Nothing is billed, unless `outcomeUnknown` is true. */
export class LeaseUnavailableError extends RuncrateError {
  static {
    brand(this, 'LeaseUnavailableError', docsUrl('leases'));
  }

  /** What was tried, in order. */
  readonly tried: readonly TriedType[];

  /** @internal */
  constructor(init: ErrorInit & { readonly tried: readonly TriedType[] }) {
    super(init);
    this.tried = init.tried;
  }
}

/** The instance of a lease may still run and be billed: its end could not be confirmed. */
export class LeaseNotReleasedError extends RuncrateError {
  static {
    brand(this, 'LeaseNotReleasedError', docsUrl('leases'));
  }

  /** Id of the instance; undefined if the response that has it was lost. */
  readonly instanceId: string | undefined;
  /** Name of the instance, by which it is found in the dashboard. */
  readonly instanceName: string;
  /** In USD; undefined if the API does not tell it. */
  readonly hourlyRate: number | undefined;
  /** The error because of which the instance was to be released, if the lease was not acquired. */
  declare readonly suppressed?: unknown;

  /** @internal */
  constructor(
    init: Pick<ErrorInit, 'cause'> & {
      readonly instanceId: string | undefined;
      readonly instanceName: string;
      readonly hourlyRate: number | undefined;
    },
  ) {
    const { instanceId, instanceName, hourlyRate, cause } = init;
    const label = instanceId === undefined ? `"${instanceName}"` : `${instanceId} ("${instanceName}")`;
    const price = hourlyRate === undefined ? '' : ` $${hourlyRate} per hour`;
    const why = cause instanceof Error ? `: ${cause.message}` : '.';
    super({
      message: `Instance ${label} may still run, and then costs${price || ' money'}. Its end could not be confirmed${why}`,
      cause,
      hint: `Terminate it in the dashboard, https://runcrate.ai, or call \`rc.instances.terminate("${instanceId ?? '…'}")\`.`,
      outcomeUnknown: true,
    });
    this.instanceId = instanceId;
    this.instanceName = instanceName;
    this.hourlyRate = hourlyRate;
  }
}
