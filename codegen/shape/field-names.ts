import type { Collisions } from '../read/collisions.js';
import { compareText } from '../config/distinct-names.js';
import { publicName } from '../config/names.js';
import type { SdkConfig } from '../config/config-types.js';
import type { Schema } from '../read/openapi.js';
import { isReference, type Spec } from '../read/spec.js';
import { Stop } from '../read/stop.js';
import type { Field } from './shape.js';

interface Kept {
  /** The object in which the field can't be told from others; undefined for variants of a union. */
  readonly object?: { readonly pointer: string; readonly wires: readonly string[]; readonly name: string };
}

/**
 * The public names of the fields. Where several fields of an object would have the same one, it is that of the field
 * that is spelled so; the others keep their names on the wire. Which these are is known when all schemas are read, so
 * they are then read again.
 */
export class FieldNames {
  readonly #kept = new Map<string, Kept>();

  /** `given`: those of the config, by `keyOf`. */
  constructor(readonly given: ReadonlyMap<string, string> = new Map()) {}

  /** How many fields keep their names. */
  get size(): number {
    return this.#kept.size;
  }

  of(wire: string, key: string): string {
    return this.given.get(key) ?? (this.#kept.has(key) ? wire : publicName(wire));
  }

  /** Of a field in variants of a union, which are distinct otherwise. */
  keep(key: string): void {
    if (!this.#kept.has(key)) this.#kept.set(key, {});
  }

  /** Finds the fields of one object that would have the same name. */
  separate(pointer: string, fields: readonly Field[], keyOf: (field: Field) => string): void {
    const byName = new Map<string, Field[]>();
    for (const field of fields) byName.set(field.name, [...(byName.get(field.name) ?? []), field]);
    for (const [name, same] of byName) if (same.length > 1) this.#separate({ pointer, name, same, keyOf });
  }

  tell(collisions: Collisions): void {
    for (const { object } of this.#kept.values()) {
      if (!object) continue;
      const { pointer, wires, name } = object;
      const kept = wires.filter((wire) => wire !== name);
      const outcome = `${quotedList(kept)} ${kept.length > 1 ? 'keep their names' : 'keeps its name'} on the wire`;
      collisions.add({ ...doubled(object), pointer }, outcome);
    }
  }

  #separate({ pointer, name, same, keyOf }: Separated): void {
    const wires = same.map(({ wire }) => wire).toSorted((left, right) => compareText(left, right));
    const object = {
      pointer: `${pointer}/properties`,
      wires: [...wires.filter((wire) => wire !== name), ...wires.filter((wire) => wire === name)],
      name,
    };
    const others = same.filter((field) => field.wire !== name && !this.given.has(keyOf(field)));
    if (same.length - others.length > 1) throw new Stop(object.pointer, doubled(object).reason, doubled(object).fix);
    for (const field of others) {
      const known = this.#kept.get(keyOf(field))?.object;
      // A parent tells it, and not each of its children.
      if (!known || isBefore(object.pointer, known.pointer)) this.#kept.set(keyOf(field), { object });
    }
  }
}

/** Of a field in the document: the same for each reading of it. */
export function keyOfField(spec: Spec, { wire, schema }: Pick<Field, 'wire' | 'schema'>): string {
  return `${spec.pointerOf(schema)} ${wire}`;
}

/** The names that the config gives, by the keys of their fields. */
export function givenNames(spec: Spec, { fields }: SdkConfig): ReadonlyMap<string, string> {
  const entries = Object.entries(fields ?? {}).flatMap(([component, names]) =>
    Object.entries(names).flatMap(([wire, name]) => {
      const schema = propertyOf(spec.document.components?.schemas?.[component], wire);
      return schema ? [[keyOfField(spec, { wire, schema }), name] as const] : [];
    }),
  );
  return new Map(entries);
}

/** The property of a schema itself, or of a part of its `allOf` that has no name of its own. */
export function propertyOf(schema: Schema | undefined, wire: string): Schema | undefined {
  if (schema === undefined) return undefined;
  const own = Object.hasOwn(schema.properties ?? {}, wire) ? schema.properties?.[wire] : undefined;
  if (typeof own === 'object') return own;
  for (const part of schema.allOf ?? []) {
    const found = isReference(part) ? undefined : propertyOf(part, wire);
    if (found) return found;
  }
  return undefined;
}

interface Separated {
  readonly pointer: string;
  readonly name: string;
  readonly same: readonly Field[];
  readonly keyOf: (field: Field) => string;
}

function doubled({ wires, name }: NonNullable<Kept['object']>): Pick<Stop, 'reason' | 'fix'> {
  return {
    reason: `The fields ${quotedList(wires)} would ${wires.length > 2 ? 'all' : 'both'} be \`${name}\`.`,
    fix: 'Name them under `fields` in the config, or keep one of them in the document.',
  };
}

function quotedList(names: readonly string[]): string {
  const quoted = names.map((name) => `"${name}"`);
  return quoted.length < 2 ? quoted.join('') : `${quoted.slice(0, -1).join(', ')} and ${quoted.at(-1) ?? ''}`;
}

function isBefore(left: string, right: string): boolean {
  return left.length === right.length ? left < right : left.length < right.length;
}
