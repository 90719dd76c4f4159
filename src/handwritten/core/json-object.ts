/** Whether a value is an object of JSON: no list, and not null. */
export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** An object with fields, and none that has a name of its own: those of a Map, a form or a Blob would be lost. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return isObject(value) && !(Symbol.toStringTag in value);
}

/** The objects of a list. What is none is left out. */
export function objectsIn<Item extends object>(list: unknown): readonly Partial<Item>[] {
  return Array.isArray(list) ? list.filter((item): item is Partial<Item> => isObject(item)) : [];
}
