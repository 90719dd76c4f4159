import type { Endpoint } from '../build/endpoint.js';
import { publicName } from '../config/names.js';
import type { Schema } from '../read/openapi.js';
import { isReference, type Spec } from '../read/spec.js';

/** Where in the document a public name comes from, for pointers and for what types can't say. */
export interface Source {
  readonly pointer: string;
  /** The name on the wire, of a field or an argument. */
  readonly wire?: string;
  /** What the document says of the value; several, where a union has the field more than once. */
  readonly schemas: readonly Schema[];
  /** By public name. */
  member(name: string): Source;
  items(): Source;
  /** What the fields without a name hold. */
  values(): Source;
}

interface Finding {
  readonly pointer: string;
  readonly wire?: string;
  readonly schemas: readonly unknown[];
}

export function sourceOf(spec: Spec, { pointer, wire, schemas }: Finding): Source {
  const opened = schemas.filter(isSchema).flatMap((schema) => openedIn(schema, spec, new Set()));
  const inside = (children: readonly unknown[]): Source => {
    const known = children.filter(isSchema);
    const [first] = known;
    return sourceOf(spec, { pointer: first ? spec.pointerOf(first) : pointer, schemas: known });
  };
  return {
    pointer,
    ...(wire === undefined ? {} : { wire }),
    schemas: opened,
    member: (name) => {
      const found = opened.flatMap((schema) => propertiesCalled(name, schema));
      const [first] = found;
      const within = inside(found.map(([, property]) => property));
      return first ? sourceOf(spec, { ...within, wire: first[0] }) : within;
    },
    items: () => inside(opened.flatMap(({ items, prefixItems = [] }) => [items, ...prefixItems])),
    values: () => inside(opened.map((schema) => schema.additionalProperties)),
  };
}

/** The arguments of an operation: its parameters, then what its body holds. */
export function sourceOfCall(spec: Spec, { pointer, parameters, body }: Endpoint): Source {
  const bodySource = sourceOf(spec, { pointer, schemas: body ? [body.media.schema] : [] });
  return {
    ...bodySource,
    member: (name) => {
      const parameter = parameters.find((candidate) => candidate.name === name);
      if (parameter) {
        const { source, schema } = parameter;
        return sourceOf(spec, { pointer: spec.pointerOf(source), wire: source.name, schemas: [schema] });
      }
      return body?.from === 'value' && name === 'body' ? bodySource : bodySource.member(name);
    },
  };
}

function propertiesCalled(name: string, { properties = {} }: Schema): [string, Schema | boolean][] {
  return Object.entries(properties).filter(([wire]) => publicName(wire) === name);
}

/** The schema and those that it is made of, through references. */
function openedIn(schema: Schema, spec: Spec, seen: Set<Schema>): Schema[] {
  if (seen.has(schema)) return [];
  seen.add(schema);
  const target = isReference(schema) ? [spec.resolve<Schema>(schema)] : [];
  const parts = [...target, ...(schema.allOf ?? []), ...(schema.oneOf ?? []), ...(schema.anyOf ?? [])];
  return [schema, ...parts.flatMap((part) => openedIn(part, spec, seen))];
}

function isSchema(value: unknown): value is Schema {
  return typeof value === 'object' && value !== null;
}
