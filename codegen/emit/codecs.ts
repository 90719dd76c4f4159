import type { Model } from '../model.js';
import { coreFiles, coreType, importsOf } from './imports.js';
import { printCodec } from './print-value.js';
import type { Statement } from './statement.js';

/** `codecs.ts`: wire ↔ public names, one table per schema. */
export function codecsFile({ codecs, core }: Model): Statement[] {
  // Without a codec, the file must still be a module.
  if (codecs.length === 0) return [{ kind: 'export', names: [] }];
  return [
    ...importsOf([], coreFiles(core), [coreType('Codec')]),
    ...codecs.map(({ name, codec }) => ({ kind: 'const' as const, name, type: 'Codec', value: printCodec(codec, '') })),
  ];
}
