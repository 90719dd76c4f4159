import { basename } from 'node:path';
import type { Omissions } from '../read/omissions.js';
import { mainFile, readSourceFiles } from '../read/source-files.js';
import { specOf, type Spec } from '../read/spec.js';
import { applyOverlay } from './overlay.js';

/** A document with the corrections of an overlay. Neither file is written. */
export async function readCorrectedSpec(
  path: string,
  overlayPath: string,
  omissions?: Omissions,
): Promise<{ readonly spec: Spec; readonly notes: readonly string[] }> {
  const [files, overlays] = await Promise.all([readSourceFiles(path), readSourceFiles(overlayPath)]);
  const main = mainFile(files, path);
  const { document, needless } = applyOverlay(main.value, mainFile(overlays, overlayPath).value, basename(overlayPath));
  const corrected = { ...main, value: document };
  return { spec: specOf(corrected, new Map([...files, [path, corrected]]), omissions), notes: needless };
}
