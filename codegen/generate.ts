import { existsSync } from 'node:fs';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { buildModel } from './build-model.js';
import type { SdkConfig } from './config/config-types.js';
import { Cache } from './emit/cache.js';
import { allExtras, emit, type Extras } from './emit/emit.js';
import { startThreads } from './emit/thread.js';
import { startSchema } from './emit/schema.js';
import { compare, foreignFiles, write, type Difference } from './emit/files.js';
import { Omissions } from './read/omissions.js';
import { withPlaces } from './read/places.js';
import { readSpec, type Spec } from './read/spec.js';
import { Stop, Stops, stopsIn } from './read/stop.js';

export const root = dirname(import.meta.dirname);

const cacheFolder = join(root, 'node_modules/.cache/codegen');

/** The input document and the output folder. */
export interface Job {
  readonly spec: string;
  readonly out: string;
  readonly config: SdkConfig;
  /** The module that the client of another document imports, from a package or as a path. Absent: no client. */
  readonly runtime?: string | undefined;
  /** Corrections of the document, as an OpenAPI Overlay. */
  readonly overlay?: string | undefined;
  /** Whether a note is a stop. */
  readonly strict?: boolean | undefined;
  /** Whether the operations that stop the run are left out. */
  readonly skip?: boolean | undefined;
  /** All of them by default, as for our own document. */
  readonly extras?: Extras;
}

export interface Outcome extends Difference {
  readonly operations: number;
  readonly resources: number;
  /** The extra files that were removed. */
  readonly removed: readonly string[];
  /** What the client can't do, and what else is to be told. */
  readonly notes: readonly string[];
}

/** Reads, decides, prints; and only then writes. `isCheck`: writes nothing. Stops have file, line and column. */
export async function generate(job: Job, isCheck: boolean): Promise<Outcome> {
  // Nothing is known: the threads load while the document is read.
  if ((job.extras ?? allExtras).schema && !existsSync(cacheFolder)) startThreads();
  const overlay = job.overlay === undefined ? {} : { [basename(job.overlay)]: job.overlay };
  return withPlaces(job.spec, overlay, () => generateFromFiles(job, isCheck));
}

/** With `skip`, again without what has stopped the run, until nothing does. */
async function generateFromFiles(job: Job, isCheck: boolean): Promise<Outcome> {
  const omissions = job.skip ? new Omissions() : undefined;
  for (;;) {
    try {
      return await generateWithout(omissions, job, isCheck);
    } catch (error) {
      if (!omissions?.add(stopsIn(error))) throw error;
    }
  }
}

async function generateWithout(omissions: Omissions | undefined, job: Job, isCheck: boolean): Promise<Outcome> {
  if (job.overlay === undefined) return generateFrom(await readSpec(job.spec, omissions), job, isCheck);
  // Imported late: most runs do not need it.
  const { readCorrectedSpec } = await import('./overlay/corrected-spec.js');
  const { spec, notes } = await readCorrectedSpec(job.spec, job.overlay, omissions);
  return generateFrom(spec, job, isCheck, undefined, notes);
}

/** The same for a document that is already read. `beforeWriting` runs when no stop can occur any more. */
export async function generateFrom(
  spec: Spec,
  { out, config, runtime, strict = false, extras = allExtras }: Job,
  isCheck: boolean,
  beforeWriting: () => Promise<void> = () => Promise.resolve(),
  ofReading: readonly string[] = [],
): Promise<Outcome> {
  const core = runtime === undefined ? importPath(out, join(root, 'src/handwritten/core')) : moduleOf(runtime, out);
  const cache = new Cache(cacheFolder);
  // It needs no model.
  const schema = await startSchema(spec, extras, cache);
  const model = withinStack(spec, () => buildModel(spec, config, core));
  const notes = [...ofReading, ...model.notes];
  if (strict && notes.length > 0) {
    const stops = new Map(model.collisions.map(({ note, stop }) => [note, stop]));
    throw new Stops(notes.map((note) => stops.get(note) ?? strictStop(spec, note)));
  }
  const files = await emit(model, spec, extras, cache, schema);
  // Another run may remove the same entries.
  await cache.prune().catch(() => undefined);
  const difference = await compare(out, files);
  const [foreign] = await foreignFiles(out, difference);
  if (foreign !== undefined) {
    throw new Stop(join(out, foreign), 'The file exists, and is not generated.', 'Move it, or pass another --out.');
  }
  if (!isCheck) await beforeWriting();
  const removed = isCheck ? [] : await write(out, files, difference);
  return {
    ...difference,
    removed,
    notes: [...notes, ...model.hints],
    operations: model.operations.length,
    resources: model.resources.length,
  };
}

/** Schemas that hold each other in their thousands exceed the call stack. */
function withinStack<Result>(spec: Spec, act: () => Result): Result {
  try {
    return act();
  } catch (error) {
    if (!(error instanceof RangeError) || !error.message.includes('call stack')) throw error;
    const reason = 'Its schemas are nested too deeply: too many of them hold each other.';
    throw new Stop(`${spec.file}#/components/schemas`, reason, 'Shorten the chain of $ref, allOf, oneOf or anyOf.');
  }
}

/** With `--strict`, what is otherwise told. */
function strictStop({ file }: Spec, note: string): Stop {
  return new Stop(`${file}#`, note, 'Correct the document or its --overlay, or omit --strict.');
}

/** A path is relative to the working directory, as all paths of the command line. */
function moduleOf(runtime: string, out: string): string {
  return /^([./]|[A-Za-z]:)/.test(runtime) ? importPath(out, resolve(runtime).replace(/\.ts$/, '.js')) : runtime;
}

function importPath(from: string, to: string): string {
  const path = relative(from, to).split(sep).join('/');
  return path.startsWith('.') ? path : `./${path}`;
}
