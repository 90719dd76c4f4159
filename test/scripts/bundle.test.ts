import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { tmpdir } from 'node:os';
import { promisify } from 'node:util';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { root } from '../helpers/build.js';

const run = promisify(execFile);

/** A copy of what starts codegen, with a generator of two files. */
let copy: string;
beforeEach(async () => {
  copy = await mkdtemp(join(tmpdir(), 'bundle-'));
  await mkdir(join(copy, 'node_modules'));
  await symlink(join(root, 'node_modules/esbuild'), join(copy, 'node_modules/esbuild'), 'junction');
  for (const path of ['codegen/run.mjs', 'scripts/bundle.mjs', 'package.json', 'package-lock.json', 'tsconfig.json']) {
    await cp(join(root, path), join(copy, path));
  }
  await write(
    'codegen/main.ts',
    "import { part } from './part.js';\nimport data from './data.json';\nconsole.log(part(), data);\n",
  );
  await write('codegen/part.ts', part("'one'"));
  await write('codegen/data.json', '1');
});
afterEach(() => rm(copy, { recursive: true, force: true }));

test('a change of any source is in the next run', async () => {
  expect(await output()).toBe('one 1');
  expect(await output()).toBe('one 1');
  await write('codegen/part.ts', part("'two'"));
  expect(await output()).toBe('two 1');
  await write('codegen/data.json', '2');
  expect(await output()).toBe('two 2');
  await write('codegen/part.ts', part("'one'"));
  expect(await output()).toBe('one 2');
  await write('codegen/part.js', "export const part = () => 'three';\n");
  expect(await output()).toBe('three 2');
});

test('a source that is gone is missed', async () => {
  expect(await output()).toBe('one 1');
  await rm(join(copy, 'codegen/part.ts'));
  await expect(output()).rejects.toThrow('Could not resolve "./part.js"');
});

test('an error shows the line of the TypeScript source', async () => {
  await write('codegen/part.ts', part("((): never => { throw new Error('broken'); })()"));
  await expect(output()).rejects.toThrow(/broken\n(.*\n)*.*codegen\/part\.ts:4:/);
});

test('a source finds its neighbours where it is', async () => {
  await write('codegen/part.ts', part('import.meta.dirname'));
  expect(await output()).toBe(`${join(copy, 'codegen')} 1`);
});

function part(value: string): string {
  return `interface Unused {\n  readonly text: string;\n}\nexport const part = (): string => ${value};\n`;
}

async function write(path: string, text: string): Promise<void> {
  await mkdir(dirname(join(copy, path)), { recursive: true });
  await writeFile(join(copy, path), text);
}

async function output(): Promise<string> {
  const { stdout } = await run(process.execPath, ['codegen/run.mjs'], { cwd: copy });
  return stdout.trim();
}
