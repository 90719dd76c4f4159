import { existsSync, readFileSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { mustRun } from './command.js';

/** A cache of installed tools for the next run. The package under test is never installed here. */
const folder = fileURLToPath(new URL('../../.scratch/runtimes/', import.meta.url));

/** A package from npm, in a folder of its own: it resolves neither other tools nor the packages of the project. */
export interface Tool {
  readonly version: string;
  /** The path of a file of the package. */
  file(path: string): string;
  /** The path of a command that it installs. */
  command(name: string): string;
  /** Loads the package, or one of its dependencies. */
  load(name: string): unknown;
  versionOf(name: string): string;
  /** The folder of a package, whether or not it is there. */
  module(name: string): string;
}

/** A tool that is not available. The message says why. */
export class MissingToolError extends Error {
  override readonly name = 'MissingToolError';
  /** Whether npm provides it. If so, its absence is a failure in CI. */
  readonly isFromNpm: boolean;

  constructor(message: string, isFromNpm: boolean) {
    super(message);
    this.isFromNpm = isFromNpm;
  }
}

const tools = new Map<string, Promise<Tool>>();

/** `specifier` is a name and a version; `others` are installed beside it. Concurrent calls install them only once. */
export function tool(specifier: string, ...others: readonly string[]): Promise<Tool> {
  const key = [specifier, ...others].join(' ');
  const known = tools.get(key) ?? install(specifier, others);
  tools.set(key, known);
  return known;
}

async function install(specifier: string, others: readonly string[]): Promise<Tool> {
  const specifiers = [specifier, ...others];
  const home = join(folder, specifiers.join('+').replaceAll('/', '+'));
  if (!existsSync(home)) await installInto(home, specifiers);
  const name = specifier.slice(0, specifier.lastIndexOf('@'));
  const load = createRequire(join(home, 'package.json'));
  const module = (dependency: string): string => join(home, 'node_modules', dependency);
  const file = (path: string): string => join(module(name), path);
  const command = (binary: string): string => join(home, 'node_modules', '.bin', binary);
  const versionOf = (dependency: string): string => {
    const manifest = readFileSync(join(home, 'node_modules', dependency, 'package.json'), 'utf8');
    return (JSON.parse(manifest) as { readonly version: string }).version;
  };
  return { version: versionOf(name), file, command, load, versionOf, module };
}

/** With npm's default retries, an unreachable registry takes a minute per package. */
const flags = ['--no-audit', '--no-fund', '--loglevel=error', '--fetch-retries=1', '--fetch-retry-mintimeout=2000'];

/** Installs into a temporary folder and renames it: `home` is always complete. Any failure is retried once. */
async function installInto(home: string, specifiers: readonly string[]): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (let attempt = 1; ; attempt++) {
    const draft = await mkdtemp(join(folder, 'draft-'));
    try {
      await writeFile(join(draft, 'package.json'), '{ "private": true }\n');
      await mustRun('npm', ['install', ...specifiers, ...flags], { cwd: draft, timeout: 300 });
      await rename(draft, home);
      return;
    } catch (error) {
      await rm(draft, { recursive: true, force: true });
      if (attempt === 2) throw new MissingToolError((error as Error).message, true);
    }
  }
}
