const maxDepth = 16;

/** A JSON value, cut off where it nests too deep for `JSON.stringify`, which would throw. */
export function truncateDepth(value: unknown, depth = 0): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (depth === maxDepth) return '…';
  if (Array.isArray(value)) return value.map((item) => truncateDepth(item, depth + 1));
  return Object.fromEntries(Object.entries(value).map(([key, inside]) => [key, truncateDepth(inside, depth + 1)]));
}
