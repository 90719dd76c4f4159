import type { Checks, Section, Trial } from './trial.js';

/** The outcome of a trial. */
export type Outcome = { readonly trial: Trial; readonly seconds: number } & (
  | { readonly kind: 'run'; readonly version: string; readonly checks: Checks }
  | { readonly kind: 'broken'; readonly reason: string }
  | { readonly kind: 'not run'; readonly reason: string; readonly isFailure: boolean }
);

/** One section of the report, line by line, so that each row can be printed as soon as its outcome is known. */
export interface Table {
  readonly head: string;
  readonly row: (outcome: Outcome) => string;
}

export function createTable({ subject, checks }: Section): Table {
  const columns = (cells: readonly string[]): string =>
    cells.map((cell, index) => cell.padEnd(Math.max('FAILED'.length, checks[index]?.length ?? 0) + 2)).join('');
  const width = columns(checks).length;
  const line = (name: string, version: string, format: string, rest: string, time: string): string =>
    `${name.padEnd(14)}${version.padEnd(18)}${format.padEnd(12)}${rest.padEnd(width)}${time.padStart(7)}`;
  return {
    head: line(subject, 'version', 'by', columns(checks), 'time'),
    row: (outcome) => {
      const { name, format } = outcome.trial;
      const time = `${outcome.seconds.toFixed(1)} s`;
      if (outcome.kind !== 'run') {
        return line(name, '–', format, outcome.kind === 'broken' ? 'FAILED, see below' : 'not run, see below', time);
      }
      const cells = checks.map((check) => (outcome.checks[check] === '' ? 'ok' : 'FAILED'));
      return line(name, outcome.version, format, columns(cells), time);
    },
  };
}

/** The lines below the tables: each failure in full, and the counts. */
export function summarize(outcomes: readonly Outcome[]): string {
  const notRun = outcomes.filter(({ kind }) => kind === 'not run');
  const failed = outcomes.filter((outcome) => outcome.kind !== 'not run' && hasFailed(outcome));
  const counts = [
    `${outcomes.length - failed.length - notRun.length} ok`,
    `${failed.length} failed`,
    `${notRun.length} not run`,
  ];
  return [...outcomes.flatMap(detailsOf), `${counts.join(', ')}.`].join('\n');
}

export function hasFailed(outcome: Outcome): boolean {
  switch (outcome.kind) {
    case 'run':
      return Object.values(outcome.checks).some((problem) => problem !== '');
    case 'broken':
      return true;
    case 'not run':
      return outcome.isFailure;
  }
}

function detailsOf(outcome: Outcome): string[] {
  const { name, format } = outcome.trial;
  switch (outcome.kind) {
    case 'run': {
      const problems = Object.entries(outcome.checks).filter(([, problem]) => problem !== '');
      return problems.map(([check, problem]) => `${name} ${outcome.version}, ${format}: ${check}: ${problem}`);
    }
    case 'broken':
      return [`${name}, ${format}: ${outcome.reason}`];
    case 'not run':
      return [
        `${name}, ${format}: not run: ${outcome.reason}${outcome.isFailure ? ' (a failure in CI, since npm has the package)' : ''}`,
      ];
  }
}
