import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { publint } from 'publint';
import ts from 'typescript';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { consumer, requireBuild, root, runNode, typeErrors } from '../helpers/consumer.js';
import { importsOf } from '../helpers/import-graph.js';
import { packed, type Packed } from '../helpers/packed.js';

let pack: Packed;
let unpacked: string;

beforeAll(async () => {
  await requireBuild();
  pack = await packed();
  ({ unpacked } = pack);
});

afterAll(() => pack[Symbol.asyncDispose]());

test('the package holds the build, the document, the README and the licences, and nothing else', () => {
  const { files } = pack;
  const expected = ['LICENSE', 'README.md', 'dist/THIRD_PARTY_LICENSES', 'dist/openapi.json', 'package.json'];
  const entries = ['index', 'index.node'].flatMap((name) =>
    ['js', 'cjs', 'd.ts', 'd.cts'].map((extension) => `dist/${name}.${extension}`),
  );
  expect(files).toEqual(expect.arrayContaining([...expected, ...entries]));
  const isExpected = (file: string): boolean =>
    expected.includes(file) || /^dist\/[^/]+\.(js|cjs|d\.ts|d\.cts)$/.test(file);
  expect(files.filter((file) => !isExpected(file))).toEqual([]);
});

test('the package has no dependencies, and msw is an optional peer in any version', async () => {
  const manifest = JSON.parse(await readFile(join(unpacked, 'package.json'), 'utf8')) as Record<string, unknown>;
  const { dependencies = {}, optionalDependencies = {}, bundleDependencies = [] } = manifest;
  expect([dependencies, optionalDependencies, bundleDependencies]).toEqual([{}, {}, []]);
  // A range would stop the installation where another version is in use.
  expect(manifest['peerDependencies']).toEqual({ msw: '*' });
  expect(manifest['peerDependenciesMeta']).toEqual({ msw: { optional: true } });
});

test('bundled code keeps its licence notice', async () => {
  const notice = await readFile(join(unpacked, 'dist', 'THIRD_PARTY_LICENSES'), 'utf8');
  expect(notice).toMatch(/^openapi-fetch\n/m);
  expect(notice).toContain('MIT License');
  expect(notice).toContain('Copyright (c)');
});

test.each(['index.js', 'index.cjs'])('%s and the files that it loads import only each other', async (file) => {
  const specifiers = await specifiersFrom(join(unpacked, 'dist', file));
  expect(specifiers.filter((specifier) => !specifier.startsWith('./'))).toEqual([]);
});

test.each(['index.node.js', 'index.node.cjs'])(
  '%s and the files that it loads import only Node modules',
  async (file) => {
    const specifiers = await specifiersFrom(join(unpacked, 'dist', file));
    expect(specifiers.filter((specifier) => !/^(\.\/|node:)/.test(specifier))).toEqual([]);
    expect(specifiers.filter((specifier) => specifier.startsWith('node:'))).not.toEqual([]);
  },
);

test.each(['js', 'cjs'])('both platforms export the same values from their .%s entries', async (extension) => {
  const names = async (name: string): Promise<string> => {
    const file = JSON.stringify(`./dist/${name}.${extension}`);
    const { output } = await runNode(
      ['--input-type=module', '-e', `console.log(Object.keys(await import(${file})).sort().join())`],
      unpacked,
    );
    return output;
  };
  expect(await names('index')).toContain('Runcrate');
  expect(await names('index')).toBe(await names('index.node'));
});

test('no line of the build is so long that an uncaught error prints the whole client', async () => {
  const files = pack.files.filter((file) => /\.c?js$/.test(file));
  const texts = await Promise.all(files.map((file) => readFile(join(unpacked, file), 'utf8')));
  const longest = texts.map((text) => Math.max(...text.split('\n').map((line) => line.length)));
  expect(files.filter((_, index) => longest[index]! > 1000)).toEqual([]);
});

test('both platforms export the same types', () => {
  const entries = ['index.d.ts', 'index.node.d.ts'].map((file) => join(unpacked, 'dist', file));
  const program = ts.createProgram(entries, { types: [], module: ts.ModuleKind.NodeNext });
  const [web, node] = entries.map((file) => {
    const symbol = program.getTypeChecker().getSymbolAtLocation(program.getSourceFile(file)!)!;
    const exported = program.getTypeChecker().getExportsOfModule(symbol);
    return exported.map(({ name }) => name).sort();
  });
  expect(web).toContain('RequestOptions');
  expect(web).toEqual(node);
});

