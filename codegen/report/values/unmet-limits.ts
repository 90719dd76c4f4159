import type { Accepted } from './accepted.js';
import { textOf } from './assertions.js';
import { isMultiple, type Bound, type LengthName } from './constraints.js';

/** The limits of a single value that values of the one set may not meet. */
export function unmetLimits(from: Accepted, to: Accepted): readonly string[] {
  const shared = [...from.types].filter((type) => to.types.has(type));
  const [has, wants] = [from.limits, to.limits];
  const isShared = (...types: readonly string[]): boolean => shared.some((type) => types.includes(type));
  return [
    ...(shared.length < from.types.size ? ['type'] : []),
    ...(areListed(from, to) ? [] : ['enum']),
    ...(isShared('number') ? unmetNumbers(from, to) : []),
    ...(isShared('string')
      ? wants.texts.pattern.filter((text) => !has.texts.pattern.includes(text)).map(() => 'pattern')
      : []),
    ...unmetTexts(from, to),
    ...Object.entries(wants.lengths).flatMap(([name, limit]) =>
      isShared(typeOfLength(name)) && !isWithin(name as LengthName, impliedLength(name as LengthName, from), limit)
        ? name
        : [],
    ),
    ...(isShared('array') && wants.isUnique && !has.isUnique && impliedLength('maxItems', from) > 1
      ? ['uniqueItems']
      : []),
  ];
}

function areListed({ values }: Accepted, to: Accepted): boolean {
  if (!to.values || to.types.size === 0) return true;
  const known = new Set(to.values.map(textOf));
  return values !== undefined && values.every((value) => known.has(textOf(value)));
}

function unmetNumbers({ limits: has }: Accepted, { limits: wants }: Accepted): readonly string[] {
  const isMet = (multiple: number): boolean =>
    [...has.multiples, ...(has.isWhole ? [1] : [])].some((own) => isMultiple(own, multiple));
  const isBelow = (own: Bound | undefined, end: Bound | undefined, sign: 1 | -1): boolean => {
    if (!end) return true;
    if (!own) return false;
    return own.at === end.at ? own.isOpen || !end.isOpen : sign * (own.at - end.at) > 0;
  };
  return [
    ...(isBelow(has.ends.minimum, wants.ends.minimum, 1) ? [] : ['minimum']),
    ...(isBelow(has.ends.maximum, wants.ends.maximum, -1) ? [] : ['maximum']),
    ...(wants.multiples.every(isMet) ? (wants.isWhole && !has.isWhole ? ['integer'] : []) : ['multipleOf']),
  ];
}

function unmetTexts({ limits: has }: Accepted, { limits: wants }: Accepted): readonly string[] {
  return unread.filter((name) => wants.texts[name].some((text) => !has.texts[name].some((own) => implies(own, text))));
}

const unread = ['format', 'contentEncoding', 'contentMediaType', 'contentSchema', '$dynamicRef'] as const;

/** Every int32 is an int64. */
function implies(own: string, text: string): boolean {
  return own === text || (own === 'int32' && text === 'int64') || (own === 'float' && text === 'double');
}

function typeOfLength(name: string): string {
  return name.endsWith('Length') ? 'string' : name.endsWith('Items') ? 'array' : 'object';
}

/** The least or greatest length that the other keywords leave. */
function impliedLength(name: LengthName, { limits: { lengths }, object, list }: Accepted): number {
  const isLeast = name.startsWith('min');
  const own = lengths[name] ?? (isLeast ? 0 : Infinity);
  if (name === 'minProperties') return Math.max(own, object.required.size);
  if (name === 'minItems') return Math.max(own, ...list.contains.map(({ least }) => least));
  if (name === 'maxItems' && list.rest().includes(false)) return Math.min(own, list.places);
  if (name === 'maxProperties' && object.isClosed) return Math.min(own, object.names.size);
  return own;
}

function isWithin(name: LengthName, own: number, limit: number): boolean {
  return name.startsWith('min') ? own >= limit : own <= limit;
}
