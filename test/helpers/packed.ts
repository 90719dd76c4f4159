import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { root } from './consumer.js';

const execute = promisify(execFile);

/** The package as npm would publish it. */
export interface Packed extends AsyncDisposable {
  readonly tarball: string;
  /** The folder of the package, as npm would install it. */
  readonly unpacked: string;
  readonly files: readonly string[];
  /** Bytes of all files. */
  readonly unpackedSize: number;
}

/** Packs the build. */
export async function packed(): Promise<Packed> {
  const folder = await mkdtemp(join(tmpdir(), 'runcrate-package-'));
  const { stdout } = await execute('npm', ['pack', '--json', '--pack-destination', folder], { cwd: root });
  const [pack] = JSON.parse(stdout) as [{ filename: string; unpackedSize: number; files: { path: string }[] }];
  const tarball = join(folder, pack.filename);
  await execute('tar', ['-xzf', tarball, '-C', folder]);
  return {
    tarball,
    unpacked: join(folder, 'package'),
    files: pack.files.map(({ path }) => path),
    unpackedSize: pack.unpackedSize,
    [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true }),
  };
}
