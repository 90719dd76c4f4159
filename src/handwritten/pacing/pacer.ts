import type { Check } from '../core/options/check.js';
import type { PacedRequest, PacedResponse, Pacer, PacingSettings } from '../core/options/pacing.js';
import { Lane, type Release } from './lane.js';
import type { Given } from './given.js';

const countProblem: Check = (value) =>
  Number.isInteger(value) && (value as number) >= 1 ? undefined : 'must be an integer, 1 or more';

const checks: Readonly<Record<keyof PacingSettings, Check>> = {
  requestsPerMinute: (value) =>
    Number.isFinite(value) && (value as number) > 0 ? undefined : 'must be a number, more than 0',
  maxConcurrency: countProblem,
  maxQueue: countProblem,
};

/** A pacer that may let a call go at once, without a promise. */
export interface OwnPacer extends Pacer {
  admit(server: string, cost: number): (() => void) | undefined;
}

/** The pacer of this process: a lane for each server. */
export function openPacer(settings: 'auto' | PacingSettings, given: Given): OwnPacer {
  const config: PacingSettings = settings === 'auto' ? {} : settings;
  given.checkOptions(config, checks, '`pacing`');
  const lanes = new Map<string, Lane>();
  const laneOf = (server: string): Lane => {
    let lane = lanes.get(server);
    if (lane === undefined) lanes.set(server, (lane = new Lane(server, config, given)));
    return lane;
  };
  return {
    admit: (server: string, cost: number) => laneOf(server).admit(cost),
    reserve: (server: string, cost: number, signal: AbortSignal, request: PacedRequest) =>
      laneOf(server).reserve(cost, signal, request),
    observe: (server: string, response: PacedResponse, release?: () => void) =>
      // What `reserve` has resolved to.
      laneOf(server).observe(response, release as Release | undefined),
  };
}
