import type { RouteModel, SimulationModel, CaseModel } from '../model.js';
import type { Schema } from '../read/openapi.js';
import { isReference, componentOf, type Spec } from '../read/spec.js';
import { Stop } from '../read/stop.js';
import type { Endpoint } from './endpoint.js';

/** What the simulator checks. The rest of a schema is for readers, or decides nothing about a value. */
const known = new Set([
  ...['type', 'enum', 'const', 'format', 'required', 'properties', 'additionalProperties', 'items', 'prefixItems'],
  ...['anyOf', 'oneOf', 'allOf', 'not', '$ref', 'minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum'],
  ...[
    'multipleOf',
    'minLength',
    'maxLength',
    'pattern',
    'minItems',
    'maxItems',
    'uniqueItems',
    'minProperties',
    'maxProperties',
  ],
]);
const maps = new Set(['properties']);
const lists = new Set(['anyOf', 'oneOf', 'allOf', 'prefixItems']);
const single = new Set(['items', 'additionalProperties', 'not']);

/** What the simulator serves: each operation with the schemas of its request and the sample of its response. */
export function buildSimulation(
  spec: Spec,
  endpoints: readonly Endpoint[],
  cases: readonly CaseModel[],
): SimulationModel {
  const strip = new Strip(spec);
  const routes = endpoints.map((endpoint, index) => routeOf(endpoint, cases[index] as CaseModel, strip));
  return { routes, schemas: strip.components() };
}

function routeOf(endpoint: Endpoint, { response, stream }: CaseModel, strip: Strip): RouteModel {
  const { body, source } = endpoint;
  const parameters = endpoint.parameters.map(({ source: { name, in: place, required }, schema }) => ({
    name,
    in: place,
    ...(required === true || place === 'path' ? { required: true as const } : {}),
    schema: strip.schema(schema) as object,
  }));
  const isOpen = source.security?.some((scheme) => Object.keys(scheme).length === 0) ?? false;
  return {
    operation: endpoint.name,
    method: endpoint.method.toUpperCase(),
    path: endpoint.path,
    server: endpoint.server,
    ...(isOpen || source.security?.length === 0 ? { isOpen: true as const } : {}),
    ...(endpoint.isScoped ? { isScoped: true as const } : {}),
    ...(parameters.length > 0 ? { parameters } : {}),
    ...(body
      ? {
          body: {
            content: body.content,
            ...(body.isRequired ? { required: true as const } : {}),
            ...(body.media.schema ? { schema: strip.schema(body.media.schema) as object } : {}),
          },
        }
      : {}),
    sample: response,
    ...(stream && endpoint.answer.stream
      ? { stream: { when: endpoint.answer.stream.when, transcript: stream.transcript } }
      : {}),
    errors: endpoint.errors,
  };
}

/** Copies schemas, with the keywords that are checked. An operation that uses another one is served all the same. */
class Strip {
  readonly #components = new Map<string, unknown>();

  constructor(readonly spec: Spec) {}

  components(): Readonly<Record<string, unknown>> {
    return Object.fromEntries([...this.#components].toSorted(([a], [b]) => (a < b ? -1 : 1)));
  }

  schema(schema: Schema | boolean): unknown {
    if (typeof schema === 'boolean') return schema;
    if (isReference(schema)) this.#reach(schema);
    // Which fields are the others depends on patterns, which the simulator does not know.
    const isLeft = (keyword: string): boolean => keyword === 'additionalProperties' && 'patternProperties' in schema;
    const entries = Object.entries(schema).filter(([keyword]) => known.has(keyword) && !isLeft(keyword));
    const stripped = Object.fromEntries(entries.map(([keyword, value]) => [keyword, this.#value(keyword, value)]));
    if (isReference(schema) || !schema.required) return stripped;
    return { ...stripped, required: this.#requiredIn(schema) };
  }

  /** A request leaves out what only a response has. */
  #requiredIn({ required = [], properties = {} }: Schema): readonly string[] {
    return required.filter((name) => {
      const field = properties[name];
      if (typeof field !== 'object') return true;
      const target = isReference(field) ? this.spec.resolve<Schema>(field) : field;
      return field.readOnly !== true && target.readOnly !== true;
    });
  }

  #value(keyword: string, value: unknown): unknown {
    if (keyword === '$ref') return componentOf({ $ref: value as string });
    if (maps.has(keyword)) {
      const fields = Object.entries(value as Readonly<Record<string, Schema>>);
      return Object.fromEntries(fields.map(([name, field]) => [name, this.schema(field)]));
    }
    if (lists.has(keyword)) return (value as readonly Schema[]).map((part) => this.schema(part));
    if (single.has(keyword)) return this.schema(value as Schema | boolean);
    return value;
  }

  #reach(schema: { readonly $ref: string }): void {
    const name = componentOf(schema);
    if (name === undefined) {
      const fix = 'Move the schema to components/schemas.';
      throw new Stop(this.spec.pointerOf(schema), `The simulator can't follow ${schema.$ref}.`, fix);
    }
    if (this.#components.has(name)) return;
    this.#components.set(name, true);
    this.#components.set(name, this.schema(this.spec.resolve<Schema>(schema)));
  }
}
