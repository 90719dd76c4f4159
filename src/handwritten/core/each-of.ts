/**
 * The items of batches, one by one. Most are here already when they are asked for: a generator would take three turns
 * of the event loop for each, which is more than it costs to parse one (test/bench).
 */
export function eachOf<Item>(batches: AsyncGenerator<Iterable<Item>, void>): AsyncIterableIterator<Item> {
  const end = { done: true, value: undefined } as const;
  /** More than one only if the next item was asked for before the last had come. */
  const waiting: Iterator<Item>[] = [];
  return {
    [Symbol.asyncIterator]() {
      return this;
    },
    async next() {
      for (;;) {
        for (let batch; (batch = waiting[0]) !== undefined; waiting.shift()) {
          try {
            const item = batch.next();
            if (!item.done) return item;
          } catch (error) {
            // Where the batches come from is where it is told, and where the connection is closed.
            await batches.throw(error);
          }
        }
        const { done, value } = await batches.next();
        if (!done) waiting.push(value[Symbol.iterator]());
        else if (waiting.length === 0) return end;
      }
    },
    async return() {
      waiting.length = 0;
      await batches.return();
      return end;
    },
  };
}
