import type { Cache } from './cache.js';
import { flatText } from './flat-text.js';
import { makersOf } from './makers.js';
import type { Statement } from './statement.js';
import { maxFormatted, type Style } from './style.js';
import { format } from './thread.js';

const makers = makersOf(['prettier'], ['prettier-worker.js']);

/** The text of a file, formatted by Prettier, which is loaded only if the cache does not have the text. */
export async function formattedText(
  statements: readonly Statement[],
  { firstLine, options = '' }: Style,
  cache: Cache,
): Promise<string> {
  const text = firstLine + flatText(statements);
  return formatted(text, options, cache);
}

/** Of any text. */
export async function formatted(text: string, options: string, cache: Cache): Promise<string> {
  if (text.length > maxFormatted) return text;
  return cache.text([await makers(), options, text], () => format(text, options));
}
