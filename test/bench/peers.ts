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
  const missing = await namesMissing();
  if (missing.length > 0) {
    await mkdir(folder, { recursive: true });
    await writeFile(join(folder, 'package.json'), '{ "private": true }\n');
    const packages = Object.entries(wanted).map(([name, version]) => `${name}@${version}`);
    try {
      const quiet = ['--no-audit', '--no-fund', '--ignore-scripts'];
      await runCommand('npm', ['install', '--prefix', folder, ...quiet, ...packages]);
    } catch (error) {
      say(`Compared without ${missing.join(' and ')}, which could not be installed: ${(error as Error).message}`);
    }
  }
  const absent = await namesMissing();
  const found = Object.keys(wanted).filter((name) => !absent.includes(name));
  return Object.fromEntries(await Promise.all(found.map(async (name) => [name, await importable(name)] as const)));
}

/** The URL of a module that the workers can import from their own folder. */
async function importable(name: string): Promise<string> {
  const path = join(folder, `${name}.mjs`);
  await writeFile(path, `export { default } from '${name}';\n`);
  return pathToFileURL(path).href;
}

async function namesMissing(): Promise<string[]> {
  const versions = await Promise.all(Object.keys(wanted).map(installedVersion));
  return Object.entries(wanted)
    .filter(([, version], at) => versions[at] !== version)
    .map(([name]) => name);
}

async function installedVersion(name: string): Promise<string | undefined> {
  try {
    const text = await readFile(join(folder, 'node_modules', name, 'package.json'), 'utf8');
    return (JSON.parse(text) as { version: string }).version;
  } catch {
    return undefined;
  }
}
