import { mkdir, readFile, realpath, symlink, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { run } from './command.js';
import { tool } from './tools.js';
import type { Bench, Checks, Section, Trial } from './trial.js';

const modules = fileURLToPath(new URL('../../node_modules/', import.meta.url));
const tests = fileURLToPath(new URL('../../test/', import.meta.url));

/** Every call of the documentation, then correct usage with explicit types, then mistakes that must not compile. */
const programs = [
  'fixtures/documentation',
  'fixtures/documentation-media',
  'types/consumer/usage',
  'types/consumer/mistakes',
];

/** For a program without any types of a platform. */
const bare = 'types/consumer/bare';

/** What follows from a schema of each library. The declarations of the libraries themselves are not checked. */
const ofSchemas = ['zod', 'arktype', 'valibot', 'typebox'].map((library) => `types/consumer/schemas/${library}`);

/** What these programs import, of this repository. */
const libraries = ['zod', 'arktype', 'valibot', '@valibot/to-json-schema', 'typebox'];

const versions = ['5.4.5', '5.9.3', '6.0.3', '7.0.2'];

const resolutions = [
  { name: 'nodenext', options: { module: 'nodenext', moduleResolution: 'nodenext' }, extensions: ['mts', 'cts'] },
  { name: 'bundler', options: { module: 'esnext', moduleResolution: 'bundler' }, extensions: ['ts'] },
] as const;

type Resolution = (typeof resolutions)[number];

/** The published types, for a consumer with the strictest compiler options and without @types/node. */
export const compilers: Section = {
  subject: 'types',
  checks: ['package', ...[...programs, bare, ...ofSchemas].map((program) => basename(program))],
  trials: versions.flatMap((version) =>
    resolutions.map((resolution): Trial => ({
      name: 'TypeScript',
      format: resolution.name,
      run: (bench) => compile(version, resolution, bench),
    })),
  ),
};

async function compile(
  version: string,
  resolution: Resolution,
  { project }: Bench,
): Promise<{ readonly version: string; readonly checks: Checks }> {
  const typescript = await tool(`typescript@${version}`);
  let outputs = '';
  for (const [name, lib, texts] of [
    ['dom', ['es2022', 'dom'], programs],
    ['bare', ['es2022'], [bare]],
    ['schemas', ['es2022', 'dom'], ofSchemas],
  ] as const) {
    const folder = await project.newFolder(`types-${version}-${resolution.name}-${name}`);
    await writePrograms(folder, resolution, lib, texts);
    if (texts === ofSchemas) await linkLibraries(folder);
    const command = [typescript.file('bin/tsc'), '-p', folder, '--pretty', 'false'];
    const { exitCode, output } = await run(process.execPath, command, { cwd: folder });
    const hasProblem = Object.values(problemsByProgram(output)).some((problem) => problem !== '');
    if (exitCode !== 0 && !hasProblem) throw new Error(`the compiler exited with ${exitCode}: ${output}`);
    outputs += output;
  }
  return { version: typescript.version, checks: problemsByProgram(outputs) };
}

async function writePrograms(
  folder: string,
  resolution: Resolution,
  lib: readonly string[],
  texts: readonly string[],
): Promise<void> {
  const compilerOptions = {
    ...resolution.options,
    target: 'es2022',
    lib,
    types: [],
    strict: true,
    exactOptionalPropertyTypes: true,
    skipLibCheck: texts === ofSchemas,
    noEmit: true,
  };
  await writeFile(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions }));
  await writeFile(join(folder, 'ambient.d.ts'), ambient);
  for (const program of texts) {
    const text = await readFile(join(tests, `${program}.ts`), 'utf8');
    for (const extension of resolution.extensions) {
      // arktype and TypeBox have no CommonJS.
      if (extension === 'cts' && texts === ofSchemas) continue;
      await writeFile(join(folder, `${basename(program)}.${extension}`), text);
    }
  }
}

async function linkLibraries(folder: string): Promise<void> {
  for (const library of libraries) {
    const link = join(folder, 'node_modules', library);
    await mkdir(dirname(link), { recursive: true });
    await symlink(await realpath(join(modules, library)), link);
  }
}

/** The Node APIs that the examples of the documentation use. */
const ambient = `declare const process: { readonly stdout: { write(text: string): void } };
declare module 'node:fs/promises' {
  export function readFile(path: string): Promise<Uint8Array>;
}
`;

/** The compiler errors, by program. Errors in any other file belong to the package. */
export function problemsByProgram(output: string): Checks {
  const problems = Object.fromEntries(compilers.checks.map((check) => [check, '']));
  const errors = output.split(/\n(?=\S)/).filter((error) => /\berror TS\d+/.test(error));
  for (const error of errors) {
    const name = /^([\w-]+)\.[mc]?ts\(/.exec(error)?.[1] ?? 'package';
    const check = name in problems ? name : 'package';
    problems[check] = `${problems[check] ?? ''}\n  ${error.trim()}`;
  }
  return problems;
}
