import type { Model } from '../model.js';
import { casesFile } from './cases.js';
import { codecsFile } from './codecs.js';
import { indexFile } from './index.js';
import { operationsFile } from './operations.js';
import { resourceFile } from './resource.js';
import { resourceTypesFile } from './resource-types.js';
import { resourcesFile } from './resources.js';
import { routesFile } from './routes.js';
import { simulatorFile } from './simulator.js';
import type { Statement } from './statement.js';
import { typesFile } from './types.js';

/** The files that only our own document gets, or one that asks for them. */
export interface FileExtras {
  readonly cases: boolean;
  readonly simulator?: boolean;
  readonly routes?: boolean;
}

/** The statements of each file that is printed from the model, by path in the output folder, one file at a time. */
export function* filesOf(
  model: Model,
  { cases, simulator = false, routes = false }: FileExtras,
): Generator<readonly [string, readonly Statement[]]> {
  yield ['types.ts', typesFile(model)];
  yield ['codecs.ts', codecsFile(model)];
  yield ['operations.ts', operationsFile(model)];
  const samples = new Map((cases ? model.cases() : []).map((sample) => [sample.operation, sample]));
  for (const resource of model.resources) {
    yield [`resources/${resource.file}.ts`, resourceFile(resource, model, samples)];
  }
  yield ['resources.ts', resourcesFile(model)];
  yield ['resource-types.ts', resourceTypesFile(model)];
  const { client } = model;
  if (client) yield ['index.ts', indexFile({ ...model, client })];
  if (cases) yield ['cases.ts', casesFile(model)];
  if (routes) yield ['routes.ts', routesFile(model)];
  if (simulator) yield ['simulator.ts', simulatorFile(model)];
}
