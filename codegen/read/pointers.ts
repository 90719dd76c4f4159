/** The origin of each object of a document. */
export class Pointers {
  readonly #places = new WeakMap<object, { readonly pointer: string; readonly path: string }>();

  /** Adds a whole file. A known object keeps its first location: a YAML alias may refer to an object twice. */
  learn(value: unknown, pointer: string, path = ''): void {
    if (typeof value !== 'object' || value === null || this.#places.has(value)) return;
    this.#places.set(value, { pointer, path });
    for (const [key, child] of Object.entries(value)) this.learn(child, `${pointer}/${escapeStep(key)}`, path);
  }

  /** An object that replaces another one. */
  copy(copied: object, original: object): void {
    const place = this.#places.get(original);
    if (place) this.#places.set(copied, place);
  }

  /** `openapi.json#/paths/~1instances/get` */
  of(node: object): string | undefined {
    return this.#places.get(node)?.pointer;
  }

  /** The file that the object is from. */
  pathOf(node: object): string | undefined {
    return this.#places.get(node)?.path;
  }
}

export function escapeStep(key: string): string {
  return key.replaceAll('~', '~0').replaceAll('/', '~1');
}

/** `#/paths/~1a%7Bid%7D` → `['paths', '/a{id}']` */
export function stepsOf(fragment: string): string[] {
  return fragment
    .split('/')
    .slice(1)
    .map((step) => decodedStep(step).replaceAll('~1', '/').replaceAll('~0', '~'));
}

export function childOf(node: unknown, step: string): unknown {
  return typeof node === 'object' && node !== null && Object.hasOwn(node, step)
    ? (node as Record<string, unknown>)[step]
    : undefined;
}

/** A key may hold a bare `%`. */
function decodedStep(step: string): string {
  try {
    return decodeURIComponent(step);
  } catch {
    return step;
  }
}
