import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Cache } from './cache.js';
import { format, startFormatter } from './formatter.js';
import type { Statement } from './statement.js';
import { maxFormatted, versionOf, type Style } from './style.js';

/** What makes the text of the statements: a change of it makes the cache stale. */
const makers = ['format.ts', 'format-worker.js', 'ts-morph-text.ts', 'layout.ts', 'print-doc.ts'];

let makersText: Promise<string> | undefined;

/** The text of a file by ts-morph, formatted by Prettier. Both are loaded only if the cache does not have the text. */
export async function formattedText(
  path: string,
  statements: readonly Statement[],
  { firstLine, options = '' }: Style,
  cache: Cache,
): Promise<string> {
  makersText ??= readMakers();
  const parts = [await makersText, options, firstLine, JSON.stringify(statements)];
  return cache.text(parts, async () => {
    // Loads in its thread while ts-morph loads in this one.
    startFormatter();
    const { textByTsMorph } = await import('./ts-morph-text.js');
    const text = firstLine + textByTsMorph(path, statements);
    return text.length > maxFormatted ? text : format(text, options);
  });
}

async function readMakers(): Promise<string> {
  const texts = await Promise.all(makers.map((name) => readFile(join(import.meta.dirname, name), 'utf8')));
  return [...['ts-morph', 'prettier'].map(versionOf), ...texts].join('\n');
}
