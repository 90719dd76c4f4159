import type { Doc } from './type-node.js';
import type { Schema } from '../read/openapi.js';

/** The document's own words on a schema, then what its keywords say. */
export function docOf(schema: Schema): Doc {
  const { description, title, format } = schema;
  const words = sentence(description ?? title ?? '');
  const sentences = [words, rangeOf(schema, words), formats[format ?? ''] ?? ''];
  return {
    paragraphs: paragraphs(sentences.filter((text) => text !== '').join(joint(description ?? ''))),
    tags: [
      ...(schema.default === undefined ? [] : [{ name: 'defaultValue', text: `\`${literal(schema.default)}\`` }]),
      ...(schema.deprecated ? [{ name: 'deprecated', text: '' }] : []),
    ],
  };
}

/** The documentation of a method or a type: paragraphs as the document has them. */
export function paragraphs(...texts: readonly (string | undefined)[]): string[] {
  return texts.flatMap((text) => (text ?? '').trim().split(/\n\s*\n/)).filter((paragraph) => paragraph !== '');
}

/** `Name of the machine` → `Name of the machine.` */
export function sentence(text: string): string {
  const trimmed = text.trim();
  return /[A-Za-z0-9)`'"\]]$/.test(trimmed) ? `${trimmed}.` : trimmed;
}

export function firstSentence({ description, title }: Schema): string {
  return sentence((description ?? title ?? '').split(/(?<=\.)\s/)[0] ?? '');
}

const formats: Readonly<Record<string, string>> = {
  'date-time': 'ISO 8601.',
  date: 'A date, `YYYY-MM-DD`.',
};

/** A line of its own after a list or a code block, else the same paragraph. */
function joint(description: string): string {
  return /\n\s*([-*]|```|\|)/.test(description) ? '\n\n' : ' ';
}

/** Limits that the description doesn't tell already. */
function rangeOf(schema: Schema, words: string): string {
  const { minimum, maximum, minLength, maxLength, minItems, maxItems, exclusiveMinimum, exclusiveMaximum } = schema;
  const told = new Set(words.match(/-?\d+(\.\d+)?/g));
  const limits = [
    between(minimum, maximum, ''),
    // OpenAPI 3.0 has a boolean here, which belongs to the limit above.
    typeof exclusiveMinimum === 'number' ? `More than ${exclusiveMinimum}.` : '',
    typeof exclusiveMaximum === 'number' ? `Less than ${exclusiveMaximum}.` : '',
    // One character is what a text has anyway.
    between(minLength === 1 ? undefined : minLength, maxLength, ' characters'),
    between(minItems, maxItems, ' items'),
  ];
  const isNews = (limit: string): boolean =>
    limit.match(/-?\d+(\.\d+)?/g)?.some((number) => !told.has(number)) === true;
  return limits.filter(isNews).join(' ');
}

function between(least: number | undefined, most: number | undefined, unit: string): string {
  if (least !== undefined && most !== undefined) return `Between ${least} and ${most}${unit}.`;
  if (least !== undefined) return `At least ${least}${least === 1 ? unit.replace(/s$/, '') : unit}.`;
  return most === undefined ? '' : `At most ${most}${unit}.`;
}

function literal(value: unknown): string {
  return typeof value === 'string' && !value.includes("'") ? `'${value}'` : JSON.stringify(value);
}
