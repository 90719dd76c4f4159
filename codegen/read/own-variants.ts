import { stepsOf } from './pointers.js';
import type { Document, Schema } from './openapi.js';

/** That a value of a schema may be a value of that schema says nothing, and no type can refer to itself so. */
export function dropOwnVariants({ components }: Document): void {
  for (const [name, schema] of Object.entries(components?.schemas ?? {})) {
    for (const key of ['oneOf', 'anyOf'] as const) {
      const variants = typeof schema === 'object' ? schema[key] : undefined;
      const others = variants?.filter((variant) => !isOnly(variant, name)) ?? [];
      if (others.length > 0) Object.assign(schema, { [key]: others });
    }
  }
}

function isOnly(variant: Schema | boolean, component: string): boolean {
  return typeof variant === 'object' && stepsOf(variant.$ref ?? '').join('/') === `components/schemas/${component}`;
}
