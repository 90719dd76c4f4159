import { standardResponseFormat } from 'openai/helpers/standard-schema';
import { expect, test } from 'vitest';
import { schemaRows, type SchemaRow } from '../tools/schemas.js';
import { strictValue } from '../tools/strict-value.js';

type Schema = Record<string, unknown>;

// Each of these is right in `parse`, as test/tools/strict-schema.test.ts shows; an open one is sent with `strict: false`.
const reasons: Readonly<Record<string, RegExp>> = {
  'throws, since a field is optional': /uses `\.optional\(\)` without `\.nullable\(\)`/,
  'throws, since the root is no object': /^Root schema must have type: 'object'/,
  'throws on a tuple': /uses tuple-form `items`/,
  'throws, since an object is open, where it could be sent without `strict`': /must set `additionalProperties: false`/,
  'throws, since variants of `oneOf` may overlap': /not provably mutually exclusive/,
  'throws on a reference by an anchor or out of the schema': /^(Local|External) \$ref at /,
  'refuses a valid value, since the check is async': /only support synchronous validation/,
};

const expected: Readonly<Record<string, readonly string[]>> = {
  'refuses a valid value, since the check is async': ['zod: a check that is async'],
  right: [
    'zod: required fields',
    'zod: a nullable field',
    'zod: nullish keeps null',
    'zod: an enum with null',
    'zod: formats and limits',
    'zod: a transform',
    'zod: anything',
    'arktype: optional and nullable',
    'arktype: a number in a text',
    'data: constants of every type',
  ],
  'throws on a reference by an anchor or out of the schema': ['data: an anchor', 'data: a reference out of the schema'],
  'throws on a tuple': ['zod: a tuple', 'arktype: a tuple', 'TypeBox: a tuple'],
  'throws, since a field is optional': [
    'zod: an optional field',
    'zod: a default',
    'zod: an optional enum',
    'zod: optional objects at depth',
    'zod: optional fields in a list',
    'zod: a list of a union',
    'zod: an optional union',
    'zod: a recursive schema',
    'zod: an intersection',
    'arktype: fields',
    'arktype: literals',
    'arktype: a list',
    'arktype: a recursive schema',
    'valibot: optional and nullable',
    'valibot: a variant',
    'valibot: a picklist',
    'valibot: a default',
    'TypeBox: optional',
    'TypeBox: a union',
    'data: definitions of draft 7',
    'data: a reference into the schema',
    'data: allOf',
    'data: an optional constant',
    'data: variants that differ in a limit',
    'data: a schema that is a reference to a reference',
    'data: patterns of names',
    'data: names that a prototype has',
  ],
  'throws, since an object is open, where it could be sent without `strict`': [
    'zod: an open map',
    'zod: an open object',
    'arktype: a map',
    'valibot: a record',
  ],
  'throws, since the root is no object': [
    'zod: a discriminated union at the root',
    'zod: a list at the root',
    'zod: a text at the root',
    'arktype: a union of objects',
  ],
  'throws, since variants of `oneOf` may overlap': ['data: a union beside fields'],
};

test('the helper of openai has these verdicts on the schemas that `parse` takes', () => {
  const verdicts: Record<string, string[]> = {};
  for (const row of schemaRows) (verdicts[verdictOf(row)] ??= []).push(row.name);
  expect(verdicts).toEqual(expected);
});

function verdictOf({ schema, values, outputs }: SchemaRow): string {
  try {
    const format = standardResponseFormat(asSync(schema), 'response');
    const sent = format.json_schema.schema as Schema;
    const backs = values.map((value): unknown => {
      const written = strictValue(value, sent, (sent['$defs'] ?? sent['definitions'] ?? {}) as Schema);
      return format.$parseRaw(JSON.stringify(written));
    });
    const isRight = JSON.stringify(backs) === JSON.stringify(values.map((value, at) => outputs?.[at] ?? value));
    return isRight ? 'right' : 'changes a valid value';
  } catch (error) {
    const { message } = error as Error;
    return Object.entries(reasons).find(([, pattern]) => pattern.test(message))?.[0] ?? message;
  }
}

/** Data of `jsonSchema` is validated asynchronously, which is no fault of the helper. */
function asSync(schema: SchemaRow['schema']): Parameters<typeof standardResponseFormat>[0] {
  const standard = schema['~standard'];
  const isData = standard.vendor === 'runcrate';
  const sync = isData ? { '~standard': { ...standard, validate: (value: unknown) => ({ value }) } } : schema;
  // Its type also asks for drafts that ours doesn't name.
  return sync as unknown as Parameters<typeof standardResponseFormat>[0];
}
