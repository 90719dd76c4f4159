import type { Instance, InstanceCreateParams, InstanceType } from '../../../generated/types.js';
import type { RequestOptions } from '../core/operation/operation.js';

/**
 * What `lease` takes: the instance, as for `create`, and the limits of the lease. One of `gpuType` and `instanceTypeId`
 * is required, and one of `maxCost` and `maxDuration`.
 */
export interface LeaseParams extends Omit<
  InstanceCreateParams,
  'name' | 'gpuType' | 'instanceTypeId' | 'region' | 'gpuCount'
> {
  /** Stands in the name of the instance: letters, digits, ".", "_" and "-"; at most 35 characters with the default prefix. */
  readonly name: string;
  /** GPU models in the order of preference, such as `['H100', 'A100']`. */
  readonly gpuType?: string | readonly string[] | undefined;
  /** Ids of `listTypes` in the order of preference, instead of GPU models. */
  readonly instanceTypeId?: string | readonly string[] | undefined;
  /** Regions in the order of preference. Default: any. */
  readonly region?: string | readonly string[] | undefined;
  /**
   * Number of GPUs.
   * @defaultValue 1; with `instanceTypeId`, any
   */
  readonly gpuCount?: number | undefined;
  /**
   * `order`: all of the first GPU model, cheapest first, then the next model; `cheapest`: the cheapest of all first.
   * @defaultValue 'order'
   */
  readonly prefer?: 'order' | 'cheapest' | undefined;
  /** The lease ends when the instance has cost so much, in USD, by its hourly rate. */
  readonly maxCost?: number | undefined;
  /** The lease ends so many seconds after the instance was requested. */
  readonly maxDuration?: number | undefined;
  /**
   * Begins the name of the instance: `sweepLeases` takes those of one prefix. 1 to 16 letters and digits.
   * @defaultValue 'lease'
   */
  readonly prefix?: string | undefined;
  /**
   * Longest wait until the instance is ready, in seconds.
   * @defaultValue 1800
   */
  readonly maxWait?: number | undefined;
  /**
   * Poll interval in milliseconds. The delays before an instance is looked for, and between the attempts to release it,
   * are multiples of it.
   * @defaultValue 5000
   */
  readonly pollInterval?: number | undefined;
  /**
   * Whether the process stays until the lease ends. Else it may exit before, if it has nothing else to do.
   * @defaultValue false
   */
  readonly keepAlive?: boolean | undefined;
  /**
   * `release`: the process releases the instance before SIGINT, SIGTERM, SIGHUP, an uncaught error or the end of its
   * work ends it. Only on Node.js, Bun and Deno, and not in their worker threads. Default: it does not.
   */
  readonly onExit?: 'release' | undefined;
  /** Called with each state, from `searching` to `released`. */
  readonly onStatus?: ((state: LeaseState) => void) | undefined;
}

/** The options of the requests of a lease. `signal` ends the lease, whether or not it is acquired yet. */
export type LeaseRequestOptions = Pick<RequestOptions, 'signal' | 'timeout' | 'maxRetries' | 'headers' | 'environment'>;

/**
 * `searching`: prices are read. `creating`: an instance is requested. `checking`: the response was lost, and the
 * instance is looked for. `waiting`: it is not ready yet. `ready`. `ending`: a limit, a signal or the exit of the
 * process ends the lease. `releasing`: it is being terminated. `released`: its end is confirmed. `notReleased`: it may
 * still run.
 */
export type LeaseStatus =
  'searching' | 'creating' | 'checking' | 'waiting' | 'ready' | 'ending' | 'releasing' | 'released' | 'notReleased';

/** A state of a lease. */
export interface LeaseState {
  /** What is being done. */
  readonly status: LeaseStatus;
  /** Name of the instance, once it is requested. */
  readonly instanceName: string | undefined;
  /** The instance type, once it is requested. */
  readonly instanceType: InstanceType | undefined;
  /** The instance, once it is known. */
  readonly instance: Instance | undefined;
}
