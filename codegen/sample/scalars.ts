import type { Schema } from '../read/openapi.js';

const textByFormat: Readonly<Record<string, string>> = {
  'date-time': '2025-01-01T00:00:00Z',
  date: '2025-01-01',
  time: '00:00:00Z',
  email: 'someone@example.com',
  uri: 'https://example.com/',
  url: 'https://example.com/',
  uuid: '00000000-0000-4000-8000-000000000000',
  ipv4: '192.0.2.1',
  ipv6: '2001:db8::1',
  hostname: 'example.com',
  byte: 'c2FtcGxl',
};

export function sampleText({ format, minLength = 0, maxLength, pattern }: Schema): string {
  const text = textByFormat[format ?? ''] ?? 'text'.padEnd(minLength, 'x').slice(0, maxLength);
  // Patterns are not supported; for other values the document must have an example.
  const candidates = [text, 'a'.repeat(Math.max(minLength, 1)), 'A', '1', '#000000', 'a-b', 'a/b'];
  return candidates.find((candidate) => pattern === undefined || matches(pattern, candidate)) ?? text;
}

function matches(pattern: string, text: string): boolean {
  try {
    return new RegExp(pattern, 'u').test(text);
  } catch {
    return false;
  }
}

export function sampleNumber(schema: Schema, isInteger: boolean): number {
  const { minimum, maximum, exclusiveMinimum, multipleOf = 1 } = schema;
  const above =
    typeof exclusiveMinimum === 'number' ? exclusiveMinimum : exclusiveMinimum === true ? minimum : undefined;
  const least = above === undefined ? (minimum ?? Math.min(1, maximum ?? 1)) : above + (isInteger ? 1 : 0.5);
  return Math.ceil(least / multipleOf) * multipleOf;
}
