import { join, sep } from 'node:path';
import ts from 'typescript';
import { root } from '../bench/root.js';

/** The first error of each folder that does not compile. One program for all: the library and the runtime are read once. */
export function compileErrors(folders: readonly string[]): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const files = folders.flatMap((folder) => ts.sys.readDirectory(folder, ['.ts']));
  for (const diagnostic of ts.getPreEmitDiagnostics(ts.createProgram(files, strictOptions()))) {
    const name = diagnostic.file?.fileName ?? '';
    const folder = folders.find((each) => name.startsWith(each.split(sep).join('/') + '/')) ?? '';
    const message = ts.flattenDiagnosticMessageText(diagnostic.messageText, ' ').replaceAll(/\s+/g, ' ').slice(0, 240);
    if (!found.has(folder))
      found.set(folder, `${name.split('/').slice(-2).join('/')}: TS${diagnostic.code} ${message}`);
  }
  const beyond = found.get('');
  if (beyond !== undefined) throw new Error(`What the clients import does not compile: ${beyond}`);
  return found;
}

/** The flags of this repository. */
function strictOptions(): ts.CompilerOptions {
  const { config } = ts.readConfigFile(join(root, 'tsconfig.json'), (path) => ts.sys.readFile(path)) as {
    readonly config: object;
  };
  const { options } = ts.parseJsonConfigFileContent({ ...config, include: [], files: [] }, ts.sys, root);
  return { ...options, noEmit: true, allowImportingTsExtensions: true, incremental: false };
}
