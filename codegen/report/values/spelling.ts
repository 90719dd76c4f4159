import { isReference } from '../../read/spec.js';
import type { Assertions } from './assertions.js';

/** A schema in the spelling of 2020-12, whatever the version of its document. */
export function respelled(schema: Assertions): Assertions {
  const { nullable, format, exclusiveMinimum, exclusiveMaximum, ...others } = schema;
  const own: Assertions = {
    ...others,
    ...bound('minimum', 'exclusiveMinimum', schema),
    ...bound('maximum', 'exclusiveMaximum', schema),
    ...formatOf(schema),
  };
  return nullable === true ? withNull(own) : own;
}

/** In 3.0 `exclusiveMinimum: true` makes `minimum` exclusive. */
function bound(
  plain: 'minimum' | 'maximum',
  exclusive: 'exclusiveMinimum' | 'exclusiveMaximum',
  schema: Assertions,
): Assertions {
  const [limit, flag] = [schema[plain], schema[exclusive]];
  if (typeof flag === 'number') return { [exclusive]: flag };
  return flag === true && limit !== undefined ? { [plain]: undefined, [exclusive]: limit } : {};
}

/** `byte` and `binary` of 3.0 are contents since 3.1. */
function formatOf({ format }: Assertions): Assertions {
  if (format === 'byte') return { contentEncoding: 'base64' };
  if (format === 'binary') return { contentMediaType: 'application/octet-stream' };
  return format === undefined ? {} : { format };
}

function withNull(schema: Assertions): Assertions {
  const { type, const: only, enum: values = only === undefined ? undefined : [only], ...others } = schema;
  const hasParts = isReference(schema) || [schema.allOf, schema.anyOf, schema.oneOf, schema.not].some(Boolean);
  if (hasParts || (type === undefined && values === undefined)) return { anyOf: [{ type: 'null' }, schema] };
  return {
    ...others,
    ...(type === undefined ? {} : { type: [type, 'null'].flat() }),
    ...(values === undefined ? {} : { enum: [...values, null] }),
  };
}
