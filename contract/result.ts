import type { Thing } from './step.js';
import type { Violation } from './violation.js';

/** What became of one operation. */
export interface Result {
  /** The operationId, and what is special about the call. */
  readonly name: string;
  readonly outcome: 'passed' | 'violated' | 'not run';
  /** Why it was not run. */
  readonly reason?: string;
  /** The status of every answer, in order. */
  readonly statuses: readonly number[];
  readonly violations: readonly Violation[];
  readonly durationMs: number;
}

/** Something that the run may have made and could not delete. */
export interface Leftover {
  readonly thing: Thing;
  readonly name: string;
  readonly id?: string;
  readonly costsMoney: boolean;
  /** The call that shows whether it is there. */
  readonly seenIn: string;
}

/** What a run came to. */
export interface Report {
  /** Everything that the run made was named so. */
  readonly name: string;
  readonly baseUrl: string;
  readonly inferenceUrl: string;
  readonly results: readonly Result[];
  readonly leftovers: readonly Leftover[];
  /** What is no violation and worth telling. */
  readonly notices: readonly string[];
  readonly wasStopped: boolean;
}

export function notRun(name: string, reason: string): Result {
  return { name, outcome: 'not run', reason, statuses: [], violations: [], durationMs: 0 };
}

export function hasFailed({ results, leftovers }: Report): boolean {
  return leftovers.length > 0 || results.some(({ outcome }) => outcome === 'violated');
}

export function describeLeftover({ thing, name, id, costsMoney, seenIn }: Leftover): string {
  const known = id === undefined ? name : `${name} with the id ${id}`;
  const cost = costsMoney ? ' and cost money until it is deleted' : '';
  return `The ${thing} ${known} may be left over${cost}: look at \`${seenIn}\`.`;
}
