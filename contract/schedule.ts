import type { OperationId } from '../generated/cases.js';
import type { Role, Step, Thing, Tier } from './step.js';

type Steps = ReadonlyMap<OperationId, Step>;

/** The operations that are called, in this order, and those that are not. */
export interface Schedule {
  readonly calls: readonly OperationId[];
  readonly refused: readonly { readonly id: OperationId; readonly reason: string }[];
}

/** Selects and orders the calls. With `only`, this includes the operations that they need and the clean-up. */
export function schedule(steps: Steps, tiers: ReadonlySet<Tier>, only: readonly OperationId[] = []): Schedule {
  const wanted = only.length === 0 ? new Set(steps.keys()) : withNeeds(steps, only);
  const entries = [...steps].filter(([id]) => wanted.has(id));
  const allowed = entries.filter(([, { tier }]) => tiers.has(tier));
  const refused = entries.filter(([id, { tier }]) => !tiers.has(tier) && (only.length === 0 || only.includes(id)));
  const things = [...new Set([...steps.values()].flatMap(({ on }) => on?.[1] ?? []))];
  const rank = ({ on, ...step }: Step): number => {
    if (on?.[0] === 'lists') return 0;
    if (on !== undefined) return 10 * (things.indexOf(on[1]) + 1) + lifeOrder.indexOf(on[0]);
    return step.tier === 'read' && step.after === undefined ? 0 : 1;
  };
  return {
    // The sort is stable: operations of the same rank keep the order of the document.
    calls: allowed.sort(([, a], [, b]) => rank(a) - rank(b)).map(([id]) => id),
    refused: refused.map(([id, { tier }]) => ({ id, reason: refusal(tier) })),
  };
}

/** A resource is deleted before the next is created: what is billed by the hour exists only for a short time. */
const lifeOrder: readonly Role[] = ['makes', 'reads', 'changes', 'removes'];

/** Why a tier that was not requested is not run. */
export function refusal(tier: Tier): string {
  return tier === 'spend'
    ? 'it is billed: pass --spend to allow it'
    : 'it changes the workspace: pass --write to allow it';
}

/** The operation with a role for a kind of resource. */
export function stepFor(steps: Steps, role: Role, thing: Thing): OperationId | undefined {
  return [...steps].find(([, { on }]) => on?.[0] === role && on[1] === thing)?.[0];
}

function withNeeds(steps: Steps, only: readonly OperationId[]): ReadonlySet<OperationId> {
  const wanted = new Set<OperationId>();
  const add = (id: OperationId): void => {
    const step = steps.get(id);
    if (step === undefined || wanted.has(id)) return;
    wanted.add(id);
    step.after?.forEach(add);
    needsOf(steps, step).forEach(add);
  };
  only.forEach(add);
  return wanted;
}

function needsOf(steps: Steps, { on }: Step): OperationId[] {
  if (on === undefined) return [];
  const [role, thing] = on;
  const find = (needed: Role): OperationId[] => [stepFor(steps, needed, thing) ?? []].flat();
  switch (role) {
    case 'lists':
      return [];
    case 'makes':
      return find('removes');
    case 'reads':
      return find('lists').length > 0 ? find('lists') : find('makes');
    case 'changes':
    case 'removes':
      return find('makes');
  }
}
