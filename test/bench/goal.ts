/** What is wanted of one figure. */
export interface Goal {
  /** What the figure is. */
  readonly what: string;
  readonly is: 'at most' | 'at least';
  readonly limit: number;
  /** What stands behind the figure: `x openai`, `MB`. */
  readonly unit: string;
}

/** What a row came to: a figure for each of its goals, and what else was seen; or why there is none. */
export type Outcome =
  | { readonly kind: 'measured'; readonly figures: readonly number[]; readonly facts: readonly string[] }
  /** Nobody has asked for it. */
  | { readonly kind: 'left out'; readonly why: string }
  /** It was tried in vain. */
  | { readonly kind: 'failed'; readonly why: string };

export type Verdict = 'pass' | 'MISS';

/** Whether a figure meets its goal. One that is no number does not. */
export function verdictOf({ is, limit }: Goal, figure: number): Verdict {
  return (is === 'at most' ? figure <= limit : figure >= limit) ? 'pass' : 'MISS';
}

/** Whether a goal is not met. What could not be measured has not met its goal either. */
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
