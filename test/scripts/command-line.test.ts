import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { expect, test } from 'vitest';
import { requireBuild, root, runNode } from '../helpers/consumer.js';
import { compiled } from '../helpers/script.js';

const usages: Readonly<Record<string, string>> = {
  'scripts/mock.ts': 'npm run mock [-- --port PORT]',
  'contract/main.ts': 'npm run contract -- --base-url URL',
  'codegen/main.ts': 'npm run generate ',
  'scripts/quickstart.ts': 'npm run quickstart: ',
  'scripts/test-runtimes.ts': 'npm run test:runtimes: ',
  'scripts/check-changeset.ts': 'npx tsx scripts/check-changeset.ts [--base REVISION]',
  'test/bench/main.ts': 'npm run bench -- [--only',
};
const withoutKey = { RUNCRATE_API_KEY: '' };

// One process for all, because tsx alone takes longer to start than they do.
test('every script prints its usage for --help and -h, and does nothing', async () => {
  const asNpmRunsThem = ['--import', 'tsx', '--input-type=module', '-e', callEach, ...Object.keys(usages)];
  const { exitCode, output } = await runNode(asNpmRunsThem, root, withoutKey);
  const printed = output
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Printed);
  const expected = Object.entries(usages).flatMap(([file, usage]) => [
    { file, flag: '--help', text: expect.stringMatching(startingWith(usage)) as string },
    { file, flag: '-h', text: expect.stringMatching(startingWith(usage)) as string },
  ]);
  expect({ exitCode, printed }).toEqual({ exitCode: 0, printed: expected });
});

// Each has a way of its own to end.
test.each(['scripts/mock.ts', 'contract/main.ts', 'codegen/main.ts'])(
  '%s exits with 0 after its usage',
  async (file) => {
    const { exitCode, output } = await runNode([await compiled(file), '-h'], root, withoutKey);
    expect({ exitCode, output }).toEqual({
      exitCode: 0,
      output: expect.stringMatching(startingWith(usages[file]!)) as string,
    });
  },
);

interface Printed {
  readonly file: string;
  readonly flag: string;
  readonly text: string;
}

/** Runs the scripts one after the other, each once for each flag, and prints what each has printed. */
const callEach = `
  const files = process.argv.slice(1);
  const print = console.log;
  const ended = new Error('It ends here.');
  process.exit = () => { throw ended; };
  for (const file of files) {
    for (const flag of ['--help', '-h']) {
      let text = '';
      console.log = (line) => { text += line + '\\n'; };
      process.argv = [process.execPath, file, flag];
      await import('./' + file + '?' + flag).catch((error) => { if (error !== ended) throw error; });
      print(JSON.stringify({ file, flag, text }));
    }
  }`;

function startingWith(usage: string): RegExp {
  return new RegExp(`^${usage.replaceAll(/[[\]().*+?^$|\\]/g, '\\$&')}`);
}

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
