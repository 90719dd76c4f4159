import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ts from 'typescript';
import { root } from './build.js';
import { compilerHost, isOfLibrary } from './compiler-host.js';

export { requireBuild, root } from './build.js';

/** A project that has the package installed, somewhere else on the disk. */
export interface Consumer extends AsyncDisposable {
  readonly folder: string;
  /** Writes a file into the project and returns its path. */
  write(name: string, text: string): Promise<string>;
  /** Runs a JavaScript file, or the arguments of a command, with Node. */
  node(args: readonly string[], environment?: NodeJS.ProcessEnv): Promise<Finished>;
}

export interface Finished {
  readonly exitCode: number | null;
  readonly output: string;
}

/** A consumer of the built package; `unpacked` is the folder of the package, by default this project. */
export async function consumer(unpacked: string = root): Promise<Consumer> {
  const folder = await mkdtemp(join(tmpdir(), 'runcrate-consumer-'));
  await mkdir(join(folder, 'node_modules', '@runcrate'), { recursive: true });
  await symlink(unpacked, join(folder, 'node_modules', '@runcrate', 'sdk'), 'junction');
  // As an application has them that validates with the first, tests with the second, and shares work by the others.
  for (const name of ['zod', 'msw', 'ioredis', 'rate-limiter-flexible', 'bullmq']) {
    await symlink(join(root, 'node_modules', name), join(folder, 'node_modules', name), 'junction');
  }
  return {
    folder,
    write: async (name, text) => {
      await writeFile(join(folder, name), text);
      return join(folder, name);
    },
    node: (args, environment) => runNode(args, folder, environment),
    [Symbol.asyncDispose]: () => rm(folder, { recursive: true }),
  };
}

/** Runs Node until it exits; the output is what it printed, errors included. */
export function runNode(args: readonly string[], cwd: string, environment: NodeJS.ProcessEnv = {}): Promise<Finished> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { cwd, env: { ...process.env, ...environment } });
    let output = '';
    const collect = (chunk: Buffer): void => void (output += chunk.toString());
    child.stdout.on('data', collect);
    child.stderr.on('data', collect);
    child.once('error', reject);
    child.once('close', (exitCode) => resolve({ exitCode, output }));
  });
}

/**
 * The compiler's errors for the files under the flags of a strict consumer. The files may import the built package.
 * `everywhere` includes the errors in the declarations of other libraries, those of Node among them, which take longer
 * to check than all else.
 */
export function typeErrors(
  files: readonly string[],
  options: ts.CompilerOptions = {},
  { everywhere = false }: { readonly everywhere?: boolean } = {},
): string[] {
  const compilerOptions: ts.CompilerOptions = {
    strict: true,
    // TypeScript's own declarations take longer than the package; package.test.ts checks them beside it.
    skipDefaultLibCheck: true,
    exactOptionalPropertyTypes: true,
    target: ts.ScriptTarget.ES2022,
    lib: ['lib.es2022.d.ts', 'lib.dom.d.ts'],
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
    moduleDetection: ts.ModuleDetectionKind.Force,
    noEmit: true,
    types: ['node'],
    typeRoots: [join(root, 'node_modules', '@types')],
    ...options,
  };
  const program = ts.createProgram(files, compilerOptions, compilerHost(compilerOptions));
  const isChecked = (file: ts.SourceFile): boolean =>
    everywhere || !compilerOptions.skipDefaultLibCheck || !isOfLibrary(file.fileName);
  const diagnostics = [
    ...program.getConfigFileParsingDiagnostics(),
    ...program.getOptionsDiagnostics(),
    ...program.getSyntacticDiagnostics(),
    ...program.getGlobalDiagnostics(),
    ...program
      .getSourceFiles()
      .filter(isChecked)
      .flatMap((file) => program.getSemanticDiagnostics(file)),
  ];
  return ts.sortAndDeduplicateDiagnostics(diagnostics).map((diagnostic) => {
    const message = ts.flattenDiagnosticMessageText(diagnostic.messageText, '\n');
    if (!diagnostic.file) return message;
    const { line } = diagnostic.file.getLineAndCharacterOfPosition(diagnostic.start ?? 0);
    return `${diagnostic.file.fileName}:${line + 1}: ${message}`;
  });
}
