/** Input that the generator can't process correctly: location, reason, and fix. */
export class Stop extends Error {
  override readonly name = 'Stop';

  constructor(
    readonly pointer: string,
    readonly reason: string,
    readonly fix: string,
    /** `openapi.yaml:12:7`: file, line and column, as far as they are known. */
    readonly place?: string,
  ) {
    super(`${pointer}${place === undefined ? '' : `\n  at ${place}`}\n  ${reason}\n  Fix: ${fix}`);
  }
}

/** Every stop of one run. Nothing is written. */
export class Stops extends Error {
  override readonly name = 'Stops';

  constructor(readonly stops: readonly Stop[]) {
    // A schema that many operations use causes a stop in each of them.
    super([...new Set(stops.map((stop) => stop.message))].join('\n\n'));
  }
}

/** Builds each item and continues after a stop, so that one run reports all of them. */
export function buildEach<Item, Built>(items: Iterable<Item>, build: (item: Item) => Built): Built[] {
  const built: Built[] = [];
  const stops: Stop[] = [];
  for (const item of items) {
    try {
      built.push(build(item));
    } catch (error) {
      stops.push(...stopsIn(error));
    }
  }
  if (stops.length > 0) throw new Stops(stops);
  return built;
}

/** Throws what is no stop. */
export function stopsIn(error: unknown): readonly Stop[] {
  if (error instanceof Stop) return [error];
  if (error instanceof Stops) return error.stops;
  throw error;
}
