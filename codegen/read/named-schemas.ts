import { basename, extname } from 'node:path';
import { pascalCase } from '../config/names.js';
import type { Document, Schema } from './openapi.js';
import { escapeStep } from './pointers.js';
import type { Target } from './targets.js';

/** Pointer segments that are no use in a name. */
const silent = new Set(['components', 'schemas', 'properties', 'definitions', '$defs', 'schema', 'content', 'paths']);

/** Makes a component of each schema that is referenced elsewhere, so that all of them have a name. */
export class NamedSchemas {
  readonly #references = new Map<object, { readonly target: Target; readonly nodes: { $ref?: unknown }[] }>();

  /** `reference` refers to `target`. */
  add(reference: { $ref?: unknown }, target: Target): void {
    const known = this.#references.get(target.value);
    if (known) known.nodes.push(reference);
    else this.#references.set(target.value, { target, nodes: [reference] });
  }

  /** Adds them to `components.schemas`, and updates the references. */
  name(document: Document): void {
    this.#takeNames(document);
    const all = [...this.#references.values()];
    for (const { target, nodes } of all.filter((named) => isComponent(named.target))) {
      // Another file may be referenced by different paths.
      for (const node of nodes) node.$ref = referenceTo(target.steps[2] ?? '');
    }
    const elsewhere = all.filter(({ target }) => !isComponent(target));
    if (elsewhere.length === 0) return;
    const components = document.components ?? {};
    const schemas: Record<string, Schema> = { ...components.schemas };
    const taken = new Set(Object.keys(schemas).map(pascalCase));
    // Sorted by location, so that the order of keys does not affect names.
    for (const { target, nodes } of elsewhere.toSorted((left, right) =>
      compare(placeOf(left.target), placeOf(right.target)),
    )) {
      const name = freeName(target, taken);
      taken.add(pascalCase(name));
      schemas[name] = target.value;
      for (const node of nodes) node.$ref = referenceTo(name);
    }
    Object.assign(document, { components: { ...components, schemas } });
  }

  /** A component that is only a reference to another file gives its name to the target. */
  #takeNames({ components }: Document): void {
    const schemas = (components?.schemas ?? {}) as Record<string, Schema>;
    const targets = new Map(
      [...this.#references.values()].flatMap(({ target, nodes }) =>
        nodes.map((node) => [node as object, target.value]),
      ),
    );
    for (const name of Object.keys(schemas).toSorted()) {
      const { target, nodes } = this.#references.get(targets.get(schemas[name] ?? {}) ?? {}) ?? {};
      if (!target || !nodes || isComponent(target) || Object.keys(schemas[name] ?? {}).length > 1) continue;
      schemas[name] = target.value;
      const named = { value: target.value, file: '', steps: ['components', 'schemas', name] };
      this.#references.set(target.value, { target: named, nodes });
    }
  }
}

function referenceTo(component: string): string {
  return `#/components/schemas/${escapeStep(component)}`;
}

function isComponent({ file, steps }: Target): boolean {
  return file === '' && steps[0] === 'components' && steps[1] === 'schemas' && steps.length === 3;
}

function placeOf({ file, steps }: Target): string {
  return `${file}#/${steps.join('/')}`;
}

function compare(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}

/**
 * `pets.yaml` → `Pets`, `defs.yaml#/Pet` → `Pet`, `#/components/schemas/Pet/properties/owner` → `PetOwner`. Two schemas
 * whose names differ only in spelling would have types of the same name: `taken` is in PascalCase.
 */
function freeName({ file, steps }: Target, taken: ReadonlySet<string>): string {
  const ownSteps = steps.filter((step) => !silent.has(step));
  const stem = pascalCase(basename(file, extname(file)));
  const last = pascalCase((file === '' ? ownSteps : ownSteps.slice(-1)).join(' '));
  const wanted = [last || stem, `${stem}${last}`].find((name) => name !== '' && !taken.has(name));
  const base = wanted ?? (`${stem}${last}` || 'Schema');
  for (let count = 1; ; count++) {
    const name = count === 1 ? base : `${base}${count}`;
    if (!taken.has(name)) return name;
  }
}
