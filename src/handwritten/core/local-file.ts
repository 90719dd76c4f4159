import type { FileContext } from './file-context.js';
import { fileInputError } from './file-input-error.js';

/** Opens the file at a path that a caller gave, where that is allowed and there are files. */
export async function openLocalFile(
  path: string,
  field: string,
  kind: 'picture' | 'upload',
  { platform: { files }, localFiles }: FileContext,
): Promise<Blob> {
  if (localFiles && files !== undefined) return files.open(path, `\`${field}\``, kind);
  const why = localFiles ? 'this platform has no files' : '`localFiles` is false';
  throw fileInputError(field, `${kind === 'picture' ? 'looks like' : 'is'} a path, and ${why}. Pass a Blob or bytes`);
}
