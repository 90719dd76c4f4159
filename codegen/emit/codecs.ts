import type { Model } from '../model.js';
import { coreFiles, coreType, importsOf } from './imports.js';
import { mentions } from './layout.js';
import { printCodec } from './print-value.js';
import type { Statement } from './statement.js';

/** `codecs.ts`: wire ↔ public names, one table per schema. */
export function codecsFile({ codecs, core }: Model): Statement[] {
  const tables = codecs.map(({ name, codec }) => ({ name, value: printCodec(codec, '') }));
  const { operation, styles } = coreFiles(core);
  // Without a codec, the file must still be a module.
  if (codecs.length === 0) return [{ kind: 'export', names: [] }];
  return [
    ...importsOf([], { operation }, [coreType('Codec')]),
    ...(tables.some(({ value }) => mentions(value, 'styles.'))
      ? [{ kind: 'import' as const, names: styles === core ? ['styles'] : 'styles', from: styles }]
      : []),
    ...tables.map(({ name, value }) => ({ kind: 'const' as const, name, type: 'Codec', value })),
  ];
}
