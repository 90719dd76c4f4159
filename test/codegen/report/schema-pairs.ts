import fc from 'fast-check';
import type { AnySchema } from './keywords.js';

const leaves: readonly AnySchema[] = [
  {},
  { type: 'string' },
  { type: 'integer' },
  { type: 'number' },
  { type: ['string', 'null'] },
  { type: 'boolean' },
  { const: 'a' },
  { const: { a: 1 } },
  { enum: ['a', 'b'] },
  { enum: [1, 2, 'a'] },
  { minLength: 2 },
  { type: 'string', maxLength: 1 },
  { pattern: '^a' },
  { minimum: 1 },
  { type: 'integer', exclusiveMinimum: 0 },
  { maximum: 2 },
  { exclusiveMaximum: 3 },
  { multipleOf: 2 },
  { required: ['a'] },
  { minItems: 1 },
  { maxItems: 1 },
  { uniqueItems: true },
  { minProperties: 1 },
  { maxProperties: 1 },
  { dependentRequired: { a: ['b'] } },
];

const { schema } = fc.letrec<{ schema: AnySchema; object: AnySchema; list: AnySchema; choice: AnySchema }>((tie) => {
  const inner = fc.oneof(tie('schema'), fc.boolean() as unknown as fc.Arbitrary<AnySchema>);
  const several = fc.array(inner, { minLength: 1, maxLength: 2 });
  const named = fc.dictionary(fc.constantFrom('a', 'b', 'xa'), inner, { maxKeys: 2 });
  const optional = { requiredKeys: [] };
  return {
    schema: fc.oneof(
      { maxDepth: 3, depthSize: 'small' },
      fc.constantFrom(...leaves),
      tie('object'),
      tie('list'),
      tie('choice'),
      fc.tuple(tie('object'), tie('choice')).map(([object, choice]) => ({ ...object, ...choice })),
    ),
    object: fc.record(
      {
        type: fc.constant('object'),
        properties: named,
        patternProperties: fc.dictionary(fc.constantFrom('^x', 'a'), inner, { maxKeys: 1 }),
        additionalProperties: inner,
        unevaluatedProperties: inner,
        propertyNames: inner,
        dependentSchemas: named,
        required: fc.subarray(['a', 'b', 'xa']),
      },
      optional,
    ),
    list: fc.record(
      {
        type: fc.constant('array'),
        prefixItems: several,
        items: inner,
        unevaluatedItems: inner,
        contains: inner,
        minContains: fc.nat(2),
        maxContains: fc.nat(2),
        minItems: fc.nat(2),
        maxItems: fc.nat(2),
      },
      optional,
    ),
    choice: fc.record(
      { allOf: several, anyOf: several, oneOf: several, not: inner, if: inner, then: inner, else: inner },
      optional,
    ),
  };
});

/** Two schemas: one of them has more keywords than the other, or neither knows of the other. */
export const schemaPairs = fc.tuple(schema, schema, fc.nat(3)).map(([left, right, way]): [AnySchema, AnySchema] => {
  if (way === 0) return [left, right];
  if (way === 1) return [left, { ...left, ...right }];
  return way === 2 ? [left, { allOf: [left, right] }] : [{ anyOf: [left, right] }, right];
});

const scalars = [null, true, 0, 1, 2, 3, -1, 0.5, '', 'a', 'b', 'ab', 'xa'];

/** Values that the schemas above tell apart. */
export const values: readonly unknown[] = [
  ...scalars,
  {},
  [],
  ...scalars.flatMap((value) => [
    { a: value },
    { b: value },
    { xa: value },
    { c: value },
    { a: 1, b: value },
    { a: 'a', b: 'a', c: value },
    [value],
    ['a', value],
    [value, 1, 2],
  ]),
  { a: { a: 1 } },
  { a: { b: 'a' } },
  { a: [1] },
  [['a']],
  [{ a: 1 }],
];
