import { readFile } from 'node:fs/promises';
import { dirname, extname, posix, relative, resolve, sep } from 'node:path';
import { placeText } from './places.js';
import { Stop } from './stop.js';

/** One file of a document. */
export interface SourceFile {
  readonly path: string;
  /** The path in pointers: relative to the folder of the document. */
  readonly shown: string;
  readonly value: unknown;
}

/** The document and every file that its `$ref`s refer to, by path. A file that can't be read is a Stop. */
export type SourceFiles = ReadonlyMap<string, SourceFile | Stop>;

/** Reads JSON, or YAML by file extension, and all referenced files. */
export async function readSourceFiles(main: string): Promise<SourceFiles> {
  const files = new Map<string, SourceFile | Stop>();
  const waiting = [main];
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    if (files.has(path)) continue;
    const file = await readSource(path, shownPath(main, path));
    files.set(path, file);
    if (!(file instanceof Stop)) waiting.push(...filesNamedIn(file.value, path));
  }
  return files;
}

/** The document itself. */
export function mainFile(files: SourceFiles, path: string): SourceFile {
  const main = files.get(path);
  if (main instanceof Stop) throw main;
  if (main === undefined) throw new Stop(path, 'The file does not exist.', 'Check the path.');
  return main;
}

/** `https://…`, `//host/…`: not a file path. A drive letter is not a scheme. */
export function isRemote(reference: string): boolean {
  return /^([a-z][a-z0-9+.-]+:|\/\/)/i.test(reference);
}

/** The file of a `$ref` to another file; undefined for a reference within the same file. */
export function fileNamedBy(reference: string, from: string): string | undefined {
  const [file = ''] = reference.split('#');
  return file === '' || isRemote(reference) ? undefined : resolve(dirname(from), decoded(file));
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function filesNamedIn(value: unknown, from: string): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    if (typeof inner !== 'string') return filesNamedIn(inner, from);
    // An example is not read.
    if (key === 'externalValue') return [];
    // The mapping of a discriminator contains references without `$ref`.
    return key === '$ref' || /\.(json|ya?ml)(#|$)/i.test(inner) ? (fileNamedBy(inner, from) ?? []) : [];
  });
}

function shownPath(main: string, path: string): string {
  return relative(dirname(main), path).split(sep).join(posix.sep);
}

async function readSource(path: string, shown: string): Promise<SourceFile | Stop> {
  const text = await readFile(path, 'utf8').catch(() => undefined);
  if (text === undefined) return new Stop(shown, `Can't read the file ${path}.`, 'Check the path.');
  const isYaml = ['.yaml', '.yml'].includes(extname(path).toLowerCase());
  try {
    return { path, shown, value: isYaml ? await parseYaml(text) : JSON.parse(text.replace(/^\uFEFF/, '')) };
  } catch (error) {
    const kind = isYaml ? 'YAML' : 'JSON';
    const position = positionOf(error, text);
    const fix = isYaml ? 'Correct it.' : 'Correct it, or use the extension .yaml for YAML.';
    return new Stop(
      shown,
      `The file is not valid ${kind}: ${error instanceof Error ? error.message : String(error)}.`,
      fix,
      position && placeText(path, position),
    );
  }
}

/** Of an error of yaml, or of JSON.parse, which tells only in its message where it stopped, as yaml of an alias. */
function positionOf(error: unknown, text: string): { readonly line: number; readonly col: number } | undefined {
  const { linePos, message } = error as Error & { readonly linePos?: readonly { line: number; col: number }[] };
  if (linePos) return linePos[0];
  const [, alias] = /^Unresolved alias.*: (\S+)$/.exec(message) ?? [];
  const [, told] = /at position (\d+)/.exec(message) ?? [];
  const offset = alias === undefined ? told : text.replace(/^\uFEFF/, '').indexOf(`*${alias}`);
  if (offset === undefined && !message.includes('end of JSON input')) return undefined;
  const lines = text
    .replace(/^\uFEFF/, '')
    .slice(0, offset === undefined ? undefined : Number(offset))
    .split('\n');
  return { line: lines.length, col: (lines.at(-1)?.length ?? 0) + 1 };
}

async function parseYaml(text: string): Promise<unknown> {
  // Imported late: most documents are JSON.
  const { parse } = await import('yaml');
  // A merge key (`<<`) is of YAML 1.1, and documents have it in every version.
  return parse(text, { maxAliasCount: -1, merge: true });
}
