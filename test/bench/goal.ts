/** The goal of one figure. */
export interface Goal {
  /** What the figure measures. */
  readonly what: string;
  readonly is: 'at most' | 'at least';
  readonly limit: number;
  /** The unit of the figure: `x openai`, `MB`. */
  readonly unit: string;
}

/** The outcome of a row: a figure for each of its goals, and additional facts; or why there is none. */
export type Outcome =
  | { readonly kind: 'measured'; readonly figures: readonly number[]; readonly facts: readonly string[] }
  /** It was not requested. */
  | { readonly kind: 'left out'; readonly why: string }
  /** The measurement failed. */
  | { readonly kind: 'failed'; readonly why: string };

export type Verdict = 'pass' | 'MISS';

/** Whether a figure meets its goal. NaN does not. */
export function verdictOf({ is, limit }: Goal, figure: number): Verdict {
  return (is === 'at most' ? figure <= limit : figure >= limit) ? 'pass' : 'MISS';
}

/** Whether a goal is missed. A failed measurement misses its goals too. */
export function hasMissed(goals: readonly Goal[], outcome: Outcome): boolean {
  switch (outcome.kind) {
    case 'measured':
      return goals.some((goal, at) => verdictOf(goal, outcome.figures[at]!) === 'MISS');
    case 'left out':
      return false;
    case 'failed':
      return true;
  }
}

/** `at most 0.3 x openai` */
export function goalText({ is, limit, unit }: Goal): string {
  return `${is} ${limit} ${unit}`;
}
