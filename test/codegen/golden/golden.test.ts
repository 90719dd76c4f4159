// GOLDEN=write npx vitest run test/codegen/golden updates the generated files; read the diff before you commit it.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { compare, write } from '../../../codegen/emit/files.js';
import { features, goldenFiles, outOf } from './golden.js';

const isWriting = process.env['GOLDEN'] === 'write';

test.each(features)('%s matches the generated files next to its document', async (feature) => {
  const files = await goldenFiles(feature);
  const out = outOf(feature);
  if (isWriting) await write(out, files, await compare(out, files));
  for (const [path, text] of files) expect(text).toBe(await readFile(join(out, path), 'utf8'));
  expect((await compare(out, files)).extra).toEqual([]);
});
