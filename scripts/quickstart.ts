// `npm run quickstart`: checks generated/, builds the package, and runs a program against the simulator of
// `@runcrate/sdk/testing` on a port.
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { helpOn, outliveReader } from './command-line.js';
import { createSimulator, type SimulatorServer } from '../src/testing.node.js';

const root = fileURLToPath(new URL('..', import.meta.url));
outliveReader();
helpOn(
  'npm run quickstart: checks generated/, builds, and runs scripts/quickstart-program.mjs against the API simulator.',
);
const start = performance.now();

try {
  await step('generated/ is up to date with openapi.json', () => npmRun('generate:check'));
  await step('the package is built', () => npmRun('build'));
  const api = createSimulator();
  api.chat.reply({ content: 'A GPU does many simple calculations at the same time.', delay: 2.4 });
  // A minute takes a second.
  await using server = await step('a simulator of openapi.json is listening', () => api.listen({ speed: 60 }));
  console.log(`\nA program that imports '@runcrate/sdk', with ${server.baseUrl} and ${server.inferenceUrl}:\n`);
  await runProgram(server, String(api.options.apiKey));
  console.log(`\nDone in ${seconds(start)}. The program is scripts/quickstart-program.mjs.`);
} catch (error) {
  console.error(`\nThe quickstart failed: ${(error as Error).message}`);
  process.exitCode = 1;
}

async function step<T>(done: string, work: () => Promise<T>): Promise<T> {
  const begin = performance.now();
  const result = await work();
  console.log(`✓ ${done.padEnd(50)}${seconds(begin).padStart(7)}`);
  return result;
}

async function npmRun(script: string): Promise<void> {
  const { exitCode, output } = await run('npm', ['run', '--silent', script], {}, 'pipe');
  if (exitCode !== 0) throw new Error(`npm run ${script} exited with ${exitCode}.\n${output}`);
}

async function runProgram({ baseUrl, inferenceUrl }: SimulatorServer, apiKey: string): Promise<void> {
  const environment = {
    RUNCRATE_API_KEY: apiKey,
    RUNCRATE_BASE_URL: baseUrl,
    RUNCRATE_INFERENCE_URL: inferenceUrl,
  };
  const { exitCode } = await run(process.execPath, ['scripts/quickstart-program.mjs'], environment, 'forward');
  if (exitCode !== 0) throw new Error(`the program exited with ${exitCode}: see the part marked "failed" above.`);
}

function run(
  command: string,
  args: readonly string[],
  environment: NodeJS.ProcessEnv,
  output: 'pipe' | 'forward',
): Promise<{ readonly exitCode: number | string; readonly output: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: root,
      env: { ...process.env, ...environment },
      // Through this process, which keeps running when its reader is gone.
      stdio: ['ignore', 'pipe', 'pipe'],
      // On Windows npm is a shell script.
      shell: command === 'npm' && process.platform === 'win32',
    });
    let text = '';
    const collect = (chunk: Buffer): void => void (text += chunk.toString());
    child.stdout.on('data', collect);
    child.stderr.on('data', collect);
    if (output === 'forward') {
      child.stdout.pipe(process.stdout, { end: false });
      child.stderr.pipe(process.stderr, { end: false });
    }
    child.once('error', reject);
    child.once('close', (code, signal) => resolve({ exitCode: code ?? signal ?? 'nothing', output: text }));
  });
}

function seconds(since: number): string {
  return `${((performance.now() - since) / 1000).toFixed(1)} s`;
}
