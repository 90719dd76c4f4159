export type Json = Readonly<Record<string, unknown>>;

export const string = { type: 'string' };
export const object = (properties: Json, more: Json = {}): Json => ({
  type: 'object',
  required: Object.keys(properties),
  properties,
  ...more,
});
const formats = 'date-time date time duration email uri url uuid ipv4 ipv6 hostname byte password'.split(' ');
/** An object with names to convert. */
export const snake = object({ gpu_type: string, inner_part: object({ size_gb: { type: 'integer' } }) });
const optional = { required: [] };

/** A schema for each kind, without examples, as most vendors write them. */
export const schemas: Readonly<Record<string, Json>> = {
  Plain: object({ id: { ...string, format: 'uuid' }, size_gb: { type: 'number' }, is_open: { type: 'boolean' } }),
  Optional: object({ display_name: string, size_gb: { type: 'integer' } }, optional),
  Format: object(
    Object.fromEntries(formats.map((format) => [`${format.replace('-', '_')}_field`, { ...string, format }])),
  ),
  NumberFormat: object(
    Object.fromEntries(['int32', 'int64', 'float', 'double'].map((format) => [format, { type: 'number', format }])),
  ),
  Limit: object({
    short_name: { ...string, minLength: 3, maxLength: 3 },
    long_name: { ...string, minLength: 20 },
    part_size: { type: 'integer', minimum: 10, maximum: 20 },
    below_zero: { type: 'number', maximum: -1 },
    over_two: { type: 'number', exclusiveMinimum: 2, exclusiveMaximum: 3 },
    step_size: { type: 'integer', multipleOf: 7, minimum: 8 },
    three_parts: { type: 'array', items: string, minItems: 3, maxItems: 3 },
    unique_parts: { type: 'array', items: { type: 'integer' }, uniqueItems: true, minItems: 1 },
  }),
  Pattern: object(
    Object.fromEntries(
      Object.entries({
        slug: '^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$',
        sku: '^[A-Z]{3}-\\d{4}$',
        phone: '^\\+[1-9]\\d{6,14}$',
        version: '^v?(0|[1-9]\\d*)\\.(\\d+)\\.(\\d+)$',
        hash: '^[0-9a-fA-F]{64}$',
        arn: '^arn:aws:[^:]+:(us|eu)-\\w+-\\d:.+/x$',
        secret: '^(?=.*[A-Z])(?=.*\\d).{8,}$',
        unanchored: '\\.tar\\.gz$',
      }).map(([name, pattern]) => [`${name}_of`, { ...string, pattern }]),
    ),
  ),
  Long: object({ long_slug: { ...string, pattern: '^[a-z]+$', minLength: 12, maxLength: 12 } }),
  Several: object({
    unique_parts: { type: 'array', items: string, uniqueItems: true, minItems: 3 },
    unique_states: { type: 'array', items: { ...string, enum: ['a', 'b', 'c'] }, uniqueItems: true, minItems: 2 },
    unique_rows: { type: 'array', items: snake, uniqueItems: true, minItems: 2 },
    named_labels: {
      type: 'object',
      propertyNames: { ...string, pattern: '^x-' },
      additionalProperties: string,
      minProperties: 2,
    },
    some_labels: { type: 'object', additionalProperties: string, minProperties: 2 },
  }),
  Name: object(
    Object.fromEntries(
      '_leading trailing_ with__two kebab-name dot.name UPPER_NAME camelName id_2d x2_y $dollar @type 9th +1'
        .split(' ')
        .map((name) => [name, string]),
    ),
  ),
  Data: object({ data: object({ inner_data: string }), more_data: string }),
  Enum: object({
    crate_state: { ...string, enum: ['open', 'shut'] },
    level_of: { type: 'integer', enum: [3, 5] },
    fixed_kind: { const: 'crate' },
    known_kind: { ...string, 'x-known-values': ['a', 'b'] },
    mixed_kind: { enum: ['a', 1, null] },
  }),
  Nullable: object({
    short_name: { type: ['string', 'null'] },
    inner_part: { anyOf: [snake, { type: 'null' }] },
    crate_state: { type: ['string', 'null'], enum: ['open', null] },
    size_list: { type: ['array', 'null'], items: { type: ['integer', 'null'] } },
  }),
  Map: object({
    user_labels: { type: 'object', additionalProperties: string },
    part_map: { type: 'object', additionalProperties: snake },
    any_map: { type: 'object', additionalProperties: true },
    named_map: object({ main_part: snake }, { additionalProperties: { type: 'integer' } }),
    list_map: { type: 'object', additionalProperties: { type: 'array', items: snake } },
  }),
  Nested: object({
    rows_of: { type: 'array', items: { type: 'array', items: snake } },
    tuple_of: { type: 'array', prefixItems: [string, { type: 'integer' }], items: false, minItems: 2, maxItems: 2 },
    deep_part: object({ deeper_part: object({ deepest_part: snake }) }),
  }),
  Union: object({
    scalar_union: { oneOf: [string, { type: 'integer' }] },
    object_union: { oneOf: [object({ left_part: string }), object({ right_part: { type: 'integer' } })] },
    list_union: { anyOf: [string, { type: 'array', items: string }] },
    type_union: { type: ['string', 'number'] },
    tagged_union: {
      oneOf: [{ $ref: '#/components/schemas/CrateCat' }, { $ref: '#/components/schemas/CrateDog' }],
      discriminator: {
        propertyName: 'pet_type',
        mapping: { cat: '#/components/schemas/CrateCat', dog: '#/components/schemas/CrateDog' },
      },
    },
  }),
  Combined: { allOf: [snake, object({ more_of: string })] },
  OneWay: object({
    made_at: { ...string, format: 'date-time', readOnly: true },
    pass_word: { ...string, writeOnly: true },
    both_ways: string,
  }),
  Default: object(
    {
      with_default: { ...string, default: 'usual' },
      size_gb: { type: 'integer', default: 5 },
      is_open: { type: 'boolean', default: true },
      part_list: { type: 'array', items: string, default: [] },
    },
    optional,
  ),
  Closed: object(
    { only_this: string, inner_part: { ...snake, additionalProperties: false } },
    { additionalProperties: false },
  ),
  Recursive: object({
    node_name: string,
    child_nodes: { type: 'array', items: { $ref: '#/components/schemas/CrateRecursive' } },
  }),
  Free: { type: 'object' },
  Anything: object({ any_value: {}, true_value: true }, optional),
};

/** What the tagged union refers to. */
export const parts: Readonly<Record<string, Json>> = {
  CrateCat: object({ pet_type: { const: 'cat' }, claw_count: { type: 'integer' } }),
  CrateDog: object({ pet_type: { const: 'dog' }, bark_volume: { type: 'integer' } }),
};
