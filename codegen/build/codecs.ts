import type { CodecModel, CodecNode, CodecTable } from '../model.js';
import { identifier, pascalCase, variableName } from '../config/names.js';
import { childrenOf, type Shape } from '../shape/shape.js';
import { isDay } from './days.js';
import type { Shapes } from '../shape/shapes.js';
import { fieldChecks, isNothing } from './field-checks.js';
import type { NamedObject, Spellings } from './spellings.js';
import type { TypeNames } from './type-names.js';
import { componentsHolding, within, type Direction } from '../shape/usage.js';

/**
 * Builds the tables that translate between wire and public names. The variants of a union share one table,
 * because a value does not show which variant it is.
 */
export class Codecs {
  /** Each constant comes after the constants that it refers to. */
  readonly #constants = new Map<string, CodecModel>();
  /** The constants under construction: a reference to one of them closes a cycle. */
  readonly #open = new Set<string>();
  /** What each constant name stands for, so that no name is used twice. */
  readonly #meanings = new Map([['styles', 'the module']]);
  readonly #ids = new Map<Shape, number>();
  readonly #needed: ReadonlySet<string>;

  constructor(
    readonly shapes: Shapes,
    readonly names: TypeNames,
    readonly spellings: Spellings,
    readonly direction: Direction,
  ) {
    const components = [...new Set([...names.usage.request, ...names.usage.answer])];
    this.#needed = componentsHolding(components, shapes, (shape, component) => this.#differs(shape, component));
  }

  constants(): CodecModel[] {
    return [...this.#constants.values()];
  }

  /** The codec of a value; undefined if wire and public names are the same. */
  of(shape: Shape): CodecNode | undefined {
    return this.#ofAll([shape]);
  }

  /** The table that a node is, or is the name of. */
  tableOf(node: CodecNode | undefined): CodecTable | undefined {
    return node?.kind === 'constant' ? this.tableOf(this.#constants.get(node.name)?.codec) : node;
  }

  #ofAll(shapes: readonly Shape[]): CodecNode | undefined {
    const all = [...new Set(shapes.flatMap(opened))];
    const parts = all.filter((part) => this.#isNeeded(part));
    if (parts.length === 0) return undefined;
    if (parts.every((part) => isDay(this.shapes.resolved(part)))) return dayTable;
    if (all.length > parts.length) this.spellings.findClashes(objectsIn(this.#leavesOfAll(all)));
    const references = [...new Set(parts.flatMap((part) => (part.kind === 'reference' ? part.component : [])))];
    // A recursive schema needs a named table, even where it is combined with other schemas.
    return references.length === 0 ? this.#table(parts) : this.#constant(references, parts);
  }

  #constant(references: readonly string[], parts: readonly Shape[]): CodecNode {
    const name = this.#nameOf(references, parts);
    if (this.#open.has(name)) return { kind: 'constant', name, isLate: true };
    if (!this.#constants.has(name)) {
      this.#open.add(name);
      const codec = this.#table(parts);
      this.#open.delete(name);
      this.#constants.set(name, { name, codec });
    }
    return { kind: 'constant', name, isLate: false };
  }

  #table(parts: readonly Shape[]): CodecTable {
    const leaves = this.#leavesOfAll(parts);
    const objects = objectsIn(leaves);
    const items = this.#ofAll(leaves.flatMap(({ shape }) => (shape.kind === 'list' ? childrenOf(shape) : [])));
    const values = this.#ofAll(objects.flatMap(({ shape }) => shape.extra ?? []));
    const checks = this.direction === 'request' ? fieldChecks(parts, this.shapes, this.names.usage) : undefined;
    return {
      kind: 'table',
      ...this.spellings.of(objects),
      fields: this.#fields(objects),
      ...(items ? { items } : {}),
      ...(values ? { values } : {}),
      ...(this.direction === 'request' && leaves.some(({ shape }) => isDay(shape)) ? { isDay: true as const } : {}),
      pairs: false,
      ...(checks ? { checks } : {}),
    };
  }

  #fields(objects: readonly NamedObject[]): Record<string, CodecNode> {
    const byName = new Map<string, { shape: Shape; arePairs: boolean }[]>();
    for (const { shape, component } of objects) {
      for (const field of shape.fields) {
        const same = byName.get(field.name) ?? [];
        same.push({ shape: field.shape, arePairs: this.spellings.arePairs(field, component) });
        byName.set(field.name, same);
      }
    }
    const codecs = [...byName].map(([name, same]) => {
      const codec = this.#ofAll(same.map(({ shape }) => shape));
      return [name, same.some(({ arePairs }) => arePairs) ? withPairs(codec) : codec] as const;
    });
    return Object.fromEntries(codecs.flatMap(([name, codec]) => (codec ? [[name, codec]] : [])));
  }

  #leavesOfAll(parts: readonly Shape[]): Leaf[] {
    return parts.flatMap((part) => this.#leavesOf(part, new Set()));
  }

  /** The objects and lists of a part, with references resolved. */
  #leavesOf(part: Shape, seen: ReadonlySet<string>, component?: string): Leaf[] {
    if (part.kind !== 'reference') return [{ shape: part, component }];
    if (seen.has(part.component)) return [];
    const inside = new Set([...seen, part.component]);
    return opened(this.shapes.component(part.component)).flatMap((shape) =>
      this.#leavesOf(shape, inside, part.component),
    );
  }

  #isNeeded(part: Shape): boolean {
    return within(part).some((shape) =>
      shape.kind === 'reference' ? this.#needed.has(shape.component) : this.#differs(shape, undefined),
    );
  }

