import { readFile, writeFile } from 'node:fs/promises';
import { build } from 'esbuild';
import { defineConfig } from 'tsup';

/** Bundled into `dist`, so that the package has no dependencies. Their licences are included. */
const bundled = ['openapi-fetch'];

/** The client of each platform, and what has a subpath of its own. */
const clients = { index: 'src/index.ts', 'index.node': 'src/index.node.ts' };
const entry = {
  ...clients,
  runtime: 'src/runtime.ts',
  'runtime.node': 'src/runtime.node.ts',
  leases: 'src/leases.ts',
  tools: 'src/tools.ts',
  usage: 'src/usage.ts',
  batch: 'src/batch.ts',
  'batch.node': 'src/batch.node.ts',
  testing: 'src/testing.ts',
  'testing.node': 'src/testing.node.ts',
};
/** The types of the simulator, and of batches, are the same on each platform. */
const typedEntry = Object.fromEntries(
  Object.entries(entry).filter(([name]) => !/^(?:testing|batch)\.node$/.test(name)),
);
const target = ['es2022', 'node18'];

/** Node prints the source line of an uncaught error. Without a limit, that line would be the whole client. */
const lineLimit = 120;

export default defineConfig([
  {
    entry,
    format: 'esm',
    clean: true,
    // Code that several entries use is emitted once.
    splitting: true,
    target,
    platform: 'neutral',
    external: [/^node:/],
    noExternal: bundled,
    // By default tsup replaces `node:fs` by `fs`, which Deno rejects.
    removeNodeProtocol: false,
    // A smaller file loads faster. Names are kept, so that stack traces are readable.
    esbuildOptions: (options) => {
      options.minifyWhitespace = true;
      options.lineLimit = lineLimit;
    },
    onSuccess: async () => {
      // First: it converts all that is there.
      await writeCommonJs();
      await Promise.all([writeNative(), writeModuleTypes(), writeLicences(), writeDocument()]);
    },
  },
  { entry: typedEntry, format: 'cjs', dts: { only: true, compilerOptions: { stripInternal: true } } },
]);

/**
 * For `require`: converts each ESM file. For split CJS, tsup itself uses a compiler that emits a function call for
 * every `?.` and `??`.
 */
async function writeCommonJs(): Promise<void> {
  const { outputFiles } = await build({
    entryPoints: ['dist/*.js'],
    outdir: 'dist',
    outExtension: { '.js': '.cjs' },
    format: 'cjs',
    // This adds the list of exports that Node needs for named imports.
    platform: 'node',
    target,
    // Else a part that is loaded on first use would be ESM, with classes of its own.
    supported: { 'dynamic-import': false },
    minify: true,
    // For printed objects and stack traces.
    keepNames: true,
    lineLimit,
    write: false,
  });
  for (const { path, text } of outputFiles) {
    await writeFile(path, text.replaceAll(/require\("(\.\/[^"]+)\.js"\)/g, 'require("$1.cjs")'));
  }
}

/** For React Native: its Babel preset knows no static blocks and, up to 0.72, no private methods. */
async function writeNative(): Promise<void> {
  await build({
    entryPoints: {
      'index.native': 'src/index.native.ts',
      'leases.native': 'src/leases.ts',
      'tools.native': 'src/tools.ts',
      'usage.native': 'src/usage.ts',
      'batch.native': 'src/batch.ts',
    },
    outdir: 'dist',
    chunkNames: 'native-[hash]',
    splitting: true,
    bundle: true,
    format: 'esm',
    platform: 'neutral',
    target,
    minifyWhitespace: true,
    lineLimit,
    supported: {
      'class-static-blocks': false,
      'class-private-method': false,
      'class-private-accessor': false,
      'class-private-static-method': false,
      'class-private-brand-check': false,
    },
  });
}

/** For mocks and contract tests, without white space, which is two fifths of the file. */
async function writeDocument(): Promise<void> {
  const document: unknown = JSON.parse(await readFile('openapi.json', 'utf8'));
  await writeFile('dist/openapi.json', JSON.stringify(document));
}

/** ESM can import CJS, types included. Both use one declaration, so that a class has the same type either way. */
async function writeModuleTypes(): Promise<void> {
  for (const name of Object.keys(typedEntry)) {
    const main = name in clients ? `export { Runcrate as default } from './${name}.cjs';\n` : '';
    const types = `export * from './${name}.cjs';\n${main}`;
    await writeFile(`dist/${name}.d.ts`, types);
  }
}

async function writeLicences(): Promise<void> {
  const licences = await Promise.all(
    bundled.map(async (name) => `${name}\n\n${await readFile(`node_modules/${name}/LICENSE`, 'utf8')}`),
  );
  await writeFile('dist/THIRD_PARTY_LICENSES', licences.join('\n'));
}
