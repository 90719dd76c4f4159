import type { Answer } from './answer.js';
import type { Nanos } from './money.js';

/** All that a simulator remembers, as plain data: a snapshot is a copy of it. */
export interface World {
  /** The number of ids that were given out. */
  ids: number;
  readonly environments: Map<string, EnvironmentRecord>;
  readonly instances: Map<string, InstanceRecord>;
  readonly volumes: Map<string, VolumeRecord>;
  readonly sshKeys: Map<string, SshKeyRecord>;
  readonly videos: Map<string, VideoRecord>;
  readonly images: Map<string, ImageRecord>;
  readonly transactions: TransactionRecord[];
  /** The sum of the transactions. */
  balance: Nanos;
  readonly usage: UsageRecord[];
  readonly outOfStock: Set<string>;
  /** Answers by `Idempotency-Key`. */
  readonly idempotent: Map<string, { readonly request: string; readonly answer: Answer }>;
  /** The minute of the rate limit, and the requests in it. */
  limit: { startsAt: number; used: number };
}

export interface EnvironmentRecord {
  readonly id: string;
  name: string;
  isDefault: boolean;
  readonly createdAt: number;
  updatedAt: number;
}

export interface InstanceRecord {
  readonly id: string;
  readonly name: string;
  /** Id of its environment. */
  readonly environment: string;
  readonly gpuType: string;
  readonly gpuCount: number;
  readonly cpuCores: number;
  readonly memory: number;
  readonly storage: number;
  readonly region: string;
  readonly template: string | undefined;
  readonly volume: string | undefined;
  readonly perHour: Nanos;
  readonly createdAt: number;
  /** The time of what has been charged. */
  chargedMs: number;
  endedAt: number | undefined;
  end: 'terminated' | 'failed' | undefined;
}

export interface VolumeRecord {
  readonly id: string;
  readonly name: string;
  readonly environment: string;
  readonly region: string;
  readonly provider: string;
  sizeGb: number;
  readonly createdAt: number;
  updatedAt: number;
  /** The end of the week that is paid. */
  paidUntil: number;
}

export interface SshKeyRecord {
  readonly id: string;
  readonly name: string;
  readonly publicKey: string;
  readonly type: string;
  readonly createdAt: number;
}

export interface VideoRecord {
  readonly id: string;
  readonly createdAt: number;
  readonly fails: boolean;
}

export interface ImageRecord {
  readonly width: number;
  readonly height: number;
  readonly seed: number;
}

export interface TransactionRecord {
  readonly id: string;
  readonly type: 'credit' | 'usage' | 'refund' | 'adjustment';
  readonly amount: Nanos;
  readonly description: string;
  readonly createdAt: number;
}

/** One inference call. */
export interface UsageRecord {
  readonly at: number;
  readonly promptTokens: number;
  readonly completionTokens: number;
  readonly cost: Nanos;
}

export function emptyWorld(): World {
  return {
    ids: 0,
    environments: new Map(),
    instances: new Map(),
    volumes: new Map(),
    sshKeys: new Map(),
    videos: new Map(),
    images: new Map(),
    transactions: [],
    balance: 0,
    usage: [],
    outOfStock: new Set(),
    idempotent: new Map(),
    limit: { startsAt: 0, used: 0 },
  };
}

/** The next id: a UUID, and the same in every run. */
export function nextId(world: World): string {
  return `5eed0000-0000-4000-8000-${String(++world.ids).padStart(12, '0')}`;
}

export const projectId = '5eed0000-0000-4000-8000-c0ffee000000';

/** A time as the API writes it. */
export function timeText(ms: number): string {
  return new Date(ms).toISOString();
}

/** Whether a name contains what is searched for. */
export function isFound(name: string, search: string | undefined): boolean {
  return search === undefined || name.toLowerCase().includes(search.toLowerCase());
}
