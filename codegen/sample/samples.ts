import type { Example, Reference, Schema } from '../read/openapi.js';
import { isBinary, requiredBy, typesOf } from '../shape/keywords.js';
import type { Shapes } from '../shape/shapes.js';
import { isVisible, type Direction } from '../shape/usage.js';
import { choicesOf, valuesOf } from '../shape/variants.js';
import { componentOf, isReference } from '../read/spec.js';
import { fits, isRecord } from './fits.js';
import { sampleNumber, sampleText } from './scalars.js';
import { varied, variedFields } from './varied.js';

/** The content of sample files. */
export const sampleBytes = 'sample';

/** An object that may have examples besides its schema. */
interface Exemplified {
  readonly example?: unknown;
  readonly examples?: Readonly<Record<string, Example | Reference>>;
  readonly schema?: Schema;
}

/** Sample values for requests and responses, with wire names. */
export class Samples {
  constructor(
    readonly shapes: Shapes,
    readonly direction: Direction,
  ) {}

  /** The document's example of a parameter or a body, else the smallest valid value. */
  of(source: Exemplified): unknown {
    const example = this.exampleOf(source);
    return example === undefined ? this.#ofSchema(source.schema, []) : example;
  }

  /** The same, with a field that is not required if none is: an empty object is no segment of a path. */
  notEmpty(source: Exemplified): unknown {
    const value = this.of(source);
    if (!isRecord(value) || Object.keys(value).length > 0) return value;
    const schema = this.shapes.spec.resolve<Schema>(source.schema ?? {});
    return this.of({ schema: { ...schema, minProperties: 1 } });
  }

  /** The document's example, if it has one that is valid. */
  exampleOf({ example, examples, schema = {} }: Exemplified): unknown {
    const { spec } = this.shapes;
    const named = Object.values(examples ?? {}).map((candidate) => spec.resolve<Example>(candidate).value);
    const own = examplesIn(isReference(schema) ? spec.resolve<Schema>(schema) : schema);
    return this.#firstValid([example, ...named, ...own], schema);
  }

  #firstValid(candidates: readonly unknown[], schema: Schema): unknown {
    const shape = this.shapes.of(schema);
    return candidates.find((value) => value !== undefined && fits(value, shape, this));
  }

  /** `above`: the schemas that are in progress, to stop at a recursive schema. */
  #ofSchema(schema: Schema | boolean | undefined, above: readonly Schema[]): unknown {
    if (schema === undefined || typeof schema === 'boolean') return 'value';
    if (above.includes(schema)) return {};
    const inside = [...above, schema];
    if (isReference(schema)) return this.#ofSchema(this.shapes.spec.resolve<Schema>(schema), inside);
    const { const: constant, default: fallback, enum: values = [], 'x-known-values': known = [] } = schema;
    const valid = this.#firstValid([...examplesIn(schema), constant, fallback, ...values, ...known], schema);
    return valid === undefined ? this.#ofParts(schema, inside) : valid;
  }

  /** All of `allOf`, one of `oneOf`, and the schema's own keywords, as one value. */
  #ofParts(schema: Schema, above: readonly Schema[]): unknown {
    const [heir] = this.shapes.heirs.of(schema);
    if (heir && !above.includes(this.shapes.spec.resolve<Schema>(heir))) return this.#ofHeir(heir, schema, above);
    const chosen = choicesOf(schema).flatMap(([first]) => first ?? []);
    const [variant] = chosen;
    const parts = [...(schema.allOf ?? []), ...chosen];
    const [type = ''] = typesOf(schema);
    const values = parts.map((part) => this.#ofSchema(part, above));
    const { discriminator } = schema;
    if (discriminator && variant && isReference(variant)) {
      const [value] = valuesOf(discriminator, componentOf(variant));
      values.push(value === undefined ? {} : { [discriminator.propertyName]: value });
    }
    if (type !== '' || parts.length === 0) values.push(this.#ofType(schema, type, above));
    return values.every(isRecord) ? Object.assign({}, ...values) : values[0];
  }

  /** It has what is common to all heirs. */
  #ofHeir(heir: Reference, base: Schema, above: readonly Schema[]): unknown {
    const outside = above.filter((schema) => schema !== base);
    const value = this.#ofSchema(heir, outside);
    const tag = this.shapes.heirs.tagOf(heir, base);
    return tag && isRecord(value) ? { ...value, [tag.wire]: tag.values[0] } : value;
  }

  #ofType(schema: Schema, type: string, above: readonly Schema[]): unknown {
    switch (type) {
      case 'string':
        return isBinary(schema) ? sampleBytes : sampleText(schema);
      case 'number':
      case 'integer':
        return sampleNumber(schema, type === 'integer');
      case 'boolean':
        return false;
      case 'null':
        return null;
      case 'array':
        return this.#ofItems(schema, above);
      case 'object':
        return this.#ofFields(schema, above);
    }
    return 'value';
  }

  #ofItems({ prefixItems = [], items, minItems, uniqueItems }: Schema, above: readonly Schema[]): unknown[] {
    // An item that is being made already has no smallest value.
    const isOpen = prefixItems.length === 0 && !this.#isWithin(items, above);
    const rest = Math.max((minItems ?? Number(isOpen)) - prefixItems.length, 0);
    const schemas = [...prefixItems, ...Array.from({ length: rest }, () => items)];
    const values = schemas.map((schema) => this.#ofSchema(schema, above));
    return uniqueItems === true ? values.map((value, turn) => this.#varied(value, turn, schemas[turn])) : values;
  }

  #varied(value: unknown, turn: number, schema: Schema | boolean | undefined): unknown {
    if (typeof schema !== 'object') return varied(value, turn, {});
    const whole = isReference(schema) ? this.shapes.spec.resolve<Schema>(schema) : schema;
    return isRecord(value)
      ? variedFields(value, (name, inner) => this.#varied(inner, turn, whole.properties?.[name]))
      : varied(value, turn, whole);
  }

  #isWithin(schema: Schema | boolean | undefined, above: readonly Schema[]): boolean {
    if (typeof schema !== 'object') return false;
    return above.includes(isReference(schema) ? this.shapes.spec.resolve<Schema>(schema) : schema);
  }

  #ofFields({ properties = {}, ...schema }: Schema, above: readonly Schema[]): unknown {
    const { minProperties = 0, additionalProperties: extra, propertyNames } = schema;
    const isSent = (name: string): boolean => {
      const property = properties[name];
      return typeof property !== 'object' || isVisible(property, this.direction);
    };
    const required = requiredBy(schema).filter(isSent);
    const optional = Object.keys(properties).filter((name) => isSent(name) && !required.includes(name));
    const names = [...required, ...optional.slice(0, Math.max(minProperties - required.length, 0))];
    const fields = names.map((name) => [name, this.#ofSchema(properties[name], above)] as const);
    const missing = extra === false ? 0 : Math.max(minProperties - names.length, 0);
    const key = propertyNames === undefined ? 'key' : this.#ofSchema(propertyNames, above);
    const others = Array.from({ length: missing }, (_, turn) => {
      return [String(this.#varied(key, turn, propertyNames)), this.#ofSchema(extra, above)] as const;
    });
    return Object.fromEntries([...fields, ...others]);
  }
}

function examplesIn({ example, examples }: Schema): readonly unknown[] {
  return [example, ...(Array.isArray(examples) ? (examples as readonly unknown[]) : [])];
}
