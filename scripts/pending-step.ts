import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sizeOf, type Step } from '../codegen/report/severity.js';

const steps: readonly Step[] = ['none', 'patch', 'minor', 'major'];

/** The largest step that the changesets announce for the package; `none` without a changeset. */
export async function pendingStep(folder: string, packageName: string): Promise<Step> {
  const files = (await readdir(folder).catch(() => [])).filter((file) => file.endsWith('.md') && file !== 'README.md');
  const texts = await Promise.all(files.map((file) => readFile(join(folder, file), 'utf8')));
  return largest(texts.map((text) => stepIn(text, packageName)));
}

/** The step between two versions, `1.0.0` and `1.1.0`. */
export function stepBetween(old: string, now: string): Step {
  const [before, after] = [old, now].map((version) => version.split('-')[0]?.split('.').map(Number) ?? []);
  const index = [0, 1, 2].find((place) => before?.[place] !== after?.[place]);
  return index === undefined ? 'none' : (steps[3 - index] ?? 'none');
}

export function largest(given: readonly Step[]): Step {
  return given.reduce<Step>((most, step) => (sizeOf(step) > sizeOf(most) ? step : most), 'none');
}

/** A changeset starts with `'name': step` between two lines of dashes. */
function stepIn(text: string, packageName: string): Step {
  const [, head = ''] = /^---\r?\n([\s\S]*?)---/.exec(text) ?? [];
  const entries = [...head.matchAll(/^\s*['"]?([^'":]+)['"]?\s*:\s*['"]?(\w+)['"]?\s*$/gm)];
  return largest(
    entries.flatMap(([, name, word]) => (name === packageName ? steps.filter((step) => step === word) : [])),
  );
}
