import { componentOf, isReference, type Spec } from '../../read/spec.js';
import { valuesOf } from '../../shape/variants.js';
import type { Assertions, Raw } from './assertions.js';

/** A base schema with a discriminator does not list its children: they refer to it in `allOf`. */
export function heirsOf(base: Assertions, spec: Spec): ReadonlyMap<string, Raw> {
  const { discriminator, oneOf, anyOf } = base;
  if (!discriminator || oneOf || anyOf) return new Map();
  const own = Object.entries(spec.document.components?.schemas ?? {}).filter(([, schema]) =>
    isHeir(schema, base, spec),
  );
  return new Map(own.flatMap(([name, schema]) => valuesOf(discriminator, name).map((value) => [value, schema as Raw])));
}

/** Directly, or through another heir. */
function isHeir(schema: object, base: Assertions, spec: Spec, seen = new Set<object>()): boolean {
  if (seen.has(schema)) return false;
  seen.add(schema);
  const { allOf = [] } = schema as Assertions;
  return allOf.some((part) => {
    if (typeof part !== 'object' || !isReference(part) || componentOf(part) === undefined) return false;
    const parent = spec.resolve<Assertions>(part);
    return parent.discriminator === base.discriminator || isHeir(parent, base, spec, seen);
  });
}
