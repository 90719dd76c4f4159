import { Ajv2020 } from 'ajv/dist/2020.js';

type Schema = Record<string, unknown>;

const ajv = new Ajv2020({ strict: false, validateFormats: false });
const isValid = (schema: Schema, value: unknown): boolean => ajv.validate(schema, value);

/** What a provider that enforces a schema would have its model write for a value: null for what is left out. */
export function strictValue(value: unknown, schema: Schema, defs: Schema): unknown {
  const { $ref, anyOf, properties, items, prefixItems } = schema as {
    $ref?: string;
    anyOf?: Schema[];
    properties?: Record<string, Schema>;
    items?: Schema | false;
    prefixItems?: Schema[];
  };
  if ($ref !== undefined) return strictValue(value, defs[$ref.replace('#/$defs/', '')] as Schema, defs);
  if (anyOf !== undefined) {
    const tries = anyOf.map((variant) => ({ variant, whole: strictValue(value, variant, defs) }));
    return (tries.find(({ variant, whole }) => isValid({ ...variant, $defs: defs }, whole)) ?? { whole: value }).whole;
  }
  if (Array.isArray(value)) {
    return value.map((item, index) => strictValue(item, prefixItems?.[index] ?? (items || {}), defs));
  }
  if (typeof value !== 'object' || value === null || properties === undefined) return value;
  const entries = Object.entries(properties).map(([name, property]) => [
    name,
    Object.hasOwn(value, name) ? strictValue((value as Schema)[name], property, defs) : null,
  ]);
  // What it does not describe stays, and is found to be wrong.
  return { ...value, ...(Object.fromEntries(entries) as Schema) };
}
