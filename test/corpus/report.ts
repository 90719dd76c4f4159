import type { Call } from './calls.js';
import type { Explanation } from './explained.js';
import type { Generated } from './generated.js';

export interface Result {
  /** The path in the directory. */
  readonly name: string;
  /** Undefined: not asked. */
  readonly isValid?: boolean | undefined;
  readonly generated: Generated;
  readonly compileError?: string;
  readonly calls: readonly Call[];
}

interface Miss {
  /** As in an explanation. */
  readonly what: string;
  readonly why: string;
}

interface Row {
  readonly title: string;
  readonly goal: number;
  readonly total: number;
  readonly misses: readonly Miss[];
}

/** The table, and the names and reasons below it. Without explanations, as for a part of the corpus, nothing is stale. */
export function reportOn(
  results: readonly Result[],
  explained?: readonly Explanation[],
): { readonly lines: readonly string[]; readonly isMissed: boolean } {
  const rows = rowsOf(results);
  const reasons = new Map((explained ?? []).map((explanation) => [explanation.what, explanation]));
  const misses = rows.flatMap((row) => row.misses);
  const stale = [...reasons.keys()].filter((what) => !misses.some((miss) => miss.what === what));
  const unexplained = explained === undefined ? [] : misses.filter(({ what }) => !reasons.has(what));
  const rates = rows.map((row) => rateOf(row, reasons));
  const table = rows.map(({ title, goal }, at) => {
    const { good, counted } = rates[at]!;
    const verdict = isReached(rates[at]!, goal) ? 'pass' : 'MISS';
    return `${title.padEnd(28)} ${`${good} of ${counted}`.padStart(14)} ${percent(good / counted).padStart(8)}   ≥ ${percent(goal)}  ${verdict}`;
  });
  const told = misses.map(({ what, why }) => `${what}: ${why}${explanationText(reasons.get(what))}`);
  return {
    lines: [
      ...table,
      '',
      ...told,
      ...stale.map((what) => `STALE in explained.json: ${what} is no miss any more.`),
      ...unexplained.map(({ what }) => `UNEXPLAINED: ${what}`),
    ],
    isMissed: stale.length > 0 || unexplained.length > 0 || rows.some(({ goal }, at) => !isReached(rates[at]!, goal)),
  };
}

function rowsOf(results: readonly Result[]): readonly Row[] {
  const valid = results.filter(({ isValid = true }) => isValid);
  const generated = valid.filter((result) => result.generated.kind === 'generated');
  const calls = generated.flatMap(({ name, calls: own }) => own.map((call) => ({ name, ...call })));
  return [
    {
      title: 'valid documents that generate',
      goal: 0.995,
      total: valid.length,
      misses: valid.flatMap(({ name, generated: { kind, ...rest } }) =>
        'why' in rest ? [{ what: name, why: `${kind}: ${rest.why}` }] : [],
      ),
    },
    {
      title: 'of these compile',
      goal: 1,
      total: generated.length,
      misses: generated.flatMap(({ name, compileError }) =>
        compileError === undefined ? [] : [{ what: name, why: compileError }],
      ),
    },
    {
      title: 'calls that Prism accepts',
      goal: 0.99,
      total: calls.length,
      misses: calls.flatMap(({ name, operation, miss }) =>
        miss === undefined ? [] : [{ what: `${name} ${operation}`, why: miss }],
      ),
    },
  ].filter(({ total }) => total > 0);
}

interface Rate {
  readonly good: number;
  readonly counted: number;
}

/** What no client could do is not counted: a fault of the document, or of Prism. */
function rateOf({ total, misses }: Row, reasons: ReadonlyMap<string, Explanation>): Rate {
  const excused = misses.filter(({ what }) => (reasons.get(what)?.fault ?? 'generator') !== 'generator').length;
  return { good: total - misses.length, counted: total - excused };
}

function isReached({ good, counted }: Rate, goal: number): boolean {
  return good >= goal * counted;
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`;
}

function explanationText(explanation: Explanation | undefined): string {
  return explanation ? `\n  (${explanation.fault}: ${explanation.why})` : '';
}
