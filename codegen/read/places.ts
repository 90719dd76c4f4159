import { readFile } from 'node:fs/promises';
import { dirname, extname, relative, resolve, sep } from 'node:path';
import type { Document, Node, YAMLMap } from 'yaml';
import { Stop, Stops, stopsIn } from './stop.js';

/** Runs, and adds file, line and column to the stops: `document` is the file whose folder the other filenames are in. */
export async function withPlaces<Result>(
  document: string,
  /** The files of filenames that are not in that folder, or are of another file there. */
  named: Readonly<Record<string, string>>,
  run: () => Promise<Result>,
): Promise<Result> {
  try {
    return await run();
  } catch (error) {
    const sources = new Map<string, Promise<Source | undefined>>();
    const placed = await Promise.all(
      stopsIn(error).map(async (stop) => {
        const [shown = '', fragment] = stop.pointer.split('#');
        if (stop.place !== undefined || fragment === undefined) return stop;
        const path = named[shown] ?? resolve(dirname(document), shown);
        const source = sources.get(path) ?? readSource(path);
        sources.set(path, source);
        const place = (await source)?.(fragment);
        return place === undefined ? stop : new Stop(stop.pointer, stop.reason, stop.fix, place);
      }),
    );
    const [only] = placed;
    throw error instanceof Stop && only ? only : new Stops(placed);
  }
}

/** `specs/openapi.yaml:12:7`, from the working directory: editors and terminals open it. */
export function placeText(path: string, { line, col }: { readonly line: number; readonly col: number }): string {
  return `${relative(process.cwd(), path).split(sep).join('/')}:${line}:${col}`;
}

/** The place of a JSON pointer in the file. */
type Source = (fragment: string) => string;

/** JSON is YAML too, and the nodes of YAML know where they are. */
async function readSource(path: string): Promise<Source | undefined> {
  if (!['.json', '.yaml', '.yml'].includes(extname(path).toLowerCase())) return undefined;
  const text = await readFile(path, 'utf8').catch(() => undefined);
  if (text === undefined) return undefined;
  const { isAlias, isMap, isScalar, isSeq, LineCounter, parseDocument } = await import('yaml');
  const lineCounter = new LineCounter();
  const document: Document = parseDocument(text, { lineCounter, uniqueKeys: false });
  const opened = (node: unknown): unknown => (isAlias(node) ? node.resolve(document) : node);

  /** The value of a key, and the key itself; of a merge key (`<<`) if the map has no such key. */
  function entryOf(map: YAMLMap, key: string): Found | undefined {
    const pairs = map.items.map((pair) => ({ name: isScalar(pair.key) ? String(pair.key.value) : '', pair }));
    // Of two, JSON has the last.
    const own = pairs.findLast(({ name }) => name === key);
    if (own) return { shown: own.pair.key as Node, value: own.pair.value };
    const merged = pairs.filter(({ name }) => name === '<<').map(({ pair }) => opened(pair.value));
    const maps = merged.flatMap((value) => (isSeq(value) ? value.items.map(opened) : [value])).filter(isMap);
    return maps.map((inner) => entryOf(inner, key)).find((found) => found !== undefined);
  }

  function childOf(value: unknown, step: string): Found | undefined {
    const node = opened(value);
    if (isMap(node)) return entryOf(node, step);
    const item = isSeq(node) ? node.items[Number(step)] : undefined;
    return item === undefined ? undefined : { shown: item as Node, value: item };
  }

  return (fragment) => {
    let offset = document.contents?.range?.[0] ?? 0;
    let value: unknown = document.contents;
    // What is missing has the place of the object that lacks it.
    for (const step of fragment.split('/').slice(1)) {
      const found = childOf(value, step.replaceAll('~1', '/').replaceAll('~0', '~'));
      if (found === undefined) break;
      offset = found.shown.range?.[0] ?? offset;
      value = found.value;
    }
    return placeText(path, lineCounter.linePos(offset));
  };
}

interface Found {
  /** What a reader looks for: the key, or the item of a list. */
  readonly shown: Node;
  readonly value: unknown;
}
