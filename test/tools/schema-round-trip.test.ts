import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sentSchema } from '../../src/handwritten/tools/sent-schema.js';
import { jsonSchema, type ModelSchema } from '../../src/tools.js';
import { SchemaMaker } from './generated-schemas.js';

type Schema = Record<string, unknown>;

test('a value of any schema that can be strict is one of its strict form, and comes back as it was', async () => {
  await fc.assert(
    fc.asyncProperty(fc.gen(), async (g) => {
      const { schema, isObject, value, written, back } = new SchemaMaker(g, false).document();
      const given = validatedByAjv(schema);
      // The schema takes the value as the caller has it.
      expect(await given['~standard'].validate(value)).toEqual({ value });
      const sent = sentSchema(given, true, 'schema', {});
      expect(notStrict(sent.schema)).toEqual([]);
      const model = isObject ? written : { value: written };
      expect([model, validator(sent.schema)(model)]).toEqual([model, true]);
      expect(await sent.read(model)).toEqual({ value: back });
    }),
    { numRuns: 50 },
  );
});

test('any schema is strict, or is reported with the path that is the reason', async () => {
  await fc.assert(
    fc.asyncProperty(fc.gen(), async (g) => {
      const maker = new SchemaMaker(g, true);
      const { schema, isObject, value } = maker.document();
      const said: unknown[] = [];
      const sent = sentSchema(validatedByAjv(schema), undefined, 'schema', { warn: (text) => said.push(text) });
      expect(sent.strict).toBe(!maker.isOpen);
      if (sent.strict) {
        expect([said, notStrict(sent.schema)]).toEqual([[], []]);
        return;
      }
      expect(said).toEqual([
        expect.stringMatching(/since (its root|`\S+`) takes values that no strict schema can describe/),
      ]);
      const model = isObject ? value : { value };
      expect([model, validator(sent.schema)(model)]).toEqual([model, true]);
      expect(await sent.read(model)).toEqual({ value });
    }),
    { numRuns: 30 },
  );
});

/** A schema whose library is ajv. */
function validatedByAjv(schema: Schema): ModelSchema {
  const isValid = validator(schema);
  const validate = (value: unknown): unknown => {
    if (!isValid(value)) throw new Error(`The schema refuses ${JSON.stringify(value)}.`);
    return value;
  };
  return jsonSchema({ schema, validate });
}

/** Of an ajv of its own, which would keep what it has compiled. */
function validator(schema: Schema): (value: unknown) => boolean {
  // Without `ownProperties` it takes `constructor` for a property of every object.
  return new Ajv2020({
    strict: false,
    meta: false,
    validateSchema: false,
    ownProperties: true,
    code: { optimize: false },
  }).compile(schema);
}

/** The paths of objects that are open or leave properties optional, and of the root if it is no object. */
function notStrict(schema: Schema): readonly string[] {
  const paths = schema['type'] === 'object' ? [] : [''];
  const visit = (part: unknown, path: string): void => {
    if (typeof part !== 'object' || part === null) return;
    const { type, properties, required, additionalProperties } = part as Schema;
    const isObject = [type].flat().includes('object') && !/\/(properties|\$defs)$/.test(path);
    const names = Object.keys(Object(properties) as object);
    if (isObject && !(additionalProperties === false && JSON.stringify(required) === JSON.stringify(names)))
      paths.push(path);
    for (const [key, inner] of Object.entries(part))
      if (key !== 'enum' && key !== 'const') visit(inner, `${path}/${key}`);
  };
  visit(schema, '');
  return paths;
}
