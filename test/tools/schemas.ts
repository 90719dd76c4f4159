import { toStandardJsonSchema } from '@valibot/to-json-schema';
import { type } from 'arktype';
import { Type, type TSchema } from 'typebox';
import { Value } from 'typebox/value';
import * as v from 'valibot';
import { z } from 'zod';
import { jsonSchema, type ModelSchema } from '../../src/tools.js';

/** A schema as its users write it, and values that a model could make of it. */
export interface SchemaRow {
  readonly name: string;
  readonly schema: ModelSchema<never, unknown>;
  /** As the caller's library reads them: what is optional may be missing. */
  readonly values: readonly unknown[];
  /** What the library makes of each, if it is something else. */
  readonly outputs?: readonly unknown[];
  /** The path that no strict schema can describe. */
  readonly open?: string;
}

const row = (name: string, schema: unknown, values: readonly unknown[], more: Partial<SchemaRow> = {}): SchemaRow => ({
  name,
  schema: schema as ModelSchema<never>,
  values,
  ...more,
});

const Category = z.object({
  name: z.string(),
  get children() {
    return z.array(Category).optional();
  },
});
const shape = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('circle'), radius: z.number(), label: z.string().optional() }),
  z.object({ kind: z.literal('square'), side: z.number(), label: z.string().nullable() }),
]);

const ofZod: readonly SchemaRow[] = [
  row('zod: required fields', z.object({ a: z.string(), b: z.number() }), [{ a: 'x', b: 1 }]),
  row('zod: an optional field', z.object({ a: z.string(), b: z.string().optional() }), [
    { a: 'x' },
    { a: 'x', b: 'y' },
  ]),
  row('zod: a nullable field', z.object({ a: z.string().nullable() }), [{ a: null }, { a: 'x' }]),
  row('zod: nullish keeps null', z.object({ a: z.string().nullish() }), [{ a: null }, { a: 'x' }]),
  row('zod: a default', z.object({ a: z.enum(['x', 'y']).default('x') }), [{}, { a: 'y' }], {
    outputs: [{ a: 'x' }, { a: 'y' }],
  }),
  row('zod: an optional enum', z.object({ a: z.enum(['x', 'y']).optional() }), [{}, { a: 'y' }]),
  row('zod: an enum with null', z.object({ a: z.union([z.literal('x'), z.null()]) }), [{ a: null }, { a: 'x' }]),
  row(
    'zod: optional objects at depth',
    z.object({ a: z.object({ b: z.object({ c: z.int().optional() }).optional() }).optional() }),
    [{}, { a: {} }, { a: { b: {} } }, { a: { b: { c: 1 } } }],
  ),
  row(
    'zod: optional fields in a list',
    z.object({ items: z.array(z.object({ a: z.string(), b: z.boolean().optional() })) }),
    [{ items: [] }, { items: [{ a: 'x' }, { a: 'y', b: false }] }],
  ),
  row('zod: a discriminated union at the root', shape, [
    { kind: 'circle', radius: 1 },
    { kind: 'circle', radius: 1, label: 'a' },
    { kind: 'square', side: 2, label: null },
  ]),
  row('zod: a list of a union', z.object({ shapes: z.array(shape).min(1) }), [
    {
      shapes: [
        { kind: 'circle', radius: 1 },
        { kind: 'square', side: 2, label: null },
      ],
    },
  ]),
  row('zod: an optional union', z.object({ a: z.union([z.string(), z.number()]).optional() }), [
    {},
    { a: 'x' },
    { a: 1 },
  ]),
  row('zod: a recursive schema', Category, [
    { name: 'a' },
    { name: 'a', children: [{ name: 'b', children: [] }, { name: 'c' }] },
  ]),
  row('zod: a tuple', z.object({ at: z.tuple([z.number(), z.number(), z.string()]) }), [{ at: [1, 2, 'x'] }]),
  row('zod: a list at the root', z.array(z.object({ a: z.string().optional() })), [[], [{}, { a: 'x' }]]),
  row('zod: a text at the root', z.enum(['yes', 'no']), ['yes']),
  row('zod: an intersection', z.intersection(z.object({ a: z.string() }), z.object({ b: z.number().optional() })), [
    { a: 'x' },
    { a: 'x', b: 1 },
  ]),
  row('zod: formats and limits', z.object({ mail: z.email(), id: z.uuid(), n: z.int().min(1).max(9) }), [
    { mail: 'a@example.com', id: '9b2d5a4e-63c0-4b4e-8f6c-0d7a2f1c9e11', n: 3 },
  ]),
  row('zod: a transform', z.object({ day: z.string().transform((text) => text.length) }), [{ day: 'monday' }], {
    outputs: [{ day: 6 }],
  }),
  row('zod: a check that is async', z.object({ a: z.string().refine(async (text) => text !== '') }), [{ a: 'x' }]),
  row('zod: an open map', z.object({ tags: z.record(z.string(), z.string()) }), [{ tags: { a: 'b' } }], {
    open: 'tags',
  }),
  row(
    'zod: an open object',
    z.object({ a: z.object({ b: z.looseObject({ c: z.string() }) }) }),
    [{ a: { b: { c: 'x', d: 1 } } }],
    { open: 'a.b' },
  ),
  row('zod: anything', z.object({ a: z.unknown() }), [{ a: 1 }], { open: 'a' }),
];

