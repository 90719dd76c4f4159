import { isRecord } from './fits.js';

/** A sample as the SDK decodes it: where the document says number, text is one. */
export function withNumbers(value: unknown, paths: readonly string[] = []): unknown {
  return paths.reduce((sample, path) => converted(sample, path === '' ? [] : path.split('.')), value);
}

function converted(value: unknown, names: readonly string[]): unknown {
  if (Array.isArray(value)) return value.map((item: unknown) => converted(item, names));
  const [name, ...rest] = names;
  if (name === undefined)
    return typeof value === 'string' && value !== '' && !Number.isNaN(Number(value)) ? Number(value) : value;
  if (!isRecord(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, name === '*' || key === name ? converted(inner, rest) : inner]),
  );
}
