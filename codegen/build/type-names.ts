import type { SdkConfig } from '../config/config-types.js';
import { identifier, pascalCase } from '../config/names.js';
import type { Shapes } from '../shape/shapes.js';
import { buildEach, Stop } from '../read/stop.js';
import type { Direction, Usage } from '../shape/usage.js';

/** What generated code refers to by these names must not be hidden by a schema's type. */
const reserved = new Set(
  (
    'Array Bytes Date EventStream FileInput ImageInput Operation OperationId Page Partial Promise Record ' +
    'RequestOptions Resources Transport Object String Number Boolean Symbol Error'
  ).split(' '),
);

/** The public name of each schema's type, and of those that only an operation has. */
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

  /** A name for a type that no schema has: the wanted one, unless a schema's type is called so. */
  add(words: string, pointer: string): string {
    const wanted = identifier(words, 'Object');
    const name = this.#taken.has(wanted) || reserved.has(wanted) ? `${wanted}OfCall` : wanted;
    this.#take(name, pointer);
    return name;
  }

  /** The request's type, where the answer's has the schema's name. */
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
        `Its type would be called ${name}, as that of ${other}.`,
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
