import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build, transform } from 'esbuild';
import { mustRun } from './command.js';
import { tool, type Tool } from './tools.js';
import type { Bench, Checks, Section, Trial } from './trial.js';

/** Where a program's own tests run: some classes are those of a browser that is simulated, and others are Node's. */
export const testEnvironmentTrials: readonly Trial[] = [
  vitestTrial('jsdom', 'jsdom@29.1.1'),
  // Its `fetch` closes a stream a second time after an abort, whoever calls it.
  vitestTrial('happy-dom', 'happy-dom@21.0.4', '--dangerouslyIgnoreUnhandledErrors'),
  jestTrial('jsdom', {}),
  // As older versions of Jest resolve the package.
  jestTrial('jsdom, web', { '^@runcrate/sdk$': '<rootDir>/../node_modules/@runcrate/sdk/dist/index.cjs' }),
];

/** The example of a user's test. `npm test` runs it in the other test runners. */
export const exampleTests: Section = {
  subject: 'test runner',
  checks: ['passes'],
  trials: [
    {
      name: 'Jest',
      format: 'require',
      async run({ project }) {
        const jest = await tool('jest@30.5.2', 'jest-environment-jsdom@30.5.2');
        const folder = await project.newFolder('jest-example');
        await writeFile(join(folder, 'package.json'), '{ "type": "commonjs" }\n');
        for (const [file, compiled] of [
          ['train.ts', 'train.js'],
          ['train.jest.test.js', 'train.jest.test.js'],
        ] as const) {
          const text = await readFile(new URL(`../../examples/testing/${file}`, import.meta.url), 'utf8');
          const { code } = await transform(text, { loader: 'ts', format: 'cjs', target: 'es2022' });
          await writeFile(join(folder, compiled), code);
        }
        const config = JSON.stringify({ rootDir: folder, transform: {} });
        const { output } = await mustRun(
          process.execPath,
          [jest.file('bin/jest.js'), '--config', config, '--watchman=false'],
          { cwd: folder },
        );
        const passes = /^Tests: +6 passed, 6 total$/m.test(output) ? '' : output;
        return { version: jest.version, checks: { passes } };
      },
    },
  ],
};

function vitestTrial(environment: string, specifier: string, ...more: readonly string[]): Trial {
  return {
    name: 'Vitest',
    format: environment,
    async run(bench) {
      const vitest = await tool('vitest@4.1.12', specifier);
      const folder = await bench.project.newFolder(`vitest-${environment}`);
      await writeFile(join(folder, 'smoke.test.js'), `import '../dom.js';\n`);
      const flags = ['--root', folder, '--environment', environment, '--globals', ...more];
      return runTests(vitest, ['vitest.mjs', 'run', ...flags], folder, bench);
    },
  };
}

function jestTrial(format: string, moduleNameMapper: Readonly<Record<string, string>>): Trial {
  const isWeb = Object.keys(moduleNameMapper).length > 0;
  return {
    name: 'Jest',
    format,
    async run(bench) {
      const jest = await tool('jest@30.5.2', 'jest-environment-jsdom@30.5.2');
      const folder = await bench.project.newFolder(isWeb ? 'jest-web' : 'jest');
      const from = (file: string): string => join(bench.project.folder, file);
      const external = ['@runcrate/sdk', 'node:*'];
      const outfile = join(folder, 'smoke.test.cjs');
      // Jest loads no modules without a flag.
      await build({
        entryPoints: [from('dom.js')],
        outfile,
        bundle: true,
        format: 'cjs',
        external,
        logLevel: 'silent',
      });
      const config = { rootDir: folder, testEnvironment: from('dom-environment.cjs'), transform: {}, moduleNameMapper };
      await writeFile(join(folder, 'jest.config.json'), JSON.stringify(config));
      const args = ['bin/jest.js', '--config', join(folder, 'jest.config.json'), '--watchman=false'];
      return runTests(jest, args, folder, bench, isWeb);
    },
  };
}

async function runTests(
  runner: Tool,
  [file = '', ...args]: readonly string[],
  folder: string,
  { origin }: Bench,
  isWeb = false,
): Promise<{ readonly version: string; readonly checks: Checks }> {
  const report = join(folder, 'report.json');
  const env = {
    SMOKE_ORIGIN: origin,
    SMOKE_FOLDER: isWeb ? '' : folder,
    SMOKE_REPORT: report,
    SMOKE_ENVIRONMENT: runner.module('jest-environment-jsdom'),
  };
  await mustRun(process.execPath, [runner.file(file), ...args], { cwd: folder, env });
  return { version: runner.version, checks: JSON.parse(await readFile(report, 'utf8')) as Checks };
}
