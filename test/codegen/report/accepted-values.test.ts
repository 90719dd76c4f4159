import { registerSchema, unregisterSchema, validate } from '@hyperjump/json-schema/draft-2020-12';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Spec } from '../../../codegen/read/spec.js';
import { Reader } from '../../../codegen/report/values/reader.js';
import { Subset } from '../../../codegen/report/values/subset.js';
import { keywordRows, type AnySchema } from './keywords.js';
import { schemaPairs, values } from './schema-pairs.js';

const ajv = new Ajv2020({ strict: false, validateFormats: false });

/** What both validators say, undefined if they differ: ajv is wrong about `contains` beside other array keywords. */
async function isValid(schema: AnySchema, value: unknown): Promise<boolean | undefined> {
  const first = verdictOfAjv(schema, value);
  return first === (await verdictOfHyperjump(schema, value)) ? first : undefined;
}

function verdictOfAjv(schema: AnySchema, value: unknown): boolean | undefined {
  try {
    return ajv.validate(schema, value);
  } catch {
    return undefined;
  }
}

async function verdictOfHyperjump(schema: AnySchema, value: unknown): Promise<boolean> {
  const id = 'https://schemas.example/one';
  const dialect = 'https://json-schema.org/draft/2020-12/schema';
  registerSchema(schema as Parameters<typeof registerSchema>[0], id, dialect);
  try {
    const check = await validate(id);
    return check(value as Parameters<typeof check>[0]).valid;
  } finally {
    unregisterSchema(id);
  }
}

/** Whether the report would say that every value of the one is a value of the other, and back. */
function comparison(old: AnySchema, now: AnySchema): { readonly forward: boolean; readonly back: boolean } {
  const [before, after] = [old, now].map((schema) => {
    const copy = JSON.parse(JSON.stringify(schema)) as AnySchema;
    const document = { openapi: '3.1.0', components: { schemas: { Value: copy } } } as Spec['document'];
    return new Reader(new Spec('one.json', document), 'request').value([copy]);
  });
  const subset = new Subset(() => false);
  return { forward: subset.holds(before!, after!), back: subset.holds(after!, before!) };
}

/** A value of the one that the other refuses, though the comparison says that there is none. */
async function missed(old: AnySchema, now: AnySchema): Promise<unknown> {
  const { forward, back } = comparison(old, now);
  for (const value of forward || back ? values : []) {
    const [before, after] = [verdictOfAjv(old, value), verdictOfAjv(now, value)];
    const isMissed = (forward && before === true && after === false) || (back && after === true && before === false);
    if (isMissed && (await isValid(old, value)) === before && (await isValid(now, value)) === after) return { value };
  }
  return undefined;
}

test('a value that only one of two schemas accepts is never overlooked', async () => {
  await fc.assert(
    fc.asyncProperty(schemaPairs, async ([old, now]) => {
      expect(await missed(old, now)).toBeUndefined();
    }),
    { numRuns: 60 },
  );
});

test.each(keywordRows.map((row) => [row.keyword, row] as const))(
  'the comparison and the validators agree that %s is stricter',
  async (_, { free, strict }) => {
    expect(comparison(free, strict)).toEqual({ forward: false, back: true });
    expect(await missed(free, strict)).toBeUndefined();
  },
);
