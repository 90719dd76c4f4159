import { jsonTypes, textOf, type Assertions, type JsonType } from './assertions.js';

/** The end of a range. */
export interface Bound {
  readonly at: number;
  /** The end itself is outside. */
  readonly isOpen: boolean;
}

const lengths = ['minLength', 'minItems', 'minProperties', 'maxLength', 'maxItems', 'maxProperties'] as const;
const texts = ['pattern', 'format', 'contentEncoding', 'contentMediaType', 'contentSchema', '$dynamicRef'] as const;

export type LengthName = (typeof lengths)[number];
export type TextName = (typeof texts)[number];
export type LimitName = 'minimum' | 'maximum' | 'multipleOf' | 'integer' | 'uniqueItems' | LengthName | TextName;

export const limitNames: readonly LimitName[] = [
  ...(['minimum', 'maximum', 'multipleOf', 'integer', 'uniqueItems'] as const),
  ...lengths,
  ...texts,
];

const typesOfLimits: Readonly<Record<LimitName, readonly JsonType[]>> = {
  minimum: ['number'],
  maximum: ['number'],
  multipleOf: ['number'],
  integer: ['number'],
  minLength: ['string'],
  maxLength: ['string'],
  pattern: ['string'],
  format: ['string', 'number'],
  contentEncoding: ['string'],
  contentMediaType: ['string'],
  contentSchema: ['string'],
  $dynamicRef: jsonTypes,
  minItems: ['array'],
  maxItems: ['array'],
  uniqueItems: ['array'],
  minProperties: ['object'],
  maxProperties: ['object'],
};

/** The limits of a value of each type: of several the strictest, without those that demand nothing. */
export class Constraints {
  constructor(
    readonly isWhole: boolean,
    readonly ends: Readonly<Partial<Record<'minimum' | 'maximum', Bound>>>,
    readonly lengths: Readonly<Partial<Record<LengthName, number>>>,
    readonly multiples: readonly number[],
    readonly texts: Readonly<Record<TextName, readonly string[]>>,
    readonly isUnique: boolean,
  ) {}

  /** Without the limits of other types; of listed values the limits are known to be met. */
  within(types: ReadonlySet<JsonType>, isListed: boolean): Constraints {
    const counts = (name: LimitName): boolean => {
      if (isListed && !isUnread(name)) return false;
      if (name === 'format' && !types.has('string')) return types.has('number');
      return typesOfLimits[name].some((type) => types.has(type));
    };
    const kept = <Value>(limits: Readonly<Partial<Record<LimitName, Value>>>): Record<string, Value> =>
      Object.fromEntries(Object.entries(limits).filter(([name]) => counts(name as LimitName)));
    return new Constraints(
      this.isWhole && counts('integer'),
      kept(this.ends),
      kept(this.lengths),
      counts('multipleOf') ? this.multiples : [],
      { ...noTexts, ...kept(this.texts) },
      this.isUnique && counts('uniqueItems'),
    );
  }

  /** Whether a number or a string is within the ranges and lengths; a pattern that can't be read is met. */
  isMetBy(value: unknown): boolean {
    const { minimum, maximum } = this.ends;
    if (typeof value === 'number') {
      if (this.isWhole && !Number.isInteger(value)) return false;
      if (minimum && (minimum.isOpen ? value <= minimum.at : value < minimum.at)) return false;
      if (maximum && (maximum.isOpen ? value >= maximum.at : value > maximum.at)) return false;
      return this.multiples.every((multiple) => isMultiple(value, multiple));
    }
    if (typeof value !== 'string') return true;
    const { minLength = 0, maxLength = Infinity } = this.lengths;
    const length = Array.from(value).length;
    return (
      length >= minLength && length <= maxLength && this.texts.pattern.every((text) => matches(text, value) !== false)
    );
  }
}

const noTexts = Object.fromEntries(texts.map((name) => [name, []])) as unknown as Record<TextName, readonly string[]>;

export function constraintsOf(parts: readonly Assertions[]): Constraints {
  const declared = parts.flatMap(({ multipleOf }) => multipleOf ?? []);
  const isWhole = parts.some(isInteger) || declared.some(Number.isInteger);
  const ends = [
    ['minimum', strictest(parts, 'minimum', isWhole)],
    ['maximum', strictest(parts, 'maximum', isWhole)],
  ] as const;
  const ownLengths = lengths.flatMap((name) => {
    const limits = parts.flatMap((part) => part[name] ?? []);
    const limit = name.startsWith('min') ? Math.max(0, ...limits) : Math.min(Infinity, ...limits);
    return limit === 0 && name.startsWith('min') ? [] : limit === Infinity ? [] : [[name, limit] as const];
  });
  return new Constraints(
    isWhole,
    Object.fromEntries(ends.filter(([, end]) => end)),
    Object.fromEntries(ownLengths),
    withoutImplied(declared, isWhole),
    Object.fromEntries(texts.map((name) => [name, textsIn(parts, name)])) as Record<TextName, readonly string[]>,
    parts.some(({ uniqueItems }) => uniqueItems === true),
  );
}

/** Of integers, `exclusiveMinimum: 0` is `minimum: 1`. */
function strictest(parts: readonly Assertions[], side: 'minimum' | 'maximum', isWhole: boolean): Bound | undefined {
  const isLower = side === 'minimum';
  const exclusive = isLower ? 'exclusiveMinimum' : 'exclusiveMaximum';
  const bounds = parts.flatMap((part): Bound[] => [
    ...(part[side] === undefined ? [] : [{ at: part[side], isOpen: false }]),
    ...(typeof part[exclusive] === 'number' ? [{ at: part[exclusive], isOpen: true }] : []),
  ]);
  const closed = bounds.map((bound) => (isWhole ? wholeEnd(bound, isLower) : bound));
  const order = closed.toSorted(
    (left, right) => (isLower ? right.at - left.at : left.at - right.at) || Number(right.isOpen) - Number(left.isOpen),
  );
  return order[0];
}

function wholeEnd({ at, isOpen }: Bound, isLower: boolean): Bound {
  if (isLower) return { at: isOpen ? Math.floor(at) + 1 : Math.ceil(at), isOpen: false };
  return { at: isOpen ? Math.ceil(at) - 1 : Math.floor(at), isOpen: false };
}

function isInteger({ type }: Assertions): boolean {
  const types = [type ?? []].flat();
  return types.includes('integer') && !types.includes('number');
}

/** A multiple of 4 is one of 2, an integer is one of 0.5. */
function withoutImplied(multiples: readonly number[], isWhole: boolean): readonly number[] {
  const distinct = [...new Set(multiples)].toSorted((left, right) => left - right);
  return distinct.filter((multiple) => {
    const others = [...distinct.filter((other) => other !== multiple), ...(isWhole ? [1] : [])];
    return (multiple !== 1 || !isWhole) && !others.some((other) => isMultiple(other, multiple));
  });
}

export function isMultiple(value: number, of: number): boolean {
  return Number.isInteger(value / of);
}

function textsIn(parts: readonly Assertions[], name: TextName): readonly string[] {
  const found = parts
    .flatMap((part) => part[name] ?? [])
    .map((text) => (typeof text === 'string' ? text : textOf(text)));
  return [...new Set(found)].toSorted();
}

function isUnread(name: LimitName): boolean {
  return name !== 'pattern' && texts.some((text) => text === name);
}

/** Whether a string matches a pattern; undefined if JavaScript can't read it. */
export function matches(pattern: string, value: string): boolean | undefined {
  try {
    return new RegExp(pattern, 'u').test(value);
  } catch {
    return undefined;
  }
}
