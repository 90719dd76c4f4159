/** The figures of each contestant, one per round. */
export type Rounds = Readonly<Record<string, readonly number[]>>;

/** The figures of one round. */
export type Round = Readonly<Record<string, number>>;

interface RoundsOptions {
  readonly warmUps: number;
  readonly rounds: number;
  /** The number of calls or events in one turn of a contestant. */
  readonly units: number;
  /**
   * Whether garbage is collected before each turn, for turns that leave much garbage. Not for short turns: after a full
   * collection, the finalizers of every Response run, and optimized code may be discarded. Raw fetch then takes four
   * times as long.
   */
  readonly collects?: boolean;
  /**
   * Whether each round has an order of its own, for differences of a microsecond: a contestant otherwise always pays for
   * the garbage of the one before it.
   */
  readonly shuffles?: boolean;
}

/** Does the work of one turn and resolves with what it has read. */
export type Contestant = () => Promise<string | number>;

/**
 * Runs the contestants by turns, A B C A B C …, so that other load affects all of them equally. Resolves with
 * microseconds per unit.
 *
 * Measures processor time, not wall-clock time: time that other programs use does not count, and garbage collection in
 * other threads of this process does.
 */
export async function inRounds(
  contestants: Readonly<Record<string, Contestant>>,
  { warmUps, rounds, units, collects = false, shuffles = false }: RoundsOptions,
): Promise<Rounds> {
  const names = Object.keys(contestants);
  const figures = Object.fromEntries(names.map((name) => [name, [] as number[]]));
  let due: string | number | undefined;
  for (let round = -warmUps; round < rounds; round++) {
    for (const name of shuffles ? shuffled(names) : names) {
      if (collects) globalThis.gc!();
      const before = process.cpuUsage();
      const read = await contestants[name]!();
      const { user, system } = process.cpuUsage(before);
      due ??= read;
      // A contestant that reads less is not faster.
      if (read !== due) throw new Error(`${name} has read ${read}, but ${names[0]!} has read ${due}.`);
      if (round >= 0) figures[name]!.push((user + system) / units);
    }
  }
  return figures;
}

function shuffled<T>(items: readonly T[]): readonly T[] {
  const keyed = items.map((item) => ({ item, key: Math.random() }));
  return keyed.toSorted((a, b) => a.key - b.key).map(({ item }) => item);
}

/** The median; for an even number of figures, the mean of the two in the middle. */
export function median(figures: readonly number[]): number {
  const sorted = figures.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  return (sorted[Math.ceil(middle) - 1]! + sorted[Math.floor(middle)]!) / 2;
}

/** Compares the contestants within each round, and returns the median. */
export function ofRounds(rounds: Rounds, compare: (round: Round) => number): number {
  const count = Math.max(...Object.values(rounds).map(({ length }) => length));
  const each = Array.from({ length: count }, (_, at) =>
    compare(Object.fromEntries(Object.entries(rounds).map(([name, figures]) => [name, figures[at]!]))),
  );
  return median(each);
}

/** The median of each contestant. */
export function medians(rounds: Rounds): Round {
  return Object.fromEntries(Object.entries(rounds).map(([name, figures]) => [name, median(figures)]));
}
