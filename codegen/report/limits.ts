import type { Schema } from '../read/openapi.js';

/** The constraints of a schema on a value, beyond its type. */
export type Limits = Readonly<Partial<Record<LowerLimit | UpperLimit | OtherLimit, Limit>>>;

type Limit = string | number | true;

/** Narrower when it grows. */
export const lowerLimits = ['minimum', 'exclusiveMinimum', 'minLength', 'minItems', 'minProperties'] as const;
/** Narrower when it shrinks. */
export const upperLimits = ['maximum', 'exclusiveMaximum', 'maxLength', 'maxItems', 'maxProperties'] as const;
/** Narrower when it is added; a change may be either. */
export const otherLimits = ['multipleOf', 'pattern', 'uniqueItems', 'format', 'isWhole'] as const;

type LowerLimit = (typeof lowerLimits)[number];
type UpperLimit = (typeof upperLimits)[number];
type OtherLimit = (typeof otherLimits)[number];

export const limitNames = [...lowerLimits, ...upperLimits, ...otherLimits] as const;

/** Of a schema and its parts. */
export function limitsOf(schemas: readonly Schema[]): Limits {
  const found: Record<string, Limit> = {};
  for (const schema of schemas) {
    const values: Readonly<Record<string, unknown>> = { ...schema, isWhole: isWhole(schema) || undefined };
    for (const name of limitNames) {
      const value = values[name];
      // `uniqueItems: false` and `exclusiveMinimum: false` are no constraints.
      if (value === true || typeof value === 'string' || typeof value === 'number') found[name] = value;
    }
  }
  return found;
}

function isWhole({ type }: Schema): boolean {
  const types = typeof type === 'string' ? [type] : (type ?? []);
  return types.includes('integer') && !types.includes('number');
}
