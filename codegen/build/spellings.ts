import type { SdkConfig } from '../config/config-types.js';
import type { CodecTable } from '../model.js';
import { snakeName } from '../config/names.js';
import type { Field, ObjectShape, Shape } from '../shape/shape.js';
import type { Usage } from '../shape/usage.js';

/** An object with its schema name, if it has one: the config refers to fields by schema. */
export interface NamedObject {
  readonly shape: ObjectShape;
  readonly component: string | undefined;
}

/** The field names of an object, on the wire and in public. */
export class Spellings {
  constructor(
    readonly usage: Usage,
    readonly config: SdkConfig,
    /** Called with a field whose public name is that of another field on the wire, in another variant of a value. */
    readonly onClash: (field: Field) => void = () => undefined,
  ) {}

  of(objects: readonly NamedObject[]): Pick<CodecTable, 'names' | 'sent'> {
    const names: Record<string, string> = {};
    const sent: Record<string, string> = {};
    this.findClashes(objects);
    for (const { shape } of objects) {
      for (const field of shape.fields) {
        const alias = this.#aliasOf(field, shape);
        if (field.wire !== field.name) names[field.wire] = field.name;
        if (alias === undefined) continue;
        names[alias] = field.name;
        if (this.usage.requestShapes.has(shape)) sent[field.name] = field.wire;
      }
    }
    return { names, sent };
  }

  /** Reports the fields that one table would not tell from others. */
  findClashes(objects: readonly NamedObject[]): void {
    const fields = objects.flatMap(({ shape }) => shape.fields);
    const wires = new Map<string, string>();
    for (const { name, wire } of fields) {
      const other = wires.get(name) ?? wire;
      wires.set(name, wire);
      if (other === wire) continue;
      for (const field of fields) if (field.name === name && field.wire !== name) this.onClash(field);
    }
  }

  /** Whether the shape itself has a field with different wire and public names. */
  differ(shape: Shape, component: string | undefined): boolean {
    if (shape.kind !== 'object') return false;
    return shape.fields.some(
      (field) =>
        field.wire !== field.name || this.arePairs(field, component) || this.#aliasOf(field, shape) !== undefined,
    );
  }

  /** Whether the field is a list of `{ key, value }` that callers may pass as a map. */
  arePairs(field: Field, component: string | undefined): boolean {
    return component !== undefined && this.config.pairs?.[component]?.includes(field.name) === true;
  }

  /** The other spelling of a field that is camelCase on the wire, for responses that are read in both. */
  #aliasOf(field: Field, shape: ObjectShape): string | undefined {
    if (this.config.bothSpellings !== true || !this.usage.answerShapes.has(shape)) return undefined;
    const alias = snakeName(field.wire);
    const isTaken = shape.fields.some((other) => other.wire === alias);
    return field.wire !== field.name || isTaken ? undefined : alias;
  }
}
