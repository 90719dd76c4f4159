import { isObject } from '../core/json-object.js';
import { refName, type NormalSchema } from './normal-schema.js';
import type { JsonSchema } from './schema.js';
import { takesNull, typeOf } from './strict-schema.js';

/** A value without the nulls of the strict form, and whether it is one of the schema as far as its structure says. */
interface Restored {
  readonly value: unknown;
  readonly fits: boolean;
}

/**
 * Drops each null that stands for an optional property, at any depth. A property that takes null keeps it. In a union,
 * the variant that fits the value decides; what fits none is left as it is, for the schema's library to refuse.
 */
export function restored(value: unknown, { root, definitions }: NormalSchema): unknown {
  return restore(value, root, definitions).value;
}

function restore(value: unknown, schema: JsonSchema, definitions: NormalSchema['definitions']): Restored {
  const { $ref, anyOf, allOf, type, enum: values } = schema;
  if (typeof $ref === 'string') {
    const target = definitions[refName($ref) ?? ''];
    return target === undefined ? { value, fits: true } : restore(value, target, definitions);
  }
  const variants = (anyOf ?? schema['oneOf']) as readonly JsonSchema[] | undefined;
  if (variants !== undefined) {
    for (const variant of variants) {
      if (!mayFit(value, variant, definitions)) continue;
      const whole = restore(value, variant, definitions);
      if (whole.fits) return whole;
    }
    return { value, fits: false };
  }
  if (allOf !== undefined) return { value, fits: true };
  if ('const' in schema) return { value, fits: same(value, schema['const']) };
  if (Array.isArray(values)) return { value, fits: values.some((one) => same(value, one)) };
  if (type !== undefined && ![type].flat().some((name) => isOfType(value, name as string)))
    return { value, fits: false };
  if (Array.isArray(value)) return restoreList(value, schema, definitions);
  return isObject(value) ? restoreObject(value, schema, definitions) : { value, fits: true };
}

function restoreObject(object: JsonSchema, schema: JsonSchema, definitions: NormalSchema['definitions']): Restored {
  const { properties = {}, required = [], additionalProperties } = schema;
  let fits = (required as readonly string[]).every((name) => Object.hasOwn(object, name));
  const kept: [string, unknown][] = [];
  for (const [name, value] of Object.entries(object)) {
    const known = Object.hasOwn(properties as object, name)
      ? (properties as Record<string, JsonSchema>)[name]
      : undefined;
    const property = known ?? (isObject(additionalProperties) ? additionalProperties : undefined);
    // Without a word on others, an object of the strict form has none.
    if (known === undefined && (additionalProperties === undefined || additionalProperties === false)) fits = false;
    const isLeftOut =
      value === null &&
      known !== undefined &&
      !(required as readonly string[]).includes(name) &&
      !takesNull(known, definitions);
    if (isLeftOut) continue;
    const inside = property === undefined ? { value, fits: true } : restore(value, property, definitions);
    fits &&= inside.fits;
    kept.push([name, inside.value]);
  }
  return { value: Object.fromEntries(kept), fits };
}

function restoreList(list: readonly unknown[], schema: JsonSchema, definitions: NormalSchema['definitions']): Restored {
  const { items, prefixItems = [] } = schema;
  const first = prefixItems as readonly JsonSchema[];
  const parts = list.map((item, index) => {
    const one = first[index] ?? (isObject(items) ? items : undefined);
    return one === undefined ? { value: item, fits: items !== false } : restore(item, one, definitions);
  });
  return { value: parts.map(({ value }) => value), fits: parts.every(({ fits }) => fits) };
}

/** Looks at the kind of a value and at its fixed properties, so that most variants are told apart without a walk. */
function mayFit(value: unknown, schema: JsonSchema, definitions: NormalSchema['definitions']): boolean {
  const { $ref, type, properties, required = [] } = schema;
  if (typeof $ref === 'string') {
    const target = definitions[refName($ref) ?? ''];
    return target === undefined || '$ref' in target || mayFit(value, target, definitions);
  }
  if (type !== undefined && ![type].flat().some((name) => isOfType(value, name as string))) return false;
  if (!isObject(value) || properties === undefined) return true;
  return Object.entries(properties as Record<string, JsonSchema>).every(([name, property]) => {
    if (!Object.hasOwn(value, name)) return !(required as readonly string[]).includes(name);
    if ('const' in property)
      return (
        same(value[name], property['const']) ||
        (value[name] === null && !(required as readonly string[]).includes(name))
      );
    return true;
  });
}

function isOfType(value: unknown, name: string): boolean {
  if (name === 'integer') return Number.isInteger(value);
  return typeOf(value) === name;
}

function same(one: unknown, other: unknown): boolean {
  return one === other || (typeof one === 'object' && JSON.stringify(one) === JSON.stringify(other));
}
