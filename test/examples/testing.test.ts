import { transform } from 'esbuild';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { requireBuild, root } from '../helpers/build.js';
import { startProgram } from '../helpers/program.js';

const examples = join(root, 'examples', 'testing');
let project: string;

beforeAll(async () => {
  await requireBuild();
  project = await install();
});
afterAll(() => rm(project, { recursive: true }));

test.concurrent.each([
  { runner: 'Vitest', args: ['node_modules/vitest/vitest.mjs', 'run', 'train.vitest'], passed: 'Tests  6 passed (6)' },
  { runner: 'node:test', args: ['--test', '--test-reporter=tap', 'train.node.test.js'], passed: '# pass 6\n# fail 0' },
])('the example of a user’s test passes in $runner', async ({ args, passed }) => {
  const environment = { VITEST: '', NO_COLOR: '1', FORCE_COLOR: '0' };
  const { exitCode, output } = await startProgram(args, project, environment).finished;
  expect(output).toContain(passed);
  expect(exitCode).toBe(0);
});

test('the tests of the three runners have the same titles', async () => {
  const files = (await readdir(examples)).filter((name) => name.includes('.test.'));
  expect(files).toHaveLength(3);
  const titles = files.map(async (file) => {
    const text = await readFile(join(examples, file), 'utf8');
    const quoted = [...text.matchAll(/^test\(["'](.+?)["'],|^ {2}\[["'](.+?)["'],/gm)];
    return quoted.map(([, title, row]) => title ?? row);
  });
  const [first, ...others] = await Promise.all(titles);
  expect(first).toHaveLength(6);
  for (const other of others) expect(other).toEqual(first);
});

test('examples/README.md lists every example, and nothing else', async () => {
  const files = await readdir(join(root, 'examples'), { recursive: true });
  const programs = files.filter((file) => file.endsWith('.ts')).map((file) => file.replaceAll('\\', '/'));
  const readme = await readFile(join(root, 'examples', 'README.md'), 'utf8');
  const linked = [...readme.matchAll(/\]\(([^)]+\.[jt]s)\)/g)].map(([, file = '']) => file);
  expect(linked.filter((file) => file.endsWith('.ts')).sort()).toEqual(programs.sort());
  expect(files).toEqual(expect.arrayContaining(linked));
});

/** A consumer's project: the folder of the example, compiled for Node too, with copies of what npm would install. */
async function install(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'runcrate-examples-testing-'));
  const sdk = join(folder, 'node_modules', '@runcrate', 'sdk');
  await mkdir(sdk, { recursive: true });
  await cp(join(root, 'dist'), join(sdk, 'dist'), { recursive: true });
  await cp(join(root, 'package.json'), join(sdk, 'package.json'));
  await symlink(join(root, 'node_modules', 'vitest'), join(folder, 'node_modules', 'vitest'), 'junction');
  await writeFile(join(folder, 'package.json'), '{ "type": "module" }\n');
  for (const file of await readdir(examples)) {
    const text = await readFile(join(examples, file), 'utf8');
    await writeFile(join(folder, file), text);
    const { code } = await transform(text, { loader: 'ts', target: 'node18' });
    if (/^train\.(?:node\.test\.)?ts$/.test(file)) await writeFile(join(folder, file.replace(/ts$/, 'js')), code);
  }
  return folder;
}
