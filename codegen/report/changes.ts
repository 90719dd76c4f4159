import type { Direction } from '../shape/usage.js';
import type { Severity } from './severity.js';
import type { Source } from './sources.js';

/** One change for users of the SDK. */
export interface Change {
  readonly severity: Severity;
  readonly kind: 'added' | 'changed' | 'removed' | 'renamed';
  readonly subject: Subject;
  /** The public name: `rc.instances.create(params).gpuType`, `Instance.gpuType`. */
  readonly where: string;
  /** The description of the change: `is required now`. */
  readonly what: string;
  /** The location in the document; for a removed item, in the old one. */
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

/** The subject of a comparison: its public name, its location in both documents, and the direction of its values. */
export interface Place {
  readonly where: string;
  readonly old: Source;
  readonly new: Source;
  readonly directions: readonly Direction[];
}

type Finding = Pick<Change, 'severity' | 'subject' | 'what'> & { readonly kind?: Change['kind'] };

interface Located {
  readonly where: string;
  readonly old: Pick<Source, 'pointer'>;
  readonly new: Pick<Source, 'pointer'>;
}

export function changeAt(place: Located, finding: Finding): Change {
  const { kind = 'changed' } = finding;
  const document = kind === 'removed' ? 'old' : 'new';
  const { severity, subject, what } = finding;
  return { severity, kind, subject, where: place.where, what, pointer: place[document].pointer, document };
}

/** The location of a field. */
export function memberPlace(place: Place, name: string): Place {
  const where = `${place.where}.${name}`;
  return { ...place, where, old: place.old.member(name), new: place.new.member(name) };
}

/** By severity, then methods before types, then by name: the order of keys in a document is ignored. */
export function inOrder(changes: readonly Change[]): readonly Change[] {
  const reported = changes.filter((change) => !isSaidBetter(change, changes));
  const byKey = new Map(reported.map((change) => [keyOf(change), change]));
  return [...byKey].toSorted(([left], [right]) => (left < right ? -1 : 1)).map(([, change]) => change);
}

const ranks: Readonly<Record<Severity, number>> = { breaking: 0, addition: 1, fix: 2 };

function keyOf({ severity, where, what, document, pointer }: Change): string {
  return [ranks[severity], where.startsWith('rc.') ? 0 : 1, where, what, document, pointer].join('\n');
}

/** The documentation contains limits and defaults: it changed because they did. */
function isSaidBetter({ subject, where, severity }: Change, changes: readonly Change[]): boolean {
  const others = changes.filter((other) => other.where === where && other.subject !== subject);
  if (subject === 'docs') return others.length > 0;
  return (
    subject === 'default' &&
    severity === 'fix' &&
    changes.some((other) => other.where === where && other.subject === 'default' && other.severity === 'breaking')
  );
}
