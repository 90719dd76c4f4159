import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';

export const verdictsFile = fileURLToPath(new URL('../../fixtures/oasdiff-verdicts.json', import.meta.url));

/** The verdicts of `redocly diff`, recorded by test/codegen/redocly.ts. */
export const redoclyFile = fileURLToPath(new URL('../../fixtures/redocly-verdicts.json', import.meta.url));

/** What is recorded where a program fails. */
export const unreadable = "can't read the document";

/** The verdict of oasdiff on a pair, recorded by test/codegen/oasdiff.ts. */
export interface Verdict {
  /** Hash of the two documents, to detect an outdated verdict. */
  readonly documents: string;
  readonly isBreaking: boolean;
  readonly says: readonly string[];
}

export function hashOf(documents: { readonly old: object; readonly new: object }): string {
  return createHash('sha256').update(JSON.stringify(documents)).digest('hex').slice(0, 16);
}
