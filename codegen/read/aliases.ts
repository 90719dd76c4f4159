import { childOf, escapeStep, stepsOf } from './pointers.js';
import { isObject } from './targets.js';

/**
 * A schema that only refers to another one of `components`, which only refers to a third one, refers to the last: a chain
 * of any length is one step, as the compiler has a limit. A circle stays, and is reported.
 */
export function shortenAliases(document: unknown): void {
  const schemas = childOf(childOf(document, 'components'), 'schemas');
  if (!isObject(schemas)) return;
  const last = new Map<string, string>();
  for (const name of Object.keys(schemas)) {
    const chain: string[] = [];
    let current: string | undefined = name;
    for (const seen = new Set<string>(); current !== undefined && !last.has(current) && !seen.has(current);) {
      seen.add(current);
      chain.push(current);
      current = aliasOf(schemas[current]);
    }
    const isCircle = current !== undefined && !last.has(current);
    const end = isCircle ? undefined : current === undefined ? chain.at(-1) : last.get(current);
    if (end !== undefined) for (const link of chain) last.set(link, end);
  }
  for (const [name, schema] of Object.entries(schemas)) {
    const end = last.get(name);
    const next = aliasOf(schema);
    if (end !== undefined && next !== undefined && next !== end) {
      (schema as { $ref: string }).$ref = `#/components/schemas/${escapeStep(end)}`;
    }
  }
}

const words = /^(\$ref|title|summary|description|\$comment|x-.*)$/;

/** The component that the schema refers to, if it says nothing else of the value. */
function aliasOf(schema: unknown): string | undefined {
  if (!isObject(schema) || typeof schema['$ref'] !== 'string') return undefined;
  if (!Object.keys(schema).every((key) => words.test(key))) return undefined;
  const [components, schemas, name, ...rest] = schema['$ref'].startsWith('#/') ? stepsOf(schema['$ref']) : [];
  return components === 'components' && schemas === 'schemas' && rest.length === 0 ? name : undefined;
}
