/** Where a value stands inside another, as far as a message needs it: `messages[0].role`. */
export type FieldPath = readonly [parent: FieldPath | undefined, key: string | number, inside?: object];

/** The path as a caller would write it. */
export function pathText([parent, key]: FieldPath): string {
  if (parent === undefined) return String(key);
  return pathText(parent) + (typeof key === 'number' ? `[${key}]` : `.${key}`);
}
