import type { Schema } from '../read/openapi.js';
import { isRecord } from './fits.js';
import { textOfPattern } from './pattern.js';

/** Another value of the same schema for each `turn`, for lists whose items must differ; the same if there is none. */
export function varied(value: unknown, turn: number, schema: Schema): unknown {
  const { enum: values = [], minLength = 0, maxLength = Infinity, pattern, multipleOf = 1 } = schema;
  if (turn === 0) return value;
  if (values.length > 0) return values[turn % values.length];
  if (typeof value === 'boolean') return turn % 2 === 0 ? value : !value;
  if (typeof value === 'number') return value + turn * multipleOf;
  if (typeof value !== 'string') return value;
  if (schema.format === 'uuid') return value.slice(0, -3) + String(turn).padStart(3, '0');
  if (pattern !== undefined) return textOfPattern(pattern, { minLength: value.length + turn, maxLength }) ?? value;
  const end = String(turn);
  return value.length + end.length > maxLength
    ? value.slice(0, Math.max(minLength - end.length, 0)) + end
    : value + end;
}

/** The same for an object: of the first field that can be another. */
export function variedFields(value: unknown, fieldOf: (name: string, inner: unknown) => unknown): unknown {
  if (!isRecord(value)) return value;
  for (const [name, inner] of Object.entries(value)) {
    const other = fieldOf(name, inner);
    if (JSON.stringify(other) !== JSON.stringify(inner)) return { ...value, [name]: other };
  }
  return value;
}
