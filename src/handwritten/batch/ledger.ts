import { hashOf } from './hash.js';

/** What is known of an item. */
export type ItemState = 'new' | 'failed' | 'unknown' | 'done';

const states: readonly ItemState[] = ['new', 'failed', 'unknown', 'done'];
/** The state has the two lowest bits. */
const stateBits = 3;
const used = 4;
const flagBits = { answered: 8, seen: 16, checked: 32 } as const;

/** A fact about an item beside its state: it has a line since the journal began, this run has read it, or checked it. */
export type Flag = keyof typeof flagBits;

/**
 * The state of each item by its id, in 13 bytes of typed arrays instead of a `Map` of strings, so that a million items
 * take 30 MB. Ids are told apart by 64 bits of hash: of a million, two collide once in 37 million batches.
 */
export class Ledger {
  #size = 0;
  #table = new Table(1024);

  stateOf(id: string): ItemState {
    // In this order: to find a slot may replace the table.
    const slot = this.#slotOf(id);
    return states[(this.#table.bits[slot] as number) & stateBits] as ItemState;
  }

  /** The hash of the item that its last line is about. */
  inputOf(id: string): number {
    const slot = this.#slotOf(id);
    return this.#table.inputs[slot] as number;
  }

  set(id: string, state: ItemState, input: number): void {
    const slot = this.#slotOf(id);
    const { bits, inputs } = this.#table;
    bits[slot] = ((bits[slot] as number) & ~stateBits) | states.indexOf(state);
    inputs[slot] = input;
  }

  /** Raises a flag. Returns whether it was raised before. */
  flag(id: string, flag: Flag): boolean {
    const slot = this.#slotOf(id);
    const { bits } = this.#table;
    const before = bits[slot] as number;
    bits[slot] = before | flagBits[flag];
    return (before & flagBits[flag]) !== 0;
  }

  /** How many items have a line, but were not read by this run. */
  countUnseen(): number {
    return this.#table.bits.reduce(
      (count, bits) => ((bits & stateBits) !== 0 && (bits & flagBits.seen) === 0 ? count + 1 : count),
      0,
    );
  }

  /** The slot of an id, which is taken if it had none. Valid until the next call. */
  #slotOf(id: string): number {
    const [low, high] = hashOf(id);
    const slot = this.#table.find(low, high);
    if (((this.#table.bits[slot] as number) & used) !== 0) return slot;
    // Above two thirds, probing takes ever longer.
    if (++this.#size * 3 > this.#table.capacity * 2) this.#table = this.#table.doubled();
    return this.#table.take(low, high);
  }
}

/** A hash table with open addressing. */
class Table {
  readonly capacity: number;
  readonly inputs: Uint32Array;
  readonly bits: Uint8Array;
  readonly #lows: Uint32Array;
  readonly #highs: Uint32Array;

  /** `capacity` is a power of two. */
  constructor(capacity: number) {
    this.capacity = capacity;
    this.inputs = new Uint32Array(capacity);
    this.bits = new Uint8Array(capacity);
    this.#lows = new Uint32Array(capacity);
    this.#highs = new Uint32Array(capacity);
  }

  /** The slot of a hash, or the free one for it. */
  find(low: number, high: number): number {
    const mask = this.capacity - 1;
    // The other half than that of the shards, which have the low one in common.
    let slot = high & mask;
    while (this.bits[slot] !== 0 && (this.#lows[slot] !== low || this.#highs[slot] !== high)) slot = (slot + 1) & mask;
    return slot;
  }

  take(low: number, high: number): number {
    const slot = this.find(low, high);
    this.#lows[slot] = low;
    this.#highs[slot] = high;
    this.bits[slot] = (this.bits[slot] as number) | used;
    return slot;
  }

  doubled(): Table {
    const larger = new Table(this.capacity * 2);
    for (let slot = 0; slot < this.capacity; slot++) {
      if (this.bits[slot] === 0) continue;
      const to = larger.take(this.#lows[slot] as number, this.#highs[slot] as number);
      larger.bits[to] = this.bits[slot] as number;
      larger.inputs[to] = this.inputs[slot] as number;
    }
    return larger;
  }
}
