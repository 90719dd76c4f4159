import type { Endpoint } from '../build/endpoint.js';
import type { Schema } from '../read/openapi.js';
import { isReference, type Spec } from '../read/spec.js';
import type { Shapes } from '../shape/shapes.js';

/** The origin of a public name in the document, for pointers and for details that types can't express. */
export interface Source {
  readonly pointer: string;
  /** The wire name of a field or a parameter. */
  readonly wire?: string;
  /** The schema of the value; several, if a union has the field more than once. */
  readonly schemas: readonly Schema[];
  /** By public name. */
  member(name: string): Source;
  /** The public names of what has this name on the wire: none, if there is nothing. */
  namesOf(wire: string): readonly string[];
  items(): Source;
  /** The type of additional properties. */
  values(): Source;
}

interface Finding {
  readonly pointer: string;
  readonly wire?: string;
  readonly schemas: readonly unknown[];
}

export function sourceOf(shapes: Shapes, { pointer, wire, schemas }: Finding): Source {
  const { spec } = shapes;
  const opened = schemas.filter(isSchema).flatMap((schema) => openedIn(schema, spec, new Set()));
  const inside = (children: readonly unknown[]): Source => {
    const known = children.filter(isSchema);
    const [first] = known;
    return sourceOf(shapes, { pointer: first ? spec.pointerOf(first) : pointer, schemas: known });
  };
  return {
    pointer,
    ...(wire === undefined ? {} : { wire }),
    schemas: opened,
    member: (name) => {
      const found = opened.flatMap((schema) =>
        propertiesOf(schema, shapes).filter((property) => property.name === name),
      );
      const [first] = found;
      const within = inside(found.map(({ property }) => property));
      return first ? sourceOf(shapes, { ...within, wire: first.wire }) : within;
    },
    namesOf: (sent) => [
      ...new Set(
        opened.flatMap((schema) => propertiesOf(schema, shapes)).flatMap((own) => (own.wire === sent ? own.name : [])),
      ),
    ],
    items: () => inside(opened.flatMap(({ items, prefixItems = [] }) => [items, ...prefixItems])),
    values: () => inside(opened.map((schema) => schema.additionalProperties)),
  };
}

/** The arguments of an operation: its parameters, then the fields of its body. */
export function sourceOfCall(shapes: Shapes, { pointer, parameters, body }: Endpoint): Source {
  const { spec } = shapes;
  const bodySource = sourceOf(shapes, { pointer, schemas: body ? [body.media.schema] : [] });
  return {
    ...bodySource,
    namesOf: (wire) => [
      ...parameters.flatMap(({ name, source }) => (source.name === wire ? name : [])),
      ...bodySource.namesOf(wire),
    ],
    member: (name) => {
      const parameter = parameters.find((candidate) => candidate.name === name);
      if (parameter) {
        const { source, schema } = parameter;
        return sourceOf(shapes, { pointer: spec.pointerOf(source), wire: source.name, schemas: [schema] });
      }
      return body?.from === 'value' && name === 'body' ? bodySource : bodySource.member(name);
    },
  };
}

interface Property {
  readonly wire: string;
  readonly name: string;
  readonly property: Schema | boolean;
}

function propertiesOf({ properties = {} }: Schema, { fieldNames, keyOf }: Shapes): readonly Property[] {
  return Object.entries(properties).map(([wire, property]) => {
    const name = fieldNames.of(wire, keyOf({ wire, schema: typeof property === 'boolean' ? {} : property }));
    return { wire, name, property };
  });
}

/** The schema and its parts, through references. */
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
