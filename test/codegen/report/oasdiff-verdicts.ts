import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';

export const verdictsFile = fileURLToPath(new URL('../../fixtures/oasdiff-verdicts.json', import.meta.url));

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
