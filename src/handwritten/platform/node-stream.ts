import { ReadableStream } from './node-classes.js';

/** A Node stream, or any other async iterable of bytes, as a web stream. `cancel` stops the source. */
export function webStreamOf(
  source: AsyncIterable<Uint8Array>,
  cancel: (iterator: AsyncIterator<Uint8Array>) => unknown,
  strategy?: QueuingStrategy<Uint8Array>,
): ReadableStream<Uint8Array> {
  const iterator = source[Symbol.asyncIterator]();
  return new ReadableStream(
    {
      async pull(controller) {
        const next = await iterator.next();
        if (next.done) controller.close();
        else controller.enqueue(next.value);
      },
      async cancel() {
        await cancel(iterator);
      },
    },
    strategy,
  );
}
