import type { RawAnswer } from './raw-answer.js';
import { show, type Violation } from './violation.js';

/** The media type of a request or response, in lower case (RFC 9110, section 8.3.1) and without its parameters. */
export function contentTypeOf({ headers }: Pick<RawAnswer, 'headers'>): string {
  return headers['content-type']?.split(';')[0]?.trim().toLowerCase() ?? '';
}

/** A body without a content type counts as text. */
export function isText(headers: RawAnswer['headers']): boolean {
  return /^$|\bjson\b|^text\//.test(contentTypeOf({ headers }));
}

export function isJson(headers: RawAnswer['headers']): boolean {
  return /[/+]json$/.test(contentTypeOf({ headers }));
}

export function isSuccess({ status }: RawAnswer): boolean {
  return status >= 200 && status < 300;
}

export function parseJson(text: string): { readonly value: unknown; readonly problem?: string } {
  try {
    return { value: JSON.parse(text) };
  } catch (error) {
    return { value: undefined, problem: (error as Error).message };
  }
}

/** The violation of a body or an event that is not JSON. */
export function brokenJson(part: 'body' | 'events', pointer: string, problem: string, text: string): Violation {
  const message = `must be JSON (${problem.split('\n')[0]})`;
  return { side: 'answer', part, pointer, rule: 'json', message, came: show(text), alike: 0 };
}
