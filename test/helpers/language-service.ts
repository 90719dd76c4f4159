import ts from 'typescript';

/** The flags of a careful consumer for the web. */
export const editorOptions: ts.CompilerOptions = {
  strict: true,
  exactOptionalPropertyTypes: true,
  target: ts.ScriptTarget.ES2022,
  lib: ['lib.es2022.d.ts', 'lib.dom.d.ts'],
  module: ts.ModuleKind.NodeNext,
  types: [],
  noEmit: true,
};

/** TypeScript's own declarations and those of the package are parsed once for all tests that ask. */
const registry = ts.createDocumentRegistry();

/** What an editor asks about the files of a project. */
export function languageService(files: readonly string[], folder: string): ts.LanguageService {
  const host: ts.LanguageServiceHost = {
    getCompilationSettings: () => editorOptions,
    getScriptFileNames: () => [...files],
    // A test may have written another text under the name.
    getScriptVersion: (name) => (files.includes(name) ? (ts.sys.readFile(name) ?? '') : ''),
    getScriptSnapshot: (name) => {
      const text = ts.sys.readFile(name);
      return text === undefined ? undefined : ts.ScriptSnapshot.fromString(text);
    },
    getCurrentDirectory: () => folder,
    getDefaultLibFileName: ts.getDefaultLibFilePath,
    fileExists: ts.sys.fileExists,
    readFile: ts.sys.readFile,
    directoryExists: ts.sys.directoryExists,
    getDirectories: ts.sys.getDirectories,
    ...(ts.sys.realpath && { realpath: ts.sys.realpath }),
  };
  return ts.createLanguageService(host, registry);
}
