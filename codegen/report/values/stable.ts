import { componentOf, type Spec } from '../../read/spec.js';
import type { Value } from './reader.js';

/** Finds schemas that are written the same in both documents, with all that they refer to. */
export class Stable {
  readonly #components: ReadonlySet<string>;
  readonly #texts = new WeakMap<object, string>();
  readonly #isSameVersion: boolean;

  constructor(old: Spec, now: Spec) {
    const [before, after] = [componentsOf(old), componentsOf(now)];
    this.#isSameVersion = old.document.openapi.slice(0, 3) === now.document.openapi.slice(0, 3);
    this.#components = stableOf(before, after);
  }

  /** The schema of a base does not say which children it has. */
  isSame(from: Value, to: Value): boolean {
    if (!this.#isSameVersion || from.reader.direction !== to.reader.direction) return false;
    if (from.schemas.length !== to.schemas.length) return false;
    return from.schemas.every((schema, index) => {
      const text = this.#textOf(schema);
      const isAlike = text === this.#textOf(to.schemas[index]) && !text.includes('"discriminator"');
      return isAlike && referencesIn(text).every((name) => this.#components.has(name));
    });
  }

  #textOf(schema: unknown): string {
    if (typeof schema !== 'object' || schema === null) return String(schema);
    const known = this.#texts.get(schema);
    const text = known ?? JSON.stringify(schema);
    if (known === undefined) this.#texts.set(schema, text);
    return text;
  }
}

function componentsOf({ document }: Spec): ReadonlyMap<string, string> {
  const schemas = Object.entries(document.components?.schemas ?? {});
  return new Map(schemas.map(([name, schema]) => [name, JSON.stringify(schema)]));
}

function stableOf(before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): ReadonlySet<string> {
  const same = [...before].filter(([name, text]) => after.get(name) === text);
  const stable = new Set(same.map(([name]) => name));
  const held = new Map([...before, ...after].map(([name]) => [name, new Set<string>()] as const));
  const isBase = (name: string): boolean => before.get(name)?.includes('"discriminator"') === true;
  for (const [name, text] of [...before, ...after]) {
    for (const target of referencesIn(text)) {
      held.get(name)?.add(target);
      // A base schema depends on its children, which refer to it.
      if (isBase(target)) held.get(target)?.add(name);
    }
  }
  for (let size = -1; size !== stable.size;) {
    size = stable.size;
    for (const name of stable)
      if ([...(held.get(name) ?? [])].some((target) => !stable.has(target))) stable.delete(name);
  }
  return stable;
}

/** What is no component is never stable. */
function referencesIn(text: string): readonly string[] {
  return [...text.matchAll(/"\$(?:dynamicR|r)ef":"([^"]*)"/g)].map(([, $ref = '']) => componentOf({ $ref }) ?? '');
}
