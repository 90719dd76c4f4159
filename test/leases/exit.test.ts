import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { build } from 'esbuild';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createSimulator, type Simulator } from '../../src/handwritten/testing/simulator.js';
import { Runcrate } from '../../src/index.js';
import { Runcrate as NodeRuncrate } from '../../src/index.node.js';
import { startProgram, type RunningProgram } from '../helpers/program.js';
import { simulatorServer } from '../helpers/simulator-server.js';

let folder: string;
let program: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'runcrate-leases-'));
  program = join(folder, 'program.mjs');
  await build({
    entryPoints: [fileURLToPath(new URL('exit.program.ts', import.meta.url))],
    outfile: program,
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node18',
  });
});

afterAll(() => rm(folder, { recursive: true }));

/** A simulator behind a real server, and a program that leases an instance from it. */
interface World extends AsyncDisposable {
  readonly api: Simulator;
  readonly run: RunningProgram;
}

async function start(ending: string): Promise<World> {
  const server = await simulatorServer();
  const run = startProgram([program, ending], folder, server.environment);
  const dispose = async (): Promise<void> => {
    run.signal('SIGKILL');
    await run.finished;
    await server[Symbol.asyncDispose]();
  };
  return { api: server.api, run, [Symbol.asyncDispose]: dispose };
}

const released = ['releasing', 'released'];

test.concurrent.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)(
  'a process that %s ends releases its lease first, and ends by the signal',
  async (signal) => {
    await using world = await start('waits');
    await world.run.printed('Acquired.');
    world.run.signal(signal);
    const { exitCode, output } = await world.run.finished;
    expect(exitCode).toBe(signal);
    expect(output.trim().split('\n').slice(-4)).toEqual(['ending', `Error: Stopped by ${signal}.`, ...released]);
    expect(world.api.instances.all().map(({ status }) => status)).toEqual(['terminated']);
  },
);

test.concurrent.each(['throws', 'rejects'])(
  'a process that %s and does not catch it releases its lease first, and fails as without a lease',
  async (ending) => {
    await using world = await start(ending);
    const { exitCode, output } = await world.run.finished;
    expect(exitCode).toBe(1);
    const [before, after] = output.split('released\n');
    expect(before).toContain('Error: Stopped by an uncaught error.');
    expect(after).toContain('Error: Of the program.');
    expect(world.api.instances.running()).toEqual([]);
  },
);

test.concurrent('a process that has nothing left to do releases its lease first', async () => {
  await using world = await start('drains');
  const { exitCode, output } = await world.run.finished;
  expect(exitCode).toBe(0);
  expect(output).toContain('released\n');
  expect(world.api.instances.running()).toEqual([]);
});

test.concurrent('a listener that was there runs after the release, and decides how the process ends', async () => {
  await using world = await start('listens');
  await world.run.printed('Acquired.');
  world.run.signal('SIGINT');
  const { exitCode, output } = await world.run.finished;
  expect(exitCode).toBe(7);
  expect(output.trim().split('\n').slice(-3)).toEqual([...released, 'A listener of the program.']);
});

test.concurrent('a second Ctrl-C ends the process at once, unless npm or npx has doubled the first', async () => {
  await using world = await start('waits');
  world.api.fail('terminateInstance', { never: true, times: 3 });
  await world.run.printed('Acquired.');
  world.run.signal('SIGINT');
  await world.run.printed('releasing');
  world.run.signal('SIGINT');
  // For a person, not for the machine: what comes within a second is the same key.
  await sleep(1100);
  world.run.signal('SIGINT');
  const { exitCode, output } = await world.run.finished;
  expect(exitCode).toBe(130);
  expect(output).not.toContain('released');
});

test.concurrent('what a process leaves that was killed by kill -9, the sweep finds', async () => {
  await using world = await start('is-killed');
  await world.run.printed('Acquired.');
  world.run.signal('SIGKILL');
  expect((await world.run.finished).exitCode).toBe('SIGKILL');
  const { api } = world;
  expect(api.instances.running()).toHaveLength(1);
  const rc = new NodeRuncrate(api.options);
  expect(await rc.instances.sweepLeases()).toEqual([]);
  await api.clock.advance(3_900_000 + 60_000);
  expect(await rc.instances.sweepLeases()).toMatchObject([{ name: 'exit', outcome: 'released' }]);
  expect(api.instances.running()).toEqual([]);
});

test('a worker thread is told that it has no signals, before anything is sent', async () => {
  const worker = new Worker(program, { argv: ['waits'], env: { RUNCRATE_API_KEY: 'rc_live_test' } });
  const [error] = (await once(worker, 'error').catch((thrown: unknown) => [thrown])) as [Error];
  expect(error.message).toBe('`onExit` works in the main thread only: a worker thread gets no signals.');
});

test('a browser is told that it has no process, before anything is sent', async () => {
  const api = createSimulator();
  const rc = new Runcrate(api.options);
  const lease = rc.instances.lease({ name: 'a', gpuType: 'A100', maxDuration: 60, onExit: 'release' });
  await expect(lease).rejects.toThrow('`onExit` needs a process, and this platform has none.');
  expect(api.requests()).toEqual([]);
});
