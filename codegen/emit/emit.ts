import type { Model } from '../model.js';
import type { Spec } from '../read/spec.js';
import { apiPage } from './api-page.js';
import { Cache } from './cache.js';
import { formattedText } from './format.js';
import { filesOf } from './print-files.js';
import { printStatements } from './print-statement.js';
import { readmeText } from './readme.js';
import { startSchema, type Making } from './schema.js';
import { styleOf } from './style.js';

/** What is generated beside what every document gets. */
export interface Extras {
  /** `schema.ts`, the types of openapi-typescript. */
  readonly schema: boolean;
  /** `cases.ts`, a call and a response of each operation, for tests. */
  readonly cases: boolean;
  /** `simulator.ts`, for `@runcrate/sdk/testing`. */
  readonly simulator?: boolean;
  /** `routes.ts`, for `@runcrate/sdk/batch`. */
  readonly routes?: boolean;
  /** `api.md`, a line for each method. */
  readonly api?: boolean;
  /** By Prettier, and not as printed. Takes several times as long. */
  readonly format: boolean;
  /** In `schema.ts`, read-only and write-only fields are marked, for the type tests of our own document. */
  readonly marks: boolean;
}

export const allExtras: Extras = {
  schema: true,
  cases: true,
  simulator: true,
  routes: true,
  api: true,
  format: true,
  marks: true,
};

/** The text of each generated file, by path in the output folder. `started`: `schema.ts`, if it is in the making. */
export async function emit(
  model: Model,
  spec: Spec,
  extras: Extras,
  cache: Cache,
  started?: Making,
): Promise<ReadonlyMap<string, string>> {
  const schema = started ?? (await startSchema(spec, extras, cache));
  const [fromModel, text] = await Promise.all([emitModel(model, extras, cache), schema?.text]);
  return text === undefined ? fromModel : new Map([...fromModel, ['schema.ts', text]]);
}

/** All files except `schema.ts`. */
export async function emitModel(
  model: Model,
  { format, api = false, ...files }: Omit<Extras, 'schema' | 'marks'> = allExtras,
  cache: Cache = new Cache(undefined),
): Promise<ReadonlyMap<string, string>> {
  const style = await styleOf(model.source, format);
  const texts: Promise<readonly [string, string]>[] = [];
  for (const [path, statements] of filesOf(model, files)) {
    const text = format ? formattedText(statements, style, cache) : style.firstLine + printStatements(statements);
    texts.push(Promise.resolve(text).then((done) => [path, done]));
  }
  const { client } = model;
  const readme = client ? [['README.md', readmeText({ ...model, client })] as const] : [];
  const page = api ? [['api.md', await apiPage(model, cache)] as const] : [];
  return new Map([...(await Promise.all(texts)), ...readme, ...page]);
}
