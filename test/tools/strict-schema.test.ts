import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test, vi } from 'vitest';
import { sentSchema } from '../../src/handwritten/tools/sent-schema.js';
import { jsonSchema } from '../../src/tools.js';
import { rejectionOf } from '../helpers/observed-transport.js';
import { schemaRows, type SchemaRow } from './schemas.js';
import { strictValue } from './strict-value.js';

type Schema = Record<string, unknown>;

const ajv = new Ajv2020({ strict: false, validateFormats: false });

const sent = ({ schema }: SchemaRow, log = {}) => sentSchema(schema, undefined, 'schema', log);

const strictRows = schemaRows.filter(({ open }) => open === undefined);
const openRows = schemaRows.filter(({ open }) => open !== undefined);

test.each(strictRows)(
  '$name: the strict form takes each value with null for what is left out, and the library gets it back',
  async (row) => {
    const { schema, strict, read } = sent(row);
    expect(strict).toBe(true);
    const { $defs = {}, properties } = schema as { $defs?: Schema; properties: Schema };
    const isWrapped =
      Object.keys(properties).join() === 'value' &&
      !row.values.some((value) => Object.hasOwn(Object(value) as object, 'value'));
    for (const [place, value] of row.values.entries()) {
      const written = strictValue(isWrapped ? { value } : value, schema, $defs);
      expect(ajv.validate(schema, written), `${JSON.stringify(written)} ${ajv.errorsText()}`).toBe(true);
      expect(await read(written)).toHaveProperty('value', row.outputs?.[place] ?? value);
    }
  },
);

test.each(strictRows)(
  '$name: every object is closed and requires all of its properties, and the root is an object',
  (row) => {
    const { schema } = sent(row);
    expect(schema['type']).toBe('object');
    const seen: Schema[] = [];
    JSON.stringify(schema, (_, value: unknown) => {
      if (typeof value === 'object' && value !== null && (value as Schema)['type'] === 'object')
        seen.push(value as Schema);
      return value;
    });
    for (const object of seen) {
      const { properties, required, additionalProperties } = object;
      expect({ required, additionalProperties }).toEqual({
        required: Object.keys(properties as object),
        additionalProperties: false,
      });
    }
    expect(JSON.stringify(schema)).not.toMatch(/"(oneOf|allOf|default|\$schema|definitions|patternProperties)":/);
  },
);

test.each(openRows)('$name: what no strict schema can describe is sent as it is, and told once', async (row) => {
  const warn = vi.fn();
  const { strict, read } = sent(row, { warn });
  sent(row, { warn });
  expect(strict).toBe(false);
  expect(warn.mock.calls.flat().filter((said) => String(said).includes('strict: false'))).toHaveLength(1);
  expect(warn.mock.calls[0]?.[0]).toContain(`\`${row.open}\``);
  for (const value of row.values) expect(await read(value)).toHaveProperty('value', value);
});

test.each(openRows)('$name: `strict: true` is refused with the path', async ({ schema, open }) => {
  const error = await rejectionOf(Promise.resolve().then(() => sentSchema(schema, true, 'schema', {})));
  expect((error as Error).message).toBe(
    `\`strict: true\` is not possible for \`schema\`: \`${open}\` takes values that no strict schema can describe.`,
  );
});

// Not a row of the table: other software is run on those.
test('a schema that refers to itself without a value in between is not strict, and says where', () => {
  const schema = jsonSchema({
    schema: {
      type: 'object',
      properties: { a: { $ref: '#/$defs/A' } },
      $defs: { A: { anyOf: [{ $ref: '#/$defs/A' }] } },
    },
  });
  expect(sentSchema(schema, undefined, 'schema', {}).strict).toBe(false);
  expect(() => sentSchema(schema, true, 'schema', {})).toThrow('`$defs.A` takes values');
});

test('what is read of a schema that refers to itself keeps no null at any depth', async () => {
  const schema = jsonSchema({
    schema: {
      type: 'object',
      properties: {
        next: { $ref: '#' },
        list: { type: 'array', items: { $ref: '#' } },
        n: { type: ['number', 'null'] },
      },
    },
  });
  const written = { next: { next: null, list: [{ next: null, list: null, n: null }], n: 1 }, list: null, n: null };
  expect(await sentSchema(schema, true, 'schema', {}).read(written)).toEqual({
    value: { next: { list: [{ n: null }], n: 1 }, n: null },
  });
});
