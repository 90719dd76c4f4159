// Runs commands in parallel and prints the output of each when it exits. Fails if one of them fails.
import { spawn } from 'node:child_process';

const results = await Promise.all(process.argv.slice(2).map(run));
process.exitCode = results.every((code) => code === 0) ? 0 : 1;

function run(command) {
  return new Promise((resolve) => {
    const child = spawn(command, { shell: true, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (output += text));
    child.once('error', (error) => (output += error.message));
    child.once('close', (code) => {
      process.stdout.write(`> ${command}${code === 0 ? '' : ` (failed: ${code})`}\n${output}`);
      resolve(code);
    });
  });
}
