import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { transform } from 'esbuild';
import { mustRun } from './command.js';

const root = fileURLToPath(new URL('../../', import.meta.url));
const programs = fileURLToPath(new URL('programs/', import.meta.url));

/** A consumer's project outside of this repository, with only the packed package installed. */
export interface Project extends AsyncDisposable {
  readonly folder: string;
  /** Creates a folder in the project. */
  newFolder(name: string): Promise<string>;
}

/** Builds, packs and installs the package, and copies the programs into the project. */
export async function freshProject(): Promise<Project> {
  const folder = await mkdtemp(join(tmpdir(), 'runcrate-runtimes-'));
  const dispose = (): Promise<void> => rm(folder, { recursive: true, force: true });
  try {
    await mustRun('npm', ['run', '--silent', 'build'], { cwd: root, timeout: 300 });
    const packed = await mustRun('npm', ['pack', '--json', '--pack-destination', folder], { cwd: root });
    const [{ filename }] = JSON.parse(packed.stdout) as [{ readonly filename: string }];
    await writeFile(join(folder, 'package.json'), '{ "private": true, "type": "module" }\n');
    await mustRun('npm', ['install', `./${filename}`, '--offline', '--no-audit', '--no-fund'], { cwd: folder });
    await copyPrograms(folder);
  } catch (error) {
    await dispose();
    throw error;
  }
  return {
    folder,
    async newFolder(name) {
      await mkdir(join(folder, name), { recursive: true });
      return join(folder, name);
    },
    [Symbol.asyncDispose]: dispose,
  };
}

async function copyPrograms(folder: string): Promise<void> {
  for (const name of await readdir(programs)) {
    const text = await readFile(join(programs, name), 'utf8');
    if (!name.endsWith('.ts')) await writeFile(join(folder, name), text);
    else {
      const { code } = await transform(text, { loader: 'ts', target: 'es2022' });
      await writeFile(join(folder, name.replace(/\.ts$/, '.js')), code);
    }
  }
}
