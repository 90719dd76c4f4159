import type { InstanceCreateParams } from '../../../generated/types.js';
import { RuncrateError } from '../core/errors/errors.js';
import { isObject } from '../core/json-object.js';
import {
  booleanProblem,
  checkOptions,
  checkThat,
  functionProblem,
  secondsProblem,
  textProblem,
  type Check,
} from '../core/options/check.js';
import { requestChecks } from '../core/options/request-options.js';
import { checkLength64, defaultPrefix, labelProblem, prefixProblem } from './name.js';
import type { LeaseParams, LeaseRequestOptions } from './params.js';
import { longestSeconds } from './duration.js';

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

const countProblem: Check = (value) =>
  Number.isInteger(value) && (value as number) >= 1 ? undefined : 'must be an integer, 1 or more';

const textsProblem: Check = (value) => {
  const texts: readonly unknown[] = Array.isArray(value) ? value : [value];
  const isValid = texts.length > 0 && texts.every((text) => textProblem(text) === undefined);
  return isValid ? undefined : 'must be a non-empty string or a list of them';
};

const scriptProblem: Check = (value) => (typeof value === 'string' ? undefined : 'must be a string');

const usdProblem: Check = (value) =>
  Number.isFinite(value) && (value as number) > 0 ? undefined : 'must be a number of USD, more than 0';

const durationProblem: Check = (value) => {
  if (!Number.isFinite(value) || (value as number) <= 0) return 'must be a number of seconds, more than 0';
  if ((value as number) <= longestSeconds) return undefined;
  return `is in seconds, and ${String(value)} is more than a year. If you meant milliseconds, pass ${(value as number) / 1000}`;
};

export const intervalProblem: Check = (value) =>
  Number.isFinite(value) && (value as number) > 0 ? undefined : 'must be a number of milliseconds, more than 0';

const createChecks = {
  cpuCores: countProblem,
  memory: countProblem,
  storage: countProblem,
  template: textProblem,
  sshKeyId: textProblem,
  envVars: (value) =>
    isObject(value) || Array.isArray(value) ? undefined : 'must be an object, or a list of `{ key, value }`',
  startupCommands: (value) =>
    Array.isArray(value) && value.every((command) => typeof command === 'string')
      ? undefined
      : 'must be a list of strings',
  storageId: textProblem,
  launchScript: scriptProblem,
  launchScriptBase64: scriptProblem,
} satisfies Readonly<Record<keyof LeaseConfig['create'], Check>>;

const leaseChecks: Readonly<Record<keyof LeaseParams, Check>> = {
  name: labelProblem,
  gpuType: textsProblem,
  instanceTypeId: textsProblem,
  region: textsProblem,
  gpuCount: countProblem,
  prefer: (value) => (value === 'order' || value === 'cheapest' ? undefined : 'must be "order" or "cheapest"'),
  maxCost: usdProblem,
  maxDuration: durationProblem,
  prefix: prefixProblem,
  maxWait: secondsProblem,
  pollInterval: intervalProblem,
  keepAlive: booleanProblem,
  onExit: (value) => (value === 'release' ? undefined : 'must be "release" or omitted'),
  onStatus: functionProblem,
  ...createChecks,
};

const { signal, timeout, maxRetries, headers, environment } = requestChecks;
/** Without those of a single request: a lease sends many. */
export const leaseRequestChecks = { signal, timeout, maxRetries, headers, environment };

/** Checks what `lease` is given, before anything is sent. */
export function resolveLease(params: LeaseParams, options: LeaseRequestOptions): LeaseConfig {
  checkOptions(params, leaseChecks, 'rc.instances.lease()');
  checkOptions(options, leaseRequestChecks, 'The last argument of rc.instances.lease()');
  const { name, gpuType, instanceTypeId, region, gpuCount, prefer = 'order', maxCost, maxDuration } = params;
  const { prefix = defaultPrefix, maxWait = 1800, pollInterval = 5000, keepAlive = false, onExit, onStatus } = params;
  checkThat('`name`', labelProblem(name));
  checkLength64(prefix, name);
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
