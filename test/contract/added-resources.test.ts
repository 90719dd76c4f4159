import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildModel } from '../../codegen/build-model.js';
import { Cache } from '../../codegen/emit/cache.js';
import { allExtras, emit } from '../../codegen/emit/emit.js';
import { readSpec } from '../../codegen/read/spec.js';
import { sdkConfig } from '../../codegen/sdk.config.js';
import { withAddedResources } from '../helpers/added-resources.js';
import type { Json } from '../helpers/added-schemas.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const copied =
  'src codegen generated scripts contract test/contract test/helpers test/types test/testing openapi.json'.split(' ');
const settings = ['.prettierrc.json', 'package.json', 'tsconfig.json'];
/** The type tests that depend on the document. */
const typeTests = ['calls', 'document-types', 'error-names', 'operations', 'request-options'];
/** The tests that call every operation there is, with a part of each title. All operationIds that are added contain "Crate". */
const wholes = {
  'test/contract/contract.test.ts': 'Crate',
  'test/testing/rest.test.ts': 'every operation of the document works',
  'test/testing/listen.test.ts': 'the whole contract holds',
  'test/testing/differential.test.ts': 'a program of all operations',
  'test/codegen/api-page.test.ts': 'api.md has',
};
let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'added-resources-'));
  for (const path of [...copied, ...settings]) await cp(join(root, path), join(folder, path), { recursive: true });
  await cp(join(root, 'test/codegen/api-page.test.ts'), join(folder, 'test/codegen/api-page.test.ts'));
  await symlink(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction');
});

afterAll(() => rm(folder, { recursive: true, force: true }));

// One run for many small changes: each starts the mock and loads the generated client.
test('resources that are added to the document without examples are typed as declared and pass the contract tests', async () => {
  const document = JSON.parse(await readFile(join(folder, 'openapi.json'), 'utf8')) as Json;
  await writeFile(join(folder, 'openapi.json'), JSON.stringify(withAddedResources(document)));
  await generate();
  const include = ['generated', ...typeTests.map((name) => `test/types/${name}.ts`)];
  await writeFile(join(folder, 'tsconfig.types.json'), JSON.stringify({ extends: './tsconfig.json', include }));
  // One worker: the mock takes longer to load than it works.
  const config = {
    test: { include: ['test/**/*.test.ts'], isolate: false, maxWorkers: 1, testTimeout: 60_000, hookTimeout: 60_000 },
  };
  await writeFile(join(folder, 'vitest.config.js'), `export default ${JSON.stringify(config)};`);
  const titlePattern = Object.values(wholes).join('|');
  const args = ['run', ...Object.keys(wholes), '-t', titlePattern, '--reporter=json', '--outputFile=report.json'];
  const [compiled] = await Promise.all([
    run('node_modules/typescript/bin/tsc', '-p', 'tsconfig.types.json'),
    run('node_modules/vitest/vitest.mjs', ...args),
  ]);
  expect(compiled).toEqual({ code: 0, output: '' });
  const { testResults } = JSON.parse(await readFile(join(folder, 'report.json'), 'utf8')) as Report;
  const results = testResults.flatMap(({ assertionResults, message }) =>
    message === '' ? assertionResults : [{ title: message, status: 'failed', failureMessages: [] }],
  );
  const failed = results.filter(({ status }) => status === 'failed');
  expect(failed.map(({ title, failureMessages }) => [title, ...failureMessages])).toEqual([]);
  const passed = results.filter(({ status }) => status === 'passed');
  expect(passed.length).toBeGreaterThan(400);
  // Every file has run one at least.
  for (const part of Object.values(wholes))
    expect(
      passed.some(({ title }) => title.includes(part)),
      part,
    ).toBe(true);
}, 600_000);

/** As `npm run generate` does, but for the format. */
async function generate(): Promise<void> {
  const spec = await readSpec(join(folder, 'openapi.json'));
  const model = buildModel(spec, sdkConfig, '../src/handwritten/core');
  for (const [path, text] of await emit(model, spec, { ...allExtras, format: false }, new Cache(undefined))) {
    const file = join(folder, 'generated', path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, text);
  }
}

interface Report {
  readonly testResults: readonly {
    readonly message: string;
    readonly assertionResults: readonly {
      readonly title: string;
      readonly status: string;
      readonly failureMessages: readonly string[];
    }[];
  }[];
}

/** Runs a program of the copy, without the settings of the test run that this is a part of. */
function run(...args: readonly string[]): Promise<{ readonly code: number; readonly output: string }> {
  const { VITEST: _, VITEST_POOL_ID: __, VITEST_WORKER_ID: ___, ...env } = process.env;
  return new Promise((resolve) => {
    const child = execFile(process.execPath, args, { cwd: folder, env, maxBuffer: 1e9 }, (_error, stdout, stderr) =>
      resolve({ code: child.exitCode ?? 1, output: stdout + stderr }),
    );
  });
}
