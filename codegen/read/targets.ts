import { Stop } from './stop.js';
import type { Kind } from './grammar.js';
import { childOf, stepsOf, type Pointers } from './pointers.js';
import { fileNamedBy, isRemote, type SourceFile, type SourceFiles } from './source-files.js';

/** What a `$ref` names. */
export interface Target {
  readonly value: object;
  /** The file's name, as pointers show it; of the document itself: empty. */
  readonly file: string;
  readonly steps: readonly string[];
}

/** Finds what references lead to, in the document and in the files beside it. */
export class Targets {
  constructor(
    readonly main: SourceFile,
    readonly files: SourceFiles,
    readonly pointers: Pointers,
  ) {}

  /** What this reference names, which may be a reference again. */
  of(node: object & { readonly $ref?: unknown }): Target {
    const reference = String(node.$ref);
    const pointer = this.pointers.of(node) ?? `${this.main.shown}#`;
    if (isRemote(reference)) {
      throw new Stop(
        pointer,
        `${reference} is on the network, and what stands there may change.`,
        'Save the file beside the document, and refer to it there.',
      );
    }
    const from = this.pointers.pathOf(node) ?? this.main.path;
    const file = this.files.get(fileNamedBy(reference, from) ?? from);
    if (file === undefined || file instanceof Stop) {
      throw new Stop(pointer, file?.reason ?? `${reference} can't be read.`, file?.fix ?? 'Check the path.');
    }
    const [, fragment = ''] = reference.split('#');
    const steps = stepsOf(fragment);
    // An anchor is a name that only a validator of JSON Schema looks for.
    const isPointer = fragment === '' || fragment.startsWith('/');
    const value = isPointer ? steps.reduce(childOf, file.value) : undefined;
    if (isObject(value)) return { value, file: file === this.main ? '' : file.shown, steps };
    throw new Stop(
      pointer,
      `${reference} names nothing in ${file === this.main ? 'the document' : file.shown}.`,
      'Correct the $ref, or add what it names under components.',
    );
  }

  hasSchema(name: string): boolean {
    return ['components', 'schemas', name].reduce(childOf, this.main.value) !== undefined;
  }

  /** What this reference leads to in the end. */
  follow(node: object): object {
    const seen = new Set<object>();
    let current = node;
    while ('$ref' in current && typeof current.$ref === 'string') {
      if (seen.has(current)) {
        throw new Stop(
          this.pointers.of(current) ?? `${this.main.shown}#`,
          `${current.$ref} leads back to itself.`,
          'Give one of them something of its own.',
        );
      }
      seen.add(current);
      current = this.of(current).value;
    }
    return current;
  }

  /** Whether the reference can stay: it names a component of the document itself, or a path that calls back. */
  isNamed(node: object & { readonly $ref?: unknown }, kind: Kind): boolean {
    const isOwn = this.pointers.pathOf(node) === this.main.path;
    const places = kind === 'callback item' ? /^#\// : /^#\/components\/[^/]+\/[^/]+$/;
    return isOwn && places.test(String(node.$ref));
  }
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
