import { bundle } from './bundle.js';
import type { Omissions } from './omissions.js';
import { childOf, Pointers, stepsOf } from './pointers.js';
import { mainFile, readSourceFiles, type SourceFile, type SourceFiles } from './source-files.js';
import type { Document, Reference } from './openapi.js';
import { Stop } from './stop.js';

/** An OpenAPI document with the JSON pointer of every object. */
export class Spec {
  readonly #pointers: Pointers;

  constructor(
    /** The filename, which starts every pointer. */
    readonly file: string,
    readonly document: Document,
    pointers = new Pointers(),
    /** What is left out of it. */
    readonly notes: readonly string[] = [],
  ) {
    this.#pointers = pointers;
    pointers.learn(document, `${file}#`);
  }

  /** `openapi.json#/paths/~1instances/get`, for an object of the document. */
  pointerOf(node: object): string {
    return this.#pointers.of(node) ?? `${this.file}#`;
  }

  /** Follows `$ref` to its target. */
  resolve<Node extends object>(node: Node | Reference): Node {
    const seen = new Set<object>();
    let current: Node | Reference = node;
    while (isReference(current)) {
      if (seen.has(current)) {
        throw new Stop(
          this.pointerOf(current),
          `${current.$ref} refers to itself.`,
          'Replace one of the references with a schema.',
        );
      }
      seen.add(current);
      current = this.#target<Node>(current);
    }
    return current;
  }

  #target<Node extends object>(reference: Reference): Node | Reference {
    const target = reference.$ref.startsWith('#/') ? stepsOf(reference.$ref).reduce(childOf, this.document) : undefined;
    if (typeof target === 'object' && target !== null) return target as Node | Reference;
    const reason = reference.$ref.startsWith('#/')
      ? `${reference.$ref} does not exist in the document.`
      : `${reference.$ref} is outside the document.`;
    throw new Stop(this.pointerOf(reference), reason, 'Correct the $ref, or add its target under components.');
  }
}

/** Reads a document and the files that it refers to, and validates its structure. */
export async function readSpec(path: string, omissions?: Omissions): Promise<Spec> {
  const files = await readSourceFiles(path);
  return specOf(mainFile(files, path), files, omissions);
}

/** The document of a file that is already read, with the files that it refers to. */
export function specOf(main: SourceFile, files: SourceFiles, omissions?: Omissions): Spec {
  const version = childOf(main.value, 'openapi');
  if (typeof version !== 'string' || !/^3\.[012](\.|$)/.test(version)) throw wrongVersion(main);
  const kept = omissions?.without(main, files) ?? main;
  const { document, pointers } = bundle(kept, kept === main ? files : new Map([...files, [main.path, kept]]));
  return new Spec(main.shown, document, pointers, omissions?.notes);
}

function wrongVersion({ shown, value }: SourceFile): Stop {
  if (childOf(value, 'swagger') !== undefined) {
    const fix = `Convert it to OpenAPI 3: npx -y swagger2openapi@7.0.8 ${shown} --outfile openapi.json`;
    return new Stop(`${shown}#/swagger`, 'This is a Swagger 2.0 document.', fix);
  }
  const reason = 'This is not an OpenAPI 3 document.';
  return new Stop(`${shown}#/openapi`, reason, 'Use a document of version 3.0, 3.1 or 3.2.');
}

export function isReference(node: object): node is Reference {
  return '$ref' in node && typeof node.$ref === 'string';
}

/** `#/components/schemas/Instance` → `Instance`. */
export function componentOf(reference: Reference): string | undefined {
  const [components, schemas, name, ...rest] = stepsOf(reference.$ref);
  return components === 'components' && schemas === 'schemas' && rest.length === 0 ? name : undefined;
}
