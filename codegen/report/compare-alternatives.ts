import { changeAt, type Change, type Place } from './changes.js';
import { severityOf, type Effect } from './severity.js';
import { typeText } from './type-text.js';
import type { Parts } from './union.js';
import { textOf } from './values/assertions.js';

/** Whether null is among the values. */
export function compareNull(before: Parts, after: Parts, place: Place): readonly Change[] {
  if (before.isNullable === after.isNullable) return [];
  const effect: Effect = after.isNullable ? 'wider' : 'narrower';
  const what = after.isNullable ? 'may be null now' : 'is never null now';
  return [changeAt(place, { severity: severityOf(effect, place.directions), subject: 'type', what })];
}

/** An open set belongs to a response: readers handle any value, so a new known value is an addition. */
export function compareKnownValues(before: Parts, after: Parts, place: Place): readonly Change[] {
  const isOpen = before.isOpen && after.isOpen;
  const finding = (value: string | number | boolean, kind: 'added' | 'removed'): Change => {
    const openSeverity = kind === 'added' ? 'addition' : 'fix';
    const severity = isOpen ? openSeverity : severityOf(kind === 'added' ? 'wider' : 'narrower', place.directions);
    const shown = typeText({ kind: 'literal', value });
    const what = kind === 'added' ? `has the value ${shown} now` : `no longer has the value ${shown}`;
    return changeAt(place, { severity, subject: 'value', kind, what });
  };
  return [
    ...compareOpenness(before, after, place),
    ...without(after.values, before.values).map((value) => finding(value, 'added')),
    ...without(before.values, after.values).map((value) => finding(value, 'removed')),
  ];
}

/** A constant may be an object. */
function without(values: Parts['values'], known: Parts['values']): Parts['values'] {
  const texts = new Set(known.map(textOf));
  return values.filter((value) => !texts.has(textOf(value)));
}

function compareOpenness(before: Parts, after: Parts, place: Place): readonly Change[] {
  if (before.isOpen === after.isOpen) return [];
  const severity = severityOf(after.isOpen ? 'wider' : 'narrower', place.directions);
  const what = after.isOpen ? 'may have values other than the known ones now' : 'has only the known values now';
  return [changeAt(place, { severity, subject: 'type', what })];
}
