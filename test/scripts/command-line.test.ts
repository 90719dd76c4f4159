import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { expect, test } from 'vitest';
import { requireBuild, root, runNode } from '../helpers/consumer.js';
import { compiled } from '../helpers/script.js';

test.each([
  ['scripts/mock.ts', 'npm run mock [-- --port PORT]'],
  ['contract/main.ts', 'npm run contract -- --base-url URL'],
  ['codegen/main.ts', 'npm run generate '],
  ['scripts/quickstart.ts', 'npm run quickstart: '],
  ['scripts/test-runtimes.ts', 'npm run test:runtimes: '],
  ['scripts/check-changeset.ts', 'npx tsx scripts/check-changeset.ts [--base REVISION]'],
  ['test/bench/main.ts', 'npm run bench -- [--only'],
])('%s prints its usage for --help and -h, and does nothing', async (file, usage) => {
  // As npm runs it, and, for speed, compiled.
  for (const command of [
    ['--import', 'tsx', file, '--help'],
    [await compiled(file), '-h'],
  ]) {
    const { exitCode, output } = await runNode(command, root, { RUNCRATE_API_KEY: '' });
    expect({ exitCode, begins: output.slice(0, usage.length) }).toEqual({ exitCode: 0, begins: usage });
  }
});

test('the quickstart runs to its end without a word when nobody reads its output any more, as in `| head -1`', async () => {
  await requireBuild();
  const folder = await mkdtemp(join(tmpdir(), 'runcrate-quickstart-'));
  // The build is made already, and other tests read it.
  await writeFile(join(folder, 'npm'), '#!/bin/sh\nexit 0\n');
  await chmod(join(folder, 'npm'), 0o755);
  const PATH = `${folder}${delimiter}${process.env['PATH'] ?? ''}`;
  const child = spawn(process.execPath, [await compiled('scripts/quickstart.ts')], {
    cwd: root,
    env: { ...process.env, PATH },
  });
  let errors = '';
  child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()));
  child.stdout.once('data', () => child.stdout.destroy());
  const end = await once(child, 'close');
  await rm(folder, { recursive: true });
  expect({ end, errors }).toEqual({ end: [0, null], errors: '' });
}, 90_000);
