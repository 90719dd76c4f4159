import type { ApiDocument, JsonSchema } from './document.js';

/** The first thing that is wrong with a value. */
export interface Problem {
  /** The path of the field, such as `messages.0.role`; empty for the whole value. */
  readonly field: string;
  /** The end of a sentence: `must be a string`. */
  readonly message: string;
}

/** Checks a value; undefined if it fits. */
export type Check = (value: unknown) => Problem | undefined;

type Schemas = ApiDocument['schemas'];
type SchemaObject = Exclude<JsonSchema, boolean>;

/** What checks values against one schema of a document, prepared once for many values. */
export function compile(schema: JsonSchema, schemas: Schemas, named = new Map<string, Check>()): Check {
  if (typeof schema === 'boolean') return schema ? () => undefined : () => notAllowed;
  const inner = (part: JsonSchema): Check => compile(part, schemas, named);
  const checks = [
    ...(schema.$ref === undefined ? [] : [referenceCheck(schema.$ref, schemas, named)]),
    ownCheck(schema),
    ...partsChecks(schema, inner),
    ...((schema.items ?? schema.prefixItems) === undefined
      ? []
      : [itemsCheck(inner(schema.items ?? true), schema.prefixItems?.map(inner))]),
    ...fieldsChecks(schema, inner),
  ];
  return (value) => {
    for (const check of checks) {
      const problem = check(value);
      if (problem) return problem;
    }
    return undefined;
  };
}

const notAllowed: Problem = { field: '', message: 'is not allowed' };

/** A schema may contain itself: what it refers to is compiled with the first value. */
function referenceCheck(name: string, schemas: Schemas, named: Map<string, Check>): Check {
  return (value) => {
    const check = named.get(name) ?? compile(schemas[name] ?? true, schemas, named);
    named.set(name, check);
    return check(value);
  };
}

function ownCheck(schema: SchemaObject): Check {
  const types = schema.type === undefined ? [] : [schema.type].flat();
  const pattern = schema.pattern === undefined ? undefined : new RegExp(schema.pattern, 'u');
  return (value) => {
    const message = ownProblem(value, schema, types, pattern);
    return message === undefined ? undefined : { field: '', message };
  };
}

function ownProblem(
  value: unknown,
  schema: SchemaObject,
  types: readonly string[],
  pattern: RegExp | undefined,
): string | undefined {
  if (types.length > 0 && !types.some((type) => isOfType(value, type)))
    return `must be ${types.map(withArticle).join(' or ')}`;
  if (schema.enum && !schema.enum.some((one) => isSame(value, one)))
    return `must be one of ${schema.enum.map(String).join(', ')}`;
  if (schema.const !== undefined && !isSame(value, schema.const)) return `must be ${JSON.stringify(schema.const)}`;
  if (typeof value === 'number') return numberProblem(value, schema);
  if (typeof value === 'string') return textProblem(value, schema, pattern);
  if (Array.isArray(value)) return listProblem(value, schema);
  const { minProperties, maxProperties } = schema;
  if (typeof value !== 'object' || value === null || (minProperties ?? maxProperties) === undefined) return undefined;
  return sizeProblem(Object.keys(value).length, minProperties, maxProperties, 'fields');
}

function isSame(value: unknown, other: unknown): boolean {
  return value === other || (typeof value === 'object' && JSON.stringify(value) === JSON.stringify(other));
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

function textProblem(
  value: string,
  { minLength, maxLength, pattern: source, format = '' }: SchemaObject,
  pattern: RegExp | undefined,
): string | undefined {
  if ((minLength ?? maxLength) !== undefined) {
    const size = sizeProblem(Array.from(value).length, minLength, maxLength, 'characters');
    if (size !== undefined) return size;
  }
  if (pattern?.test(value) === false) return `must match ${source ?? ''}`;
  return formats[format]?.test(value) === false ? `must be of the format ${format}` : undefined;
}

function sizeProblem(size: number, min = 0, max = Infinity, unit: string): string | undefined {
  if (size < min) return `must have at least ${min} ${unit}`;
  return size > max ? `must have at most ${max} ${unit}` : undefined;
}

function partsChecks({ anyOf, oneOf, allOf = [], not }: SchemaObject, inner: (part: JsonSchema) => Check): Check[] {
  const refused = not === undefined ? undefined : inner(not);
  return [
    ...allOf.map(inner),
    ...(refused ? [(value: unknown) => (refused(value) ? undefined : notAllowed)] : []),
    ...(anyOf ? [choiceCheck(anyOf.map(inner), Infinity)] : []),
    ...(oneOf ? [choiceCheck(oneOf.map(inner), 1)] : []),
  ];
}

function choiceCheck(parts: readonly Check[], most: number): Check {
  return (value) => {
    const problems = parts.map((check) => check(value));
    const fitting = problems.filter((problem) => problem === undefined).length;
    if (fitting > most) return { field: '', message: 'fits more than one schema' };
    // What is wrong furthest inside is what was meant.
    if (fitting === 0) return [...problems].sort((a, b) => (b?.field.length ?? 0) - (a?.field.length ?? 0))[0];
    return undefined;
  };
}

function itemsCheck(rest: Check, first: readonly Check[] = []): Check {
  return (value) => {
    if (!Array.isArray(value)) return undefined;
    for (let index = 0; index < value.length; index++) {
      const problem = (first[index] ?? rest)(value[index]);
      if (problem) return inside(index, problem);
    }
    return undefined;
  };
}

function fieldsChecks(schema: SchemaObject, inner: (part: JsonSchema) => Check): Check[] {
  const { required = [], properties = {}, additionalProperties = true } = schema;
  const fields = new Map(Object.entries(properties).map(([name, part]) => [name, inner(part)]));
  const other = additionalProperties === true ? undefined : inner(additionalProperties);
  if (required.length === 0 && fields.size === 0 && !other) return [];
  const check: Check = (value) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
    const missing = required.find((name) => !Object.hasOwn(value, name));
    if (missing !== undefined) return { field: missing, message: 'is required' };
    for (const name of Object.keys(value)) {
      const problem = (fields.get(name) ?? other)?.((value as Record<string, unknown>)[name]);
      if (problem) return inside(name, problem);
    }
    return undefined;
  };
  return [check];
}

function inside(name: string | number, { field, message }: Problem): Problem {
  return { field: field === '' ? String(name) : `${name}.${field}`, message };
}

function isOfType(value: unknown, type: string): boolean {
  if (type === 'null') return value === null;
  if (type === 'array') return Array.isArray(value);
  if (type === 'integer') return Number.isInteger(value);
  if (type === 'object') return typeof value === 'object' && value !== null && !Array.isArray(value);
  return typeof value === type;
}

function withArticle(type: string): string {
  return type === 'null' ? 'null' : `${/^[aeio]/.test(type) ? 'an' : 'a'} ${type}`;
}
