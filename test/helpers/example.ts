import { transform } from 'esbuild';
import { copyFile, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { requireBuild, root } from './build.js';
import { startProgram, type FinishedProgram, type RunningProgram } from './program.js';

export interface ExampleOptions {
  readonly args?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  /** Where it runs; by default a new folder. */
  readonly folder?: string;
}

export interface Examples {
  /** Starts a program, with the built package installed. `name` is that of the file, without its extension. */
  start(name: string, options?: ExampleOptions): Promise<RunningProgram>;
  /** Runs a program until it exits. */
  run(name: string, options?: ExampleOptions): Promise<FinishedProgram>;
  /** A new folder. */
  folder(): Promise<string>;
}

/** Installs the examples into a project of their own, compiled, before the tests of a file; removes it after them. */
export function useExamples(): Examples {
  let project: string;
  let folders = 0;
  const running = new Set<RunningProgram>();
  beforeAll(async () => {
    await requireBuild();
    project = await install();
  });
  afterAll(async () => {
    for (const example of running) example.signal('SIGKILL');
    await Promise.all([...running].map(({ finished }) => finished));
    await rm(project, { recursive: true });
  });
  const folder = async (): Promise<string> => {
    const path = join(project, `run-${++folders}`);
    await mkdir(path);
    return path;
  };
  const start: Examples['start'] = async (name, { args = [], environment = {}, folder: cwd } = {}) => {
    const example = startProgram([join(project, `${name}.mjs`), ...args], cwd ?? (await folder()), environment);
    running.add(example);
    void example.finished.then(() => running.delete(example));
    return example;
  };
  const run: Examples['run'] = async (name, options) => {
    const example = await start(name, options);
    example.endInput();
    return example.finished;
  };
  return { start, run, folder };
}

/** A consumer's project: the examples as JavaScript, the built package, and other dependencies of one of them. */
async function install(): Promise<string> {
  const project = await mkdtemp(join(tmpdir(), 'runcrate-examples-'));
  const modules = join(project, 'node_modules');
  await mkdir(join(modules, '@runcrate'), { recursive: true });
  await symlink(root, join(modules, '@runcrate', 'sdk'), 'junction');
  for (const name of ['hono', '@hono', 'zod', 'cli-progress'])
    await symlink(join(root, 'node_modules', name), join(modules, name), 'junction');
  for (const file of await readdir(join(root, 'examples'))) {
    const source = join(root, 'examples', file);
    if (/\.(?:html|js)$/.test(file)) await copyFile(source, join(project, file));
    if (!file.endsWith('.ts')) continue;
    const { code } = await transform(await readFile(source, 'utf8'), { loader: 'ts', target: 'node18' });
    await writeFile(join(project, file.replace(/ts$/, 'mjs')), code);
  }
  return project;
}
