import type { Log } from '../core/options/log.js';
import { RuncrateError } from '../core/errors/errors.js';
import { isObject } from '../core/json-object.js';
import { normalSchema, refName, type NormalSchema } from './normal-schema.js';
import { restorer } from './restore.js';
import { inputSchemaOf } from './input-schema.js';
import type { JsonSchema, ModelSchema, SchemaResult } from './schema.js';
import { looseSchema, strictSchema } from './strict-schema.js';

/** A schema as it is sent, and the way back from the JSON that the model makes of it. */
export interface SentSchema {
  readonly schema: Record<string, unknown>;
  /** Whether the provider may enforce it. */
  readonly strict: boolean;
  /** Validates JSON of the model, and returns the output. */
  readonly read: (json: unknown) => SchemaResult<unknown> | Promise<SchemaResult<unknown>>;
}

/** The forms of a schema: each is made once. */
interface Prepared {
  /** Undefined if there is none. */
  readonly strict: SentSchema | undefined;
  /** The path that is the reason; undefined if there is a strict form. */
  readonly open: string | undefined;
  readonly loose: SentSchema;
  isTold: boolean;
}

const cache = new WeakMap<ModelSchema, Prepared>();

/**
 * Converts a schema once for each schema object. `strict` is what the caller asks for: undefined takes the strict form
 * where there is one. `field` names the schema in messages.
 */
export function sentSchema(schema: ModelSchema, strict: boolean | undefined, field: string, log: Log): SentSchema {
  let prepared = cache.get(Object(schema) as ModelSchema);
  if (prepared === undefined) cache.set(schema, (prepared = prepare(schema, inputSchemaOf(schema, field))));
  const { strict: form, open, loose } = prepared;
  if (strict !== false && form !== undefined) return form;
  if (open !== undefined) tell(prepared, open, strict, field, log);
  return loose;
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

function prepare(schema: ModelSchema, document: JsonSchema): Prepared {
  const normal = inlineRoot(normalSchema(document));
  const isWrapped = normal.root['type'] !== 'object' || 'anyOf' in normal.root;
  const form = strictSchema(normal, isWrapped);
  const restore = 'schema' in form ? restorer(normal) : undefined;
  const validate = (value: unknown) => schema['~standard'].validate(value);
  const whole = isWrapped ? unwrapped : (json: unknown): unknown => json;
  // Objects that JSON was parsed to are written faster than those built property by property.
  const compact = (built: Record<string, unknown>) => JSON.parse(JSON.stringify(built)) as typeof built;
  return {
    strict:
      'schema' in form
        ? {
            schema: compact(form.schema),
            strict: true,
            read: (json) => validate(restore ? restore(whole(json)) : whole(json)),
          }
        : undefined,
    open: 'open' in form ? form.open : undefined,
    loose: { schema: looseSchema(normal, isWrapped), strict: false, read: (json) => validate(whole(json)) },
    isTold: false,
  };
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
