import type { JsonSchema } from './document.js';
import { compile } from './validate.js';

/** An error of the test, not of the API. By its `digest`, the client passes it through unchanged, without a retry. */
export function mistake(message: string): Error {
  return Object.assign(new Error(message), { digest: 'RUNCRATE_SIMULATOR' });
}

type ObjectSchema = Exclude<JsonSchema, boolean> & { readonly properties: Readonly<Record<string, JsonSchema>> };

/** Checks what a test has passed; `what` is the call, for the message. Returns it without what is undefined. */
export function checked<Given extends object>(what: string, given: Given, schema: ObjectSchema): Given {
  const known = Object.keys(schema.properties);
  const entries = Object.entries(given).filter(([, value]) => value !== undefined);
  for (const [name] of entries) mustKnow(what, 'option', name, known);
  const rest = Object.fromEntries(entries);
  const problem = compile(schema, {})(rest);
  if (problem) throw mistake(`${what}: ${problem.field || 'it'} ${problem.message}.`);
  return rest as Given;
}

/** Throws unless the name is known, with the one that was probably meant. */
export function mustKnow(what: string, kind: string, name: string, known: readonly string[]): void {
  if (known.includes(name)) return;
  const [likeliest = ''] = [...known].sort((a, b) => likeness(b, name) - likeness(a, name));
  const guess = likeness(likeliest, name) > 0.3 ? ` Did you mean "${likeliest}"?` : '';
  throw mistake(`${what}: there is no ${kind} "${name}".${guess} Those known are: ${known.join(', ')}.`);
}

/** From 0 to 1: the share of the pairs of neighbouring letters that both have, wherever they stand. */
function likeness(a: string, b: string): number {
  const [first, second] = [pairsOf(a), pairsOf(b)];
  const both = [...first].filter((pair) => second.has(pair)).length;
  return (2 * both) / (first.size + second.size || 1);
}

function pairsOf(name: string): Set<string> {
  const letters = name.toLowerCase().replace(/[^a-z\d]/g, '');
  return new Set(Array.from(letters.slice(1), (letter, index) => letters.charAt(index) + letter));
}
