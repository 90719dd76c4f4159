import type { Crates } from '../crates.js';
import type { AnySchema } from './keywords.js';
import { answer, request, type Row } from './warehouse.js';

type Pairs = Readonly<Record<string, readonly [before: AnySchema, after: AnySchema]>>;

/** Fields of the request and of the response. */
function fields(pairs: Pairs, after: { readonly openapi?: string } = {}): Pick<Row, 'before' | 'change'> {
  const set = (document: Crates, index: 0 | 1): void => {
    const schemas = Object.fromEntries(Object.entries(pairs).map(([name, pair]) => [name, pair[index]]));
    for (const schema of [request(document), answer(document)]) Object.assign(schema.properties!, schemas);
  };
  return {
    before: (document) => {
      if (after.openapi !== undefined) document.openapi = '3.0.3';
      for (const schema of [request(document), answer(document)]) {
        Object.assign(schema.properties!, { note: { type: 'string' } });
      }
      set(document, 0);
    },
    change: (document) => {
      Object.assign(document, after);
      set(document, 1);
    },
  };
}

const same = { says: [], step: 'none' } as const;
const text = { type: 'string' } as const;
const texts = { type: 'array', items: text } as const;
const integer = { type: 'integer' } as const;
const object = { type: 'object', properties: { a: text, b: text } } as const;

/** Documents that differ and accept the same values, or more of them. */
export const equalRows: readonly Row[] = [
  {
    title: 'limits that demand nothing are no change',
    ...fields({
      length: [text, { ...text, minLength: 0 }],
      items: [texts, { ...texts, minItems: 0, uniqueItems: false, contains: { const: 'a' }, minContains: 0 }],
      fields: [object, { ...object, minProperties: 0, required: [], dependentRequired: { a: [] } }],
      whole: [integer, { ...integer, multipleOf: 1 }],
      other_type: [text, { ...text, minimum: 5, maxItems: 2, required: ['a'] }],
      needed: [
        { ...object, required: ['a'] },
        { ...object, required: ['a'], minProperties: 1 },
      ],
      condition: [object, { ...object, if: { required: ['a'] } }],
      any: [text, { ...text, anyOf: [{}, { minLength: 2 }] }],
    }),
    ...same,
    oasdiff:
      'oasdiff compares keywords: it counts a condition without a consequence. Every value is accepted as before.',
  },
  {
    title: '`minimum: 1` of an integer is `exclusiveMinimum: 0`',
    ...fields({
      least: [
        { ...integer, minimum: 1 },
        { ...integer, exclusiveMinimum: 0 },
      ],
      most: [
        { ...integer, maximum: 9 },
        { ...integer, exclusiveMaximum: 10 },
      ],
      between: [
        { ...integer, minimum: 1 },
        { ...integer, minimum: 0.5 },
      ],
    }),
    ...same,
    oasdiff: 'oasdiff compares keywords: the integers are the same.',
  },
  {
    title: 'the same limits in the spelling of 3.0 and of 3.1 are no change',
    ...fields(
      {
        above: [
          { type: 'number', minimum: 0, exclusiveMinimum: true },
          { type: 'number', exclusiveMinimum: 0 },
        ],
        below: [
          { type: 'number', maximum: 9, exclusiveMaximum: true },
          { type: 'number', exclusiveMaximum: 9 },
        ],
        empty: [{ ...text, nullable: true }, { type: ['string', 'null'] }],
        bytes: [
          { ...text, format: 'byte' },
          { ...text, contentEncoding: 'base64' },
        ],
        state: [{ ...text, enum: ['a'] }, { const: 'a' }],
      },
      { openapi: '3.1.0' },
    ),
    ...same,
    oasdiff: 'oasdiff compares keywords: the two versions spell the same sets differently.',
  },
  {
    title: '`format: byte` is `contentEncoding: base64`',
    ...fields({
      bytes: [
        { ...text, format: 'byte' },
        { ...text, contentEncoding: 'base64' },
      ],
    }),
    ...same,
    oasdiff: 'oasdiff compares keywords: both are base64.',
  },
  {
    title: 'equal sets of values are no change',
    ...fields({
      order: [{ enum: ['a', 'b'] }, { enum: ['b', 'a'] }],
      listed: [{ enum: ['a', 'b'] }, { ...text, enum: ['a', 'b'] }],
      parts: [{ enum: ['a', 'b'] }, { allOf: [text, { enum: ['a', 'b'] }] }],
      empty: [{ type: ['string', 'null'] }, { anyOf: [text, { type: 'null' }] }],
      constant: [{ const: { a: 1 } }, { const: { a: 1 } }],
      strictest: [
        { ...text, maxLength: 5 },
        { ...text, maxLength: 5, allOf: [{ maxLength: 9 }] },
      ],
      choice: [{ oneOf: [text, integer] }, { anyOf: [text, integer] }],
      closed: [
        { ...object, additionalProperties: false },
        { ...object, unevaluatedProperties: false },
      ],
    }),
    ...same,
    oasdiff: 'oasdiff compares keywords: each pair accepts the same values.',
  },
  {
    title: 'a request’s int32 may be widened to int64',
    before: (document) => {
      Object.assign(request(document).properties!, { count: { ...integer, format: 'int32' } });
    },
    change: (document) => {
      Object.assign(request(document).properties!, { count: { ...integer, format: 'int64' } });
    },
    says: [['addition', 'rc.crates.create(params).count has format int64 now, was int32.']],
    step: 'minor',
  },
  {
    title: 'of several limits the strictest counts: a wider one that does not decide is no change',
    ...fields({
      length: [
        { ...text, maxLength: 5, allOf: [{ maxLength: 9 }, { pattern: '^a' }] },
        { ...text, maxLength: 5, allOf: [{ maxLength: 12 }, { pattern: '^a' }] },
      ],
    }),
    ...same,
    oasdiff: 'oasdiff compares each part of allOf: the stricter limit beside it decides.',
  },
  {
    title: 'a wider set of a request is an addition, whatever its keywords',
    before: (document) => {
      Object.assign(request(document).properties!, {
        rule: { ...object, anyOf: [{ required: ['a'] }, { minProperties: 2 }] },
      });
    },
    change: (document) => {
      const anyOf = [{ required: ['a'] }, { minProperties: 2 }, { required: ['b'] }];
      Object.assign(request(document).properties!, { rule: { ...object, anyOf } });
    },
    says: [['addition', 'rc.crates.create(params).rule takes more: anyOf.']],
    step: 'minor',
  },
];
