import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build, type Plugin } from 'esbuild';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { allOperations } from '../../generated/operations.js';
import { requireBuild, root } from '../helpers/consumer.js';
import { packed, type Packed } from '../helpers/packed.js';

/**
 * A size that users download, in bytes or files; `limit` is the promise for the API of 33 operations, and each other
 * operation may add `each`: a document that grows needs no larger limits by hand.
 */
interface Size {
  readonly name: string;
  readonly limit: number;
  readonly each?: number;
  readonly unit: 'kB' | 'files';
  measure(pack: Packed): Promise<number>;
}

const sizes: readonly Size[] = [
  { name: 'whole client for the web, minified and gzipped', limit: 35_850, each: 120, unit: 'kB', measure: webClient },
  {
    name: '`@runcrate/sdk/tools`, minified and gzipped',
    limit: 5_000,
    unit: 'kB',
    measure: ({ unpacked }) => gzipped(`export * from './dist/tools.js'`, unpacked),
  },
  {
    name: 'what the first `parse` or `runTools` loads, minified and gzipped',
    limit: 9_000,
    unit: 'kB',
    measure: (pack) => lateSize(pack, 'parse'),
  },
  {
    name: '`@runcrate/sdk/leases`, minified and gzipped',
    limit: 3_000,
    unit: 'kB',
    measure: ({ unpacked }) => gzipped(`export * from './dist/leases.js'`, unpacked),
  },
  {
    name: 'what the first `lease` or `sweepLeases` loads, minified and gzipped',
    limit: 9_000,
    unit: 'kB',
    measure: (pack) => lateSize(pack, 'Leases'),
  },
  {
    name: '`@runcrate/sdk/batch`, minified and gzipped',
    limit: 8_000,
    unit: 'kB',
    measure: ({ unpacked }) => gzipped(`export * from './dist/batch.js'`, unpacked),
  },
  {
    name: '`@runcrate/sdk/testing`, minified and gzipped',
    limit: 30_000,
    each: 150,
    unit: 'kB',
    measure: ({ unpacked }) => gzipped(`export * from './dist/testing.js'`, unpacked),
  },
  { name: 'package, unpacked', limit: 1_500_000, each: 20_000, unit: 'kB', measure: async (pack) => pack.unpackedSize },
  { name: 'files in the package', limit: 130, unit: 'files', measure: async (pack) => pack.files.length },
  { name: '`@runcrate/sdk/openapi.json`', limit: 200_000, each: 6_000, unit: 'kB', measure: documentSize },
];

const page = join(root, 'docs', 'platforms.md');
const measured = new Map<string, number>();
let pack: Packed;

beforeAll(async () => {
  await requireBuild();
  pack = await packed();
  for (const { name, measure } of sizes) measured.set(name, await measure(pack));
  if (process.env['SIZES'] === 'write') await writeFile(page, withTable(await readFile(page, 'utf8')));
});

afterAll(() => pack[Symbol.asyncDispose]());

test.each(sizes)('$name: at most $limit, for an API of 33 operations', ({ name, ...size }) => {
  expect(measured.get(name)).toBeLessThanOrEqual(size.limit + grown(size));
});

test('docs/platforms.md shows the sizes that were measured (SIZES=write npx vitest run test/package/size.test.ts, then npm run format)', async () => {
  const text = await readFile(page, 'utf8');
  for (const { name, unit, limit, ...size } of sizes) {
    const row = rowOf(text, name) ?? '';
    const [shown, shownLimit] = [...row.matchAll(/[\d.]+(?= kB| *\|)/g)].map(([figure]) => Number(figure));
    const scale = unit === 'kB' ? 1000 : 1;
    expect(shownLimit, name).toBe(limit / scale);
    // With a tolerance, so that a small change does not need a new table.
    expect(Math.abs(shown! - measured.get(name)! / scale), name).toBeLessThanOrEqual(
      (0.02 * limit + grown(size)) / scale,
    );
  }
});

/** What the operations that came after the limits may add. */
function grown({ each = 0 }: Pick<Size, 'each'>): number {
  return each * Math.max(0, allOperations.length - 33);
}

