import { StructureKind, type SourceFileStructure } from 'ts-morph';
import type { Model } from '../model.js';
import { coreFiles, coreType, importsOf } from './imports.js';
import { docsOf } from './print-doc.js';

/** `resources.ts`: all resources, from one transport. */
export function resourcesFile({ resources, core }: Model): Partial<SourceFileStructure> {
  return {
    statements: [
      ...importsOf([], coreFiles(core), [coreType('Transport')]),
      ...resources.map(({ className, file }) => ({
        kind: StructureKind.ImportDeclaration as const,
        namedImports: [className],
        moduleSpecifier: `./resources/${file}.js`,
      })),
      {
        kind: StructureKind.Class,
        isExported: true,
        name: 'Resources',
        docs: ['Every resource of the API.'],
        properties: resources.map(({ name, className, doc }) => ({
          name,
          type: className,
          isReadonly: true,
          docs: docsOf(doc),
        })),
        ctors: [
          {
            parameters: [{ name: 'transport', type: 'Transport' }],
            statements: resources.map(({ name, className }) => `this.${name} = new ${className}(transport);`),
          },
        ],
      },
    ],
  };
}
