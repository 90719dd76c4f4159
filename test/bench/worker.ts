import { build } from 'esbuild';
import { fork } from 'node:child_process';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from './root.js';

const source = join(root, 'test/bench/workers');
const compiled = join(root, '.scratch/bench');

/**
 * Compiles the workers. They run on plain Node.js, as a user's program does: the code that tsx adds to each function
 * would be measured too. The package is imported by its name, and so from `dist`.
 */
export async function compileWorkers(): Promise<void> {
  const names = await readdir(source);
  await build({
    entryPoints: names.map((name) => join(source, name)),
    outdir: compiled,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    external: ['@runcrate/sdk', 'openai', 'openapi-fetch', 'tsx'],
  });
}

/** Runs a worker in a process of its own and returns its report. */
export function runWorker<Report>(worker: string, task: object = {}): Promise<Report> {
  return new Promise((resolve, reject) => {
    const child = fork(join(compiled, `${worker}.js`), [JSON.stringify(task)], {
      execArgv: ['--expose-gc'],
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
      timeout: 10 * 60 * 1000,
    });
    let report: Report | undefined;
    let stderr = '';
    child.stderr!.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
    child.once('message', (message) => (report = message as Report));
    child.once('error', reject);
    child.once('close', (code, signal) => {
      if (code === 0 && report !== undefined) resolve(report);
      else reject(new Error(`The worker "${worker}" exited with ${signal ?? `code ${code}`}: ${reasonIn(stderr)}`));
    });
  });
}

/** The line of an uncaught error that has its name and message. */
function reasonIn(stderr: string): string {
  const lines = stderr.trim().split('\n');
  return lines.find((line) => /^\S*Error\b/.test(line)) ?? lines[0]!;
}