const ofArktype: readonly SchemaRow[] = [
  row('arktype: fields', type({ a: 'string', 'b?': 'number' }), [{ a: 'x' }, { a: 'x', b: 1 }]),
  row('arktype: optional and nullable', type({ 'a?': 'string | null' }), [{}, { a: null }, { a: 'x' }], {
    outputs: [{ a: null }, { a: null }, { a: 'x' }],
  }),
  row('arktype: literals', type({ a: "'x' | 'y'", 'b?': "'p' | 'q'" }), [{ a: 'x' }, { a: 'y', b: 'p' }]),
  row('arktype: a list', type({ items: [{ 'a?': 'string' }, '[]'] }), [{ items: [{}, { a: 'x' }] }]),
  row('arktype: a tuple', type({ at: ['number', 'string'] }), [{ at: [1, 'x'] }]),
  row('arktype: a union of objects', type({ kind: "'a'", 'n?': 'number' }).or({ kind: "'b'", t: 'string' }), [
    { kind: 'a' },
    { kind: 'a', n: 1 },
    { kind: 'b', t: 'x' },
  ]),
  row('arktype: a recursive schema', type({ v: 'string', 'next?': 'this' }), [
    { v: 'a' },
    { v: 'a', next: { v: 'b' } },
  ]),
  row('arktype: a number in a text', type({ n: 'string.numeric.parse' }), [{ n: '12' }], { outputs: [{ n: 12 }] }),
  row('arktype: a map', type({ tags: { '[string]': 'number' } }), [{ tags: { a: 1 } }], { open: 'tags' }),
];

const ofValibot: readonly SchemaRow[] = [
  row(
    'valibot: optional and nullable',
    toStandardJsonSchema(v.object({ a: v.optional(v.string()), b: v.nullable(v.number()) })),
    [{ b: null }, { a: 'x', b: 1 }],
  ),
  row(
    'valibot: a variant',
    toStandardJsonSchema(
      v.object({
        pet: v.variant('kind', [
          v.object({ kind: v.literal('cat'), lives: v.optional(v.number()) }),
          v.object({ kind: v.literal('dog') }),
        ]),
      }),
    ),
    [{ pet: { kind: 'cat' } }, { pet: { kind: 'cat', lives: 9 } }, { pet: { kind: 'dog' } }],
  ),
  row('valibot: a picklist', toStandardJsonSchema(v.object({ a: v.optional(v.picklist(['x', 'y'])) })), [
    {},
    { a: 'x' },
  ]),
  row('valibot: a default', toStandardJsonSchema(v.object({ a: v.optional(v.number(), 3) })), [{}, { a: 4 }], {
    outputs: [{ a: 3 }, { a: 4 }],
  }),
  row(
    'valibot: a record',
    toStandardJsonSchema(v.object({ tags: v.record(v.string(), v.number()) })),
    [{ tags: { a: 1 } }],
    { open: 'tags' },
  ),
];

/** Without the type of what it returns: for a schema that is not known, the compiler takes eight seconds to find it. */
const parse: (schema: TSchema, value: unknown) => unknown = Value.Parse;
const typebox = (schema: TSchema & object): unknown =>
  jsonSchema({ schema, validate: (value) => parse(schema, value) });
const data = (schema: object): unknown => jsonSchema({ schema });

