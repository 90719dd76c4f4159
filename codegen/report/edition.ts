import { buildEndpoints } from '../build/endpoints.js';
import type { Endpoint } from '../build/endpoint.js';
import { TypeNames } from '../build/type-names.js';
import { buildWith } from '../build-model.js';
import type { SdkConfig } from '../config/config-types.js';
import type { MethodModel, Model, OperationModel, TypeModel } from '../model.js';
import type { Schema } from '../read/openapi.js';
import type { Shapes } from '../shape/shapes.js';
import { buildUsage, type Direction } from '../shape/usage.js';
import type { Spec } from '../read/spec.js';
import { sourceOf, sourceOfCall, type Source } from './sources.js';
import { publicTypesIn } from './type-walk.js';

/** One of the two documents as public API, with the location of each part in the document. */
export interface Edition {
  readonly spec: Spec;
  readonly shapes: Shapes;
  readonly config: SdkConfig;
  readonly model: Model;
  readonly calls: readonly CallEntry[];
  readonly types: ReadonlyMap<string, TypeEntry>;
  /** `Crate answer` → the type of this component in this direction. */
  readonly names: ReadonlyMap<string, string>;
  /** Type → the directions of its values. */
  readonly directions: ReadonlyMap<string, readonly Direction[]>;
}

export interface CallEntry {
  /** `rc.instances.create` */
  readonly name: string;
  readonly method: MethodModel;
  readonly operation: OperationModel;
  readonly endpoint: Endpoint;
  readonly errors: readonly number[];
  readonly source: Source;
  readonly answerSource: Source;
}

export interface TypeEntry {
  readonly model: TypeModel;
  readonly source: Source;
  /** The origin of the type, independent of its name. */
  readonly identity: string;
  /** The schema of the type; undefined if only an operation has it. */
  readonly schema?: Schema;
}

export function openEdition(spec: Spec, config: SdkConfig): Edition {
  const { model, shapes } = buildWith(spec, config, '.');
  const endpoints = buildEndpoints(shapes, config);
  const calls = endpoints.flatMap((endpoint) => callOf(endpoint, model, shapes));
  const ofSchemas = identitiesOfSchemas(endpoints, shapes, config);
  const identities = new Map([...identitiesOfCalls(calls), ...ofSchemas]);
  const names = new Map(ofSchemas.map(([name, { identity }]) => [identity, name]));
  const types = model.types.map((type): [string, TypeEntry] => {
    const unknown = { identity: type.name, source: sourceOf(shapes, { pointer: `${spec.file}#`, schemas: [] }) };
    return [type.name, { model: type, ...(identities.get(type.name) ?? unknown) }];
  });
  return { spec, shapes, config, model, calls, types: new Map(types), names, directions: directionsIn(model) };
}

function callOf(endpoint: Endpoint, model: Model, shapes: Shapes): CallEntry[] {
  const { spec } = shapes;
  const operation = model.operations.find(({ name }) => name === endpoint.name);
  const method = model.resources.flatMap(({ methods }) => methods).find((own) => own.operation === endpoint.name);
  if (!operation || !method) return [];
  const { home, errors, answer, pointer } = endpoint;
  const { response, media } = answer.success;
  const whole = sourceOf(shapes, { pointer: spec.pointerOf(response), schemas: [media?.schema] });
  const isWrapped = answer.as === 'envelope' || answer.as === 'page';
  return [
    {
      name: `rc.${home.resource}.${home.method}`,
      method,
      operation,
      endpoint,
      errors,
      source: { ...sourceOfCall(shapes, endpoint), pointer },
      answerSource: isWrapped ? whole.member('data') : whole,
    },
  ];
}

type Identity = Pick<TypeEntry, 'identity' | 'source' | 'schema'>;

function identitiesOfSchemas(
  endpoints: readonly Endpoint[],
  shapes: Shapes,
  config: SdkConfig,
): readonly (readonly [string, Identity])[] {
  const { spec } = shapes;
  const usage = buildUsage(endpoints, shapes, config);
  const names = new TypeNames(shapes, usage, config);
  return Object.entries(spec.document.components?.schemas ?? {}).flatMap(([component, schema]) => {
    const source = sourceOf(shapes, { pointer: spec.pointerOf(schema), schemas: [schema] });
    const ways = (['request', 'answer'] as const).filter((direction) => usage[direction].has(component));
    return ways.map((way) => [names.of(component, way), { identity: `${component} ${way}`, source, schema }] as const);
  });
}

/** Of the types without a schema. */
function identitiesOfCalls(calls: readonly CallEntry[]): readonly (readonly [string, Identity])[] {
  return calls.flatMap(({ method, operation, source, answerSource }) => {
    const params = method.parameters.filter(({ name }) => name === 'params').flatMap(({ type }) => publicTypesIn(type));
    const results = publicTypesIn(operation.answerType);
    return [
      ...params.map((name) => [name, { identity: `params of ${operation.method} ${operation.path}`, source }] as const),
      ...results.map(
        (name) =>
          [name, { identity: `answer of ${operation.method} ${operation.path}`, source: answerSource }] as const,
      ),
    ];
  });
}

function directionsIn({ operations, types }: Model): ReadonlyMap<string, readonly Direction[]> {
  const mentioned = new Map(
    types.map(({ name, type, extends: parents = [] }) => [name, [type, ...parents].flatMap(publicTypesIn)]),
  );
  const below = (roots: readonly string[]): ReadonlySet<string> => {
    const found = new Set(roots);
    // Iterating a Set includes items that are added during the iteration.
    for (const name of found) for (const inner of mentioned.get(name) ?? []) found.add(inner);
    return found;
  };
  const request = below(operations.flatMap(({ argsType }) => publicTypesIn(argsType)));
  const answer = below(operations.flatMap(({ answerType }) => publicTypesIn(answerType)));
  const waysOf = (name: string): Direction[] => [
    ...(request.has(name) ? (['request'] as const) : []),
    ...(answer.has(name) ? (['answer'] as const) : []),
  ];
  return new Map(types.map(({ name }) => [name, waysOf(name)]));
}
