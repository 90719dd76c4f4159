import { describeLeftover, hasFailed, type Report, type Result } from './result.js';
import { describeViolation } from './violation.js';

/** The table, line by line, so that each row can be printed as soon as its result is known. */
export interface Table {
  readonly head: string;
  readonly row: (result: Result) => string;
}

/** `names` are the names of all rows, for the width of the first column. */
export function createTable(names: readonly string[]): Table {
  const width = Math.max('operation'.length, ...names.map((name) => name.length + ' (stream)'.length)) + 2;
  const line = (name: string, status: string, request: string, response: string, rest: string): string =>
    `${name.padEnd(width)}${`${status} `.padEnd(10)}${request.padEnd(9)}${response.padEnd(10)}${rest}`.trimEnd();
  return {
    head: line('operation', 'status', 'request', 'response', 'violations'),
    row: (result) => {
      const { name, outcome, reason = '', statuses, violations } = result;
      if (outcome === 'not run') return line(name, '–', '–', '–', `not run: ${reason}`);
      const isOk = (side: 'request' | 'answer'): string =>
        violations.some((violation) => violation.side === side) ? 'no' : 'ok';
      const status = statuses.length === 0 ? 'none' : statuses.join(' ');
      const count = violations.length === 0 ? '' : String(violations.length);
      const details = violations.map((violation) => `  ${describeViolation(violation)}`);
      return [line(name, status, isOk('request'), isOk('answer'), count), ...details].join('\n');
    },
  };
}

/** The lines below the table. */
export function summarize(report: Report): string {
  const { results, leftovers, notices, wasStopped } = report;
  const count = (outcome: Result['outcome']): number => results.filter((result) => result.outcome === outcome).length;
  const passed = `${count('passed')} calls match openapi.json`;
  const counts = `${passed}, ${count('violated')} with violations, ${count('not run')} not run.`;
  return [
    ...notices.map((notice) => `Note: ${notice}`),
    ...leftovers.map((leftover) => `WARNING: ${describeLeftover(leftover)}`),
    `${wasStopped ? 'Stopped. ' : ''}${counts}${hasFailed(report) ? '' : ' The deployment meets the contract.'}`,
  ].join('\n');
}
