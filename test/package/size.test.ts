import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { requireBuild, root } from '../helpers/consumer.js';
import { packed, type Packed } from '../helpers/packed.js';

/** A size that users download, in bytes or files; `limit` is the promise. */
interface Size {
  readonly name: string;
  readonly limit: number;
  readonly unit: 'kB' | 'files';
  measure(pack: Packed): Promise<number>;
}

const sizes: readonly Size[] = [
  { name: 'whole client for the web, minified and gzipped', limit: 35_000, unit: 'kB', measure: webClient },
  { name: 'package, unpacked', limit: 1_000_000, unit: 'kB', measure: async (pack) => pack.unpackedSize },
  { name: 'files in the package', limit: 45, unit: 'files', measure: async (pack) => pack.files.length },
  { name: '`@runcrate/sdk/openapi.json`', limit: 200_000, unit: 'kB', measure: documentSize },
];

const readme = join(root, 'README.md');
const measured = new Map<string, number>();
let pack: Packed;

beforeAll(async () => {
  await requireBuild();
  pack = await packed();
  for (const { name, measure } of sizes) measured.set(name, await measure(pack));
  if (process.env['SIZES'] === 'write') await writeFile(readme, withTable(await readFile(readme, 'utf8')));
});

afterAll(() => pack[Symbol.asyncDispose]());

test.each(sizes)('$name: at most $limit', ({ name, limit }) => {
  expect(measured.get(name)).toBeLessThanOrEqual(limit);
});

test('the README shows the sizes that were measured (SIZES=write npx vitest run test/package/size.test.ts, then npm run format)', async () => {
  const text = await readFile(readme, 'utf8');
  for (const { name, unit, limit } of sizes) {
    const row = rowOf(text, name) ?? '';
    const [shown, shownLimit] = [...row.matchAll(/[\d.]+(?= kB| *\|)/g)].map(([figure]) => Number(figure));
    const scale = unit === 'kB' ? 1000 : 1;
    expect(shownLimit, name).toBe(limit / scale);
    // With a tolerance, so that a small change does not need a new table.
    expect(Math.abs(shown! - measured.get(name)! / scale), name).toBeLessThanOrEqual((0.02 * limit) / scale);
  }
});

/** The whole client, bundled for a browser. */
async function webClient({ unpacked }: Packed): Promise<number> {
  const { outputFiles } = await build({
    stdin: { contents: `export { Runcrate } from './dist/index.js'`, resolveDir: unpacked },
    bundle: true,
    minify: true,
    format: 'esm',
    platform: 'browser',
    target: 'es2022',
    write: false,
  });
  return gzipSync(outputFiles[0]!.contents, { level: 9 }).byteLength;
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
