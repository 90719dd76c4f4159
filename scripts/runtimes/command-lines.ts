import { run } from './command.js';
import { tool } from './tools.js';
import type { Checks, Trial } from './trial.js';

interface CommandLine {
  readonly name: string;
  readonly specifier: string;
  readonly command: string;
  /** The arguments before the file. */
  readonly flags?: (folder: string) => readonly string[];
}

const node = (name: string, version: string): CommandLine => ({
  name,
  specifier: `node@${version}`,
  command: 'node',
});

const commandLines: readonly CommandLine[] = [
  // The oldest version that package.json supports, and the latest of each major version.
  node('Node 18', '18.18.0'),
  node('Node 18', '18'),
  node('Node 20', '20'),
  node('Node 22', '22'),
  node('Node 24', '24'),
  node('Node 26', '26'),
  { name: 'Bun', specifier: 'bun@1.4.4', command: 'bun' },
  {
    name: 'Deno',
    specifier: 'deno@2.9.6',
    command: 'deno',
    // Access to environment variables and to the rest of the file system is denied.
    flags: (folder) => [
      'run',
      '--no-prompt',
      '--allow-net=127.0.0.1',
      `--allow-read=${folder}`,
      `--allow-write=${folder}`,
    ],
  },
];

/** Runtimes with a command line and a file system. */
export const commandLineTrials: readonly Trial[] = commandLines.flatMap((commandLine) =>
  ['mjs', 'cjs'].map((extension): Trial => {
    const format = extension === 'mjs' ? 'import' : 'require';
    return {
      name: commandLine.name,
      format,
      async run({ project, origin }) {
        const runtime = await tool(commandLine.specifier);
        const folder = await project.newFolder(`files-${commandLine.specifier}-${format}`);
        const flags = commandLine.flags?.(project.folder) ?? [];
        const args = [...flags, `run.${extension}`, origin, folder];
        return {
          version: runtime.version,
          checks: await checksOf(runtime.command(commandLine.command), args, project.folder),
        };
      },
    };
  }),
);

async function checksOf(command: string, args: readonly string[], cwd: string): Promise<Checks> {
  const { exitCode, stdout, output } = await run(command, args, { cwd });
  if (exitCode !== 0) throw new Error(`exited with ${exitCode}: ${output.trim().slice(-1000)}`);
  return JSON.parse(stdout) as Checks;
}
