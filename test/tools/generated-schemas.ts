import type { GeneratorValue } from 'fast-check';
import fc from 'fast-check';

type Schema = Record<string, unknown>;

/** A schema with one of its values, as the caller has it and as a model writes it in the strict form. */
export interface Generated {
  readonly schema: Schema;
  readonly value: unknown;
  /** With null for what is left out. */
  readonly written: unknown;
  /** What comes back: null where the model can't leave out a property that takes null. */
  readonly back: unknown;
  readonly takesNull?: boolean;
}

const scalars = ['string', 'number', 'integer', 'boolean'] as const;
const names = ['a', 'b-c', 'constructor', 'value', 'null', 'Ä'];

/** Builds schemas of the kinds that have a strict form; with `open`, also those that have none. */
export class SchemaMaker {
  readonly #g: GeneratorValue;
  readonly #allowsOpen: boolean;
  readonly #definitions: Schema = {};
  /** Whether a part has no strict form. */
  isOpen = false;

  constructor(g: GeneratorValue, allowsOpen: boolean) {
    this.#g = g;
    this.#allowsOpen = allowsOpen;
  }

  /** A whole schema; `isObject` tells whether it takes objects only. */
  document(): Generated & { readonly isObject: boolean } {
    const made = this.#any(3);
    const hasDefinitions = Object.keys(this.#definitions).length > 0;
    const schema = { ...made.schema, ...(hasDefinitions && { $defs: this.#definitions }) };
    return { ...made, schema, isObject: this.#isObject(made.schema) };
  }

  #isObject({ $ref, type, allOf }: Schema): boolean {
    if (typeof $ref === 'string') return this.#isObject(this.#definitions[nameIn($ref)] as Schema);
    return type === 'object' || allOf !== undefined;
  }

  #any(depth: number): Generated {
    const leaves = [this.#scalar, this.#scalar, this.#fixed, this.#enum] as const;
    const inner = [
      this.#object,
      this.#object,
      this.#object,
      this.#list,
      this.#tuple,
      this.#union,
      this.#variants,
      this.#nullable,
      this.#reference,
      this.#recursive,
      this.#whole,
      this.#open,
    ] as const;
    return this.#pick(depth === 0 ? leaves : [...inner, ...leaves]).call(this, depth - 1);
  }

  #scalar(): Generated {
    const type = this.#pick(scalars);
    const value = this.#valueOf(type);
    const limits = { string: { maxLength: 9 }, number: {}, integer: { minimum: -99 }, boolean: {} }[type];
    return same({ type, ...(this.#g(fc.boolean) && limits), ...(this.#g(fc.boolean) && { description: 'd' }) }, value);
  }

  #valueOf(type: (typeof scalars)[number]): unknown {
    if (type === 'string') return this.#g(fc.string, { maxLength: 5 });
    if (type === 'boolean') return this.#g(fc.boolean);
    const number = this.#g(fc.integer, { min: -9, max: 99 });
    return type === 'integer' ? number : number + 0.5;
  }

  #fixed(): Generated {
    const value = this.#pick(['x', 1, true, null]);
    return { ...same({ const: value }, value), takesNull: value === null };
  }

  #enum(): Generated {
    const values = this.#pick([
      ['x', 'y'],
      ['x', null],
      [1, 'x', null],
      [1, 2],
    ] as const);
    return { ...same({ enum: values }, this.#pick<unknown>(values)), takesNull: values.includes(null as never) };
  }

  #nullable(depth: number): Generated {
    if (this.#g(fc.boolean)) {
      const type = this.#pick(scalars);
      const value = this.#g(fc.boolean) ? this.#valueOf(type) : null;
      return { ...same({ type: [type, 'null'] }, value), takesNull: true };
    }
    const one = this.#any(depth);
    const schema = { anyOf: [one.schema, { type: 'null' }] };
    return this.#g(fc.boolean) ? { ...one, schema, takesNull: true } : { ...same(schema, null), takesNull: true };
  }

  #object(depth: number, fixed?: string): Generated {
    const chosen = this.#g(fc.subarray<string>, names, { maxLength: 2 });
    const parts = Object.fromEntries(chosen.map((name) => [name, this.#any(depth)]));
    if (fixed !== undefined) parts['kind'] = same({ const: fixed }, fixed);
    const entries = Object.entries(parts);
    const required = entries.map(([name]) => name).filter((name) => name === 'kind' || this.#g(fc.boolean));
    const isLeftOut = new Set(
      entries.map(([name]) => name).filter((name) => !required.includes(name) && this.#g(fc.boolean)),
    );
    const filled = (of: (part: Generated, name: string) => unknown) =>
      Object.fromEntries(
        entries.flatMap(([name, part]) => {
          const value = of(part, name);
          return value === undefined ? [] : [[name, value]];
        }),
      );
    const schema = {
      type: 'object',
      properties: Object.fromEntries(entries.map(([name, part]) => [name, part.schema])),
      ...((required.length > 0 || this.#g(fc.boolean)) && { required }),
      ...(this.#g(fc.boolean) && { additionalProperties: false }),
    };
    return {
      schema,
      value: filled(({ value }, name) => (isLeftOut.has(name) ? undefined : value)),
      written: filled(({ written }, name) => (isLeftOut.has(name) ? null : written)),
      back: filled(({ back, takesNull }, name) => (isLeftOut.has(name) ? (takesNull ? null : undefined) : back)),
    };
  }

  #list(depth: number): Generated {
    const item = this.#any(depth);
    const count = this.#g(fc.integer, { min: 0, max: 2 });
    return this.#listOf(
      { type: 'array', items: item.schema },
      Array.from({ length: count }, () => item),
    );
  }

  #tuple(depth: number): Generated {
    const items = [this.#any(depth), this.#any(depth)];
    const prefixItems = items.map(({ schema }) => schema);
    return this.#listOf({ type: 'array', prefixItems, items: false, minItems: 2 }, items);
  }

  #listOf(schema: Schema, items: readonly Generated[]): Generated {
    return {
      schema,
      value: items.map(({ value }) => value),
      written: items.map(({ written }) => written),
      back: items.map(({ back }) => back),
    };
  }

  /** Of values that differ in their type. */
  #union(depth: number): Generated {
    const make = {
      string: () => same({ type: 'string' }, 'x'),
      number: () => same({ type: 'number' }, 1.5),
      object: () => this.#object(depth),
      list: () => this.#list(depth),
    };
    const types = ['string', 'number', 'object', 'list'] as const;
    const chosen = this.#g(fc.subarray<(typeof types)[number]>, [...types], { minLength: 2 });
    return this.#oneOf(chosen.map((type) => make[type]()));
  }

  /** Of objects that differ in the constant of one field. */
  #variants(depth: number): Generated {
    return this.#oneOf(['p', 'q', 'r'].map((kind) => this.#object(depth, kind)));
  }

  #oneOf(variants: readonly Generated[]): Generated {
    const keyword = this.#pick(['anyOf', 'oneOf']);
    return { ...this.#pick(variants), schema: { [keyword]: variants.map(({ schema }) => schema) }, takesNull: false };
  }

  #reference(depth: number): Generated {
    const target = this.#any(depth);
    return { ...target, schema: { $ref: this.#define(target.schema) } };
  }

  #recursive(): Generated {
    const $ref = this.#define({});
    Object.assign(this.#definitions[nameIn($ref)] as Schema, {
      type: 'object',
      properties: { v: { type: 'string' }, next: { $ref }, all: { type: 'array', items: { $ref } } },
      required: ['v'],
    });
    const leaf = [{ v: 'x' }, { v: 'x', next: null, all: null }] as const;
    const [value, written] = this.#pick<readonly [unknown, unknown]>([
      leaf,
      [
        { v: 'y', next: leaf[0] },
        { v: 'y', next: leaf[1], all: null },
      ],
      [
        { v: 'y', all: [leaf[0], { v: 'z', next: leaf[0] }] },
        { v: 'y', next: null, all: [leaf[1], { v: 'z', next: leaf[1], all: null }] },
      ],
    ]);
    return { schema: { $ref }, value, written, back: value };
  }

  #define(schema: Schema): string {
    const count = Object.keys(this.#definitions).length;
    const name = ['A', 'toString', 'a~b', 'D'][count] ?? `D${count}`;
    this.#definitions[name] = schema;
    return `#/$defs/${name.replace('~', '~0')}`;
  }

  /** Two objects in one, by `allOf`. */
  #whole(): Generated {
    const one = { type: 'object', properties: { a: { type: 'string' } }, required: ['a'] };
    const other = { type: 'object', properties: { constructor: { type: 'integer' } } };
    const value: Schema = this.#g(fc.boolean) ? { a: 'x' } : { a: 'x', constructor: 1 };
    return { schema: { allOf: [one, other] }, value, written: { constructor: null, ...value }, back: value };
  }

  #open(depth: number): Generated {
    if (!this.#allowsOpen) return this.#object(depth);
    this.isOpen = true;
    const map = this.#pick([
      { additionalProperties: { type: 'integer' } },
      { patternProperties: { '^k': { type: 'integer' } } },
      { additionalProperties: true },
      { properties: { a: {} } },
      { properties: { a: { type: 'object', unevaluatedProperties: { type: 'integer' } } } },
    ]);
    return same({ type: 'object', ...map }, this.#pick([{}, { k1: 1 }]));
  }

  #pick<Value>(values: readonly Value[]): Value {
    return values[this.#g(fc.nat, values.length - 1)] as Value;
  }
}

function same(schema: Schema, value: unknown): Generated {
  return { schema, value, written: value, back: value };
}

function nameIn($ref: string): string {
  return $ref.slice('#/$defs/'.length).replace('~0', '~');
}
