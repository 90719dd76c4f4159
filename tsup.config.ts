import { readFile, writeFile } from 'node:fs/promises';
import { defineConfig } from 'tsup';

/** Compiled into `dist`, so that the package has no dependency; each one's licence goes along. */
const bundled = ['openapi-fetch'];

export default defineConfig({
  entry: { index: 'src/index.ts', 'index.node': 'src/index.node.ts' },
  format: ['esm', 'cjs'],
  dts: true,
  clean: true,
  // Without it, CJS has each class once per entry.
  splitting: true,
  target: ['es2022', 'node18'],
  platform: 'neutral',
  external: [/^node:/],
  noExternal: bundled,
  // By default tsup writes `fs` for `node:fs`, which Deno refuses.
  removeNodeProtocol: false,
  async onSuccess() {
    const licences = await Promise.all(
      bundled.map(async (name) => `${name}\n\n${await readFile(`node_modules/${name}/LICENSE`, 'utf8')}`),
    );
    await writeFile('dist/THIRD_PARTY_LICENSES', licences.join('\n'));
  },
});
