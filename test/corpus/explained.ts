import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

/** A miss that is known, and whose fault it is. */
export interface Explanation {
  /** `document` of the corpus, or `document operation` for a call. */
  readonly what: string;
  /** A fault of Prism or of the document is not counted; one of the generator is. */
  readonly fault: 'prism' | 'document' | 'generator';
  readonly why: string;
}

export async function explanations(isOfFixtures: boolean): Promise<readonly Explanation[]> {
  const name = isOfFixtures ? 'explained-fixtures.json' : 'explained.json';
  const file = fileURLToPath(new URL(name, import.meta.url));
  return JSON.parse(await readFile(file, 'utf8')) as Explanation[];
}
