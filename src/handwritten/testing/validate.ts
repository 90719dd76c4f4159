import type { ApiDocument, JsonSchema } from './document.js';

/** The first thing that is wrong with a value. */
export interface Problem {
  /** The path of the field, such as `messages.0.role`; empty for the whole value. */
  readonly field: string;
  /** The end of a sentence: `must be a string`. */
  readonly message: string;
}

type Schemas = ApiDocument['schemas'];
type SchemaObject = Exclude<JsonSchema, boolean>;

/** Checks a value against a schema of the document; undefined if it fits. */
export function validate(value: unknown, schema: JsonSchema, schemas: Schemas, field = ''): Problem | undefined {
  if (typeof schema === 'boolean') return schema ? undefined : { field, message: 'is not allowed' };
  if (schema.$ref !== undefined) {
    const problem = validate(value, schemas[schema.$ref] ?? true, schemas, field);
    if (problem) return problem;
  }
  const message = ownProblem(value, schema);
  if (message !== undefined) return { field, message };
  return partsProblem(value, schema, schemas, field) ?? innerProblem(value, schema, schemas, field);
}

function ownProblem(value: unknown, schema: SchemaObject): string | undefined {
  const types = schema.type === undefined ? [] : [schema.type].flat();
  if (types.length > 0 && !types.some((type) => isOfType(value, type)))
    return `must be ${types.map(named).join(' or ')}`;
  if (schema.enum && !schema.enum.includes(value)) return `must be one of ${schema.enum.map(String).join(', ')}`;
  if (schema.const !== undefined && value !== schema.const) return `must be ${JSON.stringify(schema.const)}`;
  if (typeof value === 'number') return numberProblem(value, schema);
  if (typeof value === 'string') return textProblem(value, schema);
  if (Array.isArray(value)) return listProblem(value, schema);
  if (typeof value !== 'object' || value === null) return undefined;
  return sizeProblem(Object.keys(value).length, schema.minProperties, schema.maxProperties, 'fields');
}

function listProblem(value: readonly unknown[], { minItems, maxItems, uniqueItems }: SchemaObject): string | undefined {
  const size = sizeProblem(value.length, minItems, maxItems, 'items');
  if (size !== undefined || uniqueItems !== true) return size;
  const isUnique = new Set(value.map((item) => JSON.stringify(item))).size === value.length;
  return isUnique ? undefined : 'must have no item twice';
}

function numberProblem(value: number, schema: SchemaObject): string | undefined {
  const { minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf } = schema;
  if (minimum !== undefined && value < minimum) return `must be at least ${minimum}`;
  if (maximum !== undefined && value > maximum) return `must be at most ${maximum}`;
  if (exclusiveMinimum !== undefined && value <= exclusiveMinimum) return `must be more than ${exclusiveMinimum}`;
  if (exclusiveMaximum !== undefined && value >= exclusiveMaximum) return `must be less than ${exclusiveMaximum}`;
  if (multipleOf !== undefined && !Number.isInteger(value / multipleOf)) return `must be a multiple of ${multipleOf}`;
  return undefined;
}

/** The formats whose values are told apart; any other accepts every string. */
const formats: Readonly<Record<string, RegExp>> = {
  uri: /^[a-z][a-z\d+.-]*:\S+$/i,
  date: /^\d{4}-\d\d-\d\d$/,
  'date-time': /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/i,
  uuid: /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i,
  'ssh-public-key': /^(ssh|ecdsa|sk)-\S+ [\w+/]+={0,2}( .*)?$/,
};

function textProblem(value: string, { minLength, maxLength, pattern, format = '' }: SchemaObject): string | undefined {
  const size = sizeProblem(Array.from(value).length, minLength, maxLength, 'characters');
  if (size !== undefined) return size;
  if (pattern !== undefined && !new RegExp(pattern, 'u').test(value)) return `must match ${pattern}`;
  return formats[format]?.test(value) === false ? `must be of the format ${format}` : undefined;
}

function sizeProblem(size: number, min = 0, max = Infinity, unit: string): string | undefined {
  if (size < min) return `must have at least ${min} ${unit}`;
  return size > max ? `must have at most ${max} ${unit}` : undefined;
}

function partsProblem(
  value: unknown,
  { anyOf, oneOf, allOf = [], not }: SchemaObject,
  schemas: Schemas,
  field: string,
): Problem | undefined {
  for (const part of allOf) {
    const problem = validate(value, part, schemas, field);
    if (problem) return problem;
  }
  if (not !== undefined && !validate(value, not, schemas, field)) return { field, message: 'is not allowed' };
  for (const parts of [anyOf, oneOf]) {
    const problems = (parts ?? []).map((part) => validate(value, part, schemas, field));
    const fitting = problems.filter((problem) => problem === undefined).length;
    if (parts === oneOf && fitting > 1) return { field, message: 'fits more than one schema' };
    // What is wrong furthest inside is what was meant.
    if (fitting === 0) return [...problems].sort((a, b) => (b?.field.length ?? 0) - (a?.field.length ?? 0))[0];
  }
  return undefined;
}

function innerProblem(value: unknown, schema: SchemaObject, schemas: Schemas, field: string): Problem | undefined {
  const inside = (name: string | number): string => (field === '' ? String(name) : `${field}.${name}`);
  if (Array.isArray(value)) {
    for (const [index, item] of schema.items === undefined ? [] : value.entries()) {
      const problem = validate(item, schema.items ?? true, schemas, inside(index));
      if (problem) return problem;
    }
    return undefined;
  }
  if (typeof value !== 'object' || value === null) return undefined;
  const missing = schema.required?.find((name) => !Object.hasOwn(value, name));
  if (missing !== undefined) return { field: inside(missing), message: 'is required' };
  for (const [name, item] of Object.entries(value)) {
    const known = schema.properties;
    const inner = known && Object.hasOwn(known, name) ? known[name] : schema.additionalProperties;
    const problem = inner === undefined ? undefined : validate(item, inner, schemas, inside(name));
    if (problem) return problem;
  }
  return undefined;
}

function isOfType(value: unknown, type: string): boolean {
  if (type === 'null') return value === null;
  if (type === 'array') return Array.isArray(value);
  if (type === 'integer') return Number.isInteger(value);
  if (type === 'object') return typeof value === 'object' && value !== null && !Array.isArray(value);
  return typeof value === type;
}

function named(type: string): string {
  return type === 'null' ? 'null' : `${/^[aeio]/.test(type) ? 'an' : 'a'} ${type}`;
}
