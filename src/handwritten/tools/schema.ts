import { RuncrateError } from '../core/errors/errors.js';
import { isObject } from '../core/json-object.js';

/** A JSON Schema, 2020-12 or draft 7. */
export type JsonSchema = Readonly<Record<string, unknown>>;

/** A name or an index in the path of an issue. */
export interface SchemaPathSegment {
  /** The name or the index. */
  readonly key: PropertyKey;
}

/** One reason why a value was refused. */
export interface SchemaIssue {
  /** What is wrong, in the words of the schema's library. */
  readonly message: string;
  /** Where: the names and indices that lead to it, from the root. Absent or empty for the root. */
  readonly path?: readonly (PropertyKey | SchemaPathSegment)[] | undefined;
}

/** The result of a validation: the output, or the issues. */
export type SchemaResult<Output> = SchemaSuccess<Output> | SchemaFailure;

/** A value that is valid. */
export interface SchemaSuccess<Output> {
  /** The output. */
  readonly value: Output;
  /** None. */
  readonly issues?: undefined;
}

/** A value that is refused. */
export interface SchemaFailure {
  /** What is wrong with it. */
  readonly issues: readonly SchemaIssue[];
}

/**
 * A schema of any library that speaks Standard Schema and Standard JSON Schema 1.1: of zod 4.2 and later, arktype 2.1.28
 * and later, of valibot by `toStandardJsonSchema`, or data by `jsonSchema`.
 */
export interface ModelSchema<Input = unknown, Output = Input> {
  /** The properties of the two standards. */
  readonly '~standard': {
    /** The version of the standard. */
    readonly version: 1;
    /** The name of the schema's library. */
    readonly vendor: string;
    /** Checks a value, and returns the output or the issues. */
    readonly validate: (value: unknown) => SchemaResult<Output> | Promise<SchemaResult<Output>>;
    /** The schema as a JSON Schema. */
    readonly jsonSchema: {
      /** Of what goes in. */
      readonly input: (options: { readonly target: 'draft-2020-12' }) => Record<string, unknown>;
      /** Of what comes out. */
      readonly output: (options: { readonly target: 'draft-2020-12' }) => Record<string, unknown>;
    };
    /** For types alone: there is no value. */
    readonly types?:
      | {
          /** What goes in. */
          readonly input: Input;
          /** What comes out. */
          readonly output: Output;
        }
      | undefined;
  };
}

/** What the caller gets: the output of a schema, after its defaults and transforms. */
export type OutputOf<Schema extends ModelSchema> = NonNullable<Schema['~standard']['types']>['output'];

/** A JSON Schema as data, with what checks a value against it. */
export interface JsonSchemaInit<Output> {
  /** The JSON Schema, 2020-12 or draft 7: handwritten, or one of TypeBox. Sent to the model. */
  readonly schema: object;
  /**
   * Returns the value, typed and maybe changed, or throws; the message of the error goes to the model where it is asked
   * again. Without it, the model's JSON is taken as it is: then its type is your promise.
   */
  readonly validate?: ((value: unknown) => Output | Promise<Output>) | undefined;
}

/**
 * A schema that is data, such as one of TypeBox or a handwritten one, for `rc.models.parse` and `tool`.
 *
 * @example
 * ```ts
 * import { jsonSchema } from '@runcrate/sdk/tools';
 *
 * const city = jsonSchema<{ name: string }>({
 *   schema: { type: 'object', properties: { name: { type: 'string' } }, required: ['name'] },
 * });
 * ```
 */
export function jsonSchema<Output = unknown>({ schema, validate }: JsonSchemaInit<Output>): ModelSchema<Output> {
  // A wrong one is found before anything is sent.
  if (!isObject(schema)) throw new RuncrateError('`schema` of `jsonSchema` must be a JSON Schema: an object.');
  const copy = (): Record<string, unknown> => JSON.parse(JSON.stringify(schema)) as typeof schema;
  return {
    '~standard': {
      version: 1,
      vendor: 'runcrate',
      validate: validate === undefined ? (value) => ({ value: value as Output }) : (value) => resultOf(validate, value),
      jsonSchema: { input: copy, output: copy },
    },
  };
}

async function resultOf<Output>(
  validate: (value: unknown) => Output | Promise<Output>,
  value: unknown,
): Promise<SchemaResult<Output>> {
  try {
    return { value: await validate(value) };
  } catch (error) {
    return { issues: issuesOf(error) };
  }
}

/** Those of an error that has a list of them, as that of most libraries; else its message. */
function issuesOf(error: unknown): readonly SchemaIssue[] {
  const { issues } = Object(error) as { readonly issues?: unknown };
  if (Array.isArray(issues) && issues.length > 0 && issues.every(isIssue)) return issues;
  return [{ message: error instanceof Error ? error.message : String(error) }];
}

function isIssue(value: unknown): value is SchemaIssue {
  return isObject(value) && typeof value['message'] === 'string';
}
