import type { Direction } from '../shape/usage.js';
import { changeAt, type Change } from './changes.js';
import type { Pair } from './pair.js';
import { severityOf, worst, type Severity } from './severity.js';
import { differenceText } from './values/difference-text.js';
import { differencesAt, type Difference } from './values/differences.js';
import { Sets } from './values/sets.js';
import { sitesOfCall, sitesOfType } from './values/sites.js';
import { Stable } from './values/stable.js';

/**
 * Changes to the sets of values that the API takes and returns: ranges, patterns, and all keywords of which types
 * say nothing. `told`: the changes that the types show.
 */
export function compareAccepted(pair: Pair, told: readonly Change[]): readonly Change[] {
  const stable = new Stable(pair.old.spec, pair.new.spec);
  const sets = { request: new Sets(pair, 'request', stable), answer: new Sets(pair, 'answer', stable) };
  const ways = (['request', 'answer'] as const).map((direction) => {
    const sites = [
      ...pair.calls.both.flatMap((call) => sitesOfCall(call, sets[direction])),
      ...pair.types.both.flatMap((type) => sitesOfType(type, sets[direction])),
    ];
    return { direction, found: sites.flatMap((site) => differencesAt(site, sets[direction])) };
  });
  const isTold = toldIn(told);
  const found = new Map<string, Change>();
  for (const { direction, found: differences } of ways) {
    for (const difference of differences.filter((each) => !isTold(each))) {
      const key = `${difference.site.where}\n${difference.keyword}`;
      const change = changeOf(difference, direction);
      const known = found.get(key);
      const severity = worst([change.severity, known?.severity ?? 'fix']);
      found.set(key, { ...(known ?? change), severity });
    }
  }
  return [...found.values()];
}

function changeOf(difference: Difference, direction: Direction): Change {
  const { site, effect, keyword } = difference;
  const place = { where: site.where, old: { pointer: site.pointers.old }, new: { pointer: site.pointers.new } };
  const what = differenceText(difference, direction);
  return changeAt(place, { severity: severityIn(direction, keyword, effect), subject: 'limit', what });
}

/** Only requests are limited: the decoder does not validate, and response types show only the format. */
function severityIn(direction: Direction, keyword: string, effect: Difference['effect']): Severity {
  const isRead = ['format', 'contentEncoding', 'contentMediaType'].includes(keyword);
  return direction === 'request' || isRead ? severityOf(effect, [direction]) : 'fix';
}

/** The keywords that types show. */
const shown = [
  'type',
  'enum',
  'properties',
  'required',
  'additionalProperties',
  'prefixItems',
  'items',
  'anyOf',
  'oneOf',
];

/** Whether the types show the difference: a change of this value, or of the type around it. */
function toldIn(changes: readonly Change[]): (difference: Difference) => boolean {
  const subjects = ['type', 'value', 'field', 'argument', 'wire'];
  const own = new Set(changes.filter(({ subject }) => subjects.includes(subject)).map(({ where }) => where));
  const around = new Set(changes.filter(({ subject }) => subject === 'type').map(({ where }) => where));
  return ({ keyword, site: { where } }) => {
    if (!shown.includes(keyword)) return false;
    const outer = [...where.matchAll(/[.[(]/g)].map(({ index }) => where.slice(0, index));
    return own.has(where) || outer.some((prefix) => around.has(prefix));
  };
}
