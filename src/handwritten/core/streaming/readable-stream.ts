/** An async iterable as a web stream, read on demand. Cancelling it closes the connection. */
export function readableStreamOf<Item>(
  source: AsyncIterable<Item> & { abort(reason: unknown): void },
  toBytes: (item: Item) => Uint8Array,
): ReadableStream<Uint8Array> {
  const iterator = source[Symbol.asyncIterator]();
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const next = await iterator.next();
        if (next.done) controller.close();
        else controller.enqueue(toBytes(next.value));
      },
      cancel: (reason) => source.abort(reason),
    },
    // Nothing is read ahead, or a stream that nobody reads would seem to be read.
    { highWaterMark: 0 },
  );
}