  /** Whether the shape itself has a field that is not the same on both sides, or that is checked before it is sent. */
  #differs(shape: Shape, component: string | undefined): boolean {
    if (this.spellings.differ(shape, component)) return true;
    if (this.direction === 'answer') return false;
    if (shape.kind !== 'object') return isDay(shape);
    return !isNothing(fieldChecks([shape], this.shapes, this.names.usage));
  }

  #nameOf(references: readonly string[], parts: readonly Shape[]): string {
    const { answer, twofold } = this.names.usage;
    const [first = '', second, third] = references.map((component) => {
      const name = variableName(this.names.of(component, this.direction));
      // Of a schema that travels both ways, each way has a table of its own.
      const isBoth = this.direction === 'request' && answer.has(component) && !twofold.has(component);
      return isBoth ? `${name}Sent` : name;
    });
    const isMixed = third !== undefined || parts.some((part) => part.kind !== 'reference');
    if (isMixed) return this.#unique(`${first}OrOthers`, parts);
    return this.#unique(second === undefined ? first : `${first}Or${pascalCase(second)}`, parts);
  }

  #unique(wanted: string, parts: readonly Shape[]): string {
    const meaning = parts
      .map((part) => this.#idOf(part))
      .toSorted()
      .join(' ');
    for (let count = 1; ; count++) {
      const name = identifier(count === 1 ? wanted : `${wanted}${count}`, 'Codec');
      const known = this.#meanings.get(name);
      if (known === undefined) this.#meanings.set(name, meaning);
      if (known === undefined || known === meaning) return name;
    }
  }

  #idOf(part: Shape): string {
    if (part.kind === 'reference') return part.component;
    const id = this.#ids.get(part) ?? this.#ids.size;
    this.#ids.set(part, id);
    return `${id}`;
  }
}

interface Leaf {
  readonly shape: Shape;
  readonly component: string | undefined;
}

const dayTable: CodecTable = { kind: 'table', names: {}, sent: {}, fields: {}, isDay: true, pairs: false };

function objectsIn(leaves: readonly Leaf[]): NamedObject[] {
  return leaves.flatMap(({ shape, component }) => (shape.kind === 'object' ? [{ shape, component }] : []));
}

/** Flattens unions and intersections; drops members without fields or items, except for days. */
function opened(shape: Shape): Shape[] {
  if (shape.kind === 'union') return shape.variants.flatMap(opened);
  if (shape.kind === 'intersection') return shape.parts.flatMap(opened);
  return ['reference', 'object', 'list'].includes(shape.kind) || isDay(shape) ? [shape] : [];
}

function withPairs(codec: CodecNode | undefined): CodecNode {
  const table: CodecTable = { kind: 'table', names: {}, sent: {}, fields: {}, pairs: true };
  if (codec?.kind !== 'table') return table;
  const { items, ...rest } = codec;
  // A map gives its keys and values itself: only names would be left to change.
  const isNamed = items?.kind === 'constant' || (items && Object.keys({ ...items.names, ...items.fields }).length > 0);
  return { ...rest, ...(isNamed ? { items } : {}), pairs: true };
}
