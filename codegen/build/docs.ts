import type { Doc } from './type-node.js';
import type { Schema } from '../read/openapi.js';

/** The description of a schema, then the limits from its keywords. */
export function docOf(schema: Schema): Doc {
  const { description, title, format } = schema;
  const words = sentence(description ?? title ?? '');
  const limits = [rangeOf(schema, words), formats[format ?? ''] ?? ''].filter((text) => text !== '');
  const sentences = [words, ...limits];
  return {
    ...(limits.length > 0 ? { words: paragraphs(words).join('\n') } : {}),
    paragraphs: paragraphs(sentences.filter((text) => text !== '').join(joint(description ?? ''))),
    tags: [
      ...(schema.default === undefined ? [] : [{ name: 'defaultValue', text: `\`${literal(schema.default)}\`` }]),
      ...(schema.deprecated ? [{ name: 'deprecated', text: '' }] : []),
    ],
  };
}

/** The documentation of a field that takes a `Date` as a day. */
export function withDay(doc: Doc): Doc {
  return { ...doc, paragraphs: [...doc.paragraphs, 'A `Date` is sent as its day in the local time zone.'] };
}

/** The documentation of a parameter whose reserved characters are sent as they are. */
export function withReserved(doc: Doc): Doc {
  const note = 'Sent with its reserved characters, such as `/` and `:`, and with what is percent-encoded already.';
  return { ...doc, paragraphs: [...doc.paragraphs, note] };
}

/** The documentation of a method or a type, in the paragraphs of the document. */
export function paragraphs(...texts: readonly (string | undefined)[]): string[] {
  return texts.flatMap((text) => (text ?? '').trim().split(/\n\s*\n/)).filter((paragraph) => paragraph !== '');
}

/** `Name of the instance` → `Name of the instance.` */
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

/** A separate paragraph after a list or a code block, else the same paragraph. */
function joint(description: string): string {
  return /\n\s*([-*]|```|\|)/.test(description) ? '\n\n' : ' ';
}

/** Limits that the description does not mention. */
function rangeOf(schema: Schema, words: string): string {
  const { minimum, maximum, minLength, maxLength, minItems, maxItems, exclusiveMinimum, exclusiveMaximum } = schema;
  const mentioned = new Set(words.match(/-?\d+(\.\d+)?/g));
  const limits = [
    between(minimum, maximum, ''),
    // In OpenAPI 3.0 this is a boolean that modifies the limit above.
    typeof exclusiveMinimum === 'number' ? `More than ${exclusiveMinimum}.` : '',
    typeof exclusiveMaximum === 'number' ? `Less than ${exclusiveMaximum}.` : '',
    // A minimum length of one character is not worth documenting.
    between(minLength === 1 ? undefined : minLength, maxLength, ' characters'),
    between(minItems, maxItems, ' items'),
  ];
  const isNews = (limit: string): boolean =>
    limit.match(/-?\d+(\.\d+)?/g)?.some((number) => !mentioned.has(number)) === true;
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
