import { build, type Plugin } from 'esbuild';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { basename, dirname, join, parse } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from './build.js';

/** The scripts as JavaScript: tsx alone takes four times as long to start as Node does. */
const folder = join(root, '.scratch', 'scripts');

/** The path of a script of this repository that Node runs as it stands, like `codegen/main.ts` under tsx. */
export async function compiled(script: string): Promise<string> {
  const { dir, name } = parse(script);
  const outdir = join(folder, dir);
  const { outputFiles } = await build({
    entryPoints: [join(root, script)],
    outdir,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    packages: 'external',
    format: 'esm',
    platform: 'node',
    target: 'node20',
    // What a script imports late is loaded late.
    splitting: true,
    plugins: [inPlace],
    write: false,
  });
  await mkdir(outdir, { recursive: true });
  // Other test files may be compiling or running the same script.
  for (const { path, text } of outputFiles) {
    const whole = join(outdir, `${basename(path)}.${process.pid}`);
    await writeFile(whole, text);
    await rename(whole, path);
  }
  return join(outdir, `${name}.mjs`);
}

/** A file finds its neighbours where its source is. */
const inPlace: Plugin = {
  name: 'in-place',
  setup({ onLoad }) {
    onLoad({ filter: /[/\\](?:codegen|contract|scripts|test)[/\\].*\.ts$/ }, async ({ path }) => ({
      loader: 'ts',
      contents: (await readFile(path, 'utf8'))
        .replaceAll('import.meta.url', JSON.stringify(pathToFileURL(path).href))
        .replaceAll('import.meta.dirname', JSON.stringify(dirname(path))),
    }));
  },
};
