/** A 32-bit hash of a text (FNV-1a), the same everywhere. Not for secrets. */
export function hashOf(text: string, seed = 0x811c9dc5): number {
  let hash = seed;
  for (let index = 0; index < text.length; index++) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  return hash >>> 0;
}

/** Numbers from 0 to 1, the same for each seed (mulberry32). */
export function randomsOf(seed: number): () => number {
  let drawn = 0;
  return () => randomAt(seed, drawn++);
}

/** One of those numbers by its place, so that what is kept is a plain number. */
export function randomAt(seed: number, place: number): number {
  const state = (seed + Math.imul(place + 1, 0x6d2b79f5)) >>> 0;
  let mixed = Math.imul(state ^ (state >>> 15), state | 1);
  mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
}
