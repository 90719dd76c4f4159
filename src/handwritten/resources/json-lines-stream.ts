import { asyncDispose } from '../core/async-dispose.js';
import { ConnectionError, InvalidResponseError, RuncrateError } from '../core/errors.js';
import type { EventStream } from '../core/operation.js';

/** Values as newline-delimited JSON, made as they are asked for. Cancelling it aborts their source. */
export function jsonLinesOf<Value>(source: EventStream<Value>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  const iterator = source[Symbol.asyncIterator]();
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      const next = await iterator.next();
      if (next.done) controller.close();
      else controller.enqueue(encoder.encode(`${JSON.stringify(next.value)}\n`));
    },
    async cancel(reason) {
      source.abort(reason);
      await source[asyncDispose]();
    },
  });
}

/** Newline-delimited JSON, read as an event stream. It has no `[DONE]`. */
export class JsonLinesStream<Value> implements EventStream<Value> {
  readonly requestId = undefined;
  readonly isDone = false;
  readonly #reader: ReadableStreamDefaultReader<Uint8Array>;
  readonly #controller = new AbortController();
  #isOpened = false;

  constructor(stream: ReadableStream<Uint8Array>) {
    this.#reader = stream.getReader();
  }

  abort(reason: unknown = new DOMException('The stream was aborted.', 'AbortError')): void {
    this.#controller.abort(reason);
    this.#cancel();
  }

  async [asyncDispose](): Promise<void> {
    this.#cancel();
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Value, void, undefined> {
    if (this.#isOpened) {
      throw new RuncrateError('This stream is being read already, or has been: a stream can be read only once.');
    }
    this.#isOpened = true;
    const decoder = new TextDecoder();
    let unfinished: string[] = [];
    try {
      for (;;) {
        const chunk = await this.#read();
        const lines = decoder.decode(chunk, { stream: chunk !== undefined }).split('\n');
        // All but the last piece end a line.
        for (const end of lines.splice(0, lines.length - 1)) {
          const line = [...unfinished, end].join('');
          unfinished = [];
          if (line.trim() === '') continue;
          yield parseLine<Value>(line);
          this.#controller.signal.throwIfAborted();
        }
        unfinished.push(...lines);
        if (chunk === undefined) break;
      }
      const rest = unfinished.join('');
      if (rest.trim() === '') return;
      yield parseLine<Value>(rest);
      this.#controller.signal.throwIfAborted();
    } finally {
      this.#cancel();
    }
  }

  async #read(): Promise<Uint8Array | undefined> {
    const { signal } = this.#controller;
    try {
      const { done, value } = await this.#reader.read();
      signal.throwIfAborted();
      return done ? undefined : value;
    } catch (cause) {
      if (signal.aborted) throw signal.reason;
      throw new ConnectionError({ message: 'The connection was lost in the stream.', cause });
    }
  }

  #cancel(): void {
    // A stream that is broken already refuses to be cancelled, which changes nothing.
    this.#reader.cancel().catch(() => undefined);
  }
}

function parseLine<Value>(line: string): Value {
  try {
    return JSON.parse(line) as Value;
  } catch (cause) {
    throw new InvalidResponseError({ message: 'The stream has a line that is no JSON.', cause, statusCode: 200 });
  }
}
