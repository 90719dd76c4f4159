import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Cache } from './cache.js';

/** Prettier takes seconds for text longer than this, which nobody reads: it is not formatted. */
export const maxTidied = 500_000;

/** The format of generated code: the first line marks it as generated, the rest passes `prettier --check`. */
export interface Style {
  readonly firstLine: string;
  /** Prettier's options, as JSON. */
  readonly options: string;
}

export async function styleOf(source: string): Promise<Style> {
  const options = await readFile(join(import.meta.dirname, '../../.prettierrc.json'), 'utf8');
  return {
    firstLine: `// Generated from ${source} by codegen/. Do not edit; run npm run generate.\n\n`,
    options: JSON.stringify({ ...(JSON.parse(options) as object), parser: 'typescript' }),
  };
}

/** The text with its first line, formatted. */
export async function tidy(text: string, { firstLine, options }: Style, cache: Cache): Promise<string> {
  const whole = firstLine + text;
  if (whole.length > maxTidied) return whole;
  return cache.text([versionOf('prettier'), options, whole], async () => {
    // Imported late: not needed if nothing changed.
    const { format } = await import('prettier');
    return format(whole, JSON.parse(options) as object);
  });
}

/** The version of a package that affects the text. */
export function versionOf(name: string): string {
  const { version } = createRequire(import.meta.url)(`${name}/package.json`) as { readonly version: string };
  return `${name} ${version}`;
}
