import type { SourceFile, SourceFiles } from './source-files.js';
import { Stop } from './stop.js';
import { childOf, stepsOf } from './pointers.js';

/** The schemas that have a name of JSON Schema: by `$id`, and by `$anchor` within a file or within such a schema. */
export class Anchors {
  readonly #byFile = new Map<SourceFile, Names>();

  constructor(readonly files: SourceFiles) {}

  /** The schema of an anchor in this file. */
  inFile(anchor: string, file: SourceFile): object | undefined {
    return this.#namesIn(file).anchors.get(anchor);
  }

  /** What a reference like `https://a.example/crate#/$defs/lid` or `crate#lid` means, if a schema has this `$id`. */
  byId(reference: string): unknown {
    const [id = '', fragment = ''] = reference.split('#');
    if (id === '') return undefined;
    const root = this.#withId(id);
    if (root === undefined || fragment === '') return root;
    return fragment.startsWith('/') ? stepsOf(fragment).reduce(childOf, root) : namesIn(root).anchors.get(fragment);
  }

  /** A relative one is enough. */
  #withId(id: string): unknown {
    const ids = [...this.files.values()].flatMap((file) => (file instanceof Stop ? [] : [...this.#namesIn(file).ids]));
    const relative = `/${id.replace(/^\.?\//, '')}`;
    return (ids.find(([own]) => own === id) ?? ids.find(([own]) => own.endsWith(relative)))?.[1];
  }

  #namesIn(file: SourceFile): Names {
    const known = this.#byFile.get(file) ?? namesIn(file.value);
    this.#byFile.set(file, known);
    return known;
  }
}

interface Names {
  readonly ids: ReadonlyMap<string, object>;
  readonly anchors: ReadonlyMap<string, object>;
}

/** The first schema with a name has it. */
function namesIn(whole: unknown): Names {
  const [ids, anchors] = [new Map<string, object>(), new Map<string, object>()];
  const waiting = [whole];
  const seen = new Set<unknown>();
  for (let count = 0; count < waiting.length; count++) {
    const node = waiting[count];
    if (typeof node !== 'object' || node === null || seen.has(node)) continue;
    seen.add(node);
    const { $id, $anchor, $dynamicAnchor } = node as Record<string, unknown>;
    const id = typeof $id === 'string' ? $id.replace(/#.*/, '') : '';
    if (id !== '' && !ids.has(id)) ids.set(id, node);
    for (const name of [$anchor, $dynamicAnchor]) {
      if (typeof name === 'string' && !anchors.has(name)) anchors.set(name, node);
    }
    for (const child of Object.values(node) as unknown[]) waiting.push(child);
  }
  return { ids, anchors };
}
