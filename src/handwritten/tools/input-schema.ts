import { RuncrateError } from '../core/errors/errors.js';
import type { ModelSchema } from './schema.js';

/** The JSON Schema of what goes into a schema: the model fills it in, the caller gets the output. */
export function inputSchemaOf(schema: ModelSchema, field: string): Record<string, unknown> {
  const standard = (Object(schema) as { readonly '~standard'?: Partial<ModelSchema['~standard']> })['~standard'];
  if (typeof standard?.jsonSchema?.input !== 'function' || typeof standard.validate !== 'function') {
    throw new RuncrateError({
      message: `\`${field}\` has no JSON Schema${vendorText(standard)}.`,
      hint: fixFor(schema),
    });
  }
  try {
    return standard.jsonSchema.input({ target: 'draft-2020-12' });
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new RuncrateError({
      message: `\`${field}\` can't be written as a JSON Schema by ${standard.vendor}: ${reason}`,
      cause,
      hint:
        standard.vendor === 'runcrate'
          ? 'The schema must be JSON. Refer to a part of the schema by `$ref`, such as `#/$defs/Node`.'
          : 'Use a type that JSON has, and transform it: a date is a string on its way.',
    });
  }
}

function vendorText(standard: { readonly vendor?: unknown } | undefined): string {
  return typeof standard?.vendor === 'string' ? ` (it is a schema of ${standard.vendor})` : '';
}

const fixes: Readonly<Record<string, string>> = {
  zod: "Use zod 4.2 or later: `npm install zod@latest`, and `import { z } from 'zod'`.",
  valibot:
    "Pass `toStandardJsonSchema(schema)`, with `import { toStandardJsonSchema } from '@valibot/to-json-schema'`.",
  arktype: 'Use arktype 2.1.28 or later: `npm install arktype@latest`.',
};

function fixFor(schema: unknown): string {
  const { '~standard': standard, type } = Object(schema) as { '~standard'?: { vendor?: string }; type?: unknown };
  const known = fixes[standard?.vendor ?? ''];
  if (known !== undefined) return known;
  if (standard === undefined && (typeof type === 'string' || '$ref' in Object(schema) || 'anyOf' in Object(schema))) {
    return 'A JSON Schema as data, such as one of TypeBox, is passed as `jsonSchema({ schema, validate })` of `@runcrate/sdk/tools`.';
  }
  return 'Pass a schema of zod 4, arktype 2, valibot by `toStandardJsonSchema`, or `jsonSchema({ schema })` of `@runcrate/sdk/tools`.';
}
