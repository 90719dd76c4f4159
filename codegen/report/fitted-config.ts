import type { SdkConfig } from '../config/config-types.js';
import { Stop, Stops } from '../read/stop.js';

interface Fitted<Built> {
  readonly built: Built;
  readonly config: SdkConfig;
  /** Pointers to the entries that match nothing in this document. */
  readonly unfound: readonly string[];
}

/** Builds with the config, and again without the entries that cause a stop, until none is left. */
export function withFittedConfig<Built>(config: SdkConfig, build: (fitted: SdkConfig) => Built): Fitted<Built> {
  const unfound: string[] = [];
  for (let current = config; ;) {
    try {
      return { built: build(current), config: current, unfound };
    } catch (error) {
      const pointers = configPointersIn(error);
      const next = pointers.reduce<unknown>(withoutEntry, current) as SdkConfig;
      if (JSON.stringify(next) === JSON.stringify(current)) throw error;
      unfound.push(...pointers.map((pointer) => marker + pointer));
      current = next;
    }
  }
}

const marker = 'sdk.config.ts#/';

function configPointersIn(error: unknown): readonly string[] {
  const stops = error instanceof Stops ? error.stops : error instanceof Stop ? [error] : [];
  const pointers = new Set(stops.map(({ pointer }) => pointer));
  return [...pointers].flatMap((pointer) => (pointer.startsWith(marker) ? pointer.slice(marker.length) : []));
}

/** A key may contain a slash, so the pointer is not split: each key is tried. */
function withoutEntry(node: unknown, pointer: string): unknown {
  if (Array.isArray(node)) return node.filter((item) => item !== pointer);
  if (typeof node !== 'object' || node === null) return node;
  const entries: [string, unknown][] = Object.entries(node).filter(([key]) => key !== pointer);
  return Object.fromEntries(
    entries.map(([key, inner]) => [
      key,
      pointer.startsWith(`${key}/`) ? withoutEntry(inner, pointer.slice(key.length + 1)) : inner,
    ]),
  );
}
