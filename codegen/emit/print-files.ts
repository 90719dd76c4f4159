import { Project, type SourceFileStructure } from 'ts-morph';
import type { Model } from '../model.js';
import { casesFile } from './cases.js';
import { codecsFile } from './codecs.js';
import { operationsFile } from './operations.js';
import { resourceFile } from './resource.js';
import { resourceTypesFile } from './resource-types.js';
import { resourcesFile } from './resources.js';
import { typesFile } from './types.js';

/** The text of each file that is printed from the model, by path in the output folder. */
export function printFiles(model: Model): ReadonlyMap<string, string> {
  const project = new Project({ useInMemoryFileSystem: true });
  const structures: [string, Partial<SourceFileStructure>][] = [
    ['types.ts', typesFile(model)],
    ['codecs.ts', codecsFile(model)],
    ['operations.ts', operationsFile(model)],
    ...model.resources.map((resource): [string, Partial<SourceFileStructure>] => [
      `resources/${resource.file}.ts`,
      resourceFile(resource, model),
    ]),
    ['resources.ts', resourcesFile(model)],
    ['resource-types.ts', resourceTypesFile(model)],
    ['cases.ts', casesFile(model)],
  ];
  return new Map(
    structures.map(([path, structure]) => [path, project.createSourceFile(path, structure).getFullText()]),
  );
}