test('an error of the ESM build is an instance of the same class of the CJS build, and vice versa', async () => {
  await using project = await consumer(unpacked);
  const program = await project.write(
    'program.mjs',
    `import { createRequire } from 'node:module';
    import * as esm from '@runcrate/sdk';
    const cjs = createRequire(import.meta.url)('@runcrate/sdk');
    const fetch = async () => new Response('{"error":{"code":"not_found","message":"gone"}}', { status: 404 });
    const errorOf = ({ Runcrate }) =>
      new Runcrate({ apiKey: 'rc_live_test0000000000000000', fetch }).instances.get('a').catch((error) => error);
    const rows = [[await errorOf(esm), cjs], [await errorOf(cjs), esm], [await errorOf(esm), esm]];
    console.log(JSON.stringify(rows.map(([error, { RuncrateError, ApiError, NotFoundError, ConflictError }]) =>
      [RuncrateError, ApiError, NotFoundError, ConflictError].map((type) => error instanceof type))));
    console.log(esm.NotFoundError === cjs.NotFoundError, esm.default === esm.Runcrate, cjs.default === cjs.Runcrate);`,
  );
  const { output } = await project.node([program]);
  const isInstance = '[true,true,true,false]';
  expect(output).toBe(`[${isInstance},${isInstance},${isInstance}]\nfalse true true\n`);
});

test('a client of the CJS types is assignable to the ESM types', async () => {
  await using project = await consumer(unpacked);
  await project.write('package.json', '{}');
  await project.write('made.cts', `import { Runcrate } from '@runcrate/sdk';\nexport const rc = new Runcrate();`);
  const program = await project.write(
    'program.mts',
    `import Runcrate, { ApiError } from '@runcrate/sdk';
    import { rc } from './made.cjs';
    export const client: Runcrate = rc;
    export const errors: (typeof ApiError)[] = [ApiError];`,
  );
  expect(typeErrors([program], { types: [] })).toEqual([]);
});

test('the document of the package equals openapi.json', async () => {
  const [packedText, text] = await Promise.all([
    readFile(join(unpacked, 'dist', 'openapi.json'), 'utf8'),
    readFile(join(root, 'openapi.json'), 'utf8'),
  ]);
  expect(JSON.parse(packedText)).toEqual(JSON.parse(text));
});

test('the document can be imported from the package', async () => {
  await using project = await consumer(unpacked);
  const program = await project.write(
    'program.cjs',
    `console.log(require('@runcrate/sdk/openapi.json').openapi, require('@runcrate/sdk/package.json').name)`,
  );
  expect((await project.node([program])).output).toBe('3.1.0 @runcrate/sdk\n');
});

test.each([
  ['Node', ts.ModuleKind.NodeNext, ts.ModuleResolutionKind.NodeNext],
  ['a bundler', ts.ModuleKind.ESNext, ts.ModuleResolutionKind.Bundler],
])('the types compile as %s resolves them, without @types/node', async (_, module, moduleResolution) => {
  await using project = await consumer(unpacked);
  const program = await project.write(
    'program.mts',
    `import Runcrate, { Page, type Instance, type Transaction } from '@runcrate/sdk';
    const rc = new Runcrate({ apiKey: 'rc_live_a' });
    export const instances: Promise<Instance[]> = rc.instances.list();
    export const transactions: Promise<Page<Transaction>> = rc.billing.listTransactions({ limit: 1 });
    export const speech: Promise<Uint8Array> = rc.models.textToSpeech({ model: 'a', input: 'b' });`,
  );
  // TypeScript's own declarations too, once: what the package adds to a global must fit them.
  const options = { module, moduleResolution, types: [], skipDefaultLibCheck: module !== ts.ModuleKind.NodeNext };
  expect(typeErrors([program], options)).toEqual([]);
});

test('publint reports no problems', async () => {
  const { messages } = await publint({ pkgDir: unpacked, pack: false, strict: true });
  expect(messages).toEqual([]);
});

test('the types resolve for every kind of consumer', async () => {
  const cli = join(root, 'node_modules', '@arethetypeswrong', 'cli', 'dist', 'index.js');
  const { exitCode, output } = await runNode(
    [cli, '--no-definitely-typed', '--no-emoji', '--no-color', pack.tarball],
    root,
  );
  expect({ exitCode, output }).toEqual({ exitCode: 0, output: expect.stringContaining('No problems found') as string });
});

/** Every specifier that a file of the build imports, itself or through other files of the build. */
async function specifiersFrom(entry: string): Promise<string[]> {
  const found = new Set<string>();
  const visit = async (file: string): Promise<void> => {
    for (const { to } of importsOf(await readFile(file, 'utf8'))) {
      if (found.has(to)) continue;
      found.add(to);
      if (to.startsWith('./')) await visit(join(unpacked, 'dist', to));
    }
  };
  await visit(entry);
  return [...found];
}
