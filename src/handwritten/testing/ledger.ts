import { dollarsOf, priceOf, type Nanos } from './money.js';
import { nextId, type InstanceRecord, type TransactionRecord, type World } from './world.js';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
export const weekMs = 7 * dayMs;
/** 0.03 USD per GB and month of 30 days. */
const perGbDay: Nanos = 1_000_000;

/** Records a charge (negative), a refund or a deposit. */
export function book(
  world: World,
  type: TransactionRecord['type'],
  amount: Nanos,
  description: string,
  at: number,
): void {
  world.balance += amount;
  world.transactions.push({ id: nextId(world), type, amount, description, createdAt: at });
}

/** Books what has fallen due: each hour of an instance, each week of a volume. */
export function settle(world: World, now: number): void {
  for (const instance of world.instances.values()) chargeInstance(world, instance, now);
  for (const volume of world.volumes.values()) {
    while (volume.paidUntil <= now) {
      const cost = volume.sizeGb * perGbDay * 7;
      book(world, 'usage', -cost, `Storage volume ${volume.name}, 1 week`, volume.paidUntil);
      volume.paidUntil += weekMs;
    }
  }
}

function chargeInstance(world: World, instance: InstanceRecord, now: number): void {
  const usedMs = (instance.endedAt ?? now) - instance.createdAt;
  while (instance.chargedMs + hourMs <= usedMs) chargeUntil(world, instance, instance.chargedMs + hourMs);
  if (instance.endedAt !== undefined && instance.chargedMs < usedMs) chargeUntil(world, instance, usedMs);
}

function chargeUntil(world: World, instance: InstanceRecord, usedMs: number): void {
  const cost = priceOf(instance.perHour, usedMs) - priceOf(instance.perHour, instance.chargedMs);
  const seconds = Math.ceil((usedMs - instance.chargedMs) / 1000);
  const length = seconds === 3600 ? '1 hour' : `${seconds} seconds`;
  instance.chargedMs = usedMs;
  book(world, 'usage', -cost, `GPU instance ${instance.name}, ${length}`, instance.createdAt + usedMs);
}

/** What running instances have used, and is not booked yet. */
export function activeCost(world: World, now: number): Nanos {
  let sum = 0;
  for (const { perHour, createdAt, chargedMs, endedAt } of world.instances.values()) {
    if (endedAt === undefined) sum += priceOf(perHour, now - createdAt) - priceOf(perHour, chargedMs);
  }
  return sum;
}

export function balanceOf({ balance }: World): Nanos {
  return balance;
}

/** Whether the credits, less what is used, cover an amount. */
export function canPay(world: World, now: number, amount: Nanos): boolean {
  return balanceOf(world) - activeCost(world, now) >= amount;
}

/** The price of `sizeGb` for the days, the current one included, until a time. */
export function storagePrice(sizeGb: number, now: number, until: number): Nanos {
  return sizeGb * perGbDay * Math.ceil((until - now) / dayMs);
}

/** The refund for the days until a time that have not begun. */
export function storageRefund(sizeGb: number, now: number, until: number): Nanos {
  return sizeGb * perGbDay * Math.floor((until - now) / dayMs);
}

/** One entry of the ledger, in USD. */
export interface LedgerEntry {
  /** Of the transaction, as the API names it. */
  readonly type: TransactionRecord['type'];
  /** In USD; negative if it is a charge. */
  readonly amount: number;
  /** Such as the name of the model. */
  readonly description: string;
  /** By the clock of the simulator. */
  readonly at: Date;
}

/** What was spent, for the assertions of a test. */
export class Ledger {
  readonly #world: () => World;
  readonly #now: () => number;

  /** @internal */
  constructor(world: () => World, now: () => number) {
    this.#world = world;
    this.#now = now;
  }

  /** USD that were spent so far, less refunds; running instances count up to now. */
  total(): number {
    const booked = this.#settled().transactions.filter(({ type }) => type === 'usage' || type === 'refund');
    const spent = booked.reduce((sum, { amount }) => sum - amount, 0);
    return dollarsOf(spent + activeCost(this.#world(), this.#now()));
  }

  /** USD that are left. */
  balance(): number {
    const world = this.#settled();
    return dollarsOf(balanceOf(world) - activeCost(world, this.#now()));
  }

  /** All that was booked, the latest last. */
  entries(): LedgerEntry[] {
    return this.#settled().transactions.map(({ type, amount, description, createdAt }) => ({
      type,
      amount: dollarsOf(amount),
      description,
      at: new Date(createdAt),
    }));
  }

  #settled(): World {
    const world = this.#world();
    settle(world, this.#now());
    return world;
  }
}
