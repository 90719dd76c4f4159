import type { Schema } from '../read/openapi.js';

/** The schema's types; inferred from its keywords if `type` is missing. `''`: unknown. */
export function typesOf(schema: Schema): readonly string[] {
  if (typeof schema.type === 'string') return [isLeftToParts(schema, schema.type) ? '' : schema.type];
  if (schema.type) return schema.type;
  const { properties, patternProperties, additionalProperties, unevaluatedProperties } = schema;
  if (properties || patternProperties || additionalProperties || typeof unevaluatedProperties === 'object') {
    return ['object'];
  }
  if (schema.items !== undefined || schema.prefixItems) return ['array'];
  if (schema['x-known-values'] || schema.contentMediaType !== undefined) return ['string'];
  return [''];
}

/**
 * The schemas of additional properties: `true` is anything, none is none declared. Those of a pattern are among them, as a
 * type does not tell keys apart.
 */
export function extrasOf(schema: Schema): readonly (Schema | true)[] {
  const { additionalProperties, unevaluatedProperties, patternProperties = {}, properties = {} } = schema;
  // Beside named fields, others are taken by a pattern only where the rest is said too.
  const isNamed = Object.keys(properties).length > 0;
  const isSaid = (additionalProperties ?? unevaluatedProperties) !== undefined;
  const ofPatterns = isNamed && !isSaid ? [] : Object.values(patternProperties);
  const others = additionalProperties ?? unevaluatedProperties;
  const isFree = others === undefined && ofPatterns.length === 0 && !isNamed;
  const all = isFree ? [true] : [...ofPatterns, ...(others === undefined ? [] : [others])];
  return all.filter((extra): extra is Schema | true => extra === true || (extra !== false && !isNothing(extra)));
}

/** OpenAPI 3.0 says `format: binary`, 3.1 a `contentMediaType` without an encoding. */
export function isBinary(schema: Schema): boolean {
  if (schema.format === 'binary') return true;
  const isText = /json|^text\//.test(schema.contentMediaType ?? 'text/plain');
  return !isText && schema.contentEncoding === undefined;
}

/** False for a variant that only lists required fields (`anyOf: [{ required: [a] }, { required: [b] }]`). */
export function describesValue(variant: Schema, whole: Schema): boolean {
  const { $ref, type, properties, allOf, oneOf, anyOf, items } = variant;
  const hasParts = [$ref, properties, allOf, oneOf, anyOf, items, variant.const, variant.enum].some(
    (part) => part !== undefined,
  );
  if (hasParts) return true;
  return whole.properties
    ? type !== undefined && type !== 'object'
    : variant.required === undefined || type !== undefined;
}

/** The required fields of the schema and of the inline parts of its `allOf`. */
export function requiredBy(schema: Schema): readonly string[] {
  return [...(schema.required ?? []), ...(schema.allOf ?? []).flatMap((part) => part.required ?? [])];
}

/** `type: object` next to `allOf` adds nothing: the parts describe the object. */
function isLeftToParts(schema: Schema, type: string): boolean {
  const { properties = {}, patternProperties, additionalProperties: extra, unevaluatedProperties: rest } = schema;
  const describes = [patternProperties, extra, rest].some((part) => part !== undefined && part !== false);
  if (type !== 'object' || describes || Object.keys(properties).length > 0) return false;
  return (schema.allOf ?? schema.oneOf ?? schema.anyOf) !== undefined;
}

/** `not: {}`: matches no value. */
export function isNothing({ not }: Schema): boolean {
  return not === true || (typeof not === 'object' && Object.keys(not).length === 0);
}
