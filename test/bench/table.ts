import { goalText, verdictOf, type Outcome } from './goal.js';
import type { Row } from './row.js';

const whatWidth = 63;
const goalWidth = 37;
const figureWidth = 8;

/** The header row. */
export const tableHead: string = line('what', 'goal', 'figure', '');

/** The lines of one row: one for each goal, then the facts. */
export function tableLines({ name, goals }: Row, outcome: Outcome): readonly string[] {
  const lines = goals.map((goal, at) => {
    if (outcome.kind !== 'measured') return line(goal.what, goalText(goal), '', 'not measured');
    const figure = outcome.figures[at]!;
    return line(goal.what, goalText(goal), figureText(figure), verdictOf(goal, figure));
  });
  const remarks = outcome.kind === 'measured' ? outcome.facts : [outcome.why];
  return [...lines, ...remarks.map((remark) => `    ${name}: ${remark}`)];
}

function line(what: string, goal: string, figure: string, verdict: string): string {
  return `${what.padEnd(whatWidth)} ${goal.padEnd(goalWidth)} ${figure.padStart(figureWidth)}  ${verdict}`.trimEnd();
}

function figureText(figure: number): string {
  return Number.isInteger(figure) ? String(figure) : figure.toFixed(figure < 10 ? 2 : 1);
}
