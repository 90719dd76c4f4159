import type { InstanceType, InstanceTypeListParams } from '../../../generated/types.js';
import type { RequestOptions } from '../core/operation/operation.js';
import { RuncrateError } from '../core/errors/errors.js';
import type { LeaseConfig } from './config.js';
import { LeaseUnavailableError } from './errors.js';

/** One instance type that a lease may take. */
export interface Candidate {
  readonly type: InstanceType;
  /** In USD per hour. */
  readonly rate: number | undefined;
  /** Sent with the request, if the type has none of its own. */
  readonly region: string | undefined;
}

type ListTypes = (params: InstanceTypeListParams, options: RequestOptions) => Promise<InstanceType[]>;

/** Reads the prices, and returns what a lease may take, best first. Throws if there is nothing. */
export async function findCandidates(
  listTypes: ListTypes,
  config: LeaseConfig,
  request: RequestOptions,
): Promise<readonly Candidate[]> {
  const { gpuTypes, instanceTypeIds, gpuCount, maxCost } = config;
  const lists =
    gpuTypes.length > 0
      ? await Promise.all(gpuTypes.map((gpuType) => listTypes({ gpuType, gpuCount }, request)))
      : [await listTypes({}, request)];
  const found = lists.flatMap((types, wish) => types.flatMap((type) => candidateOf(type, wish, config) ?? []));
  if (found.length === 0) {
    throw new LeaseUnavailableError({
      message: `No instance type ${wishOf(config)} is available.`,
      hint: 'Call `rc.instances.listTypes()` for those that are.',
      tried: [],
    });
  }
  const priced = maxCost === undefined ? found : found.filter(({ rate }) => rate !== undefined);
  if (priced.length === 0) {
    throw new RuncrateError({
      message: `\`maxCost\` needs a known rate, and the API lists none for ${found.map(({ type }) => type.id).join(', ')}.`,
      hint: 'Pass `maxDuration` instead.',
    });
  }
  const sorted = priced.sort((a, b) => compare(a, b, config.prefer));
  // GPU models may overlap, such as H100 and h100-sxm.
  const ids = new Set<string>();
  return sorted.filter(({ type }) => !ids.has(type.id) && ids.add(type.id));

  function candidateOf(type: InstanceType, wish: number, { regions, create }: LeaseConfig): Ranked | undefined {
    const gpuType = gpuTypes[wish];
    const place = gpuType === undefined ? instanceTypeIds.indexOf(type.id) : isModel(type.gpuType, gpuType) ? wish : -1;
    const region = regions.length === 0 ? 0 : type.region ? regionIndex(regions, type.region) : 0;
    if (place < 0 || region < 0 || !hasGpus(type, gpuType, gpuCount)) return undefined;
    const { cpuCores = 0, memory = 0, storage = 0 } = create;
    const isEnough = [
      [type.cpuCores, cpuCores],
      [type.memoryGb, memory],
      [type.storageGb, storage],
    ].every(([has, wanted]) => (has ?? Infinity) >= (wanted ?? 0));
    if (!isEnough) return undefined;
    return {
      type,
      rate: rateOf(type.hourlyRate),
      region: type.region ? undefined : regions[0],
      order: [place, region],
    };
  }
}

interface Ranked extends Candidate {
  /** The places of its model and its region among the wishes. */
  readonly order: readonly [model: number, region: number];
}

function compare(a: Ranked, b: Ranked, prefer: LeaseConfig['prefer']): number {
  const byOrder = a.order[0] - b.order[0] || a.order[1] - b.order[1];
  const [first, second] = [a.rate ?? Number.MAX_VALUE, b.rate ?? Number.MAX_VALUE];
  return prefer === 'order' ? byOrder || first - second : first - second || byOrder;
}

/** A rate that a cost can be counted by: some servers list null or 0. */
export function rateOf(rate: number | null | undefined): number | undefined {
  return typeof rate === 'number' && Number.isFinite(rate) && rate > 0 ? rate : undefined;
}

/** Without a count, one GPU is meant: eight cost eight times as much. A type of its own id is meant as it is. */
function hasGpus(type: InstanceType, gpuType: string | undefined, count: number | undefined): boolean {
  if (count !== undefined) return type.gpuCount === count;
  return gpuType === undefined || type.gpuCount <= 1;
}

/**
 * Whether a type is of a GPU model. Spellings vary: "H100" means `h100-sxm` and "RTX 4090" means `rtx4090`, but "A10" is
 * no `A100`, and "L40" no `L40S`. The server's own filter is not relied on: another GPU would be billed.
 */
function isModel(gpuType: string, wanted: string): boolean {
  const words = wordsOf(gpuType);
  const whole = wordsOf(wanted).join('');
  return words.some((_, start) =>
    words.slice(start).some((__, length) => words.slice(start, start + length + 1).join('') === whole),
  );
}

function wordsOf(text: string): readonly string[] {
  return text
    .toLowerCase()
    .split(/[^a-z\d]+/)
    .filter((word) => word !== '');
}

function regionIndex(regions: readonly string[], region: string): number {
  return regions.findIndex((wanted) => wanted.toLowerCase() === region.toLowerCase());
}

/** For messages: `with H100 or A100 in us-east-1`. */
export function wishOf({ gpuTypes, instanceTypeIds, regions, gpuCount }: LeaseConfig): string {
  const count = gpuCount === undefined ? '' : `${gpuCount} × `;
  const what = gpuTypes.length > 0 ? `with ${count}${gpuTypes.join(' or ')}` : instanceTypeIds.join(' or ');
  return regions.length > 0 ? `${what} in ${regions.join(' or ')}` : what;
}
