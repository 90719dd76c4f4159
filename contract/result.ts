import type { Thing } from './step.js';
import type { Violation } from './violation.js';

/** The result of one operation. */
export interface Result {
  /** The operationId, and the variant of the call, as in `createChatCompletion (stream)`. */
  readonly name: string;
  readonly outcome: 'passed' | 'violated' | 'not run';
  /** Why it was not run. */
  readonly reason?: string;
  /** The status code of every response, in order. */
  readonly statuses: readonly number[];
  readonly violations: readonly Violation[];
  readonly durationMs: number;
}

/** A resource that the run may have created and could not delete. */
export interface Leftover {
  readonly thing: Thing;
  readonly name: string;
  readonly id?: string;
  readonly costsMoney: boolean;
  /** The call that shows whether it exists. */
  readonly seenIn: string;
}

/** The report of a run. */
export interface Report {
  /** The name of everything that the run created. */
  readonly name: string;
  readonly baseUrl: string;
  readonly inferenceUrl: string;
  readonly results: readonly Result[];
  readonly leftovers: readonly Leftover[];
  /** Notes that are not violations. */
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
  const cost = costsMoney ? ' and is billed until it is deleted' : '';
  return `The ${thing} ${known} may still exist${cost}: check \`${seenIn}\`.`;
}
