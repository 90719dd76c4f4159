import { dirname, join, relative, sep } from 'node:path';
import { buildModel } from './build-model.js';
import type { SdkConfig } from './config/config-types.js';
import { Cache } from './emit/cache.js';
import { allExtras, emit, type Extras } from './emit/emit.js';
import { compare, write, type Difference } from './emit/files.js';
import { readSpec, type Spec } from './read/spec.js';

export const root = dirname(import.meta.dirname);

const cacheFolder = join(root, 'node_modules/.cache/codegen');

/** The input document and the output folder. */
export interface Job {
  readonly spec: string;
  readonly out: string;
  readonly config: SdkConfig;
  /** All of them by default, as for our own document. */
  readonly extras?: Extras;
}

export interface Outcome extends Difference {
  readonly operations: number;
  readonly resources: number;
  /** The extra files that were removed. */
  readonly removed: readonly string[];
}

/** Reads, decides, prints; and only then writes. `isCheck`: writes nothing. */
export async function generate(job: Job, isCheck: boolean): Promise<Outcome> {
  return generateFrom(await readSpec(job.spec), job, isCheck);
}

/** The same for a document that is already read. `beforeWriting` runs when no stop can occur any more. */
export async function generateFrom(
  spec: Spec,
  { out, config, extras = allExtras }: Job,
  isCheck: boolean,
  beforeWriting: () => Promise<void> = () => Promise.resolve(),
): Promise<Outcome> {
  const model = buildModel(spec, config, importPath(out, join(root, 'src/handwritten/core')));
  const cache = new Cache(cacheFolder);
  const files = await emit(model, spec, extras, cache);
  // Another run may remove the same entries.
  await cache.prune().catch(() => undefined);
  const difference = await compare(out, files);
  if (!isCheck) await beforeWriting();
  const removed = isCheck ? [] : await write(out, files, difference);
  return { ...difference, removed, operations: model.operations.length, resources: model.resources.length };
}

function importPath(from: string, to: string): string {
  const path = relative(from, to).split(sep).join('/');
  return path.startsWith('.') ? path : `./${path}`;
}
