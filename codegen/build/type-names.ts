import type { SdkConfig } from '../config/config-types.js';
import { identifier, pascalCase } from '../config/names.js';
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

  constructor(
    shapes: Shapes,
    readonly usage: Usage,
    config: SdkConfig,
  ) {
    const schemas = Object.entries(shapes.spec.document.components?.schemas ?? {});
    const used = schemas.filter(([component]) => usage.request.has(component) || usage.answer.has(component));
    const answers = buildEach(used, ([component, schema]) => {
      const name = config.types?.[component] ?? typeName(component);
      this.#take(name, shapes.spec.pointerOf(schema));
      return { component, name, pointer: shapes.spec.pointerOf(schema) };
    });
    for (const { component, name, pointer } of answers) {
      this.#byComponent.set(component, {
        answer: name,
        request: usage.twofold.has(component) ? this.#second(name, pointer) : name,
      });
    }
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
    const name = this.#taken.has(wanted) || reserved.has(wanted) ? `${wanted}OfCall` : wanted;
    this.#take(name, pointer);
    return name;
  }

  /** The request type, where the response type has the name of the schema. */
  #second(name: string, pointer: string): string {
    const wanted = [`${name}Param`, `${name}Request`, `${name}Input`];
    const free = wanted.find((candidate) => !this.#taken.has(candidate)) ?? `${name}Param`;
    this.#take(free, pointer);
    return free;
  }

  #take(name: string, pointer: string): void {
    const other = this.#taken.get(name);
    if (other !== undefined) {
      throw new Stop(
        pointer,
        `Its type and the type of ${other} would both be ${name}.`,
        'Name one of them under `types` in codegen/sdk.config.ts.',
      );
    }
    this.#taken.set(name, pointer);
  }
}

function typeName(component: string): string {
  const name = identifier(pascalCase(component), 'Object');
  return reserved.has(name) ? `${name}Object` : name;
}
