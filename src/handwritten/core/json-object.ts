/** Whether a value is a JSON object: not an array, not null. */
export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Whether a value is a plain object. A Map, a FormData or a Blob is not: its content would be lost. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return isObject(value) && !(Symbol.toStringTag in value);
}

/** The objects in an array. Other items are dropped. */
export function objectsIn<Item extends object>(list: unknown): readonly Partial<Item>[] {
  return Array.isArray(list) ? list.filter((item): item is Partial<Item> => isObject(item)) : [];
}

/** A text, or that of a list of parts: the content of a message, which some servers send so in a delta too. */
export function contentText(content: unknown): string {
  if (typeof content === 'string') return content;
  return objectsIn<{ readonly text?: unknown }>(content)
    .map(({ text }) => (typeof text === 'string' ? text : ''))
    .join('');
}

/** `__proto__` from a hostile response must become a field, not the prototype. */
export function setOwn(target: Record<string, unknown>, key: string, value: unknown): void {
  if (key === '__proto__') {
    Object.defineProperty(target, key, { value, enumerable: true, configurable: true, writable: true });
  } else {
    target[key] = value;
  }
}
