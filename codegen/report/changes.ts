import type { Direction } from '../shape/usage.js';
import type { Severity } from './severity.js';
import type { Source } from './sources.js';

/** One thing that is not as it was, for users of the SDK. */
export interface Change {
  readonly severity: Severity;
  readonly kind: 'added' | 'changed' | 'removed' | 'renamed';
  readonly subject: Subject;
  /** The public name: `rc.instances.create(params).gpuType`, `Instance.gpuType`. */
  readonly where: string;
  /** What is said of it: `is required now`. */
  readonly what: string;
  /** Where the document says so: of what is gone, in the old one. */
  readonly pointer: string;
  readonly document: 'old' | 'new';
}

export type Subject =
  | 'method'
  | 'argument'
  | 'field'
  | 'type'
  | 'value'
  | 'answer'
  | 'limit'
  | 'default'
  | 'error'
  | 'retry'
  | 'paging'
  | 'stream'
  | 'scope'
  | 'server'
  | 'wire'
  | 'deprecation'
  | 'docs';

/** What is compared: its public name, where both documents have it, and which way its values travel. */
export interface Place {
  readonly where: string;
  readonly old: Source;
  readonly new: Source;
  readonly directions: readonly Direction[];
}

type Finding = Pick<Change, 'severity' | 'subject' | 'what'> & { readonly kind?: Change['kind'] };

export function changeAt(place: Pick<Place, 'where' | 'old' | 'new'>, finding: Finding): Change {
  const { kind = 'changed' } = finding;
  const document = kind === 'removed' ? 'old' : 'new';
  const { severity, subject, what } = finding;
  return { severity, kind, subject, where: place.where, what, pointer: place[document].pointer, document };
}

/** The place of a field. */
export function memberPlace(place: Place, name: string): Place {
  const where = `${place.where}.${name}`;
  return { ...place, where, old: place.old.member(name), new: place.new.member(name) };
}

/** By severity, then methods before types, then by name: the order of keys in a document has no part in it. */
export function inOrder(changes: readonly Change[]): readonly Change[] {
  const told = changes.filter((change) => !isSaidBetter(change, changes));
  const byKey = new Map(told.map((change) => [keyOf(change), change]));
  return [...byKey].toSorted(([left], [right]) => (left < right ? -1 : 1)).map(([, change]) => change);
}

const ranks: Readonly<Record<Severity, number>> = { breaking: 0, addition: 1, fix: 2 };

function keyOf({ severity, where, what, document, pointer }: Change): string {
  return [ranks[severity], where.startsWith('rc.') ? 0 : 1, where, what, document, pointer].join('\n');
}

/** The documentation tells limits and defaults in words: it changed because they did. */
function isSaidBetter({ subject, where, severity }: Change, changes: readonly Change[]): boolean {
  const others = changes.filter((other) => other.where === where && other.subject !== subject);
  if (subject === 'docs') return others.length > 0;
  return (
    subject === 'default' &&
    severity === 'fix' &&
    changes.some((other) => other.where === where && other.subject === 'default' && other.severity === 'breaking')
  );
}
