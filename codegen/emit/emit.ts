import type { Model } from '../model.js';
import type { Spec } from '../read/spec.js';
import { Cache } from './cache.js';
import { schemaText } from './schema.js';
import { styleOf, tidy } from './tidy.js';

/** The text of each generated file, by path in the output folder. */
export async function emit(model: Model, spec: Spec, cache: Cache): Promise<ReadonlyMap<string, string>> {
  const schema = styleOf(spec.file).then((style) => schemaText(spec, style, cache));
  const [fromModel, text] = await Promise.all([emitModel(model, cache), schema]);
  return new Map([...fromModel, ['schema.ts', text]]);
}

/** All files except `schema.ts`. */
export async function emitModel(
  model: Model,
  cache: Cache = new Cache(undefined),
): Promise<ReadonlyMap<string, string>> {
  // Imported late: faults of the document are reported at once, and the worker of schema.ts starts first.
  const [{ printFiles }, style] = await Promise.all([import('./print-files.js'), styleOf(model.source)]);
  const files = [...printFiles(model)].map(async ([path, text]) => [path, await tidy(text, style, cache)] as const);
  return new Map(await Promise.all(files));
}
