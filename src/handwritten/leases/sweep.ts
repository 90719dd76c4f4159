import type { Instance } from '../../../generated/types.js';
import type { Check } from '../core/options/check.js';
import type { LeaseApi } from './api.js';
import { rateOf } from './candidates.js';
import { flagProblem, graceProblem, intervalProblem } from './checks.js';
import { checkRequest } from './config.js';
import { LeaseNotReleasedError } from './errors.js';
import { defaultPrefix, prefixProblem, readLeaseName, type LeaseName } from './name.js';
import type { LeaseRequestOptions } from './params.js';
import { terminateSurely } from './termination.js';

/** What `sweepLeases` terminates. */
export interface SweepParams {
  /**
   * Only reports: nothing is terminated.
   * @defaultValue false
   */
  readonly dryRun?: boolean | undefined;
  /**
   * The prefix of the leases.
   * @defaultValue 'lease'
   */
  readonly prefix?: string | undefined;
  /**
   * Seconds after its expiry until a lease is terminated: its own process ends it first, and clocks differ.
   * @defaultValue 300
   */
  readonly graceSeconds?: number | undefined;
  /**
   * Poll interval in milliseconds, until the end of an instance is confirmed.
   * @defaultValue 5000
   */
  readonly pollInterval?: number | undefined;
}

/** A lease that has expired, with its instance still there. */
export interface SweptLease {
  /** The id of the lease. */
  readonly id: string;
  /** As it was given to `lease`. */
  readonly name: string;
  /** As it was listed. */
  readonly instance: Instance;
  /** When its term ends. */
  readonly expiresAt: Date;
  /** Since the instance was created; undefined if the API does not tell it. */
  readonly ageSeconds: number | undefined;
  /** In USD, by age and hourly rate; undefined if the API does not tell one of them. */
  readonly estimatedUsd: number | undefined;
  /** `expired`: with `dryRun`. `released`: its end is confirmed. `notReleased`: it may still run, see `error`. */
  readonly outcome: 'expired' | 'released' | 'notReleased';
  /** Why the end of the instance is not confirmed. */
  readonly error: LeaseNotReleasedError | undefined;
}

const sweepChecks: Readonly<Record<keyof SweepParams, Check>> = {
  dryRun: flagProblem,
  prefix: prefixProblem,
  graceSeconds: graceProblem,
  pollInterval: intervalProblem,
};

/** `rc.instances.sweepLeases`. */
export async function sweepLeases(
  api: LeaseApi,
  params: SweepParams = {},
  options: LeaseRequestOptions = {},
): Promise<SweptLease[]> {
  const method = 'rc.instances.sweepLeases()';
  api.checkOptions(params, sweepChecks, method);
  checkRequest(api, options, method);
  const { dryRun = false, prefix = defaultPrefix, graceSeconds = 300, pollInterval = 5000 } = params;
  const now = api.transport.config.clock.Date.now();
  const expired = (await api.instances.list({}, options)).flatMap((instance) => {
    const lease = readLeaseName(instance.name);
    const isExpired = lease?.prefix === prefix && lease.expiresAt.getTime() + graceSeconds * 1000 <= now;
    return isExpired && !/^terminated$/i.test(instance.status) ? { lease, instance } : [];
  });
  return Promise.all(
    expired.map(async ({ lease, instance }): Promise<SweptLease> => {
      const report = reportOn(lease, instance, now);
      if (dryRun) return { ...report, outcome: 'expired', error: undefined };
      try {
        await terminateSurely(api, { id: instance.id, isSeen: true, pollInterval, request: options });
        return { ...report, outcome: 'released', error: undefined };
      } catch (cause) {
        const { id: instanceId, name: instanceName } = instance;
        const hourlyRate = rateOf(instance.costPerHour);
        const error = new LeaseNotReleasedError({ instanceId, instanceName, hourlyRate, cause });
        api.transport.config.log.error?.(`${error.message} ${error.hint ?? ''}`);
        return { ...report, outcome: 'notReleased', error };
      }
    }),
  );
}

function reportOn(
  { id, name, expiresAt }: LeaseName,
  instance: Instance,
  now: number,
): Omit<SweptLease, 'outcome' | 'error'> {
  const created = Date.parse(instance.createdAt ?? '');
  const ageSeconds = Number.isNaN(created) ? undefined : Math.max(0, (now - created) / 1000);
  const rate = rateOf(instance.costPerHour);
  const estimatedUsd = ageSeconds === undefined || rate === undefined ? undefined : (ageSeconds * rate) / 3600;
  return { id, name, instance, expiresAt, ageSeconds, estimatedUsd };
}
