import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { runCommand } from './command.js';
import { root } from './root.js';

/** The URL of each module that could be installed. */
export type Peers = Readonly<Record<string, string>>;

/** Packages that the project itself does not use. ky 2 requires a later version of Node.js than the project. */
const wanted: Readonly<Record<string, string>> = { ky: '1.14.3', 'groq-sdk': '1.6.0' };

const folder = join(root, '.scratch/bench-peers');

/** Installs the peers once, into a folder that git ignores. `say` is called with what is missing, and why. */
export async function installPeers(say: (sentence: string) => void): Promise<Peers> {
  try {
    await installPackages(folder, wanted);
  } catch (error) {
    say(
      `Compared without ${(await namesMissing(folder, wanted)).join(' and ')}, which could not be installed: ${(error as Error).message}`,
    );
  }
  const absent = await namesMissing(folder, wanted);
  const found = Object.keys(wanted).filter((name) => !absent.includes(name));
  return Object.fromEntries(await Promise.all(found.map(async (name) => [name, await importable(name)] as const)));
}

/** Installs packages of these versions into a folder of `.scratch`, unless they are there. */
export async function installPackages(into: string, versions: Readonly<Record<string, string>>): Promise<void> {
  if ((await namesMissing(into, versions)).length === 0) return;
  await mkdir(into, { recursive: true });
  await writeFile(join(into, 'package.json'), '{ "private": true }\n');
  const packages = Object.entries(versions).map(([name, version]) => `${name}@${version}`);
  await runCommand('npm', ['install', '--prefix', into, '--no-audit', '--no-fund', '--ignore-scripts', ...packages]);
}

/** The URL of a module that the workers can import from their own folder. */
async function importable(name: string): Promise<string> {
  const path = join(folder, `${name}.mjs`);
  await writeFile(path, `export { default } from '${name}';\n`);
  return pathToFileURL(path).href;
}

async function namesMissing(from: string, versions: Readonly<Record<string, string>>): Promise<string[]> {
  const found = await Promise.all(Object.keys(versions).map((name) => installedVersion(from, name)));
  return Object.entries(versions)
    .filter(([, version], at) => found[at] !== version)
    .map(([name]) => name);
}

async function installedVersion(from: string, name: string): Promise<string | undefined> {
  try {
    const text = await readFile(join(from, 'node_modules', name, 'package.json'), 'utf8');
    return (JSON.parse(text) as { version: string }).version;
  } catch {
    return undefined;
  }
}
