import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { build } from 'esbuild';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { leaseName } from '../../src/handwritten/leases/name.js';
import { Runcrate } from '../../src/index.node.js';
import { root } from '../helpers/build.js';
import { startProgram, type FinishedProgram } from '../helpers/program.js';
import { readPage } from '../helpers/programs.js';
import { simulatorServer, type SimulatorServer } from '../helpers/simulator-server.js';

let folder: string;

/** The programs of docs/leases.md, which need instances that end: the mock has none. */
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'runcrate-leases-'));
  const files = readPage('docs/leases.md').programs.filter(({ file }) => file !== undefined);
  for (const { file = '', text } of files) await writeFile(join(folder, file), text);
  await build({
    entryPoints: files.map(({ file = '' }) => join(folder, file)),
    outdir: folder,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node18',
    alias: { '@runcrate/sdk': join(root, 'src/index.node.ts') },
  });
  await writeFile(join(folder, 'ssh'), '#!/bin/sh\necho "$@"\n');
  await chmod(join(folder, 'ssh'), 0o755);
});

afterAll(() => rm(folder, { recursive: true }));

function run(name: string, server: SimulatorServer): Promise<FinishedProgram> {
  const PATH = `${folder}${delimiter}${process.env['PATH'] ?? ''}`;
  return startProgram([join(folder, `${name}.mjs`)], folder, { ...server.environment, PATH }).finished;
}

test.concurrent('the first program of the guide leases an H100 and releases it', async () => {
  await using server = await simulatorServer();
  const { exitCode, output } = await run('training', server);
  expect({ exitCode, output }).toMatchObject({ exitCode: 0 });
  expect(output).toMatch(/^H100 at 203\.0\.113\.\d+, \$2\.99\/h\nIt ends at \S+ at the latest\.\n$/);
  expect(server.api.instances.all().map(({ status }) => status)).toEqual(['terminated']);
});

test.concurrent('the program for ssh runs a command on the instance', async () => {
  await using server = await simulatorServer();
  const { output } = await run('ssh', server);
  expect(output).toMatch(/root@203\.0\.113\.\d+ nvidia-smi\nssh exited with 0\.\n$/);
  expect(server.api.instances.running()).toEqual([]);
});

test.concurrent('the program for cron exits with 0 if nothing was left, and with 1 if something was', async () => {
  // Now, for the program, is some hours after the start.
  await using server = await simulatorServer({ now: Date.now() - 3 * 3_600_000 });
  const { api } = server;
  expect(await run('sweep', server)).toEqual({ exitCode: 0, output: '' });
  const rc = new Runcrate(api.options);
  const expiresAt = new Date(api.clock.now() + 3_600_000);
  const lost = leaseName({ prefix: 'lease', name: 'training', id: '0123456789ab', expiresAt });
  await rc.instances.create({ name: lost, gpuType: 'A100' });
  const { exitCode, output } = await run('sweep', server);
  expect(exitCode).toBe(1);
  expect(output).toMatch(/^lease-training-0123456789ab-\w+: 3\.0 hours, about \$5\.6\d, released\n$/);
  expect(api.instances.running()).toEqual([]);
});
