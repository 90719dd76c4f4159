import { basename } from 'node:path';
import type { Omissions } from '../read/omissions.js';
import { readSourceFiles } from '../read/source-files.js';
import { specOf, type Spec } from '../read/spec.js';
import { Stop } from '../read/stop.js';
import { applyOverlay } from './overlay.js';

/** A document with the corrections of an overlay. Neither file is written. */
export async function readCorrectedSpec(
  path: string,
  overlayPath: string,
  omissions?: Omissions,
): Promise<{ readonly spec: Spec; readonly notes: readonly string[] }> {
  const [files, overlays] = await Promise.all([readSourceFiles(path), readSourceFiles(overlayPath)]);
  const main = fileIn(files, path);
  const { document, needless } = applyOverlay(main.value, fileIn(overlays, overlayPath).value, basename(overlayPath));
  const corrected = { ...main, value: document };
  return { spec: specOf(corrected, new Map([...files, [path, corrected]]), omissions), notes: needless };
}

function fileIn(files: Awaited<ReturnType<typeof readSourceFiles>>, path: string) {
  const file = files.get(path);
  if (file === undefined || file instanceof Stop) throw file ?? new Stop(path, 'The file does not exist.', 'Check it.');
  return file;
}
