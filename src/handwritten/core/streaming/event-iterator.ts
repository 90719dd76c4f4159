import { RuncrateError } from '../errors/errors.js';
import type { HttpResponseBody } from '../response/response-body.js';
import { ReadDecoder } from './read-decoder.js';
import type { ServerSentEvent, SseParser } from './sse.js';

/** Comments keep a stream alive, but not forever: it ends after this many timeouts without an event. */
const maxSilences = 10;

const end = Promise.resolve({ done: true, value: undefined } as const);

/** What an iterator reads. */
export interface EventSource<Event> {
  readonly body: HttpResponseBody;
  readonly parser: SseParser;
  readonly timeoutMs: number;
  /** Undefined where the server says that no event follows, null for what is none. */
  readonly parse: (event: ServerSentEvent) => Event | undefined | null;
}

/** Callbacks of an iterator. */
export interface StreamListener<Event> {
  /** Sees each event before it is given, with its type, and says whether it is given. */
  readonly onEvent?: (event: Event, type: string) => boolean;
  /** Hears how it ended, and says what is thrown for it: an error, or undefined for a good end. */
  readonly onEnd: (error: unknown) => unknown;
}

type Next<Event> = IteratorResult<Event, undefined>;

/**
 * The events of a stream, one by one. An event that has arrived is returned at once, and a read takes one callback: with
 * generators and async functions, the turns of the event loop cost more than parsing the events (test/bench, the rows
 * of streams).
 */
export class EventIterator<Event> implements AsyncIterableIterator<Event, undefined> {
  readonly #source: EventSource<Event>;
  readonly #listener: StreamListener<Event>;
  readonly #decoder = new ReadDecoder();
  /** The events that have arrived; those before `position` have been returned. */
  #events: readonly ServerSentEvent[] = [];
  #position = 0;
  #isBegun = false;
  /** No event follows `events`. */
  #isLast = false;
  #isOver = false;
  /** The result of the last `next`, and the number of queued ones. */
  #last: Promise<Next<Event>> = end;
  #waiting = 0;
  /** Settles the pending `next`. */
  #settle: ((next: Next<Event> | Promise<Next<Event>>) => void) | undefined;
  #givesUpAt = 0;

  constructor(source: EventSource<Event>, listener: StreamListener<Event>) {
    this.#source = source;
    this.#listener = listener;
  }

  next(): Promise<Next<Event>> {
    if (this.#settle === undefined && this.#waiting === 0) return (this.#last = this.#advance());
    // Called before the last one has settled: one after the other.
    this.#waiting++;
    return (this.#last = this.#last.then(this.#inTurn, this.#inTurn));
  }

  readonly #inTurn = (): Promise<Next<Event>> => {
    this.#waiting--;
    return this.#advance();
  };

  #advance(): Promise<Next<Event>> {
    const next = this.#ready();
    return next === undefined ? new Promise(this.#wait) : Promise.resolve(next);
  }

  return(): Promise<Next<Event>> {
    // An iterator that has not started closes the body too, unless another one reads it.
    if (!this.#isOver && (this.#isBegun || !this.#source.body.isOpened)) this.#close();
    this.#isOver = true;
    return end;
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  readonly #wait = (settle: (next: Next<Event> | Promise<Next<Event>>) => void): void => {
    this.#settle = settle;
    // Counted from the call of `next`: the time of the caller does not count.
    this.#givesUpAt = Date.now() + this.#source.timeoutMs * maxSilences;
    try {
      this.#read();
    } catch (error) {
      // A `fetch` of the caller's own returned a body that is locked.
      this.#failed(error);
    }
  };

  #read(): void {
    const { body, timeoutMs } = this.#source;
    // One timeout for each read, while comments keep the stream alive.
    const silenceMs = Math.min(timeoutMs, this.#givesUpAt - Date.now());
    // If comments arrive without a pause, the timer never fires.
    if (silenceMs <= 0) this.#failed(body.silenceError());
    else body.readTo(silenceMs, this.#arrived, this.#failed);
  }

  readonly #arrived = (read: Uint8Array | undefined): void => {
    const { parser } = this.#source;
    try {
      this.#isLast = read === undefined;
      this.#events = parser.feed(read === undefined ? this.#decoder.flush() : this.#decoder.decode(read));
      if (this.#isLast) this.#events = [...this.#events, ...parser.end()];
      this.#position = 0;
      const next = this.#ready();
      if (next === undefined) this.#read();
      else this.#resolve(next);
    } catch (error) {
      this.#failed(error);
    }
  };

  readonly #failed = (error: unknown): void => this.#resolve(this.#isOver ? end : this.#finish(error));

  #resolve(next: Next<Event> | Promise<Next<Event>>): void {
    const settle = this.#settle;
    this.#settle = undefined;
    settle?.(next);
  }

  /** The next event or the end, if it has arrived. */
  #ready(): Next<Event> | Promise<Next<Event>> | undefined {
    // The caller may have left the loop during the wait.
    if (this.#isOver) return end;
    try {
      if (!this.#isBegun) this.#begin();
      const value = this.#take();
      if (value !== undefined) return { done: false, value };
      return this.#isLast ? this.#finish() : undefined;
    } catch (error) {
      return this.#finish(error);
    }
  }

  /** The next event that has arrived. */
  #take(): Event | undefined {
    const { body, parse } = this.#source;
    const { onEvent } = this.#listener;
    body.throwIfAborted();
    for (let next; (next = this.#events[this.#position++]) !== undefined;) {
      const event = parse(next);
      if (event === undefined) {
        this.#isLast = true;
        return undefined;
      }
      if (event !== null && onEvent?.(event, next.type) !== false) return event;
    }
    return undefined;
  }

  #begin(): void {
    const { body } = this.#source;
    if (body.isOpened) {
      throw new RuncrateError('This stream is being read, or has been read: a stream can be read only once.');
    }
    body.isOpened = this.#isBegun = true;
  }

  async #finish(error?: unknown): Promise<Next<Event>> {
    // Another iterator reads the stream: this one must not close it.
    if (!this.#isBegun) throw error;
    const failure = this.#listener.onEnd(error);
    this.#close();
    if (failure !== undefined) throw failure;
    return end;
  }

  #close(): void {
    this.#isOver = true;
    this.#source.body.close();
  }
}
