import type { Document } from './openapi.js';
import { Stop, Stops } from './stop.js';
import { shortenAliases } from './aliases.js';
import { demanded, grammar, plainForms, referable, type Form, type Kind } from './grammar.js';
import { NamedSchemas } from './named-schemas.js';
import { escapeStep, Pointers } from './pointers.js';
import { dropOwnVariants } from './own-variants.js';
import { isObject, Targets } from './targets.js';
import type { SourceFile, SourceFiles } from './source-files.js';

type Node = Record<string, unknown>;

/** One document from all its files, with the origin of every object. */
export interface Bundle {
  readonly document: Document;
  readonly pointers: Pointers;
}

/**
 * Validates the structure of the document, and resolves every `$ref` to a component of the document itself:
 * schemas get a name there, other objects are inlined.
 */
export function bundle(main: SourceFile, files: SourceFiles): Bundle {
  const pointers = new Pointers();
  for (const file of files.values()) {
    if (!(file instanceof Stop)) pointers.learn(file.value, `${file.shown}#`, file.path);
  }
  shortenAliases(main.value);
  const walk = new Walk(new Targets(main, files, pointers), pointers);
  walk.object('document', main.value, `${main.shown}#`);
  walk.finish(main.value as Document);
  if (walk.stops.length > 0) throw new Stops(walk.stops);
  return { document: main.value as Document, pointers };
}

class Walk {
  readonly stops: Stop[] = [];
  readonly schemas = new NamedSchemas();
  readonly #seen = new Set<object>();
  readonly #mappings: (() => void)[] = [];
  /** The targets of references, which are visited after what refers to them: a chain of them may be long. */
  readonly #waiting: object[] = [];

  constructor(
    readonly targets: Targets,
    readonly pointers: Pointers,
  ) {}

  /** Call this when the document has been visited. */
  finish(document: Document): void {
    for (let next = this.#waiting.pop(); next; next = this.#waiting.pop()) {
      this.object('schema', next, this.pointers.of(next) ?? '');
    }
    this.schemas.name(document);
    for (const rename of this.#mappings) rename();
    dropOwnVariants(document);
  }

  /** Checks an object and everything in it. */
  object(kind: Kind, node: unknown, pointer: string): void {
    if (kind === 'schema' && typeof node === 'boolean') return;
    if (!isObject(node)) return this.#stop(pointer, `A ${kind} must be an object.`, 'Correct it.');
    if (this.#seen.has(node)) return;
    this.#seen.add(node);
    if (kind === 'schema' && typeof node['$ref'] === 'string') this.#schemaReference(node);
    if (kind === 'discriminator' && isObject(node['mapping'])) this.#mapping(node['mapping'], node);
    const missing = '$ref' in node ? [] : (demanded[kind] ?? []).filter((key) => node[key] === undefined);
    for (const key of missing) this.#stop(pointer, `The ${kind} has no \`${key}\`.`, 'Add it.');
    // A reference to a component, which is checked there.
    if (kind === 'callback' && typeof node['$ref'] === 'string') return;
    if (kind === 'callback') return this.#form({ map: 'callback item' }, node, pointer);
    for (const [key, form] of Object.entries(grammar[kind])) {
      // In YAML a keyword without a value is null; it is treated as absent.
      if (node[key] === null) Reflect.deleteProperty(node, key);
      else if (node[key] !== undefined) this.#keyword(form, node, key, `${pointer}/${key}`);
    }
  }

  #keyword(form: Form, node: Node, key: string, pointer: string): void {
    // In YAML an unquoted string may be parsed as a number.
    if (form === 'text' && typeof node[key] === 'number') node[key] = String(node[key]);
    if (typeof form === 'string') {
      const { words, isMet } = plainForms[form];
      if (!isMet(node[key])) this.#stop(pointer, `\`${key}\` must be ${words}.`, 'Correct it, or remove it.');
    } else if ('one' in form) {
      node[key] = this.#referred(form.one, node[key], key === 'additionalProperties' || key === 'items');
      this.object(form.one, node[key], pointer);
    } else {
      this.#form(form, node[key], pointer);
    }
  }

  #form(form: { readonly list: Kind } | { readonly map: Kind }, held: unknown, pointer: string): void {
    const isFit = 'list' in form ? Array.isArray(held) : isObject(held);
    if (!isFit) {
      return this.#stop(pointer, `This must be ${'list' in form ? 'an array' : 'an object'}.`, 'Correct it.');
    }
    const kind = 'list' in form ? form.list : form.map;
    for (const key of Object.keys(held as object).filter((name) => 'list' in form || !name.startsWith('x-'))) {
      const holder = held as Node;
      holder[key] = this.#referred(kind, holder[key]);
      this.object(kind, holder[key], this.#pointerTo(holder[key], key, pointer));
    }
  }

  /** The target of a `$ref`, inlined, unless it is a component that keeps its name. */
  #referred(kind: Kind, node: unknown, isFlagged = false): unknown {
    // A boolean schema becomes an object schema, except where `false` has its own meaning.
    if (kind === 'schema' && typeof node === 'boolean' && !isFlagged) return node ? {} : { not: {} };
    if (kind === 'schema' || !referable.has(kind) || !isObject(node) || typeof node['$ref'] !== 'string') return node;
    const isKept = kind !== 'path item' && kind !== 'media type';
    if (isKept && this.targets.isNamed(node, kind)) {
      this.#attempt(() => this.targets.follow(node));
      return node;
    }
    const target = this.#attempt(() => this.targets.follow(node));
    if (!isObject(target)) return {};
    const { $ref: _, ...siblings } = node;
    if (Object.keys(siblings).length === 0) return target;
    const merged = { ...target, ...siblings };
    this.pointers.copy(merged, target);
    return merged;
  }

  #schemaReference(node: Node): void {
    const target = this.#attempt(() => this.targets.of(node));
    if (target === undefined) return;
    // A cycle of references without a schema is an error; a recursive schema is valid.
    this.#attempt(() => this.targets.follow(node));
    this.schemas.add(node, target);
    this.#waiting.push(target.value);
  }

  /** A mapping refers to schemas by reference, or by component name. */
  #mapping(mapping: Node, discriminator: Node): void {
    for (const [value, named] of Object.entries(mapping)) {
      if (typeof named !== 'string') continue;
      const $ref = this.targets.hasSchema(named) ? `#/components/schemas/${escapeStep(named)}` : named;
      const reference: Node = { $ref };
      this.pointers.copy(reference, discriminator);
      if (!this.targets.exists(reference)) {
        // No value can be of a schema that is not there: it is a variant that is not known.
        Reflect.deleteProperty(mapping, value);
        continue;
      }
      this.#schemaReference(reference);
      this.#mappings.push(() => void (mapping[value] = reference['$ref']));
    }
  }

  #attempt<Result>(act: () => Result): Result | undefined {
    try {
      return act();
    } catch (error) {
      if (!(error instanceof Stop)) throw error;
      this.stops.push(error);
      return undefined;
    }
  }

  #pointerTo(held: unknown, key: string, pointer: string): string {
    return (isObject(held) && this.pointers.of(held)) || `${pointer}/${escapeStep(key)}`;
  }

  #stop(pointer: string, reason: string, fix: string): void {
    this.stops.push(new Stop(pointer, reason, fix));
  }
}
