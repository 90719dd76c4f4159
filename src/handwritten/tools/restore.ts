import { isObject } from '../core/json-object.js';
import { refName, type NormalSchema } from './normal-schema.js';
import type { JsonSchema } from './schema.js';
import { takesNull, typeOf } from './strict-schema.js';

/** How far a value is one of a schema: not at all, in its structure, or in its limits too. */
type Fit = 0 | 1 | 2;

/** A value without the nulls of the strict form. */
interface Restored {
  readonly value: unknown;
  readonly fit: Fit;
}

/** Reads a value of the strict form. */
export type Restore = (value: unknown) => unknown;

/**
 * What drops each null that stands for an optional property, at any depth; undefined if no property is one. A property
 * that takes null keeps it. In a union, the variant that fits the value decides; what fits none is left as it is, for
 * the schema's library to refuse. Made once for a schema: outside of unions, nothing is looked at but what may be dropped.
 */
export function restorer({ root, definitions }: NormalSchema): Restore | undefined {
  const known = new Map<string, Restore | undefined>();

  const restoreOf = (schema: JsonSchema): Restore | undefined => {
    const { $ref, anyOf, type, enum: values, properties, required = [], items, prefixItems = [] } = schema;
    if (typeof $ref === 'string') return restoreOfDefinition(refName($ref) ?? '');
    if (anyOf !== undefined) {
      const variants = anyOf as readonly JsonSchema[];
      const isPlain = variants.every((variant) => restoreOf(variant) === undefined);
      return isPlain ? undefined : (value) => restoreVariant(value, variants, definitions).value;
    }
    if ('const' in schema || Array.isArray(values)) return undefined;
    const types = type === undefined ? ['object', 'array'] : [type].flat();
    const ofObject = types.includes('object')
      ? restoreOfObject(Object(properties) as Record<string, JsonSchema>, required as readonly string[])
      : undefined;
    const ofList = types.includes('array') ? restoreOfList(items, prefixItems as readonly JsonSchema[]) : undefined;
    if (ofObject === undefined && ofList === undefined) return undefined;
    return (value) => {
      if (Array.isArray(value)) return ofList ? ofList(value as readonly unknown[]) : (value as unknown);
      return ofObject && isObject(value) ? ofObject(value) : value;
    };
  };

  const restoreOfDefinition = (name: string): Restore | undefined => {
    const target = definitions[name];
    if (target === undefined) return undefined;
    if (known.has(name)) return known.get(name);
    // It may refer to itself: what it needs is not known before it is read.
    known.set(name, (value) => known.get(name)?.(value) ?? value);
    const whole = restoreOf(target);
    known.set(name, whole);
    return whole;
  };

  const restoreOfObject = (properties: Record<string, JsonSchema>, required: readonly string[]) => {
    const parts = Object.entries(properties)
      .map(([name, property]) => ({
        name,
        isDropped: !required.includes(name) && !takesNull(property, definitions),
        inside: restoreOf(property),
      }))
      .filter(({ isDropped, inside }) => isDropped || inside !== undefined);
    return parts.length === 0 ? undefined : (object: Record<string, unknown>) => restoreProperties(object, parts);
  };

  const restoreOfList = (items: unknown, first: readonly JsonSchema[]) => {
    const [ofFirst, ofRest] = [first.map(restoreOf), isObject(items) ? restoreOf(items) : undefined];
    if ([...ofFirst, ofRest].every((part) => part === undefined)) return undefined;
    return (list: readonly unknown[]) =>
      list.map((item, index) => {
        const inside = index < ofFirst.length ? ofFirst[index] : ofRest;
        return inside ? inside(item) : item;
      });
  };

  return restoreOf(root);
}

/** A property that is not always as the model wrote it. */
interface RestoredProperty {
  readonly name: string;
  /** Whether null stands for a property that was left out. */
  readonly isDropped: boolean;
  readonly inside: Restore | undefined;
}

/** In place: nobody else has the JSON of the model. */
function restoreProperties(object: Record<string, unknown>, parts: readonly RestoredProperty[]): object {
  for (const { name, isDropped, inside } of parts) {
    if (!Object.hasOwn(object, name)) continue;
    const value = object[name];
    if (value === null && isDropped) Reflect.deleteProperty(object, name);
    else if (inside !== undefined) object[name] = inside(value);
  }
  return object;
}

