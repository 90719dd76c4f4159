/** The names of the fields down to a value; `*` is any field. */
export type Path = readonly string[];

/** Paths by their first names, so that one is compared with those that begin alike, and not with each. */
export class PathTree {
  readonly #below = new Map<string, PathTree>();
  #isEnd = false;

  add(path: Path, depth = 0): void {
    const name = path[depth];
    if (name === undefined) {
      this.#isEnd = true;
      return;
    }
    const below = this.#below.get(name) ?? new PathTree();
    this.#below.set(name, below);
    below.add(path, depth + 1);
  }

  /** Whether one value may be at the path and at a path of the tree. */
  meets(path: Path, depth = 0): boolean {
    const name = path[depth];
    if (name === undefined) return this.#isEnd;
    if (name === '*') return [...this.#below.values()].some((below) => below.meets(path, depth + 1));
    return [name, '*'].some((own) => this.#below.get(own)?.meets(path, depth + 1));
  }
}
