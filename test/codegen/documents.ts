// npx tsx test/codegen/documents.ts [FILE or FOLDER …]
//
// Generates from third-party documents, and compiles the result with our own flags. Documents that are
// missing are reported as not run; none of them is in this repository. A folder may be one where
// `npm install @octokit/openapi` was run, or may contain documents.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { basename, extname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

interface Row {
  readonly document: string;
  readonly operations: string;
  readonly seconds: string;
  readonly megabytes: string;
  readonly result: string;
}

const root = fileURLToPath(new URL('../..', import.meta.url));
const github = 'node_modules/@octokit/openapi/generated/api.github.com.json';
const shared = resolve(root, '../shared/specs');

/** Printed by the child process when it exits: its peak memory. */
const tellMemory =
  'data:text/javascript,process.on("exit",()=>console.error("kB:"+process.resourceUsage().maxRSS))' as const;

function main(args: readonly string[]): number {
  const given = args.length > 0 ? args.map((path) => resolve(path)) : [shared];
  const found = given.flatMap(documentsAt);
  const rows = found.map(tryDocument);
  const missing = [
    ...given.filter((path) => documentsAt(path).length === 0).map((path) => `${path}: no document found.`),
    ...(found.some((path) => path.endsWith('api.github.com.json'))
      ? []
      : [`GitHub: npm install @octokit/openapi in a separate folder, and pass that folder.`]),
  ];
  for (const row of [heading, ...rows]) console.log(lineOf(row));
  for (const reason of missing) console.log(`not run  ${reason}`);
  return rows.some(({ result }) => result.startsWith('FAILED')) ? 1 : 0;
}

const heading: Row = {
  document: 'document',
  operations: 'operations',
  seconds: 's',
  megabytes: 'MB',
  result: 'result',
};

function lineOf({ document, operations, seconds, megabytes, result }: Row): string {
  return `${document.padEnd(40)} ${operations.padStart(10)} ${seconds.padStart(6)} ${megabytes.padStart(6)}  ${result}`;
}

function documentsAt(path: string): string[] {
  if (!existsSync(path)) return [];
  if (!statSync(path).isDirectory()) return [path];
  const installed = join(path, github);
  if (existsSync(installed)) return [installed];
  const names = readdirSync(path).filter((name) => ['.json', '.yaml', '.yml'].includes(extname(name)));
  return names.toSorted().map((name) => join(path, name));
}

function tryDocument(path: string): Row {
  const document = basename(path);
  const out = join(root, '.scratch/documents', document);
  const start = performance.now();
  const command = ['--import', 'tsx', '--import', tellMemory, 'codegen/main.ts', '--spec', path, '--out', out];
  const { status, stdout, stderr } = spawnSync(process.execPath, command, {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 1e9,
  });
  const measured = {
    document,
    operations: /(\d+) operations? in/.exec(stdout)?.[1] ?? '',
    seconds: ((performance.now() - start) / 1000).toFixed(1),
    megabytes: String(Math.round(Number(/kB:(\d+)/.exec(stderr)?.[1] ?? 0) / 1024)),
  };
  if (status === 0) return { ...measured, result: compiled(out) };
  const pointers = stderr.split('\n').filter((line) => /^\S+#/.test(line));
  const isStop = status === 2 && pointers.length > 0;
  return {
    ...measured,
    result: isStop ? `stopped, at ${pointers.length} places: ${pointers[0] ?? ''}` : `FAILED ${stderr}`,
  };
}

/** The result of the compiler with the flags of tsconfig.json. */
function compiled(out: string): string {
  const entries = readdirSync(out, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const { config } = ts.readConfigFile(join(root, 'tsconfig.json'), (path) => ts.sys.readFile(path)) as {
    config: object;
  };
  const { options } = ts.parseJsonConfigFileContent({ ...config, include: [], files: [] }, ts.sys, root);
  const errors = ts.getPreEmitDiagnostics(ts.createProgram(files, options));
  const [first] = errors;
  if (!first) return 'compiles';
  const message = ts.flattenDiagnosticMessageText(first.messageText, ' ');
  return `FAILED ${errors.length} errors, the first in ${first.file?.fileName ?? ''}: ${message}`;
}

process.exitCode = main(process.argv.slice(2));
