import { spawn } from 'node:child_process';

export interface Finished {
  readonly exitCode: number | string;
  /** Its standard output. */
  readonly stdout: string;
  /** Its standard output and standard error. */
  readonly output: string;
}

/** Runs a program until it exits, or kills it after `timeout` seconds (default: 300). */
export function run(
  command: string,
  args: readonly string[],
  { cwd, timeout = 300, env = {} }: { cwd: string; timeout?: number; env?: NodeJS.ProcessEnv },
): Promise<Finished> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: timeout * 1000,
      killSignal: 'SIGKILL',
      // On Windows npm is a shell script.
      shell: command === 'npm' && process.platform === 'win32',
    });
    let stdout = '';
    let output = '';
    child.stdout.on('data', (piece: Buffer) => (stdout += piece.toString()));
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (piece: Buffer) => (output += piece.toString()));
    child.once('error', reject);
    child.once('close', (code, signal) => {
      const exitCode = code ?? (signal === 'SIGKILL' ? `a timeout after ${timeout} s` : String(signal));
      resolve({ exitCode, stdout, output });
    });
  });
}

/** Like `run`, but throws if the program fails, with the start and the end of its output. */
export async function mustRun(...args: Parameters<typeof run>): Promise<Finished> {
  const finished = await run(...args);
  if (finished.exitCode === 0) return finished;
  const lines = finished.output.trim().split('\n');
  const excerpt = lines.length <= 10 ? lines : [...lines.slice(0, 5), '…', ...lines.slice(-5)];
  throw new Error(
    `${args[0]} ${args[1].slice(0, 2).join(' ')} exited with ${finished.exitCode}: ${excerpt.join('\n')}`,
  );
}
