import type { Direction } from '../shape/usage.js';

/**
 * `breaking`: working code may no longer compile, or may behave differently. `addition`: there are new features.
 * `fix`: neither; the wire format or the documentation changed.
 */
export type Severity = 'breaking' | 'addition' | 'fix';

/** The required version step. */
export type Step = 'major' | 'minor' | 'patch' | 'none';

/** How a set of values changed: `other` means that some are new and some are removed. */
export type Effect = 'wider' | 'narrower' | 'other' | 'same';

/** A request may accept more, a response may guarantee more; the opposite breaks existing code. */
export function severityOf(effect: Effect, directions: readonly Direction[]): Severity {
  return worst(directions.map((direction) => severityOneWay(effect, direction)));
}

function severityOneWay(effect: Effect, direction: Direction): Severity {
  if (effect === 'same') return 'fix';
  if (effect === 'other') return 'breaking';
  return effect === (direction === 'request' ? 'wider' : 'narrower') ? 'addition' : 'breaking';
}

const order: readonly Severity[] = ['breaking', 'addition', 'fix'];

export function worst(severities: readonly Severity[]): Severity {
  return order.find((severity) => severities.includes(severity)) ?? 'fix';
}

const steps: Readonly<Record<Severity, Step>> = { breaking: 'major', addition: 'minor', fix: 'patch' };

export function stepOf(changes: readonly { readonly severity: Severity }[]): Step {
  return changes.length === 0 ? 'none' : steps[worst(changes.map(({ severity }) => severity))];
}

/** 0 for none to 3 for major. */
export function sizeOf(step: Step): number {
  return (['none', 'patch', 'minor', 'major'] as const).indexOf(step);
}
