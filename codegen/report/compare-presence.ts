import type { Member } from '../build/type-node.js';
import { changeAt, type Change, type Place } from './changes.js';
import { severityOf, worst, type Severity } from './severity.js';
import { typeText } from './type-text.js';

/** A field that is new. */
export function addedMember({ isOptional, type }: Member, place: Place): Change {
  const oneWay = (direction: string): Severity => (direction === 'request' && !isOptional ? 'breaking' : 'addition');
  const severity = worst(place.directions.map(oneWay));
  const what = `is new${isOptional ? '' : place.directions.includes('request') ? ' and required' : ''}: ${typeText(type)}`;
  return changeAt(place, { severity, subject: 'field', kind: 'added', what });
}

/** Whether the field is required or always present. */
export function comparePresence(old: Member, now: Member, place: Place): readonly Change[] {
  if (old.isOptional === now.isOptional) return [];
  const isReader = place.directions.includes('answer');
  const what = now.isOptional
    ? `is optional now${isReader ? ': a response may omit it' : ''}`
    : `is ${place.directions.includes('request') ? 'required' : 'always present'} now`;
  const severity = severityOf(now.isOptional ? 'wider' : 'narrower', place.directions);
  return [changeAt(place, { severity, subject: 'field', what })];
}

/** Callers do not see wire names. */
export function compareWire(place: Place): readonly Change[] {
  const [before, after] = [place.old.wire, place.new.wire];
  if (before === undefined || after === undefined || before === after) return [];
  return [changeAt(place, { severity: 'fix', subject: 'wire', what: `is ${after} on the wire now, was ${before}` })];
}
