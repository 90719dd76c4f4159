import { existsSync, readFileSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { mustRun } from './command.js';

/** What is installed stays here for the next run; nothing of the package under test. */
const folder = fileURLToPath(new URL('../../.scratch/runtimes/', import.meta.url));

/** A package from npm, in a folder of its own, so that none sees the others or the project's. */
export interface Tool {
  readonly version: string;
  /** A file of the package. */
  file(path: string): string;
  /** A command that it installs. */
  command(name: string): string;
  /** Loads the package, or one that it brought along. */
  load(name: string): unknown;
  versionOf(name: string): string;
}

/** Something that is not there to be tested with, and why. */
export class MissingToolError extends Error {
  override readonly name = 'MissingToolError';
  /** Whether npm should have had it, so that its lack is a fault of the run. */
  readonly isFromNpm: boolean;

  constructor(message: string, isFromNpm: boolean) {
    super(message);
    this.isFromNpm = isFromNpm;
  }
}

const tools = new Map<string, Promise<Tool>>();

/** `specifier` is a name and a version. Installed once, even if many ask at the same time. */
export function tool(specifier: string): Promise<Tool> {
  const known = tools.get(specifier) ?? install(specifier);
  tools.set(specifier, known);
  return known;
}

async function install(specifier: string): Promise<Tool> {
  const home = join(folder, specifier.replaceAll('/', '+'));
  if (!existsSync(home)) await installInto(home, specifier);
  const name = specifier.slice(0, specifier.lastIndexOf('@'));
  const load = createRequire(join(home, 'package.json'));
  const file = (path: string): string => join(home, 'node_modules', name, path);
  const command = (binary: string): string => join(home, 'node_modules', '.bin', binary);
  const versionOf = (dependency: string): string => {
    const manifest = readFileSync(join(home, 'node_modules', dependency, 'package.json'), 'utf8');
    return (JSON.parse(manifest) as { readonly version: string }).version;
  };
  return { version: versionOf(name), file, command, load, versionOf };
}

/** npm's own patience with a registry that is away takes a minute a package. */
const flags = ['--no-audit', '--no-fund', '--loglevel=error', '--fetch-retries=1', '--fetch-retry-mintimeout=2000'];

/** Beside its place first: what is at its place is whole. Whatever went wrong is tried once more. */
async function installInto(home: string, specifier: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (let attempt = 1; ; attempt++) {
    const draft = await mkdtemp(join(folder, 'draft-'));
    try {
      await writeFile(join(draft, 'package.json'), '{ "private": true }\n');
      await mustRun('npm', ['install', specifier, ...flags], { cwd: draft, timeout: 300 });
      await rename(draft, home);
      return;
    } catch (error) {
      await rm(draft, { recursive: true, force: true });
      if (attempt === 2) throw new MissingToolError((error as Error).message, true);
    }
  }
}
