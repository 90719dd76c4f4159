/** Something that is not as openapi.json says. */
export interface Violation {
  readonly side: 'request' | 'answer';
  /** What the pointer leads into. `events` is the list of the stream's events; `sdk` is what the SDK made of the answer. */
  readonly part: 'body' | 'events' | 'header' | 'query' | 'path' | 'status' | 'sdk';
  /** A JSON pointer; empty for the whole part. */
  readonly pointer: string;
  /** The keyword of the schema, or what else was broken: `status`, `json`, `unlisted`, the name of an SDK error. */
  readonly rule: string;
  readonly message: string;
  /** What came instead, as JSON and shortened. */
  readonly came: string;
  /** How many more there are of the same rule at the same place of other items. */
  readonly alike: number;
}

/** What openapi.json says of one answer: what is wrong, and what is only worth telling. */
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

/** One line on a violation, as the table and the JUnit file have it. */
export function describeViolation({ side, part, pointer, rule, message, came, alike }: Violation): string {
  const place = [side, part, pointer].filter((text) => text !== '').join(' ');
  const value = came === '' ? '' : `; came ${came}`;
  const what = rule === part ? message : `${rule}: ${message}`;
  return `${place}: ${what}${value}${alike === 0 ? '' : ` (and ${alike} alike)`}`;
}

/** Keeps one of those that differ only in the item of a list: a hundred instances break one rule once. */
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

/** A value as a person may read it in one line. */
export function show(value: unknown): string {
  if (value === undefined) return 'nothing';
  const text = JSON.stringify(value);
  return text.length > maxShownLength ? `${text.slice(0, maxShownLength)}…` : text;
}

/** The value that a JSON pointer leads to. */
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
