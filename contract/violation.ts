/** A deviation from openapi.json. */
export interface Violation {
  readonly side: 'request' | 'answer';
  /** What the pointer refers to. `events` is the array of the stream's events; `sdk` is the error that the SDK threw. */
  readonly part: 'body' | 'events' | 'header' | 'query' | 'path' | 'status' | 'sdk';
  /** A JSON pointer; empty for the whole part. */
  readonly pointer: string;
  /** The keyword of the schema, or another rule: `status`, `json`, `unlisted`, the name of an SDK error. */
  readonly rule: string;
  readonly message: string;
  /** The received value as JSON, truncated. */
  readonly came: string;
  /** The number of further violations of the same rule at the same place of other items. */
  readonly alike: number;
}

/** The result of a validation: violations, and notes that are not violations. */
export interface Verdict {
  readonly violations: readonly Violation[];
  readonly notices: readonly string[];
}

export function joinVerdicts(...verdicts: readonly Verdict[]): Verdict {
  return {
    violations: verdicts.flatMap(({ violations }) => violations),
    notices: verdicts.flatMap(({ notices }) => notices),
  };
}

/** One line for a violation, in the table and in the JUnit file. */
export function describeViolation({ side, part, pointer, rule, message, came, alike }: Violation): string {
  const place = [side === 'answer' ? 'response' : side, part, pointer].filter((text) => text !== '').join(' ');
  const value = came === '' ? '' : `; received ${came}`;
  const what = rule === part ? message : `${rule}: ${message}`;
  return `${place}: ${what}${value}${alike === 0 ? '' : ` (and ${alike} more)`}`;
}

/** Merges violations that differ only in the index of an item: a hundred instances violate a rule once. */
export function collapse(violations: readonly Violation[]): Violation[] {
  const groups = new Map<string, Violation>();
  for (const violation of violations) {
    const { side, part, pointer, rule } = violation;
    const key = JSON.stringify([side, part, pointer.replaceAll(/\/\d+(?=\/|$)/g, '/*'), rule]);
    const first = groups.get(key);
    groups.set(key, first === undefined ? violation : { ...first, alike: first.alike + 1 });
  }
  return [...groups.values()];
}

const maxShownLength = 80;

/** A value as one readable line. */
export function show(value: unknown): string {
  if (value === undefined) return 'nothing';
  const text = JSON.stringify(value);
  return text.length > maxShownLength ? `${text.slice(0, maxShownLength)}…` : text;
}

/** The value at a JSON pointer. */
export function valueAt(root: unknown, pointer: string): unknown {
  const keys = pointer.split('/').slice(1);
  return keys.reduce<unknown>((value, key) => {
    if (typeof value !== 'object' || value === null) return undefined;
    return (value as Record<string, unknown>)[key.replaceAll('~1', '/').replaceAll('~0', '~')];
  }, root);
}

/** A key as one step of a JSON pointer. */
export function pointerStep(key: string | number): string {
  return `/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`;
}
