type Schema = Readonly<Record<string, unknown>>;

const maxDepth = 8;

/** A small value that a JSON Schema of the caller's accepts, as far as its keywords are known. */
export function sampleOf(schema: Schema, root: Schema = schema, depth = 0): unknown {
  const { $ref, const: constant, enum: values, default: preset, examples } = schema;
  if (depth > maxDepth) return null;
  if (typeof $ref === 'string') return sampleOf(targetOf($ref, root), root, depth + 1);
  if (constant !== undefined) return constant;
  for (const list of [values, examples]) if (Array.isArray(list) && list.length > 0) return list[0] as unknown;
  if (preset !== undefined) return preset;
  const [part] = ((schema['anyOf'] ?? schema['oneOf']) as readonly Schema[] | undefined) ?? [];
  if (part) return sampleOf(part, root, depth + 1);
  const parts = (schema['allOf'] as readonly Schema[] | undefined)?.map((inner) => sampleOf(inner, root, depth + 1));
  if (parts?.every((value) => typeof value === 'object')) return Object.assign({}, ...parts) as object;
  return ofType(schema, root, depth);
}

function ofType(schema: Schema, root: Schema, depth: number): unknown {
  const [first] = [schema['type']].flat();
  const type = first ?? (schema['properties'] ? 'object' : schema['items'] ? 'array' : undefined);
  switch (type) {
    case 'object': {
      const fields = Object.entries((schema['properties'] ?? {}) as Readonly<Record<string, Schema>>);
      return Object.fromEntries(fields.map(([name, field]) => [name, sampleOf(field, root, depth + 1)]));
    }
    case 'array': {
      const count = Math.max(1, Number(schema['minItems'] ?? 1));
      return Array.from({ length: count }, () => sampleOf((schema['items'] ?? {}) as Schema, root, depth + 1));
    }
    case 'integer':
    case 'number':
      return numberOf(schema);
    case 'boolean':
      return true;
    case 'string':
      return textOf(schema);
    case 'null':
    default:
      return null;
  }
}

function numberOf({ minimum, exclusiveMinimum, maximum, exclusiveMaximum, multipleOf = 1 }: Schema): number {
  const step = Number(multipleOf);
  const least = Number(minimum ?? Number(exclusiveMinimum ?? -1) + step);
  const most = Number(maximum ?? Number(exclusiveMaximum ?? Infinity) - step);
  return Math.min(Math.max(Math.ceil(least / step) * step, 0), most);
}

const formats: Readonly<Record<string, string>> = {
  date: '2026-01-01',
  'date-time': '2026-01-01T00:00:00Z',
  time: '00:00:00Z',
  email: 'someone@example.com',
  uri: 'https://example.com',
  uuid: '5eed0000-0000-4000-8000-000000000000',
};

function textOf({ format, minLength = 0, maxLength = Infinity }: Schema): string {
  const text = formats[String(format)] ?? 'text';
  return text.padEnd(Number(minLength), 'x').slice(0, Number(maxLength));
}

function targetOf(reference: string, root: Schema): Schema {
  const steps = reference.replace(/^#\/?/, '').split('/').filter(Boolean);
  return steps.reduce<Schema>((node, step) => (node[step] ?? {}) as Schema, root);
}
