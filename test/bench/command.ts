import { spawn } from 'node:child_process';
import { performance } from 'node:perf_hooks';
import { root } from './root.js';

/** Runs a command in the repository and gives its seconds by the clock. Rejects with the end of what it says. */
export function runCommand(command: string, args: readonly string[]): Promise<number> {
  const startedAt = performance.now();
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    const listen = (chunk: Buffer): void => void (said = (said + chunk.toString()).slice(-4000));
    child.stdout.on('data', listen);
    child.stderr.on('data', listen);
    child.once('error', reject);
    child.once('close', (code) => {
      if (code === 0) resolve((performance.now() - startedAt) / 1000);
      else
        reject(
          new Error(
            `\`${[command, ...args].join(' ')}\` ended with code ${code}: ${said.trim().split('\n').slice(-3).join(' ')}`,
          ),
        );
    });
  });
}
