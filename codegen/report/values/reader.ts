import type { Reference, Schema } from '../../read/openapi.js';
import { componentOf, type Spec } from '../../read/spec.js';
import { Stop } from '../../read/stop.js';
import { isVisible, type Direction } from '../../shape/usage.js';
import { acceptedBy, type Accepted } from './accepted.js';
import { textOf, type Assertions, type Raw } from './assertions.js';
import type { Parts, PartSource } from './parts.js';
import { heirsOf } from './heirs.js';
import { SeparateParts } from './separate-parts.js';
import { respelled } from './spelling.js';

/** A value of one document: all of these schemas apply to it. */
export interface Value {
  readonly reader: Reader;
  readonly schemas: readonly Raw[];
  /** The same for the same schemas. */
  readonly key: string;
}

/** Reads the schemas of one document as sets of values, in one direction. */
export class Reader implements PartSource {
  readonly #respelled = new WeakMap<object, Assertions>();
  readonly #separate = new SeparateParts();
  readonly #open = new Set<string>();
  readonly #made = new Map<string, Raw>();
  readonly #accepted = new Map<string, Accepted>();

  constructor(
    readonly spec: Spec,
    readonly direction: Direction,
  ) {}

  /** In 3.0 the siblings of a `$ref` are ignored. */
  get isOld(): boolean {
    return this.spec.document.openapi.startsWith('3.0');
  }

  value(schemas: readonly Raw[]): Value {
    const known = schemas.filter((schema) => schema !== true);
    const key = [...new Set(known.map((schema) => this.#idOf(schema)))].toSorted().join(' ');
    return { reader: this, schemas: known, key };
  }

  open({ schemas, key }: Value): Accepted {
    const known = this.#accepted.get(key);
    if (known) return known;
    this.#open.add(key);
    const accepted = acceptedBy(this.partsOf(schemas), this);
    this.#open.delete(key);
    this.#accepted.set(key, accepted);
    return accepted;
  }

  openOnce(schema: Raw): Accepted | undefined {
    const value = this.value([schema]);
    return this.#open.has(value.key) ? undefined : this.open(value);
  }

  /** Without the parts that are references to one of these components. */
  beside({ schemas }: Value, isClosed: (component: string) => boolean): { value: Value; closed: readonly string[] } {
    const { parts, isNever, closed } = this.partsOf(schemas, isClosed);
    return {
      value: this.value([...(isNever ? [false] : []), ...parts.map((part) => this.#separate.alone(part))]),
      closed,
    };
  }

  /** The smaller sets that a choice leaves, for each choice: the other keywords with one of its members. */
  cases({ schemas }: Value): readonly (readonly Value[])[] {
    const { parts } = this.partsOf(schemas);
    return parts.flatMap((part) =>
      (['anyOf', 'oneOf'] as const).flatMap((kind) => {
        const members = part[kind] ?? [];
        const others = parts.map((each) => this.#separate.undecided(each, each === part ? kind : undefined));
        return members.length > 1 ? [members.map((member) => this.value([...others, member]))] : [];
      }),
    );
  }

  partsOf(schemas: readonly Raw[], isClosed: (component: string) => boolean = () => false): Parts {
    const found = new Set<Assertions>();
    const closed = new Set<string>();
    let isNever = false;
    const visit = (raw: Raw): void => {
      if (raw === false) isNever = true;
      if (typeof raw === 'boolean') return;
      const schema: Assertions = this.#spelled(raw);
      if (found.has(schema)) return;
      found.add(schema);
      const { $ref } = schema;
      if ($ref !== undefined) {
        const component = componentOf({ $ref });
        if (component !== undefined && isClosed(component)) closed.add(component);
        else visit(this.#target({ $ref }));
      }
      for (const part of schema.allOf ?? []) visit(part);
      for (const choice of [schema.anyOf, schema.oneOf]) if (choice?.length === 1) visit(choice[0] ?? true);
    };
    for (const schema of schemas) visit(schema);
    return { parts: [...found], isNever, closed: [...closed].toSorted() };
  }

  /** The same object for the same schema that no document has. */
  made(schema: Assertions): Raw {
    const text = textOf(schema);
    const known = this.#made.get(text) ?? schema;
    this.#made.set(text, known);
    return known;
  }

  isHidden(property: Raw): boolean {
    return typeof property === 'object' && !isVisible(property as Schema, this.direction);
  }

  heirs(base: Assertions): ReadonlyMap<string, Raw> {
    return heirsOf(base, this.spec);
  }

  /** The generator does not read every keyword: a reference below one of the others may lead nowhere. */
  #target(reference: Reference): Raw {
    try {
      return this.spec.resolve<Schema>(reference);
    } catch (error) {
      if (error instanceof Stop) return { $dynamicRef: reference.$ref };
      throw error;
    }
  }

  #spelled(schema: Assertions): Assertions {
    const known = this.#respelled.get(schema);
    if (known) return known;
    const { $ref } = schema;
    const own = this.isOld && $ref !== undefined ? ({ $ref } as Assertions) : respelled(schema);
    this.#respelled.set(schema, own);
    return own;
  }

  #idOf(schema: Raw): string {
    if (typeof schema === 'boolean') return 'never';
    const known = ids.get(schema) ?? ++count;
    ids.set(schema, known);
    return String(known);
  }
}

/** The numbers of schemas, of both documents. */
const ids = new WeakMap<object, number>();
let count = 0;
