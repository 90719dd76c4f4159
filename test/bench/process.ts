import { spawn } from 'node:child_process';

/** The figures of a whole process, with its threads. */
export interface ProcessFigures {
  readonly seconds: number;
  /** User and system time. */
  readonly cpu: number;
  /** At its peak. */
  readonly megabytes: number;
}

/** Written to file descriptor 3 when the process ends. Threads load this too. */
const report = `data:text/javascript,
  import { writeSync } from "node:fs";
  import { isMainThread } from "node:worker_threads";
  if (isMainThread) process.on("exit", () => writeSync(3, JSON.stringify(process.resourceUsage())));`.replaceAll(
  /\s+/g,
  ' ',
);

/** Runs Node.js to its end. Resolves with undefined if it exits with another code than 0, or takes longer. */
export function inProcess(
  args: readonly string[],
  { cwd, seconds }: { readonly cwd: string; readonly seconds: number },
): Promise<ProcessFigures | undefined> {
  const startedAt = performance.now();
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--import', report, ...args], {
      cwd,
      stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
      timeout: seconds * 1000,
    });
    let text = '';
    child.stdio[3]?.on('data', (chunk: Buffer) => (text += chunk.toString()));
    child.once('error', reject);
    child.once('close', (code) => {
      if (code !== 0 || text === '') return resolve(undefined);
      const usage = JSON.parse(text) as NodeJS.ResourceUsage;
      const cpu = (usage.userCPUTime + usage.systemCPUTime) / 1e6;
      resolve({ seconds: (performance.now() - startedAt) / 1000, cpu, megabytes: usage.maxRSS / 1024 });
    });
  });
}
