import type { SdkConfig } from '../config/config-types.js';
import { compareText, distinctNames, withNumber } from '../config/distinct-names.js';
import { identifier, pascalCase } from '../config/names.js';
import type { Collisions } from '../read/collisions.js';
import type { Shapes } from '../shape/shapes.js';
import { buildEach, Stop } from '../read/stop.js';
import type { Direction, Usage } from '../shape/usage.js';

/** Generated code refers to these names, so no type of a schema may hide them. */
const reserved = new Set(
  (
    'Array Bytes Date EventStream FileInput ImageInput NoRequestOptions Omit Operation OperationId Page Partial Promise Record ServerSentEvent ' +
    'RequestOptions Resources Routes Transport Object String Number Boolean Symbol Error'
  ).split(' '),
);

/** The public name of each schema's type, and of types that only an operation has. */
export class TypeNames {
  readonly #taken = new Map<string, string>();
  readonly #byComponent = new Map<string, Readonly<Record<Direction, string>>>();
  readonly #collisions: Collisions;

  constructor(
    shapes: Shapes,
    readonly usage: Usage,
    config: SdkConfig,
  ) {
    this.#collisions = shapes.collisions;
    const schemas = Object.entries(shapes.spec.document.components?.schemas ?? {});
    const used = schemas.filter(([component]) => usage.request.has(component) || usage.answer.has(component));
    const entries = used.map(([component, schema]) => ({ component, pointer: shapes.spec.pointerOf(schema) }));
    const given = buildEach(entries, ({ component, pointer }) => {
      const name = config.types?.[component];
      if (name !== undefined) this.#take(name, pointer);
      return name === undefined ? [] : [[component, name] as const];
    });
    const names = new Map([...given.flat(), ...this.#byDefault(entries, shapes, config)]);
    // Sorted, because a second name may be taken by that of another.
    for (const { component, pointer } of entries.toSorted((left, right) =>
      compareText(left.component, right.component),
    )) {
      const name = names.get(component) ?? typeName(component);
      this.#byComponent.set(component, {
        answer: name,
        request: usage.twofold.has(component) ? this.#second(name, pointer) : name,
      });
    }
  }

  /** The names of those that the config does not name. */
  #byDefault(entries: readonly Entry[], { collisions, spec }: Shapes, { types }: SdkConfig): [string, string][] {
    const given = new Map(this.#taken);
    const unnamed = entries.filter(({ component }) => types?.[component] === undefined);
    const names = distinctNames(unnamed, {
      wanted: ({ component }) => typeName(component),
      isSpelledSo: ({ component }) => component === typeName(component),
      placeOf: ({ component }) => component,
      taken: (name) => given.has(name),
    });
    return [...names].map(([{ component, pointer }, { name, owner }]) => {
      this.#taken.set(name, pointer);
      const wanted = typeName(component);
      const other = owner?.pointer ?? given.get(wanted) ?? spec.file;
      if (name !== wanted) collisions.add(doubled(wanted, { pointer, other }), `it is \`${name}\``);
      return [component, name];
    });
  }

  of(component: string, direction: Direction): string {
    return this.#byComponent.get(component)?.[direction] ?? typeName(component);
  }

  has(name: string): boolean {
    return this.#taken.has(name);
  }

  isReserved(name: string): boolean {
    return reserved.has(name);
  }

  /** A name for a type without a schema: the preferred name, unless a schema's type has it. */
  add(words: string, pointer: string): string {
    const wanted = identifier(words, 'Object');
    const isFree = (name: string): boolean => !this.#taken.has(name) && !reserved.has(name);
    return this.#takeFree([wanted, `${wanted}OfCall`], `${wanted}OfCall`, { pointer, isFree });
  }

  /** The request type, where the response type has the name of the schema. */
  #second(name: string, pointer: string): string {
    const wanted = [`${name}Param`, `${name}Request`, `${name}Input`];
    const isFree = (candidate: string): boolean => !this.#taken.has(candidate);
    return this.#takeFree(wanted, `${name}Param`, { pointer, isFree });
  }

  #takeFree(
    wanted: readonly string[],
    numbered: string,
    { pointer, isFree }: { readonly pointer: string; readonly isFree: (name: string) => boolean },
  ): string {
    const found = wanted.find(isFree);
    const name = found ?? withNumber(numbered, isFree);
    const other = this.#taken.get(numbered) ?? 'the SDK';
    if (found === undefined) this.#collisions.add(doubled(numbered, { pointer, other }), `it is \`${name}\``);
    this.#taken.set(name, pointer);
    return name;
  }

  #take(name: string, pointer: string): void {
    const other = this.#taken.get(name);
    if (other !== undefined) {
      const { reason, fix } = doubled(name, { pointer, other });
      throw new Stop(pointer, reason, fix);
    }
    this.#taken.set(name, pointer);
  }
}

interface Entry {
  readonly component: string;
  readonly pointer: string;
}

function doubled(
  name: string,
  { pointer, other }: { readonly pointer: string; readonly other: string },
): Pick<Stop, 'pointer' | 'reason' | 'fix'> {
  const reason = `Its type and the type of ${other} would both be ${name}.`;
  return { pointer, reason, fix: 'Name one of them under `types` in codegen/sdk.config.ts.' };
}

function typeName(component: string): string {
  const name = identifier(pascalCase(component), 'Object');
  return reserved.has(name) ? `${name}Object` : name;
}
