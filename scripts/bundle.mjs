// JavaScript, because it stands before everything that is TypeScript: tsx alone takes four times as long to start as Node does.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';

const root = dirname(import.meta.dirname);
const rootName = createHash('sha256').update(root).digest('hex').slice(0, 12);
/** Apart for each checkout, because worktrees may have one node_modules. */
const cache = join(root, 'node_modules/.cache/scripts', rootName);
/** Besides the sources, what decides how they are bundled. */
const settings = ['scripts/bundle.mjs', 'package.json', 'package-lock.json', 'tsconfig.json'];
const maxKept = 8;

/**
 * The path of a script of this repository, `codegen/main.ts`, as JavaScript that Node runs as it stands. Bundled anew
 * whenever one of its sources has changed.
 *
 * @param {string} script
 * @returns {Promise<string>}
 */
export async function bundled(script) {
  const folder = join(cache, script.replace(/\.ts$/, ''));
  const known = knownSources(folder);
  const path = known && join(folder, digestOf(known, sourceText), 'main.mjs');
  return path !== undefined && existsSync(path) ? path : bundle(script, folder);
}

/** @param {string} folder */
function knownSources(folder) {
  try {
    return /** @type {string[]} */ (JSON.parse(readFileSync(join(folder, 'sources.json'), 'utf8')));
  } catch {
    return undefined;
  }
}

/** @param {string} path */
function sourceText(path) {
  try {
    return readFileSync(join(root, path), 'utf8');
  } catch {
    return '';
  }
}

/**
 * The names of the neighbours count too: a new file may be what an import means from now on.
 *
 * @param {readonly string[]} sources
 * @param {(path: string) => string} textOf
 */
function digestOf(sources, textOf) {
  const hash = createHash('sha256').update(`${root}\0${process.version}\0`);
  for (const path of settings) hash.update(`${path}\0${sourceText(path)}\0`);
  for (const path of sources) hash.update(`${path}\0${textOf(path)}\0`);
  for (const path of new Set(sources.map((source) => dirname(source)))) {
    hash.update(`${path}\0${existsSync(join(root, path)) ? readdirSync(join(root, path)).join('\0') : ''}\0`);
  }
  return hash.digest('hex');
}

/**
 * @param {string} script
 * @param {string} folder
 */
async function bundle(script, folder) {
  const { build } = await import('esbuild');
  /** What was bundled, which a file may not hold any more. @type {Map<string, string>} */
  const texts = new Map();
  const outdir = join(folder, 'out');
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: { main: join(root, script) },
    outdir,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    packages: 'external',
    format: 'esm',
    platform: 'node',
    target: 'node20',
    // What a script imports late is loaded late.
    splitting: true,
    sourcemap: true,
    sourcesContent: false,
    plugins: [inPlace(texts)],
    write: false,
  });
  const sources = [...texts.keys()].sort();
  const digest = digestOf(sources, (path) => texts.get(path) ?? '');
  await mkdir(folder, { recursive: true });
  // Other runs may be bundling or running the same script.
  const fresh = join(folder, `${digest}.${process.pid}`);
  await mkdir(fresh, { recursive: true });
  for (const { path, text } of outputFiles) {
    await writeFile(join(fresh, relative(outdir, path)), path.endsWith('.map') ? withUrls(text, outdir) : text);
  }
  await rename(fresh, join(folder, digest)).catch(() => rm(fresh, { recursive: true }));
  await writeFile(join(folder, `sources.${process.pid}`), JSON.stringify(sources));
  await rename(join(folder, `sources.${process.pid}`), join(folder, 'sources.json'));
  await prune(folder, digest);
  return join(folder, digest, 'main.mjs');
}

/**
 * A file finds its neighbours where its source is.
 *
 * @param {Map<string, string>} texts
 * @returns {import('esbuild').Plugin}
 */
function inPlace(texts) {
  return {
    name: 'in-place',
    setup({ onLoad }) {
      onLoad({ filter: /\.(ts|mjs|js|json)$/ }, async ({ path }) => {
        const text = await readFile(path, 'utf8');
        texts.set(relative(root, path), text);
        const loader = path.endsWith('.ts') ? 'ts' : path.endsWith('.json') ? 'json' : 'js';
        const contents = text
          .replaceAll('import.meta.url', JSON.stringify(pathToFileURL(path).href))
          .replaceAll('import.meta.dirname', JSON.stringify(dirname(path)));
        return { loader, contents: loader === 'json' ? text : contents };
      });
    },
  };
}

/**
 * A source map whose sources are found from any place, so that errors show the lines of the TypeScript.
 *
 * @param {string} text
 * @param {string} outdir
 */
function withUrls(text, outdir) {
  const map = JSON.parse(text);
  const sources = map.sources.map((/** @type {string} */ source) => pathToFileURL(join(outdir, source)).href);
  return JSON.stringify({ ...map, sources });
}

/**
 * Removes the oldest bundles.
 *
 * @param {string} folder
 * @param {string} digest
 */
async function prune(folder, digest) {
  const names = (await readdir(folder)).filter((name) => /^[0-9a-f]{64}$/.test(name) && name !== digest);
  const times = await Promise.all(names.map(async (name) => [name, (await stat(join(folder, name))).mtimeMs]));
  const oldest = times.sort(([, left], [, right]) => Number(right) - Number(left)).slice(maxKept);
  for (const [name] of oldest) await rm(join(folder, String(name)), { recursive: true, force: true });
}
