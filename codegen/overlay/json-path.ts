/** One segment of a path: selects children of a value. */
type Step =
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'index'; readonly index: number }
  | { readonly kind: 'all' }
  | { readonly kind: 'where'; readonly steps: readonly string[]; readonly value: unknown };

/** A location in a document: the value is `holder[key]`. The root has no holder. */
export interface Place {
  readonly value: unknown;
  readonly holder?: Record<string, unknown> | unknown[];
  readonly key?: string | number;
}

/** A path with unsupported syntax, which starts at `at`. */
export class PathError extends Error {
  override readonly name = 'PathError';

  constructor(readonly at: string) {
    super(`"${at}" is not supported JSONPath.`);
  }
}

const quoted = String.raw`'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"`;
const literal = String.raw`${quoted}|-?\d+(?:\.\d+)?|true|false|null`;
const shorthand = /^\.([\p{L}_][\p{L}\p{N}_]*)/u;
const bracketed = new RegExp(String.raw`^\[\s*(${quoted})\s*\]`);
const indexed = /^\[\s*(-?\d+)\s*\]/;
const wildcard = /^(?:\.\*|\[\s*\*\s*\])/;
const filter = new RegExp(
  String.raw`^\[\s*\?\s*\(?\s*@((?:\.[\p{L}_][\p{L}\p{N}_]*)*)\s*==\s*(${literal})\s*\)?\s*\]`,
  'u',
);

/**
 * The locations that a path selects, in document order. Supports a subset of JSONPath (RFC 9535): names, indexes,
 * wildcards, and filters that compare with one value.
 */
export function select(document: unknown, path: string): readonly Place[] {
  return parsePath(path).reduce<readonly Place[]>(
    (places, step) => places.flatMap((place) => childrenOf(place.value, step)),
    [{ value: document }],
  );
}

function parsePath(path: string): Step[] {
  if (!path.startsWith('$')) throw new PathError(path);
  const steps: Step[] = [];
  for (let rest = path.slice(1); rest !== '';) {
    const [step, length] = parseStep(rest);
    steps.push(step);
    rest = rest.slice(length);
  }
  return steps;
}

function parseStep(rest: string): [Step, number] {
  const name = shorthand.exec(rest);
  if (name) return [{ kind: 'name', name: name[1] ?? '' }, name[0].length];
  const key = bracketed.exec(rest);
  if (key) return [{ kind: 'name', name: String(literalOf(key[1] ?? '')) }, key[0].length];
  const index = indexed.exec(rest);
  if (index) return [{ kind: 'index', index: Number(index[1]) }, index[0].length];
  const all = wildcard.exec(rest);
  if (all) return [{ kind: 'all' }, all[0].length];
  const where = filter.exec(rest);
  if (!where) throw new PathError(rest);
  const steps = (where[1] ?? '').split('.').slice(1);
  return [{ kind: 'where', steps, value: literalOf(where[2] ?? '') }, where[0].length];
}

function literalOf(text: string): unknown {
  if (!text.startsWith("'")) return JSON.parse(text);
  return JSON.parse(
    `"${text
      .slice(1, -1)
      .replaceAll(String.raw`\'`, "'")
      .replaceAll('"', String.raw`\"`)}"`,
  );
}

function childrenOf(value: unknown, step: Step): Place[] {
  if (typeof value !== 'object' || value === null) return [];
  const children = Object.keys(value).map((key) => placeIn(value, key));
  switch (step.kind) {
    case 'name':
      return Array.isArray(value) ? [] : children.filter(({ key }) => key === step.name);
    case 'index': {
      if (!Array.isArray(value)) return [];
      // A negative one counts from the end, and one past either end is no item.
      const index = step.index < 0 ? step.index + value.length : step.index;
      return children.filter(({ key }) => key === index);
    }
    case 'all':
      return children;
    case 'where':
      return children.filter((child) => valueAt(child.value, step.steps) === step.value);
  }
}

function placeIn(value: object, key: string): Place {
  if (Array.isArray(value)) return { value: value[Number(key)] as unknown, holder: value, key: Number(key) };
  const holder = value as Record<string, unknown>;
  return { value: holder[key], holder, key };
}

function valueAt(value: unknown, steps: readonly string[]): unknown {
  return steps.reduce<unknown>(
    (inner, step) =>
      typeof inner === 'object' && inner !== null && Object.hasOwn(inner, step)
        ? (inner as Record<string, unknown>)[step]
        : undefined,
    value,
  );
}
