import { RuncrateError } from '../errors/errors.js';
import type { BodyRead, HttpResponseBody } from '../response/response-body.js';
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
 * of streams). In a young process, most of the time goes to compiling: each function that an event passes is compiled
 * with all that it calls, so they are few, and a `next` that has to read passes none of those that parse.
 */
export class EventIterator<Event> implements AsyncIterableIterator<Event, undefined> {
  readonly #source: EventSource<Event>;
  readonly #listener: StreamListener<Event>;
  readonly #decoder = new ReadDecoder();
  /** The events that have arrived; those before `position` have been returned. */
  #events: readonly ServerSentEvent[] = [];
  #position = 0;
  #isBegun = false;
  /** Nothing is ready: the next event must be read. */
  #isDry = false;
  /** No event follows `events`. */
  #isLast = false;
  #isOver = false;
  /** The result of the last `next`, and the number of queued ones. */
  #last: Promise<Next<Event>> = end;
  #waiting = 0;
  /** Settles the pending `next`, if its first read completed no event. */
  #settle: ((next: Next<Event> | Promise<Next<Event>>) => void) | undefined;
  #isPending = false;
  #givesUpAt = 0;

  constructor(source: EventSource<Event>, listener: StreamListener<Event>) {
    this.#source = source;
    this.#listener = listener;
  }

  next(): Promise<Next<Event>> {
    if (!this.#isPending && this.#waiting === 0) return (this.#last = this.#advance());
    // Called before the last one has settled: one after the other.
    this.#waiting++;
    return (this.#last = this.#last.then(this.#inTurn, this.#inTurn));
  }

  readonly #inTurn = (): Promise<Next<Event>> => {
    this.#waiting--;
    return this.#advance();
  };

  #advance(): Promise<Next<Event>> {
    const next = this.#isDry ? undefined : this.#ready();
    if (next !== undefined) return Promise.resolve(next);
    this.#isPending = true;
    // Counted from the call of `next`: the time of the caller does not count.
    const { now } = this.#source.body;
    this.#givesUpAt = now + this.#source.timeoutMs * maxSilences;
    // Undefined is only the result of later reads.
    return this.#read(now) as Promise<Next<Event>>;
  }

  return(): Promise<Next<Event>> {
    // An iterator that has not started closes the body too, unless another one reads it.
    if (!this.#isOver && (this.#isBegun || !this.#source.body.isOpened)) this.#close();
    this.#isOver = true;
    this.#isDry = false;
    return end;
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  #read(now: number): Promise<Next<Event> | undefined> {
    const { body, timeoutMs } = this.#source;
    try {
      // If comments arrive without a pause, the timer never fires.
      if (now >= this.#givesUpAt) throw body.silenceError();
      // One timeout for each read, while comments keep the stream alive.
      return body.readTo(Math.min(timeoutMs, this.#givesUpAt - now), this.#arrived, this.#failed, now);
    } catch (error) {
      // Or a `fetch` of the caller's own returned a body that is locked.
      return Promise.resolve(this.#ended(error));
    }
  }

  readonly #arrived = ({ value: read }: BodyRead): Next<Event> | Promise<Next<Event>> | undefined => {
    const { body, parser } = this.#source;
    try {
      body.endRead();
      this.#isLast = read === undefined;
      this.#events = parser.feed(read === undefined ? this.#decoder.flush() : this.#decoder.decode(read));
      if (this.#isLast) this.#events = [...this.#events, ...parser.end()];
      this.#position = 0;
      this.#isDry = false;
      const next = this.#ready();
      if (next !== undefined) return this.#resolve(next);
    } catch (error) {
      return this.#ended(error);
    }
    // A promise for all further reads, and not one in the other.
    const rest = this.#settle === undefined ? new Promise<Next<Event>>((settle) => (this.#settle = settle)) : undefined;
    void this.#read(this.#source.body.now);
    return rest;
  };

  readonly #failed = (cause: unknown): Next<Event> | Promise<Next<Event>> | undefined =>
    this.#ended(this.#source.body.errorOf(cause));

  #ended(error: unknown): Next<Event> | Promise<Next<Event>> | undefined {
    return this.#resolve(this.#isOver ? end : this.#finish(error));
  }

  #resolve(next: Next<Event> | Promise<Next<Event>>): Next<Event> | Promise<Next<Event>> | undefined {
    const settle = this.#settle;
    this.#isPending = false;
    if (settle === undefined) return next;
    this.#settle = undefined;
    settle(next);
    return undefined;
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
    this.#isDry = !this.#isLast;
    return undefined;
  }

  #begin(): void {
    const { body } = this.#source;
    if (body.isOpened) {
      throw new RuncrateError('This stream has been read: a stream can be read only once.');
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
    this.#isDry = false;
    this.#source.body.close();
  }
}
