import type { Schema } from '../read/openapi.js';
import { expressionOf, textOfPattern } from './pattern.js';

const textByFormat: Readonly<Record<string, string>> = {
  'date-time': '2025-01-01T00:00:00Z',
  date: '2025-01-01',
  time: '00:00:00Z',
  duration: 'P1D',
  email: 'someone@example.com',
  'idn-email': 'someone@example.com',
  uri: 'https://example.com/',
  'uri-reference': '/example',
  'uri-template': '/example/{id}',
  iri: 'https://example.com/',
  'iri-reference': '/example',
  url: 'https://example.com/',
  uuid: '00000000-0000-4000-8000-000000000000',
  ipv4: '192.0.2.1',
  ipv6: '2001:db8::1',
  hostname: 'example.com',
  'idn-hostname': 'example.com',
  'json-pointer': '/example',
  'relative-json-pointer': '0',
  regex: 'text',
  byte: 'c2FtcGxl',
};

export function sampleText({ format, minLength = 0, maxLength = Infinity, pattern }: Schema): string {
  const text = textByFormat[format ?? ''] ?? 'text'.padEnd(minLength, 'x').slice(0, maxLength);
  if (pattern === undefined) return text;
  const expression = expressionOf(pattern);
  const isFit = (candidate: string): boolean =>
    candidate.length >= minLength && candidate.length <= maxLength && expression?.test(candidate) === true;
  const known = [text, 'A', '1', '#000000', 'a-b', 'a/b'].find(isFit);
  // Where none is found, as for a reference to a group, the document must have an example.
  return known ?? textOfPattern(pattern, { minLength, maxLength }) ?? text;
}

export function sampleNumber(schema: Schema, isInteger: boolean): number {
  const { minimum, maximum, multipleOf = 1 } = schema;
  const [above, below] = [exclusive(schema.exclusiveMinimum, minimum), exclusive(schema.exclusiveMaximum, maximum)];
  const step = isInteger ? 1 : 0.5;
  const least = above === undefined ? (minimum ?? Math.min(1, maximum ?? 1)) : above + step;
  const most = below === undefined ? maximum : below - step;
  const middle = ((above ?? minimum ?? least) + (below ?? maximum ?? least)) / 2;
  const rounded = Math.ceil(least / multipleOf) * multipleOf;
  const fits = (value: number): boolean =>
    (minimum === undefined || value >= minimum) &&
    (maximum === undefined || value <= maximum) &&
    (above === undefined || value > above) &&
    (below === undefined || value < below) &&
    (schema.multipleOf === undefined || Number.isInteger(value / multipleOf));
  const candidates = [rounded, least, most ?? least, ...(isInteger ? [] : [middle]), 0];
  return candidates.find(fits) ?? rounded;
}

/** The limit that a value must not reach; in OpenAPI 3.0 it is a flag of the other one. */
function exclusive(value: number | boolean | undefined, limit: number | undefined): number | undefined {
  return typeof value === 'number' ? value : value === true ? limit : undefined;
}
