/**
 * Converts what came as text at the paths of numbers: `pricing.prompt`. Lists are entered; `*` stands for each key of a
 * map. It may modify the value, which was just parsed.
 */
export function convertNumbers(value: unknown, paths: readonly string[] = []): unknown {
  return paths.reduce((converted, path) => convert(converted, path ? path.split('.') : [], 0), value);
}

/** `lists`: how many of them the value is in. No schema nests more, and a hostile response could. */
function convert(value: unknown, names: readonly string[], depth: number, lists = 0): unknown {
  const name = names[depth];
  if (typeof value === 'string' && name === undefined) return numberOf(value);
  if (typeof value !== 'object' || value === null || lists > 9) return value;
  const fields = value as Record<string, unknown>;
  if (Array.isArray(value)) {
    // The numbers of a vector are all of one kind.
    if (name === undefined && typeof value[0] === 'number') return value;
    for (let index = 0; index < value.length; index++) fields[index] = convert(value[index], names, depth, lists + 1);
    return value;
  }
  if (name === '*') {
    for (const key of Object.keys(fields)) fields[key] = convert(fields[key], names, depth + 1);
  } else if (name !== undefined) {
    const inside = fields[name];
    // Most are numbers.
    const mayHold = typeof inside === 'string' || typeof inside === 'object';
    if (mayHold && Object.hasOwn(fields, name)) fields[name] = convert(inside, names, depth + 1);
  }
  return value;
}

/**
 * The number that a text is, if it has the same digits: money with more of them than a number holds, and integers
 * beyond 2^53, stay text.
 */
export function numberOf(text: string): number | string {
  if (!/^[-+]?\d*\.?\d+(e[-+]?\d+)?$/i.test(text)) return text;
  const number = Number(text);
  const isExact = Math.abs(number) <= Number.MAX_SAFE_INTEGER && digitsOf(text) === digitsOf(String(number));
  // Not -0.
  return isExact ? number + 0 : text;
}

/** The significant digits, without the position of the point. */
function digitsOf(text: string): string {
  return text.replace(/e.*|\D/gi, '').replace(/^0+|0+$/g, '');
}
