import { parsePattern, type Part } from './pattern-parts.js';

/** Lengths that a text may have. */
export interface Lengths {
  readonly minLength: number;
  readonly maxLength: number;
}

/** As many repetitions as a sample may have more than it needs. */
const maxMore = 256;

/** The smallest text of this length that matches; undefined if none is found. */
export function textOfPattern(pattern: string, { minLength, maxLength }: Lengths): string | undefined {
  const expression = expressionOf(pattern);
  const part = expression && parsePattern(pattern);
  if (!expression || !part) return undefined;
  const isFit = (text: string): boolean =>
    lengthOf(text) >= minLength && lengthOf(text) <= maxLength && expression.test(text);
  for (let more = 0; more <= maxMore; more++) {
    const text = textOf(part, more);
    const wanted = lookaheadsIn(part)
      .map((inner) => textOf(inner, 0))
      .join('');
    // What a lookahead asks for stands in front, or takes the place of the first characters.
    const candidates = [text, wanted + text, wanted + text.slice(wanted.length), text.padEnd(minLength, 'x')];
    const found = candidates.find(isFit);
    if (found !== undefined) return found;
    if (text.length > maxLength) return undefined;
  }
  return undefined;
}

/** Undefined for a pattern that is none in JavaScript. */
export function expressionOf(pattern: string): RegExp | undefined {
  try {
    return new RegExp(pattern, 'u');
  } catch {
    return undefined;
  }
}

/** The first alternative, with the least repetitions and, where there is no most, `more` of them. */
function textOf(part: Part, more: number): string {
  switch (part.kind) {
    case 'character':
      return part.text;
    case 'lookahead':
      return '';
    case 'sequence':
      return part.parts.map((inner) => textOf(inner, more)).join('');
    case 'choice':
      return textOf(part.parts[0] ?? { kind: 'sequence', parts: [] }, more);
    case 'repeated':
      // More of what is inside of it too would grow without measure.
      return textOf(part.part, part.most === part.least ? more : 0).repeat(Math.min(part.least + more, part.most));
  }
}

function lookaheadsIn(part: Part): Part[] {
  switch (part.kind) {
    case 'character':
      return [];
    case 'lookahead':
      return [part.part];
    case 'sequence':
      return part.parts.flatMap(lookaheadsIn);
    case 'choice':
      return part.parts.slice(0, 1).flatMap(lookaheadsIn);
    case 'repeated':
      return lookaheadsIn(part.part);
  }
}

/** In characters of Unicode, as JSON Schema counts them. */
function lengthOf(text: string): number {
  return Array.from(text).length;
}
