import type { BatchShard } from './options.js';

/** 64 bits of a text, in two halves: the same on every machine and in every version, since files hold them. Not for secrets. */
export function hashOf(text: string): readonly [number, number] {
  let low = 0x811c9dc5;
  let high = 0x9e3779b9;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    low = Math.imul(low ^ code, 0x01000193);
    high = Math.imul((high << 5) ^ (high >>> 27) ^ code, 0x85ebca6b);
  }
  return [mixed(low ^ text.length), mixed(high ^ Math.imul(text.length, 0xc2b2ae35))];
}

/** Whether an item is one of this machine's. */
export function isInShard(id: string, shard: BatchShard | undefined): boolean {
  return shard === undefined || hashOf(id)[0] % shard.count === shard.index;
}

/** Every bit of the state changes half of the bits: ids that end in consecutive numbers are spread evenly. */
function mixed(state: number): number {
  state = Math.imul(state ^ (state >>> 16), 0x85ebca6b);
  state = Math.imul(state ^ (state >>> 13), 0xc2b2ae35);
  return (state ^ (state >>> 16)) >>> 0;
}
