interface Naming<Item> {
  readonly wanted: (item: Item) => string;
  /** Whether the document, or the config, spells it so: it has the name before others. */
  readonly isSpelledSo: (item: Item) => boolean;
  /** Unique, and the same wherever the item stands in the document. */
  readonly placeOf: (item: Item) => string;
  /** Names that none of them can have. */
  readonly taken?: (name: string) => boolean;
}

interface Named<Item> {
  readonly name: string;
  /** What has the wanted name; undefined if the item itself has it, or none of them. */
  readonly owner?: Item | undefined;
}

/**
 * A name for each, whatever their order: all wanted names are given before any number is, so that `FooBar2` is nobody
 * else's.
 */
export function distinctNames<Item>(
  items: readonly Item[],
  { wanted, isSpelledSo, placeOf, taken = () => false }: Naming<Item>,
): ReadonlyMap<Item, Named<Item>> {
  const rank = (item: Item): number => Number(!isSpelledSo(item));
  const sorted = items.toSorted(
    (left, right) => rank(left) - rank(right) || compareText(placeOf(left), placeOf(right)),
  );
  const owners = new Map<string, Item>();
  for (const item of sorted) if (!owners.has(wanted(item))) owners.set(wanted(item), item);
  const named = new Map<Item, Named<Item>>();
  for (const item of sorted) {
    const [name, owner] = [wanted(item), owners.get(wanted(item))];
    if (owner === item && !taken(name)) named.set(item, { name });
    else {
      const numbered = withNumber(name, (candidate) => !owners.has(candidate) && !taken(candidate));
      owners.set(numbered, item);
      named.set(item, { name: numbered, owner: owner === item ? undefined : owner });
    }
  }
  return named;
}

/** `FooBar2`, or the next number that is free. */
export function withNumber(name: string, isFree: (name: string) => boolean): string {
  for (let count = 2; ; count++) if (isFree(`${name}${count}`)) return `${name}${count}`;
}

/** By code units: the same on every machine. */
export function compareText(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}
