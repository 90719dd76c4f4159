import type { Report, Result } from '../../contract/result.js';
import { runContract, type ContractOptions } from '../../contract/run.js';
import type { Tier } from '../../contract/step.js';
import { describeViolation } from '../../contract/violation.js';
import { TEST_API_KEY } from './observed-client.js';

export const RUN_NAME = 'runcrate-contract-0123abcd';

/** A run as the command makes it, without its delays. */
export function runOn(url: string, tiers: readonly Tier[], options: Partial<ContractOptions> = {}): Promise<Report> {
  return runContract({
    baseUrl: url,
    inferenceUrl: url,
    name: RUN_NAME,
    tiers: new Set<Tier>(['read', ...tiers]),
    patience: { pauseMs: 1, maxWaitSeconds: 60 },
    ...options,
    client: { apiKey: TEST_API_KEY, maxRetries: 0, ...options.client },
  });
}

/** The violations of all results, each as `operation side part pointer: rule`. */
export function violationsOf({ results }: Report): string[] {
  return results.flatMap(({ name, violations }) =>
    violations.map(({ side, part, pointer, rule }) => `${name}: ${side} ${part} ${pointer}: ${rule}`),
  );
}

export function resultOf({ results }: Report, name: string): Result {
  const found = results.find((result) => result.name === name);
  if (found === undefined) throw new Error(`The run has no result of ${name}.`);
  return found;
}

/** The rows of the table for one operation. */
export function linesOf(report: Report, name: string): string[] {
  return resultOf(report, name).violations.map(describeViolation);
}
