import { Anchors } from './anchors.js';
import { Stop } from './stop.js';
import type { Kind } from './grammar.js';
import { childOf, stepsOf, type Pointers } from './pointers.js';
import { fileNamedBy, isRemote, type SourceFile, type SourceFiles } from './source-files.js';

/** The target of a `$ref`. */
export interface Target {
  readonly value: object;
  /** The filename in pointers; empty for the document itself. */
  readonly file: string;
  readonly steps: readonly string[];
}

/** Resolves references, in the document and in its other files. */
export class Targets {
  readonly #anchors: Anchors;
  /** References that a pointer is being followed through: one that leads back to itself has no target. */
  readonly #passed = new Set<object>();

  constructor(
    readonly main: SourceFile,
    readonly files: SourceFiles,
    readonly pointers: Pointers,
  ) {
    this.#anchors = new Anchors(files);
  }

  /** The target of this reference, which may be a reference as well. */
  of(node: object & { readonly $ref?: unknown }): Target {
    const reference = String(node.$ref);
    const pointer = this.pointers.of(node) ?? `${this.main.shown}#`;
    const from = this.pointers.pathOf(node) ?? this.main.path;
    const file = this.files.get(fileNamedBy(reference, from) ?? from);
    const isMissing = isRemote(reference) || file === undefined || file instanceof Stop;
    const identified = isMissing ? this.#anchors.byId(reference) : undefined;
    if (isObject(identified)) return this.#placed(identified);
    if (isRemote(reference)) {
      throw new Stop(
        pointer,
        `${reference} is a remote reference, and remote content can change.`,
        `Save the file next to the document, and reference that file; or bundle both: npx -y @redocly/cli@2.77.0 bundle ${this.main.shown} --output bundled.json. With --skip, what needs it is left out.`,
      );
    }
    if (file === undefined || file instanceof Stop) {
      throw new Stop(pointer, file?.reason ?? `${reference} can't be read.`, file?.fix ?? 'Check the path.');
    }
    const [, fragment = ''] = reference.split('#');
    const steps = stepsOf(fragment);
    const isPointer = fragment === '' || fragment.startsWith('/');
    const plain = isPointer ? steps.reduce(childOf, file.value) : undefined;
    const value = plain ?? (isPointer ? this.#through(steps, file) : this.#anchors.inFile(fragment, file));
    if (isObject(value) && value !== plain) return this.#placed(value);
    if (isObject(value)) return { value, file: file === this.main ? '' : file.shown, steps };
    throw new Stop(
      pointer,
      `${reference} does not exist in ${file === this.main ? 'the document' : file.shown}.`,
      'Correct the $ref, or add its target under components.',
    );
  }

  /**
   * What is at a pointer that goes on behind references, which no pointer of RFC 6901 does and most tools read, as they
   * read `#/` as the whole file.
   */
  #through(steps: readonly string[], file: SourceFile): unknown {
    if (steps.join('') === '') return file.value;
    let value: unknown = file.value;
    for (const step of steps) {
      const own = childOf(value, step);
      value = own ?? (isObject(value) && typeof value['$ref'] === 'string' ? this.#behind(value, step) : undefined);
    }
    return value;
  }

  #behind(reference: object, step: string): unknown {
    if (this.#passed.has(reference)) return undefined;
    this.#passed.add(reference);
    try {
      return childOf(this.follow(reference), step);
    } finally {
      this.#passed.delete(reference);
    }
  }

  #placed(value: object): Target {
    const [shown = '', fragment = ''] = (this.pointers.of(value) ?? `${this.main.shown}#`).split(/#(.*)/s);
    return { value, file: shown === this.main.shown ? '' : shown, steps: stepsOf(fragment) };
  }

  /** Whether the reference has a target; a remote one may. */
  exists(node: object & { readonly $ref?: unknown }): boolean {
    if (isRemote(String(node.$ref))) return true;
    try {
      return isObject(this.of(node).value);
    } catch (error) {
      if (error instanceof Stop) return false;
      throw error;
    }
  }

  hasSchema(name: string): boolean {
    return ['components', 'schemas', name].reduce(childOf, this.main.value) !== undefined;
  }

  /** The final target of this reference. */
  follow(node: object): object {
    const seen = new Set<object>();
    let current = node;
    while ('$ref' in current && typeof current.$ref === 'string') {
      if (seen.has(current)) {
        throw new Stop(
          this.pointers.of(current) ?? `${this.main.shown}#`,
          `${current.$ref} refers to itself.`,
          'Replace one of the references with a definition.',
        );
      }
      seen.add(current);
      current = this.of(current).value;
    }
    return current;
  }

  /** Whether the reference can stay: its target is a component of the document itself, or a callback path. */
  isNamed(node: object & { readonly $ref?: unknown }, kind: Kind): boolean {
    const isOwn = this.pointers.pathOf(node) === this.main.path;
    const places = kind === 'callback item' ? /^#\// : /^#\/components\/[^/]+\/[^/]+$/;
    return isOwn && places.test(String(node.$ref));
  }
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
