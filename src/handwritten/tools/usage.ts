import type { ChatCompletion, ChatUsage } from '../../../generated/types.js';
import { isObject, setOwn } from '../core/json-object.js';

/** The tokens of several completions together, in the fields of `usage`. */
export type ToolUsage = ChatUsage & Readonly<Record<string, unknown>>;

/** Adds up each number of `usage`, its details and fields that the SDK does not know included. */
export function usageOf(completions: readonly ChatCompletion[]): ToolUsage {
  const sum: Record<string, unknown> = {};
  for (const { usage } of completions) addTo(sum, usage);
  return sum;
}

function addTo(sum: Record<string, unknown>, usage: unknown): void {
  if (!isObject(usage)) return;
  for (const [name, value] of Object.entries(usage)) {
    const before = Object.hasOwn(sum, name) ? sum[name] : undefined;
    if (typeof value === 'number') setOwn(sum, name, (typeof before === 'number' ? before : 0) + value);
    else if (isObject(value)) {
      const inside = isObject(before) ? before : {};
      addTo(inside, value);
      setOwn(sum, name, inside);
    } else setOwn(sum, name, before ?? value);
  }
}
