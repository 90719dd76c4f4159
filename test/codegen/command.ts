import { spawnSync } from 'node:child_process';
import { runCommand } from '../../codegen/command.js';
import { root } from '../helpers/build.js';
import { compiled } from '../helpers/script.js';

export interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly error: string;
}

/** What `npm run generate --` prints and its exit code, in this process: another takes longer to start than to work. */
export async function command(...args: string[]): Promise<Ended> {
  const printed = { out: '', error: '' };
  const code = await runCommand(args, {
    log: (line: string) => void (printed.out += `${line}\n`),
    error: (line: string) => void (printed.error += `${line}\n`),
  });
  return { code, ...printed };
}

const main = await compiled('codegen/main.ts');

/** The same in a process of its own. */
export function spawned(...args: string[]): Ended {
  const { status, stdout, stderr } = spawnSync(process.execPath, [main, ...args], { cwd: root, encoding: 'utf8' });
  return { code: status, out: stdout, error: stderr };
}
