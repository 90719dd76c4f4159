import { readFile, writeFile } from 'node:fs/promises';
import { build } from 'esbuild';
import { defineConfig } from 'tsup';

/** Compiled into `dist`, so that the package has no dependency; each one's licence goes along. */
const bundled = ['openapi-fetch'];

const entry = { index: 'src/index.ts', 'index.node': 'src/index.node.ts' };
const target = ['es2022', 'node18'];

/** Node prints the whole line that an uncaught error comes from: it must not be the whole client. */
const lineLimit = 120;

export default defineConfig([
  {
    entry,
    format: 'esm',
    clean: true,
    // What both entries need is there once.
    splitting: true,
    target,
    platform: 'neutral',
    external: [/^node:/],
    noExternal: bundled,
    // By default tsup writes `fs` for `node:fs`, which Deno refuses.
    removeNodeProtocol: false,
    // Less to load at every start, but with its names, so that a stack trace can be read.
    esbuildOptions: (options) => {
      options.minifyWhitespace = true;
      options.lineLimit = lineLimit;
    },
    onSuccess: async () => {
      await Promise.all([writeCommonJs(), writeModuleTypes(), writeLicences(), writeDocument()]);
    },
  },
  { entry, format: 'cjs', dts: { only: true, compilerOptions: { stripInternal: true } } },
]);

/**
 * For `require`: file by file, as ESM was split. tsup's own split CJS goes through a compiler that writes a function
 * call for every `?.` and `??`.
 */
async function writeCommonJs(): Promise<void> {
  const { outputFiles } = await build({
    entryPoints: ['dist/*.js'],
    outdir: 'dist',
    outExtension: { '.js': '.cjs' },
    format: 'cjs',
    // It adds the list of names by which Node imports them one by one.
    platform: 'node',
    target,
    minify: true,
    // Of what is printed and of a stack trace.
    keepNames: true,
    lineLimit,
    write: false,
  });
  for (const { path, text } of outputFiles) {
    await writeFile(path, text.replaceAll(/require\("(\.\/[^"]+)\.js"\)/g, 'require("$1.cjs")'));
  }
}

/** For mocks and contract tests, without the white space that people need: two fifths of the file. */
async function writeDocument(): Promise<void> {
  const document: unknown = JSON.parse(await readFile('openapi.json', 'utf8'));
  await writeFile('dist/openapi.json', JSON.stringify(document));
}

/** ESM may import CJS, types too: one declaration serves both, so that a class loaded either way is one type. */
async function writeModuleTypes(): Promise<void> {
  for (const name of Object.keys(entry)) {
    const types = `export * from './${name}.cjs';\nexport { Runcrate as default } from './${name}.cjs';\n`;
    await writeFile(`dist/${name}.d.ts`, types);
  }
}

async function writeLicences(): Promise<void> {
  const licences = await Promise.all(
    bundled.map(async (name) => `${name}\n\n${await readFile(`node_modules/${name}/LICENSE`, 'utf8')}`),
  );
  await writeFile('dist/THIRD_PARTY_LICENSES', licences.join('\n'));
}