const ofData: readonly SchemaRow[] = [
  row('TypeBox: optional', typebox(Type.Object({ a: Type.Optional(Type.String()), b: Type.Integer() })), [
    { b: 1 },
    { a: 'x', b: 1 },
  ]),
  row(
    'TypeBox: a union',
    typebox(
      Type.Object({
        a: Type.Union([Type.Literal('x'), Type.Null()]),
        b: Type.Optional(Type.Union([Type.String(), Type.Number()])),
      }),
    ),
    [{ a: null }, { a: 'x', b: 1 }],
  ),
  row('TypeBox: a tuple', typebox(Type.Object({ at: Type.Tuple([Type.Number(), Type.String()]) })), [{ at: [1, 'x'] }]),
  row(
    'data: definitions of draft 7',
    data({
      type: 'object',
      properties: { a: { $ref: '#/definitions/A' }, b: { $ref: '#/definitions/A' } },
      required: ['a'],
      definitions: { A: { type: 'object', properties: { n: { type: 'integer' } } } },
    }),
    [{ a: {} }, { a: { n: 1 }, b: {} }],
  ),
  row(
    'data: a reference into the schema',
    data({
      type: 'object',
      properties: { a: { type: 'object', properties: { n: { type: 'integer' } } }, b: { $ref: '#/properties/a' } },
    }),
    [{}, { b: { n: 1 } }, { a: {}, b: {} }],
  ),
  row(
    'data: allOf',
    data({
      type: 'object',
      allOf: [{ $ref: '#/$defs/A' }, { type: 'object', properties: { b: { type: 'string' } } }],
      $defs: { A: { type: 'object', properties: { a: { type: 'string' } }, required: ['a'] } },
    }),
    [{ a: 'x' }, { a: 'x', b: 'y' }],
  ),
  row(
    'data: a union beside fields',
    data({
      type: 'object',
      properties: { id: { type: 'string' } },
      required: ['id'],
      oneOf: [
        { properties: { a: { type: 'string' } }, required: ['a'] },
        { properties: { b: { type: 'number' }, c: { type: 'number' } }, required: ['b'] },
      ],
    }),
    [
      { id: '1', a: 'x' },
      { id: '1', b: 2 },
      { id: '1', b: 2, c: 3 },
    ],
  ),
  row(
    'data: constants of every type',
    data({
      type: 'object',
      properties: { a: { const: 1 }, b: { const: true }, c: { enum: ['x', 2, null] } },
      required: ['a', 'b', 'c'],
    }),
    [{ a: 1, b: true, c: null }],
  ),
  row('data: an optional constant', data({ type: 'object', properties: { a: { const: 'x', description: 'd' } } }), [
    {},
    { a: 'x' },
  ]),
  row(
    'data: an anchor',
    data({
      type: 'object',
      properties: { a: { $ref: '#node' } },
      required: ['a'],
      $defs: { N: { $anchor: 'node', type: 'object', properties: { next: { $ref: '#node' } } } },
    }),
    [{ a: {} }, { a: { next: { next: {} } } }],
  ),
  row(
    'data: variants that differ in a limit',
    data({
      type: 'object',
      properties: {
        v: {
          anyOf: [
            {
              type: 'object',
              properties: { k: { type: 'string', minLength: 5 }, a: { type: 'number' } },
              required: ['k'],
            },
            {
              type: 'object',
              properties: { k: { enum: ['x'] }, a: { type: ['number', 'null'] } },
              required: ['k', 'a'],
            },
            {
              type: 'object',
              properties: { k: { type: 'string', pattern: '^é{2}$' }, a: { type: 'string' } },
              required: ['k'],
            },
            {
              type: 'object',
              properties: { k: { type: 'integer', maximum: 3 }, a: { type: 'string' } },
              required: ['k'],
            },
            {
              type: 'object',
              properties: { k: { type: 'number' }, a: { type: ['string', 'null'] } },
              required: ['k', 'a'],
            },
          ],
        },
      },
      required: ['v'],
    }),
    [
      { v: { k: 'abcde' } },
      { v: { k: 'x', a: null } },
      { v: { k: 'éé' } },
      { v: { k: 3 } },
      { v: { k: 4, a: null } },
      { v: { k: 2.5, a: null } },
    ],
  ),
  row(
    'data: a schema that is a reference to a reference',
    data({
      $ref: '#/$defs/A',
      $defs: { A: { $ref: '#/$defs/toString' }, toString: { type: 'object', properties: { n: { type: 'integer' } } } },
    }),
    [{}, { n: 1 }],
  ),
  row(
    'data: a reference out of the schema',
    data({ type: 'object', properties: { a: { $ref: 'https://example.com/a.json' } } }),
    [{}],
    { open: 'a' },
  ),
  row(
    'data: patterns of names',
    data({ type: 'object', properties: { m: { type: 'object', patternProperties: { '^x': { type: 'string' } } } } }),
    [{ m: { x: 'y' } }],
    { open: 'm' },
  ),
  row(
    'data: names that a prototype has',
    data({
      type: 'object',
      properties: { constructor: { type: 'string' }, toString: { type: 'string' } },
      required: ['constructor'],
    }),
    [{ constructor: 'x' }, { constructor: 'x', toString: 'y' }],
  ),
];

export const schemaRows: readonly SchemaRow[] = [...ofZod, ...ofArktype, ...ofValibot, ...ofData];
