import { symlink, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { createSimulator } from '../../src/testing.node.js';
import { readPage, toJavaScript, type Program } from '../../test/helpers/programs.js';
import { run } from './command.js';
import { tool, type Tool } from './tools.js';
import type { Bench, Checks, Section, Trial } from './trial.js';

/** What a guide shows of other libraries. A program that serves is asked once. */
interface Example {
  readonly guide: string;
  readonly file: string;
  readonly packages: readonly [string, ...string[]];
  /** The expression of a response, with what the file exports as `own`. */
  readonly ask?: string;
}

const reply = 'Hello from the simulator.';
const post = `new Request('http://localhost/chat', { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{"prompt":"Hello!"}' })`;

const examples: readonly Example[] = [
  { guide: 'docs/openai.md', file: 'openai.ts', packages: ['openai@6.49.0'] },
  { guide: 'docs/openai.md', file: 'ai-sdk.ts', packages: ['ai@6.0.326', '@ai-sdk/openai-compatible@2.0.92'] },
  { guide: 'docs/openai.md', file: 'langchain.ts', packages: ['@langchain/openai@1.5.8', '@langchain/core@1.4.0'] },
  {
    guide: 'docs/frameworks.md',
    file: 'app/api/chat/route.ts',
    packages: ['typescript@5.9.3'],
    ask: `own.POST(${post})`,
  },
  { guide: 'docs/frameworks.md', file: 'hono.ts', packages: ['hono@4.13.19'], ask: `own.app.fetch(${post})` },
  {
    guide: 'docs/frameworks.md',
    file: 'express.ts',
    packages: ['express@5.3.0', '@types/express@5.0.6'],
    ask: askExpress(),
  },
];

/** The blocks of the guides that need other libraries: compiled, and run against the simulator. */
export const guideExamples: Section = {
  subject: 'guide',
  checks: ['compiles', 'runs'],
  trials: examples.map((example): Trial => ({
    name: example.packages[0].replace(/(.)@.*$/, '$1'),
    format: example.guide.replace('docs/', ''),
    run: (bench) => tryExample(example, bench),
  })),
};

async function tryExample(
  { guide, file, packages: [first, ...others], ask }: Example,
  { project }: Bench,
): Promise<{ readonly version: string; readonly checks: Checks }> {
  const program = readPage(guide).programs.find((one) => one.file === file);
  if (!program) throw new Error(`${guide} has no block that begins with // ${file}`);
  const library = await tool(first, ...others, '@types/node@20.19.25');
  const folder = await project.newFolder(`guide-${file.replaceAll(/\W/g, '-')}`);
  await symlink(modulesOf(library), join(folder, 'node_modules'), 'junction');
  return {
    version: library.version,
    checks: { compiles: await compile(program, folder), runs: await start(program, folder, ask) },
  };
}

/** The folder of all that was installed with a tool. */
function modulesOf(library: Tool): string {
  return dirname(library.module('@types'));
}

async function compile({ text }: Program, folder: string): Promise<string> {
  const compilerOptions = {
    strict: true,
    exactOptionalPropertyTypes: true,
    noEmit: true,
    // The libraries' own types are theirs.
    skipLibCheck: true,
    // Without `lib`, as `tsc --init` leaves it: the DOM's streams are async iterables too.
    target: 'es2023',
    module: 'nodenext',
    types: ['node'],
  };
  await writeFile(join(folder, 'package.json'), '{ "private": true, "type": "module" }\n');
  await writeFile(join(folder, 'program.ts'), text);
  await writeFile(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, files: ['program.ts'] }));
  const tsc = createRequire(import.meta.url).resolve('typescript/bin/tsc');
  const { exitCode, output } = await run(process.execPath, [tsc, '-p', folder, '--pretty', 'false'], { cwd: folder });
  return exitCode === 0 ? '' : output;
}

/** The problem with what it prints, or with the response that it gives. */
async function start({ text }: Program, folder: string, ask: string | undefined): Promise<string> {
  const api = createSimulator();
  api.chat.reply(reply);
  await using server = await api.listen();
  const code = toJavaScript(text).replaceAll('https://api.runcrate.ai/v1', server.inferenceUrl);
  await writeFile(join(folder, 'program.js'), code);
  const asking = `const own = await import('./program.js');\nconsole.log(await (await ${ask ?? 'undefined'}).text());\nprocess.exit();\n`;
  await writeFile(join(folder, 'main.js'), ask === undefined ? `await import('./program.js');\n` : asking);
  const env = {
    RUNCRATE_API_KEY: api.options.apiKey as string,
    RUNCRATE_BASE_URL: server.baseUrl,
    RUNCRATE_INFERENCE_URL: server.inferenceUrl,
  };
  const { exitCode, output } = await run(process.execPath, ['main.js'], { cwd: folder, env });
  // The pieces of a forwarded stream are lines of JSON.
  const words = reply.split(' ').every((word) => output.includes(word.replace('.', '')));
  return exitCode === 0 && words ? '' : `exit code ${exitCode}: ${output}`;
}

function askExpress(): string {
  return `new Promise((resolve, reject) => {
    const server = own.app.listen(0, '127.0.0.1', () => {
      fetch('http://127.0.0.1:' + server.address().port + '/chat', {
        method: 'POST', headers: { 'content-type': 'application/json' }, body: '{"prompt":"Hello!"}',
      }).then(resolve, reject);
    });
  })`;
}
