import type { Accepted } from './accepted.js';
import { jsonTypes } from './assertions.js';
import type { Difference } from './differences.js';
import type { Bound, LengthName, TextName } from './constraints.js';
import type { Direction } from '../../shape/usage.js';

/** `has maxLength 10 now, was 20` */
export function differenceText(difference: Difference, direction: Direction): string {
  return ownText(difference, direction) ?? generalText(difference, direction);
}

/** What can't be weighed is named by its keyword. */
function generalText({ keyword, effect }: Difference, direction: Direction): string {
  if (direction === 'answer') return `may return other values: ${keyword}`;
  return effect === 'wider' ? `takes more: ${keyword}` : `may take less: ${keyword}`;
}

function ownText({ keyword, effect, old, new: now, field }: Difference, direction: Direction): string | undefined {
  switch (keyword) {
    case 'type':
      return `is ${typesOf(now)} now, was ${typesOf(old)}`;
    case 'required':
      if (effect === 'wider') return 'is optional now';
      return direction === 'request' ? 'is required now' : 'is always present now';
    case 'properties':
      if (field === undefined) return undefined;
      return now.object.names.has(field) ? 'is new' : 'was removed';
    case 'additionalProperties':
      if (!now.object.rest().includes(false)) return undefined;
      return 'no longer has additional properties';
    case 'items':
      return now.list.rest().includes(false) ? 'no longer has additional items' : undefined;
    case 'integer':
      return now.limits.isWhole ? 'must be an integer now' : 'may be any number now';
    case 'minimum':
    case 'maximum':
      return boundText(keyword, old.limits.ends[keyword], now.limits.ends[keyword]);
    case 'uniqueItems':
      return limitText(keyword, old.limits.isUnique || undefined, now.limits.isUnique || undefined);
    case 'multipleOf':
      return limitText(keyword, listText(old.limits.multiples), listText(now.limits.multiples));
    case 'pattern':
    case 'format':
    case 'contentEncoding':
    case 'contentMediaType':
      return limitText(keyword, ...textsOf(keyword, old, now));
  }
  if (!(keyword in old.limits.lengths) && !(keyword in now.limits.lengths)) return undefined;
  return limitText(keyword, old.limits.lengths[keyword as LengthName], now.limits.lengths[keyword as LengthName]);
}

type Limit = string | number | boolean | undefined;

function limitText(name: string, old: Limit, now: Limit): string | undefined {
  if (old === now) return undefined;
  if (old === undefined) return `has ${name} ${String(now)} now`;
  return now === undefined
    ? `no longer has ${name}, was ${String(old)}`
    : `has ${name} ${String(now)} now, was ${String(old)}`;
}

function boundText(name: 'minimum' | 'maximum', old: Bound | undefined, now: Bound | undefined): string | undefined {
  const nameOf = (bound: Bound | undefined): string =>
    bound?.isOpen ? `exclusive${name === 'minimum' ? 'Minimum' : 'Maximum'}` : name;
  if (!old || !now || old.isOpen === now.isOpen) return limitText(nameOf(now ?? old), old?.at, now?.at);
  return `has ${nameOf(now)} ${now.at} now, was ${nameOf(old)} ${old.at}`;
}

/** Only those that differ: a value may have several patterns. */
function textsOf(name: TextName, old: Accepted, now: Accepted): [string | undefined, string | undefined] {
  const [before, after] = [old.limits.texts[name], now.limits.texts[name]];
  return [
    listText(before.filter((text) => !after.includes(text))),
    listText(after.filter((text) => !before.includes(text))),
  ];
}

function listText(items: readonly (string | number)[]): string | undefined {
  return items.length === 0 ? undefined : items.join(' and ');
}

function typesOf({ types, limits }: Accepted): string {
  const names = [...types].map((type) => (type === 'number' && limits.isWhole ? 'integer' : type));
  if (names.length === jsonTypes.length) return 'anything';
  return names.length === 0 ? 'nothing' : names.join(' or ');
}
