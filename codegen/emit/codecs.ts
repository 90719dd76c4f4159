import type { SourceFileStructure } from 'ts-morph';
import type { Model } from '../model.js';
import { constantOf } from './constants.js';
import { coreFiles, coreType, importsOf } from './imports.js';
import { printCodec } from './print-value.js';

/** `codecs.ts`: wire ↔ public names, one table per schema. */
export function codecsFile({ codecs, core }: Model): Partial<SourceFileStructure> {
  // Without a codec, the file must still be a module.
  if (codecs.length === 0) return { statements: ['export {};'] };
  return {
    statements: [
      ...importsOf([], coreFiles(core), [coreType('Codec')]),
      ...codecs.map(({ name, codec }) => constantOf(name, printCodec(codec, ''), { type: 'Codec' })),
    ],
  };
}
