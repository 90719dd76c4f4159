/** A schema of JSON Schema 2020-12 with any keyword. */
export type AnySchema = Readonly<Record<string, unknown>>;

/** A keyword that a schema gains, and what the report says of a request field that has it. */
export interface KeywordRow {
  readonly keyword: string;
  readonly free: AnySchema;
  readonly strict: AnySchema;
  /** After the name of the field. */
  readonly stricter: string;
  readonly looser: string;
}

const text = { type: 'string' } as const;
const texts = { type: 'array', items: text } as const;
const pair = { type: 'array', prefixItems: [text, text] } as const;
const object = { type: 'object', properties: { a: text, b: text } } as const;
const map = { type: 'object', additionalProperties: text } as const;

/** A keyword that has no words of its own. */
function unweighed(keyword: string, free: AnySchema, gained: AnySchema): KeywordRow {
  const [stricter, looser] = [`may take less: ${keyword}`, `takes more: ${keyword}`];
  return { keyword, free, strict: { ...free, ...gained }, stricter, looser };
}

function limit(keyword: string, type: AnySchema, value: unknown): KeywordRow {
  const stricter = `has ${keyword} ${String(value)} now`;
  const looser = `no longer has ${keyword}, was ${String(value)}`;
  return { keyword, free: type, strict: { ...type, [keyword]: value }, stricter, looser };
}

const number = { type: 'number' } as const;
const needs = (name: string): AnySchema => ({ required: [name] });

