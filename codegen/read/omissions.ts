import { escapeStep, stepsOf } from './pointers.js';
import { fileNamedBy, type SourceFile, type SourceFiles } from './source-files.js';
import { Stop } from './stop.js';
import { isObject } from './targets.js';

/** A part of the document that can be left out, or another file of it. */
interface Part {
  /** `GET /crates`, of an operation. */
  readonly label?: string;
  readonly pointer: string;
  /** What else belongs to an operation: the parameters of its path. */
  readonly shared: readonly string[];
  readonly references: readonly string[];
}

/** What is left out because it stops the run: the operations, and the components that they alone need. */
export class Omissions {
  readonly #omitted = new Set<string>();
  readonly #notes: string[] = [];
  #parts: readonly Part[] = [];

  /** What the client has no method for, and why. */
  get notes(): readonly string[] {
    return this.#notes;
  }

  /** The document without them. */
  without(main: SourceFile, files: SourceFiles): SourceFile {
    const document = isObject(main.value) ? { ...main.value } : main.value;
    if (!isObject(document)) return main;
    for (const group of ['paths', 'webhooks']) {
      document[group] = this.#kept(document[group], `${main.shown}#/${group}`, (item, pointer) =>
        this.#kept(item, pointer, (operations, inner) =>
          inner.endsWith('/additionalOperations') ? this.#kept(operations, inner) : operations,
        ),
      );
    }
    document['components'] = this.#kept(document['components'], `${main.shown}#/components`, (group, pointer) =>
      this.#kept(group, pointer),
    );
    const kept = { ...main, value: document };
    this.#parts = partsOf(kept, files);
    return kept;
  }

  /** Leaves out what these stops stop; false if there is one that it can't leave out. */
  add(stops: readonly Stop[]): boolean {
    const causes = new Map(stops.map((stop) => [stop.pointer, stop]));
    const hit = new Map<Part, Stop>();
    for (let count = -1; count < hit.size;) {
      count = hit.size;
      for (const part of this.#parts.filter((candidate) => !hit.has(candidate))) {
        const cause = [...causes].find(([pointer]) => isHit(part, pointer));
        if (!cause) continue;
        hit.set(part, cause[1]);
        causes.set(part.pointer, cause[1]);
      }
    }
    const left = [...hit.keys()].filter(({ pointer }) => !pointer.endsWith('#'));
    const isHeld = (stop: Stop): boolean => this.#parts.some((part) => isHit(part, stop.pointer));
    if (left.length === 0 || !stops.every(isHeld)) return false;
    for (const [{ label, pointer }, stop] of hit) {
      this.#omitted.add(pointer);
      if (label !== undefined)
        this.#notes.push(`calls: ${label} has no method: ${stop.reason} It is left out (${stop.pointer}).`);
    }
    return true;
  }

  #kept(
    held: unknown,
    pointer: string,
    inner: (value: unknown, pointer: string) => unknown = (value) => value,
  ): unknown {
    if (!isObject(held)) return held;
    const entries = Object.entries(held).map(([key, value]) => [key, value, `${pointer}/${escapeStep(key)}`] as const);
    return Object.fromEntries(
      entries.filter(([, , own]) => !this.#omitted.has(own)).map(([key, value, own]) => [key, inner(value, own)]),
    );
  }
}

/** Whether the part has the place, or refers to it. */
function isHit({ pointer, shared, references }: Part, place: string): boolean {
  return (
    [pointer, ...shared].some((own) => isWithin(place, own)) ||
    shared.some((own) => own.endsWith('/') && own === `${place}/`) ||
    references.some((target) => isWithin(place, target) || isWithin(target, place))
  );
}

function isWithin(pointer: string, outer: string): boolean {
  return pointer === outer || pointer.startsWith(outer.endsWith('#') ? outer : `${outer}/`);
}

function partsOf(main: SourceFile, files: SourceFiles): readonly Part[] {
  const document = isObject(main.value) ? main.value : {};
  const part = (pointer: string, ...values: readonly unknown[]): Part => ({
    pointer: `${main.shown}#/${pointer}`,
    shared: [],
    references: values.flatMap((value) => referencesIn(value, main, files)),
  });
  const components = entriesOf(document['components']).flatMap(([group, held]) =>
    entriesOf(held).map(([name, value]) => part(`components/${escapeStep(group)}/${escapeStep(name)}`, value)),
  );
  const webhooks = entriesOf(document['webhooks']).map(([name, item]) => part(`webhooks/${escapeStep(name)}`, item));
  const operations = entriesOf(document['paths']).flatMap(([path, item]) => {
    const pointer = `paths/${escapeStep(path)}`;
    if (!isObject(item) || '$ref' in item) return [{ ...part(pointer, item), label: path }];
    const isOwn = (key: string): boolean => !/^(parameters|servers|summary|description)$|^x-/.test(key);
    const rest = Object.fromEntries(entriesOf(item).filter(([key]) => !isOwn(key)));
    // The place of the path itself is no part of any other.
    const shared = [
      ...Object.keys(rest).map((key) => `${main.shown}#/${pointer}/${key}`),
      `${main.shown}#/${pointer}/`,
    ];
    return entriesOf(item).flatMap(([key, value]): Part[] => {
      if (!isOwn(key)) return [];
      if (key !== 'additionalOperations') {
        return [{ ...part(`${pointer}/${key}`, value, rest), shared, label: `${key.toUpperCase()} ${path}` }];
      }
      return entriesOf(value).map(([method, own]) => ({
        ...part(`${pointer}/${key}/${escapeStep(method)}`, own, rest),
        ...{ shared, label: `${method} ${path}` },
      }));
    });
  });
  const others = [...files.values()].filter(
    (file): file is SourceFile => !(file instanceof Stop) && file.path !== main.path,
  );
  return [
    ...[...components, ...webhooks, ...operations],
    ...others.map((file) => ({
      pointer: `${file.shown}#`,
      shared: [],
      references: referencesIn(file.value, file, files),
    })),
  ];
}

function entriesOf(value: unknown): readonly (readonly [string, unknown])[] {
  return isObject(value) ? Object.entries(value) : [];
}

/** The places that a value refers to. */
function referencesIn(value: unknown, from: SourceFile, files: SourceFiles): string[] {
  const found: string[] = [];
  const waiting = [value];
  for (let current = waiting.pop(); waiting.length > 0 || current !== undefined; current = waiting.pop()) {
    if (typeof current !== 'object' || current === null) continue;
    const { $ref } = current as { $ref?: unknown };
    if (typeof $ref === 'string') {
      const path = fileNamedBy($ref, from.path);
      const file = path === undefined ? from : files.get(path);
      const steps = stepsOf($ref.split('#')[1] ?? '').map((step) => `/${escapeStep(step)}`);
      if (file && !(file instanceof Stop)) found.push(`${file.shown}#${steps.join('')}`);
    }
    waiting.push(...(Object.values(current) as unknown[]));
  }
  return found;
}
