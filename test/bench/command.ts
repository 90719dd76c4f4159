import { spawn } from 'node:child_process';
import { performance } from 'node:perf_hooks';
import { root } from './root.js';

/** Runs a command in the repository and resolves with its wall-clock seconds. Rejects with the end of its output. */
export function runCommand(command: string, args: readonly string[]): Promise<number> {
  const startedAt = performance.now();
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    const listen = (chunk: Buffer): void => void (output = (output + chunk.toString()).slice(-4000));
    child.stdout.on('data', listen);
    child.stderr.on('data', listen);
    child.once('error', reject);
    child.once('close', (code) => {
      if (code === 0) resolve((performance.now() - startedAt) / 1000);
      else
        reject(
          new Error(
            `\`${[command, ...args].join(' ')}\` exited with code ${code}: ${output.trim().split('\n').slice(-3).join(' ')}`,
          ),
        );
    });
  });
}