function restore(value: unknown, schema: JsonSchema, definitions: NormalSchema['definitions']): Restored {
  const { $ref, anyOf, type, enum: values } = schema;
  if (typeof $ref === 'string') {
    const target = definitions[refName($ref) ?? ''];
    return target === undefined ? { value, fit: 2 } : restore(value, target, definitions);
  }
  if (anyOf !== undefined) return restoreVariant(value, anyOf as readonly JsonSchema[], definitions);
  if ('const' in schema) return { value, fit: same(value, schema['const']) ? 2 : 0 };
  if (Array.isArray(values)) return { value, fit: values.some((one) => same(value, one)) ? 2 : 0 };
  if (type !== undefined && ![type].flat().some((name) => isOfType(value, name as string))) return { value, fit: 0 };
  if (Array.isArray(value)) return restoreList(value, schema, definitions);
  if (isObject(value)) return restoreObject(value, schema, definitions);
  return { value, fit: isWithinLimits(value, schema) ? 2 : 1 };
}

/** By the first variant that fits best. */
function restoreVariant(
  value: unknown,
  variants: readonly JsonSchema[],
  definitions: NormalSchema['definitions'],
): Restored {
  let best: Restored = { value, fit: 0 };
  for (const variant of variants) {
    if (!mayFit(value, variant, definitions)) continue;
    const whole = restore(value, variant, definitions);
    if (whole.fit > best.fit) best = whole;
    if (best.fit === 2) break;
  }
  return best;
}

function restoreObject(object: JsonSchema, schema: JsonSchema, definitions: NormalSchema['definitions']): Restored {
  const [properties, required] = [Object(schema['properties']) as JsonSchema, (schema['required'] ?? []) as string[]];
  let fit: Fit = required.every((name) => Object.hasOwn(object, name)) ? 2 : 0;
  const kept: [string, unknown][] = [];
  for (const [name, value] of Object.entries(object)) {
    // An object of the strict form has no others.
    const known = Object.hasOwn(properties, name) ? (properties[name] as JsonSchema) : undefined;
    if (known && value === null && !required.includes(name) && !takesNull(known, definitions)) continue;
    const inside: Restored = known ? restore(value, known, definitions) : { value, fit: 0 };
    fit = Math.min(fit, inside.fit) as Fit;
    kept.push([name, inside.value]);
  }
  return { value: Object.fromEntries(kept), fit };
}

function restoreList(list: readonly unknown[], schema: JsonSchema, definitions: NormalSchema['definitions']): Restored {
  const { items, prefixItems = [] } = schema;
  const first = prefixItems as readonly JsonSchema[];
  const parts = list.map((item, index): Restored => {
    const one = first[index] ?? (isObject(items) ? items : undefined);
    return one === undefined ? { value: item, fit: items === false ? 0 : 2 } : restore(item, one, definitions);
  });
  const fit = Math.min(isWithinLimits(list, schema) ? 2 : 1, ...parts.map((part) => part.fit)) as Fit;
  return { value: parts.map(({ value }) => value), fit };
}

/** Tells variants of one structure apart. What is not looked at here, the schema's library does. */
function isWithinLimits(value: unknown, schema: JsonSchema): boolean {
  const { minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf, pattern } = schema;
  const from = (limit: unknown, size: number): boolean => typeof limit !== 'number' || size >= limit;
  const to = (limit: unknown, size: number): boolean => typeof limit !== 'number' || size <= limit;
  if (Array.isArray(value)) return from(schema['minItems'], value.length) && to(schema['maxItems'], value.length);
  if (typeof value === 'number') {
    const isMultiple = typeof multipleOf !== 'number' || Number.isInteger(value / multipleOf);
    const isInside = value !== exclusiveMinimum && value !== exclusiveMaximum && isMultiple;
    const [low, high] = [
      from(minimum, value) && from(exclusiveMinimum, value),
      to(maximum, value) && to(exclusiveMaximum, value),
    ];
    return isInside && low && high;
  }
  if (typeof value !== 'string') return true;
  // JSON Schema counts characters, not units of UTF-16.
  const length = 'minLength' in schema || 'maxLength' in schema ? Array.from(value).length : 0;
  return from(schema['minLength'], length) && to(schema['maxLength'], length) && matches(value, pattern);
}

function matches(text: string, pattern: unknown): boolean {
  try {
    return typeof pattern !== 'string' || new RegExp(pattern, 'u').test(text);
  } catch {
    // Written for another language.
    return true;
  }
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
