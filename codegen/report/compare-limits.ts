import { changeAt, type Change, type Place } from './changes.js';
import { limitNames, limitsOf, lowerLimits, upperLimits, type Limits } from './limits.js';
import { severityOf, type Effect, type Severity } from './severity.js';

type LimitName = keyof Limits;

/** Ranges, lengths, patterns and formats. */
export function compareLimits(place: Place): readonly Change[] {
  const [before, after] = [limitsOf(place.old.schemas), limitsOf(place.new.schemas)];
  return limitNames.flatMap((name) => {
    const [old, now] = [before[name], after[name]];
    if (old === now) return [];
    const severity = severityOfLimit(name, effectOf(name, old, now), place);
    return [changeAt(place, { severity, subject: 'limit', what: whatOf(name, old, now) })];
  });
}

/** Only requests are limited: the decoder does not validate, and response types show only the format. */
function severityOfLimit(name: LimitName, effect: Effect, { directions }: Place): Severity {
  const isRead = name === 'format' && directions.includes('answer');
  if (isRead) return severityOf(effect, directions);
  return directions.includes('request') ? severityOf(effect, ['request']) : 'fix';
}

function effectOf(name: LimitName, old: Limits[LimitName], now: Limits[LimitName]): Effect {
  if (old === undefined) return 'narrower';
  if (now === undefined) return 'wider';
  if (typeof old !== 'number' || typeof now !== 'number') return 'other';
  if (isOneOf(lowerLimits, name)) return now > old ? 'narrower' : 'wider';
  if (isOneOf(upperLimits, name)) return now < old ? 'narrower' : 'wider';
  return isMultiple(now, old) ? 'narrower' : isMultiple(old, now) ? 'wider' : 'other';
}

function isMultiple(value: number, of: number): boolean {
  return Number.isInteger(value / of);
}

function isOneOf(names: readonly LimitName[], name: LimitName): boolean {
  return names.includes(name);
}

function whatOf(name: LimitName, old: Limits[LimitName], now: Limits[LimitName]): string {
  if (name === 'isWhole') return now === undefined ? 'may be any number now' : 'must be an integer now';
  if (old === undefined) return `has ${name} ${String(now)} now`;
  return now === undefined
    ? `no longer has ${name}, was ${String(old)}`
    : `has ${name} ${String(now)} now, was ${String(old)}`;
}
