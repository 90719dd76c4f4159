import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import ts from 'typescript';

export interface Import {
  /** A file, from the root of the project, or the bare name of a package or of a module of Node. */
  readonly to: string;
  /** It is erased at compile time. */
  readonly typeOnly: boolean;
  /** It is loaded when it is first needed: `import()`. */
  readonly isLate?: boolean;
}

/** Which file imports what. The files' names are relative to the root of the project, with `/`. */
export type ImportGraph = ReadonlyMap<string, readonly Import[]>;

/** Reads the imports of every TypeScript file below the folders. */
export function readImportGraph(root: string, folders: readonly string[]): ImportGraph {
  const files = folders.flatMap((folder) => filesBelow(root, folder)).filter((file) => file.endsWith('.ts'));
  return new Map(
    files.map((file) => {
      const imports = importsOf(readFileSync(join(root, file), 'utf8'));
      return [file, imports.map((imported) => ({ ...imported, to: resolve(root, file, imported.to) }))];
    }),
  );
}

/** Every import, export-from, `import()` of a value or a type, and `require`, with the specifier as written. */
export function importsOf(text: string): Import[] {
  const imports: Import[] = [];
  const add = (specifier: ts.Node | undefined, typeOnly: boolean, late = {}): void => {
    if (specifier && ts.isStringLiteralLike(specifier)) imports.push({ to: specifier.text, typeOnly, ...late });
  };
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node)) add(node.moduleSpecifier, isTypeOnly(node.importClause));
    if (ts.isExportDeclaration(node)) add(node.moduleSpecifier, node.isTypeOnly);
    if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) add(node.argument.literal, true);
    if (ts.isExternalModuleReference(node)) add(node.expression, false);
    if (ts.isCallExpression(node) && isLoad(node.expression))
      add(node.arguments[0], false, isLateLoad(node.expression) ? { isLate: true } : {});
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile('file.ts', text, ts.ScriptTarget.Latest));
  return imports;
}

/** `import { type A }` is still emitted under `verbatimModuleSyntax`, so it counts as an import of a value. */
function isTypeOnly(clause: ts.ImportClause | undefined): boolean {
  return clause?.phaseModifier === ts.SyntaxKind.TypeKeyword;
}

function isLateLoad(callee: ts.Expression): boolean {
  return callee.kind === ts.SyntaxKind.ImportKeyword;
}

function isLoad(callee: ts.Expression): boolean {
  return isLateLoad(callee) || (ts.isIdentifier(callee) && callee.text === 'require');
}

function resolve(root: string, from: string, specifier: string): string {
  if (!specifier.startsWith('.')) return specifier;
  const path = posix.join(dirname(from), specifier);
  const source = path.replace(/\.js$/, '.ts');
  return existsSync(join(root, source)) ? source : path;
}

function filesBelow(root: string, folder: string): string[] {
  if (!existsSync(join(root, folder))) return [];
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    return entry.isDirectory() ? filesBelow(root, path) : [path];
  });
}
