import { RuncrateError } from '../core/errors/errors.js';
import { BatchError } from './errors.js';
import type { BatchFiles, FileLine } from './files.js';

/** Reads the next item, at once if it is there: a promise for each item takes as long as the rest of the reading. */
export interface Reader {
  read(): ReadItem | undefined | Promise<ReadItem | undefined>;
  /** Where the last item is, for messages. */
  place(): string;
  /** Tells the input that nothing more of it is read. */
  close(): void;
}

/** An item, or its JSON. */
export type ReadItem = { readonly item: unknown } | { readonly text: string };

/** The items of an iterable. */
export function iterableReader(input: unknown): Reader {
  const { [Symbol.asyncIterator]: openLater, [Symbol.iterator]: open } = Object(input) as Partial<
    AsyncIterable<unknown> & Iterable<unknown>
  >;
  const iterator = openLater?.call(input as AsyncIterable<unknown>) ?? open?.call(input as Iterable<unknown>);
  if (iterator === undefined) throw new RuncrateError('`input` must be a path, an iterable or an async iterable.');
  let number = 0;
  const readItem = (item: unknown): ReadItem => {
    number++;
    return { item };
  };
  const readLater = async (step: PromiseLike<IteratorResult<unknown>>): Promise<ReadItem | undefined> => {
    const awaited = await step;
    return awaited.done ? undefined : readItem(awaited.value);
  };
  return {
    read() {
      const step = iterator.next();
      if (isPromise(step)) return readLater(step);
      if (step.done) return undefined;
      return isPromise(step.value) ? Promise.resolve(step.value).then(readItem) : readItem(step.value);
    },
    place: () => `Item ${number}`,
    close: () => void (async () => iterator.return?.())().catch(() => undefined),
  };
}

function isPromise<Value>(value: Value | PromiseLike<Value>): value is PromiseLike<Value> {
  return typeof (Object(value) as Partial<PromiseLike<Value>>).then === 'function';
}

/** The lines of a file. */
export function fileReader(path: string, files: BatchFiles): Reader {
  const reads = files.readLines(path);
  let lines: readonly FileLine[] = [];
  let at = 0;
  let number = 0;
  const read = (): ReadItem | Promise<ReadItem | undefined> => {
    while (at < lines.length) {
      const { text } = lines[at++] as FileLine;
      number++;
      // The byte order mark of some editors on Windows is not JSON.
      const line = (number === 1 ? text.replace(/^\uFEFF/, '') : text).trim();
      if (line !== '') return { text: line };
    }
    return readMore();
  };
  const readMore = async (): Promise<ReadItem | undefined> => {
    const { done, value } = await reads.next().catch((cause: unknown) => {
      const message = `The input ${JSON.stringify(path)} can't be read: ${(cause as Error).message}`;
      throw new BatchError({ reason: 'input', message, cause });
    });
    if (done) return undefined;
    [lines, at] = [value, 0];
    return read();
  };
  return {
    read,
    place: () => `Line ${number} of ${JSON.stringify(path)}`,
    close: () => void reads.return().catch(() => undefined),
  };
}
