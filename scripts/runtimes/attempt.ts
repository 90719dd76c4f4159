import type { Outcome } from './table.js';
import { MissingToolError } from './tools.js';
import type { Bench, Trial } from './trial.js';

export interface AttemptOptions {
  readonly bench: Bench;
  /** Whether a trial that was not run is a failure if npm provides its tool. */
  readonly needsAll: boolean;
}

/** Runs a trial. Never rejects. A check that the trial does not report has failed. */
export async function attempt(
  trial: Trial,
  expected: readonly string[],
  { bench, needsAll }: AttemptOptions,
): Promise<Outcome> {
  const start = performance.now();
  const seconds = (): number => (performance.now() - start) / 1000;
  try {
    const { version, checks } = await trial.run(bench);
    const all = Object.fromEntries(expected.map((check) => [check, checks[check] ?? 'it was not run']));
    return { trial, kind: 'run', version, checks: all, seconds: seconds() };
  } catch (error) {
    const { message: reason } = error as Error;
    if (!(error instanceof MissingToolError)) return { trial, kind: 'broken', reason, seconds: seconds() };
    return { trial, kind: 'not run', reason, isFailure: error.isFromNpm && needsAll, seconds: seconds() };
  }
}

/** Runs at most `limit` functions at a time, in the order of the calls. None may reject. */
export function inParallel(limit: number): <T>(work: () => Promise<T>) => Promise<T> {
  const begun: Promise<unknown>[] = [];
  return (work) => {
    const outcome = (begun[begun.length - limit] ?? Promise.resolve()).then(work);
    begun.push(outcome);
    return outcome;
  };
}
