/** The values of a model, without their order. */
export function meaningOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.map((item) => JSON.stringify(meaningOf(item))).toSorted();
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, inner]) => [key, meaningOf(inner)] as const);
  return entries.toSorted(([left], [right]) => (left < right ? -1 : 1));
}
