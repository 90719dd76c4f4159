import { enveloped, failure, listed, refusedField, type Answer } from './answer.js';
import { fieldsOf, type ApiCall, type Context, type Handler } from './call.js';
import { regions } from './catalogue.js';
import { attachedTo } from './instances.js';
import { book, canPay, storagePrice, storageRefund, weekMs } from './ledger.js';
import { dollarsOf } from './money.js';
import { isFound, nextId, projectId, timeText, type VolumeRecord, type World } from './world.js';

function viewOf(volume: VolumeRecord, world: World) {
  const { id, name, sizeGb, region, provider, createdAt, updatedAt } = volume;
  const instance = attachedTo(world, id);
  return {
    id,
    name,
    size_gb: sizeGb,
    status: instance ? 'attached' : 'available',
    region,
    provider_type: provider,
    deployment_id: instance?.id ?? null,
    mount_path: '/workspace',
    cost_per_hour: Math.round(sizeGb * (0.03 / 720) * 1e6) / 1e6,
    projectId,
    createdAt: timeText(createdAt),
    updatedAt: timeText(updatedAt),
  };
}

function ownOf({ path: { id = '' }, environment }: ApiCall, { world }: Context): VolumeRecord | undefined {
  const volume = world.volumes.get(id);
  return volume?.environment === environment ? volume : undefined;
}

const missing = (): Answer => failure(404, 'Storage volume not found.');
const unpaid = (): Answer => failure(402, 'Insufficient credits. Add credits to continue.');

function create(call: ApiCall, { world }: Context): Answer {
  const { name, size_gb: sizeGb, region: wanted } = fieldsOf<{ name: string; size_gb: number; region: string }>(call);
  if (sizeGb < 1) return refusedField('size_gb', 'must be at least 1');
  const region = regions.find((candidate) => candidate.name === wanted || candidate.id === wanted);
  if (!region) return refusedField('region', `must be one of ${regions.map((known) => known.name).join(', ')}`);
  const paidUntil = call.now + weekMs;
  const price = storagePrice(sizeGb, call.now, paidUntil);
  if (!canPay(world, call.now, price)) return unpaid();
  const volume: VolumeRecord = {
    id: nextId(world),
    name,
    environment: call.environment,
    region: region.id,
    provider: region.provider,
    sizeGb,
    createdAt: call.now,
    updatedAt: call.now,
    paidUntil,
  };
  world.volumes.set(volume.id, volume);
  book(world, 'usage', -price, `Storage volume ${name}, 1 week`, call.now);
  return enveloped(viewOf(volume, world), 201);
}

function resize(call: ApiCall, context: Context): Answer {
  const { world } = context;
  const volume = ownOf(call, context);
  if (!volume) return missing();
  const { size_gb: sizeGb } = fieldsOf<{ readonly size_gb: number }>(call);
  if (sizeGb < volume.sizeGb) return refusedField('size_gb', `must be larger than the current size (${volume.sizeGb})`);
  const price = storagePrice(sizeGb - volume.sizeGb, call.now, volume.paidUntil);
  if (!canPay(world, call.now, price)) return unpaid();
  if (price > 0) book(world, 'usage', -price, `Storage volume ${volume.name}, resized to ${sizeGb} GB`, call.now);
  volume.sizeGb = sizeGb;
  volume.updatedAt = call.now;
  return enveloped(viewOf(volume, world));
}

function remove(call: ApiCall, context: Context): Answer {
  const { world } = context;
  const volume = ownOf(call, context);
  if (!volume) return missing();
  if (attachedTo(world, volume.id)) return failure(409, 'The storage volume is attached to an instance.');
  const refund = storageRefund(volume.sizeGb, call.now, volume.paidUntil);
  if (refund > 0) book(world, 'refund', refund, `Storage volume ${volume.name}, unused days`, call.now);
  world.volumes.delete(volume.id);
  return enveloped({ message: 'Storage volume deleted.', refund_amount: dollarsOf(refund) });
}

export const storageHandlers: Readonly<Record<string, Handler>> = {
  listStorageRegions: () => listed(regions),
  listStorageVolumes: ({ environment, query }, { world }) => {
    const own = [...world.volumes.values()].filter(
      (volume) => volume.environment === environment && isFound(volume.name, query['search']),
    );
    return listed(own.map((volume) => viewOf(volume, world)));
  },
  getStorageVolume: (call, context) => {
    const volume = ownOf(call, context);
    return volume ? enveloped(viewOf(volume, context.world)) : missing();
  },
  createStorageVolume: create,
  resizeStorageVolume: resize,
  deleteStorageVolume: remove,
};
