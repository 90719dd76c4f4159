import { enveloped, failure, listed, nothing, refusedField, type Answer } from './answer.js';
import { fieldsOf, type ApiCall, type Context, type Handler } from './call.js';
import { instanceTypes, launchable, type InstanceTypeRecord } from './catalogue.js';
import { canPay, settle } from './ledger.js';
import { mistake, mustKnow } from './mistake.js';
import { nanosOf } from './money.js';
import type { Settings } from './settings.js';
import { isFound, nextId, timeText, type InstanceRecord, type World } from './world.js';

/** An instance as the API sends it, with the wire's names: `gpu_type`, not `gpuType`. */
export interface InstanceView {
  /** Given by the API. */
  readonly id: string;
  /** As it was created with. */
  readonly name: string;
  /** `creating`, `provisioning`, `deploying`, `running`, `failed` or `terminated`. */
  readonly status: string;
  /** Such as `A100`. */
  readonly gpu_type: string;
  /** 0 without a GPU. */
  readonly gpu_count: number;
  /** Virtual cores. */
  readonly cpu_cores: number;
  /** GB. */
  readonly memory: number;
  /** GB. */
  readonly storage: number;
  /** Such as `us-east-1`. */
  readonly region: string;
  /** Null until it runs, and after its end. */
  readonly ip: string | null;
  /** Such as `ubuntu-22.04`. */
  readonly os_image: string;
  /** USD. */
  readonly cost_per_hour: number;
  /** When it began to run, in ISO 8601; null before. */
  readonly deployed_at: string | null;
  /** ISO 8601. */
  readonly created_at: string;
  /** When its state last changed, in ISO 8601. */
  readonly updated_at: string;
}

/** The share of the time to deploy at which each state begins. */
const states = [
  ['deploying', 0.5],
  ['provisioning', 0.2],
  ['creating', 0],
] as const;

function statusOf(instance: InstanceRecord, now: number, { deploySeconds }: Settings): string {
  if (instance.end !== undefined && (instance.endedAt ?? 0) <= now) return instance.end;
  const share = (now - instance.createdAt) / (deploySeconds * 1000);
  if (share >= 1 || deploySeconds === 0) return 'running';
  return states.find(([, from]) => share >= from)?.[0] ?? 'creating';
}

function viewOf(instance: InstanceRecord, now: number, settings: Settings): InstanceView {
  const { id, name, createdAt, perHour, endedAt } = instance;
  const deployedAt = createdAt + settings.deploySeconds * 1000;
  const status = statusOf(instance, now, settings);
  const hasRun = deployedAt <= (endedAt ?? now);
  return {
    id,
    name,
    status,
    gpu_type: instance.gpuType,
    gpu_count: instance.gpuCount,
    cpu_cores: instance.cpuCores,
    memory: instance.memory,
    storage: instance.storage,
    region: instance.region,
    ip: status === 'running' ? ipOf(id) : null,
    os_image: 'ubuntu-22.04',
    cost_per_hour: perHour / 1e9,
    deployed_at: hasRun ? timeText(deployedAt) : null,
    created_at: timeText(createdAt),
    updated_at: timeText(endedAt ?? (hasRun ? deployedAt : createdAt)),
  };
}

/** In a range that is kept for documentation (RFC 5737). */
function ipOf(id: string): string {
  return `203.0.113.${(Number(id.slice(-6)) % 254) + 1}`;
}

interface Creation {
  readonly name: string;
  readonly gpu_type?: string;
  readonly instance_type_id?: string;
  readonly region?: string;
  readonly gpu_count?: number;
  readonly cpu_cores?: number;
  readonly memory?: number;
  readonly storage?: number;
  readonly template?: string;
  readonly ssh_key_id?: string;
  readonly storage_id?: string;
}

const gpuTypes = [...new Set(instanceTypes.map(({ gpu_type }) => gpu_type))];

/** The API answers the same as for what is sold out; a test needs to know that it will never be there. */
const unknownType = ` The simulator has none like it: its GPU types are ${gpuTypes.join(', ')}, with a \`gpu_count\` of 1, or of 8 for A100 and H100, in us-east-1 and eu-central-1; \`rc.instances.listTypes()\` lists them.`;

export function soldOut(more = ''): Answer {
  return failure(500, `The selected instance type is no longer available. Choose another type or region.${more}`);
}

function create(call: ApiCall, { world, settings }: Context): Answer {
  const wanted = fieldsOf<Creation>(call);
  const refusal = refusalOf(wanted, call, world);
  if (refusal) return refusal;
  const type = availableTypes(world).find((candidate) => isWanted(candidate, wanted));
  if (!type) return soldOut(instanceTypes.some((candidate) => isWanted(candidate, wanted)) ? '' : unknownType);
  const perHour = nanosOf(type.hourly_rate);
  if (!canPay(world, call.now, 1)) return failure(402, 'Insufficient credits. Add credits to continue.');
  const instance: InstanceRecord = {
    id: nextId(world),
    name: wanted.name,
    environment: call.environment,
    gpuType: type.gpu_type,
    gpuCount: type.gpu_count,
    cpuCores: wanted.cpu_cores ?? type.cpu_cores,
    memory: wanted.memory ?? type.memory_gb,
    storage: wanted.storage ?? type.storage_gb,
    region: type.region,
    template: wanted.template,
    volume: wanted.storage_id,
    perHour,
    createdAt: call.now,
    chargedMs: 0,
    endedAt: undefined,
    end: undefined,
  };
  world.instances.set(instance.id, instance);
  return enveloped(viewOf(instance, call.now, settings), 201);
}

