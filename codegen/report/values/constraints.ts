import { jsonTypes, type JsonType } from './assertions.js';

/** The end of a range. */
export interface Bound {
  readonly at: number;
  /** The end itself is outside. */
  readonly isOpen: boolean;
}

export const lengthNames = [
  'minLength',
  'minItems',
  'minProperties',
  'maxLength',
  'maxItems',
  'maxProperties',
] as const;
export const textNames = [
  'pattern',
  'format',
  'contentEncoding',
  'contentMediaType',
  'contentSchema',
  '$dynamicRef',
] as const;

export type LengthName = (typeof lengthNames)[number];
export type TextName = (typeof textNames)[number];
export type LimitName = 'minimum' | 'maximum' | 'multipleOf' | 'integer' | 'uniqueItems' | LengthName | TextName;

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

const noTexts = Object.fromEntries(textNames.map((name) => [name, []])) as unknown as Record<
  TextName,
  readonly string[]
>;

export function isMultiple(value: number, of: number): boolean {
  return Number.isInteger(value / of);
}

function isUnread(name: LimitName): boolean {
  return name !== 'pattern' && textNames.some((text) => text === name);
}

/** Whether a string matches a pattern; undefined if JavaScript can't read it. */
export function matches(pattern: string, value: string): boolean | undefined {
  try {
    return new RegExp(pattern, 'u').test(value);
  } catch {
    return undefined;
  }
}
