import type { InstanceCreateParams } from '../../../generated/types.js';
import { RuncrateError } from '../core/errors/errors.js';
import type { Check } from '../core/options/check.js';
import type { LeaseApi } from './api.js';
import {
  commandsProblem,
  countProblem,
  durationProblem,
  flagProblem,
  intervalProblem,
  scriptProblem,
  textProblem,
  textsProblem,
  usdProblem,
  variablesProblem,
} from './checks.js';
import { checkName, defaultPrefix, labelProblem, prefixProblem } from './name.js';
import type { LeaseParams, LeaseRequestOptions } from './params.js';

/** The checked options of a lease. */
export interface LeaseConfig extends Pick<LeaseParams, 'maxCost' | 'maxDuration' | 'gpuCount' | 'onExit' | 'onStatus'> {
  readonly name: string;
  readonly prefix: string;
  /** Either is empty. */
  readonly gpuTypes: readonly string[];
  readonly instanceTypeIds: readonly string[];
  /** Empty: any. */
  readonly regions: readonly string[];
  readonly prefer: 'order' | 'cheapest';
  readonly maxWait: number;
  readonly pollInterval: number;
  readonly keepAlive: boolean;
  /** Passed on to `create`. */
  readonly create: Omit<InstanceCreateParams, 'name' | 'gpuType' | 'instanceTypeId' | 'region' | 'gpuCount'>;
  readonly signal: AbortSignal | undefined;
  readonly request: Omit<LeaseRequestOptions, 'signal'>;
}

const createChecks = {
  cpuCores: countProblem,
  memory: countProblem,
  storage: countProblem,
  template: textProblem,
  sshKeyId: textProblem,
  envVars: variablesProblem,
  startupCommands: commandsProblem,
  storageId: textProblem,
  launchScript: scriptProblem,
  launchScriptBase64: scriptProblem,
} satisfies Readonly<Record<keyof LeaseConfig['create'], Check>>;

const leaseChecks: Readonly<Record<Exclude<keyof LeaseParams, 'maxWait' | 'onStatus'>, Check>> = {
  name: labelProblem,
  gpuType: textsProblem,
  instanceTypeId: textsProblem,
  region: textsProblem,
  gpuCount: countProblem,
  prefer: (value) => (value === 'order' || value === 'cheapest' ? undefined : 'must be "order" or "cheapest"'),
  maxCost: usdProblem,
  maxDuration: durationProblem,
  prefix: prefixProblem,
  pollInterval: intervalProblem,
  keepAlive: flagProblem,
  onExit: (value) => (value === 'release' ? undefined : 'must be "release" or omitted'),
  ...createChecks,
};

/** Checks the request options. Those of a single request are not among them: a lease sends many. */
export function checkRequest({ checkOptions, requestChecks }: LeaseApi, options: unknown, method: string): void {
  const { signal, timeout, maxRetries, headers, environment } = requestChecks;
  checkOptions(options, { signal, timeout, maxRetries, headers, environment }, `The last argument of ${method}`);
}

/** Checks what `lease` is given, before anything is sent. */
export function resolveLease(api: LeaseApi, params: LeaseParams, options: LeaseRequestOptions): LeaseConfig {
  const method = 'rc.instances.lease()';
  const { timeout: maxWaitProblem, onResponse: onStatusProblem } = api.requestChecks;
  api.checkOptions(params, { ...leaseChecks, maxWait: maxWaitProblem, onStatus: onStatusProblem }, method);
  checkRequest(api, options, method);
  const { name, gpuType, instanceTypeId, region, gpuCount, prefer = 'order', maxCost, maxDuration } = params;
  const { prefix = defaultPrefix, maxWait = 1800, pollInterval = 5000, keepAlive = false, onExit, onStatus } = params;
  checkName(prefix, name);
  if ((gpuType === undefined) === (instanceTypeId === undefined)) {
    throw new RuncrateError(
      'A lease needs a `gpuType`, such as "A100", or an `instanceTypeId` of `rc.instances.listTypes()`, and not both.',
    );
  }
  if (maxCost === undefined && maxDuration === undefined) {
    throw new RuncrateError('A lease must end. Pass `maxDuration` in seconds, `maxCost` in USD, or both.');
  }
  const create = Object.fromEntries(
    Object.keys(createChecks).flatMap((key) => {
      const value = params[key as keyof typeof createChecks];
      return value === undefined ? [] : [[key, value]];
    }),
  );
  const { signal, ...request } = options;
  return {
    name,
    prefix,
    gpuTypes: listOf(gpuType),
    instanceTypeIds: listOf(instanceTypeId),
    regions: listOf(region),
    gpuCount,
    prefer,
    maxCost,
    maxDuration,
    maxWait,
    pollInterval,
    keepAlive,
    onExit,
    onStatus,
    create,
    signal,
    request,
  };
}

function listOf(value: string | readonly string[] | undefined): readonly string[] {
  return value === undefined ? [] : typeof value === 'string' ? [value] : value;
}
