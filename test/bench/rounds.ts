/** Figures of each contestant, one a round. */
export type Rounds = Readonly<Record<string, readonly number[]>>;

/** The figures of one round. */
export type Round = Readonly<Record<string, number>>;

interface RoundsOptions {
  readonly warmUps: number;
  readonly rounds: number;
  /** How many calls, or events, one turn of a contestant has. */
  readonly units: number;
  /**
   * Whether garbage is collected before each turn: where a turn leaves much behind. Not for short turns: after a whole
   * collection, the finalizers of every Response are run, and what was optimized may be dropped. Raw fetch then takes
   * four times as long.
   */
  readonly collects?: boolean;
}

/** Does the work of one turn and says what it has read. */
export type Contestant = () => Promise<string | number>;

/**
 * A B C A B C …: what the machine does beside us falls on all alike. Gives microseconds a unit.
 *
 * Processor time, not time by the clock: that other programs wait for the same processors does not count, and what
 * is collected of our garbage in other threads does.
 */
export async function inRounds(
  contestants: Readonly<Record<string, Contestant>>,
  { warmUps, rounds, units, collects = false }: RoundsOptions,
): Promise<Rounds> {
  const names = Object.keys(contestants);
  const figures = Object.fromEntries(names.map((name) => [name, [] as number[]]));
  let due: string | number | undefined;
  for (let round = -warmUps; round < rounds; round++) {
    for (const name of names) {
      if (collects) globalThis.gc!();
      const before = process.cpuUsage();
      const read = await contestants[name]!();
      const { user, system } = process.cpuUsage(before);
      due ??= read;
      // Who reads less is not faster.
      if (read !== due) throw new Error(`${name} has read ${read} where ${names[0]!} has read ${due}.`);
      if (round >= 0) figures[name]!.push((user + system) / units);
    }
  }
  return figures;
}

/** The middle of the figures; of an even number, the mean of the two in the middle. */
export function median(figures: readonly number[]): number {
  const sorted = figures.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  return (sorted[Math.ceil(middle) - 1]! + sorted[Math.floor(middle)]!) / 2;
}

/** Compares contestants within each round, and gives the middle of that. */
export function ofRounds(rounds: Rounds, compare: (round: Round) => number): number {
  const count = Math.max(...Object.values(rounds).map(({ length }) => length));
  const each = Array.from({ length: count }, (_, at) =>
    compare(Object.fromEntries(Object.entries(rounds).map(([name, figures]) => [name, figures[at]!]))),
  );
  return median(each);
}

/** The middle of each contestant. */
export function medians(rounds: Rounds): Round {
  return Object.fromEntries(Object.entries(rounds).map(([name, figures]) => [name, median(figures)]));
}
