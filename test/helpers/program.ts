import { spawn } from 'node:child_process';
import type { LoopbackServer } from './loopback-server.js';

/** A running program. */
export interface RunningProgram {
  /** All that it printed so far, errors included. */
  readonly output: string;
  /** Where it runs. */
  readonly folder: string;
  /** Resolves when the text has been printed, rejects if the program exits without it. */
  printed(text: string): Promise<void>;
  /** Types a line. */
  type(line: string): void;
  /** Ends the input, as Ctrl-D does. */
  endInput(): void;
  signal(name: NodeJS.Signals): void;
  /** Reads no more of its output, as a terminal that is closed. */
  closeOutput(): void;
  /** Resolves when it has exited. */
  readonly finished: Promise<FinishedProgram>;
}

export interface FinishedProgram {
  /** The name of the signal, if one ended it. */
  readonly exitCode: number | string;
  readonly output: string;
}

/** Starts Node with a program. */
export function startProgram(
  args: readonly string[],
  folder: string,
  environment: Readonly<Record<string, string>>,
): RunningProgram {
  const child = spawn(process.execPath, args, { cwd: folder, env: { ...process.env, ...environment } });
  let output = '';
  const listeners = new Set<() => void>();
  const collect = (chunk: Buffer): void => {
    output += chunk.toString();
    for (const listener of listeners) listener();
  };
  child.stdout.on('data', collect);
  child.stderr.on('data', collect);
  // A program that has exited accepts no input.
  child.stdin.on('error', () => undefined);
  const finished = new Promise<FinishedProgram>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) => resolve({ exitCode: code ?? signal ?? 'nothing', output }));
  });
  const printed = (text: string): Promise<void> =>
    new Promise((resolve, reject) => {
      const check = (): void => {
        if (!output.includes(text)) return;
        listeners.delete(check);
        resolve();
      };
      listeners.add(check);
      check();
      void finished.then(() => reject(new Error(`It exited without printing "${text}":\n${output}`)));
    });
  return {
    folder,
    finished,
    printed,
    get output() {
      return output;
    },
    type: (line) => void child.stdin.write(`${line}\n`),
    endInput: () => void child.stdin.end(),
    signal: (name) => void child.kill(name),
    closeOutput: () => {
      child.stdout.destroy();
      child.stderr.destroy();
    },
  };
}

/** The environment variables with which a program calls a server of the tests. */
export function environmentOf({ url }: Pick<LoopbackServer, 'url'>): Readonly<Record<string, string>> {
  return { RUNCRATE_API_KEY: 'rc_live_test', RUNCRATE_BASE_URL: url, RUNCRATE_INFERENCE_URL: url };
}