/** What the document can't say. */
function refusalOf(wanted: Creation, { environment }: ApiCall, world: World): Answer | undefined {
  const { name, template, ssh_key_id: key, storage_id: volumeId } = wanted;
  if (name.length > 64) return refusedField('name', 'must have at most 64 characters');
  if (wanted.gpu_type === undefined && wanted.instance_type_id === undefined) {
    return refusedField('gpu_type', 'or instance_type_id is required');
  }
  if (template !== undefined && !launchable.has(template)) {
    return refusedField('template', `must be one of ${[...launchable].join(', ')}`);
  }
  if (key !== undefined && !world.sshKeys.has(key))
    return refusedField('ssh_key_id', 'is no SSH key of this workspace');
  if (volumeId === undefined) return undefined;
  if (world.volumes.get(volumeId)?.environment !== environment) {
    return refusedField('storage_id', 'is no storage volume of this environment');
  }
  return attachedTo(world, volumeId) ? refusedField('storage_id', 'is attached to another instance') : undefined;
}

/** The running instance that has a volume. */
export function attachedTo(world: World, volume: string): InstanceRecord | undefined {
  return [...world.instances.values()].find((instance) => instance.volume === volume && instance.end === undefined);
}

function isWanted(type: InstanceTypeRecord, wanted: Creation): boolean {
  const { instance_type_id: id, gpu_type: gpu, gpu_count: count, region } = wanted;
  if (id !== undefined) return type.id === id;
  return (
    type.gpu_type.toLowerCase() === gpu?.toLowerCase() &&
    type.gpu_count === (count ?? (type.gpu_type === 'CPU' ? 0 : 1)) &&
    (region === undefined || type.region === region) &&
    type.cpu_cores >= (wanted.cpu_cores ?? 0) &&
    type.memory_gb >= (wanted.memory ?? 0) &&
    type.storage_gb >= (wanted.storage ?? 0)
  );
}

function availableTypes({ outOfStock }: World): InstanceTypeRecord[] {
  return instanceTypes.filter(({ id, gpu_type }) => !outOfStock.has(id) && !outOfStock.has(gpu_type.toLowerCase()));
}

/** An instance of the environment of a call. */
function ownOf({ path: { id = '' }, environment }: ApiCall, { world }: Context): InstanceRecord | undefined {
  const instance = world.instances.get(id);
  return instance?.environment === environment ? instance : undefined;
}

const missing = (): Answer => failure(404, 'Instance not found.');

export const instanceHandlers: Readonly<Record<string, Handler>> = {
  createInstance: create,
  listInstances: ({ environment, query, now }, { world, settings }) => {
    const own = [...world.instances.values()].filter(
      (instance) =>
        instance.environment === environment &&
        instance.end !== 'terminated' &&
        isFound(instance.name, query['search']),
    );
    return listed(own.map((instance) => viewOf(instance, now, settings)));
  },
  listInstanceTypes: ({ query: { gpu_type, gpu_count, region } }, { world }) =>
    listed(
      availableTypes(world).filter(
        (type) =>
          (gpu_type === undefined || type.gpu_type.toLowerCase() === gpu_type.toLowerCase()) &&
          (gpu_count === undefined || type.gpu_count === Number(gpu_count)) &&
          (region === undefined || type.region === region),
      ),
    ),
  getInstance: (call, context) => {
    const instance = ownOf(call, context);
    return instance ? enveloped(viewOf(instance, call.now, context.settings)) : missing();
  },
  getInstanceStatus: (call, context) => {
    const instance = ownOf(call, context);
    if (!instance) return missing();
    const { id, status, ip } = viewOf(instance, call.now, context.settings);
    return enveloped({ id, status, ip });
  },
  terminateInstance: (call, context) => {
    const instance = ownOf(call, context);
    if (!instance || instance.end === 'terminated') return missing();
    instance.endedAt ??= call.now;
    instance.end = 'terminated';
    settle(context.world, call.now);
    return nothing;
  },
};

/** The instances of a simulator, of all environments, for the assertions of a test. */
export class SimulatedInstances {
  readonly #context: () => Context;

  /** @internal */
  constructor(context: () => Context) {
    this.#context = context;
  }

  /** All that were ever created, with the fields of the API. */
  all(): InstanceView[] {
    const { world, clock, settings } = this.#context();
    return [...world.instances.values()].map((instance) => viewOf(instance, clock.now(), settings));
  }

  /** Those that are billed: created, and neither terminated nor failed. */
  running(): InstanceView[] {
    return this.all().filter(({ status }) => status !== 'terminated' && status !== 'failed');
  }

  /** Lets an instance fail now. It is billed no longer. */
  fail(id: string): void {
    const { world, clock } = this.#context();
    const instance = world.instances.get(id);
    if (!instance) throw mistake(`api.instances.fail: there is no instance "${id}".`);
    instance.endedAt ??= clock.now();
    instance.end ??= 'failed';
  }

  /** Takes a type, by its id or its GPU type, from the list: creating an instance of it fails as in the API. */
  sellOut(type: string): void {
    const ids = instanceTypes.map(({ id }) => id);
    const isKnown = ids.includes(type) || gpuTypes.some((gpu) => gpu.toLowerCase() === type.toLowerCase());
    if (!isKnown) mustKnow('api.instances.sellOut', 'type', type, [...gpuTypes, ...ids]);
    const { world } = this.#context();
    world.outOfStock.add(type).add(type.toLowerCase());
  }
}