/** Each assertion and applicator of the 2020-12 vocabularies. */
export const keywordRows: readonly KeywordRow[] = [
  {
    keyword: 'type',
    free: { type: ['string', 'number'] },
    strict: text,
    stricter: 'is string now, was string | number',
    looser: 'is string | number now, was string',
  },
  {
    keyword: 'enum',
    free: { enum: ['a', 'b'] },
    strict: { enum: ['a'] },
    stricter: "no longer has the value 'b'",
    looser: "has the value 'b' now",
  },
  {
    keyword: 'const',
    free: text,
    strict: { const: 'a' },
    stricter: "is 'a' now, was string",
    looser: "is string now, was 'a'",
  },
  limit('multipleOf', number, 4),
  limit('maximum', number, 9),
  limit('exclusiveMaximum', number, 9),
  limit('minimum', number, 2),
  limit('exclusiveMinimum', number, 2),
  limit('maxLength', text, 9),
  limit('minLength', text, 2),
  limit('pattern', text, '^a'),
  limit('format', text, 'uuid'),
  limit('contentEncoding', text, 'base64'),
  limit('contentMediaType', text, 'application/json'),
  unweighed('contentSchema', { ...text, contentMediaType: 'application/json' }, { contentSchema: { type: 'object' } }),
  limit('maxItems', texts, 9),
  limit('minItems', texts, 2),
  limit('uniqueItems', texts, true),
  unweighed('contains', texts, { contains: { const: 'a' } }),
  { ...unweighed('contains', { ...texts, contains: { const: 'a' } }, { minContains: 2 }), keyword: 'minContains' },
  {
    ...unweighed('contains', { ...texts, contains: { const: 'a' } }, { maxContains: 2 }),
    keyword: 'maxContains',
  },
  {
    keyword: 'items',
    free: pair,
    strict: { ...pair, items: false },
    stricter: 'is readonly [string, string] now, was readonly [string, string, ...unknown[]]',
    looser: 'is readonly [string, string, ...unknown[]] now, was readonly [string, string]',
  },
  {
    keyword: 'prefixItems',
    free: pair,
    strict: { ...pair, prefixItems: [text, { ...text, maxLength: 9 }] },
    stricter: '[1] has maxLength 9 now',
    looser: '[1] no longer has maxLength, was 9',
  },
  {
    keyword: 'unevaluatedItems',
    free: pair,
    strict: { ...pair, unevaluatedItems: false },
    stricter: 'no longer has additional items',
    looser: 'takes more: items',
  },
  {
    ...unweighed(
      'unevaluatedItems',
      { type: 'array', anyOf: [{ prefixItems: [text] }, { minItems: 2 }] },
      { unevaluatedItems: false },
    ),
    keyword: 'unevaluatedItems, after a choice',
  },
  limit('maxProperties', map, 9),
  limit('minProperties', map, 2),
  {
    keyword: 'required',
    free: object,
    strict: { ...object, required: ['a'] },
    stricter: '.a is required now',
    looser: '.a is optional now',
  },
  {
    keyword: 'required, of no named field',
    free: map,
    strict: { ...map, required: ['a'] },
    stricter: '.a is required now',
    looser: '.a is optional now',
  },
  unweighed('dependentRequired', object, { dependentRequired: { a: ['b'] } }),
  unweighed('dependentSchemas', object, { dependentSchemas: { a: needs('b') } }),
  {
    keyword: 'properties',
    free: object,
    strict: { ...object, properties: { a: { ...text, maxLength: 9 }, b: text } },
    stricter: '.a has maxLength 9 now',
    looser: '.a no longer has maxLength, was 9',
  },
  {
    keyword: 'patternProperties',
    free: { ...object, patternProperties: { '^x': text } },
    strict: { ...object, patternProperties: { '^x': { ...text, maxLength: 9 } } },
    stricter: '[/^x/] has maxLength 9 now',
    looser: '[/^x/] no longer has maxLength, was 9',
  },
  {
    ...unweighed('patternProperties', object, { patternProperties: { '^x': text } }),
    keyword: 'patternProperties, new',
  },
  {
    keyword: 'additionalProperties',
    free: object,
    strict: { ...object, additionalProperties: false },
    stricter: 'no longer has additional properties',
    looser: 'takes more: additionalProperties',
  },
  {
    keyword: 'additionalProperties, of values beside named fields',
    free: { ...object, additionalProperties: text },
    strict: { ...object, additionalProperties: { ...text, maxLength: 9 } },
    stricter: '[key] has maxLength 9 now',
    looser: '[key] no longer has maxLength, was 9',
  },
  {
    keyword: 'unevaluatedProperties',
    free: object,
    strict: { ...object, unevaluatedProperties: false },
    stricter: 'no longer has additional properties',
    looser: 'takes more: additionalProperties',
  },
  {
    keyword: 'unevaluatedProperties, of values',
    free: { ...object, unevaluatedProperties: text },
    strict: { ...object, unevaluatedProperties: { ...text, maxLength: 9 } },
    stricter: '[key] has maxLength 9 now',
    looser: '[key] no longer has maxLength, was 9',
  },
  {
    ...unweighed(
      'unevaluatedProperties',
      { ...object, if: needs('a'), then: { properties: { c: text } } },
      {
        unevaluatedProperties: false,
      },
    ),
    keyword: 'unevaluatedProperties, after a condition',
  },
  unweighed('propertyNames', map, { propertyNames: { maxLength: 9 } }),
  {
    keyword: 'allOf',
    free: { ...text, allOf: [{ maxLength: 9 }, { maxLength: 20 }] },
    strict: { ...text, allOf: [{ maxLength: 5 }, { maxLength: 20 }] },
    stricter: 'has maxLength 5 now, was 9',
    looser: 'has maxLength 9 now, was 5',
  },
  unweighed('anyOf', object, { anyOf: [needs('a'), needs('b')] }),
  unweighed('oneOf', object, { oneOf: [needs('a'), needs('b')] }),
  unweighed('not', text, { not: { const: 'a' } }),
  { ...unweighed('not', object, { not: needs('a') }), keyword: 'not, of required fields' },
  unweighed('if', object, { if: needs('a'), then: needs('b') }),
  { ...unweighed('if', object, { if: needs('a'), else: needs('b') }), keyword: 'else' },
];
