import type { Log } from '../core/options/log.js';
import { RuncrateError } from '../core/errors/errors.js';
import { isObject } from '../core/json-object.js';
import { normalSchema, refName, type NormalSchema } from './normal-schema.js';
import { restored } from './restore.js';
import { inputSchemaOf } from './input-schema.js';
import type { JsonSchema, ModelSchema, SchemaResult } from './schema.js';
import { looseSchema, strictSchema } from './strict-schema.js';

/** A schema as it is sent, and the way back from the JSON that the model makes of it. */
export interface SentSchema {
  readonly schema: Record<string, unknown>;
  /** Whether the provider may enforce it. */
  readonly strict: boolean;
  /** Validates JSON of the model, and returns the output. */
  readonly read: (json: unknown) => Promise<SchemaResult<unknown>>;
}

interface Prepared {
  readonly normal: NormalSchema;
  readonly isWrapped: boolean;
  readonly strict: ReturnType<typeof strictSchema>;
  isTold: boolean;
}

const cache = new WeakMap<ModelSchema, Prepared>();

/**
 * Converts a schema once for each schema object. `strict` is what the caller asks for: undefined takes the strict form
 * where there is one. `field` names the schema in messages.
 */
export function sentSchema(schema: ModelSchema, strict: boolean | undefined, field: string, log: Log): SentSchema {
  let prepared = cache.get(Object(schema) as ModelSchema);
  if (prepared === undefined) cache.set(schema, (prepared = prepare(inputSchemaOf(schema, field))));
  const { normal, isWrapped, strict: form } = prepared;
  const validate = async (value: unknown): Promise<SchemaResult<unknown>> => schema['~standard'].validate(value);
  const whole = (json: unknown): unknown => (isWrapped ? unwrapped(json) : json);
  if (strict !== false && 'schema' in form) {
    return { schema: form.schema, strict: true, read: (json) => validate(restored(whole(json), normal)) };
  }
  if ('open' in form) tell(prepared, form.open, strict, field, log);
  return { schema: looseSchema(normal, isWrapped), strict: false, read: (json) => validate(whole(json)) };
}

function tell(prepared: Prepared, open: string, strict: boolean | undefined, field: string, log: Log): void {
  const place = open === '' ? 'its root' : `\`${open}\``;
  if (strict === true) {
    throw new RuncrateError({
      message: `\`strict: true\` is not possible for \`${field}\`: ${place} takes values that no strict schema can describe.`,
      hint: 'Name the properties of that object, give it a type, or leave out `strict`.',
    });
  }
  if (strict === undefined && !prepared.isTold) {
    prepared.isTold = true;
    log.warn?.(
      `\`${field}\` is sent with \`strict: false\`, since ${place} takes values that no strict schema can describe.`,
    );
  }
}

function prepare(document: JsonSchema): Prepared {
  const normal = inlineRoot(normalSchema(document));
  const isWrapped = normal.root['type'] !== 'object' || 'anyOf' in normal.root;
  return { normal, isWrapped, strict: strictSchema(normal, isWrapped), isTold: false };
}

/** Providers want an object at the root, and no reference to one. */
function inlineRoot({ root, definitions }: NormalSchema): NormalSchema {
  let whole = root;
  const seen = new Set<unknown>();
  for (let target; (target = definitions[refName(whole['$ref']) ?? '']) !== undefined && !seen.has(target);) {
    seen.add(target);
    const { $ref: _, ...notes } = whole;
    whole = { ...target, ...notes };
  }
  return { root: whole, definitions };
}

/** Some models leave the wrapper out, as its name says nothing to them. */
function unwrapped(json: unknown): unknown {
  return isObject(json) && Object.keys(json).length === 1 && Object.hasOwn(json, 'value') ? json['value'] : json;
}