test('`parse` and `runTools` add at most 300 bytes to the client for the web, minified and gzipped', async () => {
  const client = `export { Runcrate } from './dist/index.js'`;
  const found = new Set<RegExp>();
  const plugin = without(toolMethods, (part) => found.add(part));
  const rest = await gzipped(client, pack.unpacked, '', [plugin]);
  expect(toolMethods.filter((part) => !found.has(part))).toEqual([]);
  const added = measured.get(sizes[0]!.name)! - rest;
  expect(added).toBeGreaterThan(0);
  expect(added).toBeLessThanOrEqual(300);
});

/** The two methods, in `dist`, and their other names: without them, nothing else leads to what they load. */
const toolMethods = [
  /(?:async )?\bparse\(params,\s*options\)\s*\{[^{}]*(?:\{[^{}]*\}[^{}]*)*\}(?=\s*async runTools\()/,
  /async runTools\(params,\s*options\)\s*\{[^{}]*\}/,
  /,\s*parse:\s*same\("parse"\)/,
  /,\s*runTools:\s*same\("runTools"\)/,
];

/** Takes out what these find in the package. */
function without(parts: readonly RegExp[], onFound: (part: RegExp) => void): Plugin {
  return {
    name: 'without',
    setup: ({ onLoad }) =>
      onLoad({ filter: /\/dist\/[^/]+\.js$/ }, async ({ path }) => {
        let contents = await readFile(path, 'utf8');
        for (const part of parts) {
          if (part.test(contents)) onFound(part);
          contents = contents.replace(part, '');
        }
        return { contents };
      }),
  };
}

/** The whole client, bundled for a browser; without what it loads when that is first used. */
async function webClient({ unpacked }: Packed): Promise<number> {
  return gzipped(`export { Runcrate } from './dist/index.js'`, unpacked);
}

/** The files that a page loads late, of which one exports a name. */
async function lateSize({ unpacked }: Packed, name: string): Promise<number> {
  const client = `export { Runcrate } from './dist/index.js'`;
  return (await gzipped(client, unpacked, name)) - (await gzipped(client, unpacked));
}

/** The size of what a bundler makes of a program: of what it loads at once, or with the late file that exports a name. */
async function gzipped(contents: string, resolveDir: string, late = '', plugins: Plugin[] = []): Promise<number> {
  const { outputFiles, metafile } = await build({
    stdin: { contents, resolveDir },
    bundle: true,
    minify: true,
    format: 'esm',
    platform: 'browser',
    target: 'es2022',
    splitting: true,
    outdir: 'out',
    metafile: true,
    logLevel: 'error',
    write: false,
    plugins,
  });
  const loaded = new Set<string>();
  const load = (path: string): void => {
    if (loaded.has(path)) return;
    loaded.add(path);
    const { imports } = metafile.outputs[path]!;
    for (const { path: next, kind } of imports)
      if (kind !== 'dynamic-import' || metafile.outputs[next]!.exports.includes(late)) load(next);
  };
  load(Object.keys(metafile.outputs).find((path) => path.endsWith('stdin.js'))!);
  const files = outputFiles.filter(({ path }) => [...loaded].some((name) => path.endsWith(name)));
  return files.reduce((sum, { contents: bytes }) => sum + gzipSync(bytes, { level: 9 }).byteLength, 0);
}

async function documentSize({ unpacked }: Packed): Promise<number> {
  return (await readFile(join(unpacked, 'dist', 'openapi.json'))).byteLength;
}

/** The README with the sizes of this run. */
function withTable(text: string): string {
  return sizes.reduce((written, { name, unit, limit }) => {
    const figure = (value: number): string => (unit === 'kB' ? `${(value / 1000).toFixed(1)} kB` : String(value));
    const limitText = unit === 'kB' ? `${limit / 1000} kB` : String(limit);
    const row = `| ${name} | ${figure(measured.get(name)!)} | ${limitText} |`;
    return written.replace(rowOf(text, name) ?? '', row);
  }, text);
}

function rowOf(text: string, name: string): string | undefined {
  return text.split('\n').find((line) => line.startsWith(`| ${name} `));
}
