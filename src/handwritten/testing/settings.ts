import type { JsonSchema } from './document.js';
import { checked, mistake } from './mistake.js';

/** The options of `createSimulator({ … })`. */
export interface SimulatorOptions {
  /**
   * The key that is accepted.
   * @defaultValue `rc_live_simulator00000000`
   */
  readonly apiKey?: string;
  /**
   * When the time of the simulator starts.
   * @defaultValue now, in whole seconds
   */
  readonly now?: Date | string | number;
  /**
   * Credits at the start, in USD.
   * @defaultValue 100
   */
  readonly credits?: number;
  /**
   * The environments at the start; the first is the default one.
   * @defaultValue `['main']`
   */
  readonly environments?: readonly string[];
  /** Requests per minute, for the headers `X-RateLimit-*` and status code 429. Default: no limit, and no headers. */
  readonly rateLimit?: number;
  /**
   * Whether a repeated `Idempotency-Key` gets the first answer again, without a second effect. The API does not document
   * the header: with `false`, each request takes effect.
   * @defaultValue true
   */
  readonly idempotencyKeys?: boolean;
  /**
   * Whether `https://runcrate.ai` redirects to `https://www.runcrate.ai`.
   * @defaultValue false
   */
  readonly redirectsToWww?: boolean;
  /**
   * Seconds until an instance runs.
   * @defaultValue 45
   */
  readonly deploySeconds?: number;
  /**
   * Seconds until a video is completed.
   * @defaultValue 30
   */
  readonly videoSeconds?: number;
}

export type Settings = Required<Omit<SimulatorOptions, 'rateLimit' | 'now'>> & {
  readonly rateLimit: number | undefined;
};

export const defaultApiKey = 'rc_live_simulator00000000';

const seconds = { type: 'number', minimum: 0 } as const;
const name = { type: 'string', minLength: 1 } as const;

const schema = {
  properties: {
    apiKey: name,
    now: true,
    credits: { type: 'number' },
    environments: { type: 'array', items: name, minItems: 1, uniqueItems: true },
    rateLimit: { type: 'integer', minimum: 1 },
    idempotencyKeys: { type: 'boolean' },
    redirectsToWww: { type: 'boolean' },
    deploySeconds: seconds,
    videoSeconds: seconds,
  } satisfies Record<keyof SimulatorOptions, JsonSchema>,
};

export function settingsOf(given: SimulatorOptions): Settings {
  const options = checked('createSimulator', given, schema);
  return {
    apiKey: defaultApiKey,
    credits: 100,
    environments: ['main'],
    idempotencyKeys: true,
    redirectsToWww: false,
    deploySeconds: 45,
    videoSeconds: 30,
    ...options,
    rateLimit: options.rateLimit,
  };
}

/** When the time starts. */
export function startOf({ now }: SimulatorOptions): number {
  const start = now === undefined ? Math.floor(Date.now() / 1000) * 1000 : new Date(now).getTime();
  if (Number.isNaN(start))
    throw mistake(`createSimulator: now must be a time such as "2026-03-01", not ${String(now)}.`);
  return start;
}
