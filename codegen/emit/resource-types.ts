import { StructureKind, type SourceFileStructure } from 'ts-morph';
import type { Model } from '../model.js';

/** `resource-types.ts`: the public class of each resource as a type, for programs that use a single resource. */
export function resourceTypesFile({ resources }: Model): Partial<SourceFileStructure> {
  return {
    statements: resources
      .filter(({ isExtended }) => !isExtended)
      .map(({ className, file }) => ({
        kind: StructureKind.ExportDeclaration as const,
        isTypeOnly: true,
        namedExports: [className],
        moduleSpecifier: `./resources/${file}.js`,
      })),
  };
}
