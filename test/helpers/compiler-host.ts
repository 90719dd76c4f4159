import ts from 'typescript';

/** By what they are parsed as: the declarations of TypeScript and of libraries, which don't change while tests run. */
const parsed = new Map<string, ts.SourceFile | undefined>();

/** A host for many programs: what they have in common, most of what a compiler reads, is parsed once. */
export function compilerHost(options: ts.CompilerOptions): ts.CompilerHost {
  const host = ts.createCompilerHost(options);
  const parse = host.getSourceFile;
  host.getSourceFile = (path, language, ...rest) => {
    if (!isOfLibrary(path)) return parse(path, language, ...rest);
    const { languageVersion, impliedNodeFormat } =
      typeof language === 'object' ? language : { languageVersion: language };
    const key = `${path}\0${languageVersion}\0${impliedNodeFormat ?? ''}`;
    if (!parsed.has(key)) parsed.set(key, parse(path, language, ...rest));
    return parsed.get(key);
  };
  return host;
}

/** Whether a file is of TypeScript or of another library, and not of this package. */
export function isOfLibrary(path: string): boolean {
  return /\/node_modules\/(?!@runcrate\/)/.test(path) && /\.d\.[cm]?ts$/.test(path);
}
