import { usdText } from './decimal.js';
import { noCounts, type Counts, type UsageFigures } from './figures.js';
import type { Prices } from './prices.js';

/** What calls have used, and what that costs. */
export interface UsageTotals extends UsageFigures {
  /** The cost of the tokens of models that have a price, in USD, as an exact decimal: `0.00125`. */
  readonly usd: string;
}

/** What the calls of a `UsageMeter` have used. */
export interface UsageReport {
  /** All calls together. */
  readonly total: UsageTotals;
  /** By the model of the request. Calls without one are in the total alone. */
  readonly models: Readonly<Record<string, UsageTotals>>;
  /** By method and path: `POST /chat/completions`. */
  readonly operations: Readonly<Record<string, UsageTotals>>;
  /** Models of which tokens were used, and whose price is not known: `usd` lacks their cost. */
  readonly unpricedModels: readonly string[];
}

/** What one operation has used of one model, which is empty where an operation has none. */
export interface UsageRow {
  readonly operation: string;
  readonly model: string;
  readonly counts: Counts;
}

interface Sum {
  readonly counts: Counts;
  atto: bigint;
}

export function reportOf(rows: Iterable<UsageRow>, prices: Prices): UsageReport {
  const total = noSum();
  const models = new Map<string, Sum>();
  const operations = new Map<string, Sum>();
  const unpriced = new Set<string>();
  for (const { operation, model, counts } of rows) {
    if (counts.requests === 0) continue;
    const cost = prices.costOf(model, counts);
    if (!prices.knows(model, counts)) unpriced.add(model || '(none)');
    const sums = [total, sumIn(operations, operation)];
    if (model !== '') sums.push(sumIn(models, model));
    for (const sum of sums) {
      for (const name of Object.keys(counts) as (keyof Counts)[]) sum.counts[name] += counts[name];
      sum.atto += cost;
    }
  }
  return {
    total: totalsOf(total),
    models: recordOf(models),
    operations: recordOf(operations),
    unpricedModels: [...unpriced],
  };
}

function noSum(): Sum {
  return { counts: noCounts(), atto: 0n };
}

function sumIn(sums: Map<string, Sum>, key: string): Sum {
  let sum = sums.get(key);
  if (sum === undefined) sums.set(key, (sum = noSum()));
  return sum;
}

function totalsOf({ counts, atto }: Sum): UsageTotals {
  return { ...counts, usd: usdText(atto) };
}

/** A model may be called `__proto__`. */
function recordOf(sums: Map<string, Sum>): Record<string, UsageTotals> {
  return Object.fromEntries([...sums].map(([key, sum]) => [key, totalsOf(sum)]));
}
