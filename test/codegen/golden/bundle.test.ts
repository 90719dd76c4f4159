import { join } from 'node:path';
import { build } from 'esbuild';
import { expect, test } from 'vitest';
import * as styles from '../../../src/handwritten/core/request/styles.js';
import { outOf } from './golden.js';

test.each([
  ['additional-properties', []],
  ['cookie-parameters', ['cookie', 'nested']],
  ['deep-object', ['deepObject', 'jsonText', 'nested', 'pipeDelimited']],
  ['form-urlencoded', ['deepObject', 'nested', 'spaceDelimited', 'urlEncoded']],
  ['header-parameters', ['header', 'jsonText', 'nested']],
  ['path-lists', ['pathList']],
])('a bundle of %s contains only the styles that its document uses', async (feature, used) => {
  const { outputFiles } = await build({
    entryPoints: [join(outOf(feature), 'operations.ts')],
    bundle: true,
    format: 'esm',
    write: false,
  });
  const declared = (name: string): boolean =>
    new RegExp(`\\b(function|var|const) ${name}\\b`).test(outputFiles[0]!.text);
  expect(Object.keys(styles).filter(declared).toSorted()).toEqual(used);
});
