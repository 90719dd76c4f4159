import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';

/** A document as an object. */
export async function readSource(path: string): Promise<object> {
  const text = await readFile(path, 'utf8');
  return (path.endsWith('.json') ? JSON.parse(text) : parse(text, { merge: true, maxAliasCount: -1 })) as object;
}
