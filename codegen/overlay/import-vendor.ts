import { readFile, writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { generateFrom, type Job, type Outcome } from '../generate.js';
import { withPlaces } from '../read/places.js';
import { mainFile, readSourceFiles } from '../read/source-files.js';
import { specOf } from '../read/spec.js';
import { applyOverlay, type Corrected } from './overlay.js';
import { withPathsInOrder } from './path-order.js';

/** The vendor's document, our document, and the overlay with the corrections. */
export interface ImportJob extends Job {
  readonly vendor: string;
  readonly overlay: string;
}

export interface ImportOutcome extends Outcome, Pick<Corrected, 'actions' | 'needless'> {
  /** Whether the document changed. */
  readonly isNews: boolean;
}

/** Applies the corrections to the vendor's document, and generates from it. Both are written, or neither. */
export async function importVendor(job: ImportJob): Promise<ImportOutcome> {
  // Ours is not written yet: what its pointers point at is to be found in the vendor's.
  const files = { [basename(job.overlay)]: job.overlay, [basename(job.spec)]: job.vendor };
  return withPlaces(job.vendor, files, () => importFiles(job));
}

async function importFiles(job: ImportJob): Promise<ImportOutcome> {
  const overlay = await valueIn(job.overlay);
  const corrected = applyOverlay(await valueIn(job.vendor), overlay, basename(job.overlay));
  const { actions, needless } = corrected;
  const document = withPathsInOrder(corrected.document);
  const text = `${JSON.stringify(document, null, 2)}\n`;
  const main = { path: job.spec, shown: basename(job.spec), value: document };
  const spec = specOf(main, new Map([[job.spec, main]]));
  const isNews = text !== (await readFile(job.spec, 'utf8').catch(() => ''));
  const outcome = await generateFrom(spec, job, false, () => writeFile(job.spec, text));
  return { ...outcome, actions, needless, isNews };
}

async function valueIn(path: string): Promise<unknown> {
  return mainFile(await readSourceFiles(path), path).value;
}
