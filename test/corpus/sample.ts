import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { randomNumbers } from '../bench/foreign.js';
import { allDocuments, isOrdinary, pathOf } from './documents.js';
import type { Judge } from './validity.js';

const file = fileURLToPath(new URL('sample.json', import.meta.url));
const count = 60;
const seed = 16;

/** The held sample: these documents in every run, so that a run can be compared with the one before. */
export async function sampleNames(): Promise<readonly string[]> {
  return JSON.parse(await readFile(file, 'utf8')) as string[];
}

/** All documents, in an order that a seed decides: what fits into a limited time is a sample, too. */
export async function shuffledDocuments(text = String(seed)): Promise<readonly string[]> {
  const names = [...(await allDocuments())];
  const next = randomNumbers(Number(text));
  return Array.from({ length: names.length }, () => names.splice(Math.floor(next() * names.length), 1)[0]!);
}

/** Draws the sample again, as it was drawn: by the seed, of all valid documents but giants. */
export async function drawSample(isValid: Judge): Promise<readonly string[]> {
  const names = [...(await allDocuments())];
  const next = randomNumbers(seed);
  const chosen: string[] = [];
  while (chosen.length < count && names.length > 0) {
    const [name = ''] = names.splice(Math.floor(next() * names.length), 1);
    if ((await isOrdinary(name)) && (await isValid(pathOf(name)))) chosen.push(name);
  }
  await writeFile(file, `${JSON.stringify(chosen.toSorted(), undefined, 2)}\n`);
  return chosen;
}
