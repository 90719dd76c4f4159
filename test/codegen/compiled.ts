import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { compilerHost } from '../helpers/compiler-host.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
/** Where the files seem to be: generated code imports the SDK's from here. */
export const virtualFolder = join(root, 'virtual');

/** The errors of files that are only in memory, by path below `virtualFolder`: one program, which takes as long as one file. */
export function errorsIn(files: ReadonlyMap<string, string>): readonly string[] {
  const { config } = ts.readConfigFile(join(root, 'tsconfig.json'), (path) => ts.sys.readFile(path)) as {
    config: object;
  };
  const { options } = ts.parseJsonConfigFileContent({ ...config, include: [], files: [] }, ts.sys, root);
  const texts = new Map([...files].map(([path, text]) => [join(virtualFolder, path), text]));
  const folders = new Set([...texts.keys()].map((path) => dirname(path)));
  const host = compilerHost(options);
  const real = { fileExists: host.fileExists, readFile: host.readFile, getSourceFile: host.getSourceFile };
  host.fileExists = (path) => texts.has(path) || real.fileExists(path);
  host.readFile = (path) => texts.get(path) ?? real.readFile(path);
  host.directoryExists = (path) => folders.has(path) || ts.sys.directoryExists(path);
  host.getSourceFile = (path, language, ...rest) => {
    const text = texts.get(path);
    return text === undefined ? real.getSourceFile(path, language, ...rest) : ts.createSourceFile(path, text, language);
  };
  const program = ts.createProgram([...texts.keys()], { ...options, types: [], noEmit: true }, host);
  return ts.getPreEmitDiagnostics(program).map(({ file, start = 0, messageText }) => {
    const line = file?.getLineAndCharacterOfPosition(start).line ?? 0;
    const text = file?.text.split('\n')[line]?.trim() ?? '';
    return `${file?.fileName.slice(virtualFolder.length + 1) ?? ''}: ${text}\n${ts.flattenDiagnosticMessageText(messageText, '\n')}`;
  });
}
