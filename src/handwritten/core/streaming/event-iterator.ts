import { RuncrateError } from '../errors/errors.js';
import type { HttpResponseBody } from '../response/response-body.js';
import { ReadDecoder } from './read-decoder.js';
import type { ServerSentEvent, SseParser } from './sse.js';

/** A server that sends comments lives, but not for ever: after so many timeouts without an event the stream ends. */
const maxSilences = 10;

const end = Promise.resolve({ done: true, value: undefined } as const);

/** What is read. */
export interface EventSource<Event> {
  readonly body: HttpResponseBody;
  readonly parser: SseParser;
  readonly timeoutMs: number;
  /** Undefined where the server says that no event follows. */
  readonly parse: (event: ServerSentEvent) => Event | undefined;
}

/** What goes along with reading. */
export interface StreamListener<Event> {
  /** Sees each event before it is given. */
  readonly onEvent?: (event: Event) => void;
  /** Hears how it ended, and says what is thrown for it: an error, or undefined for a good end. */
  readonly onEnd: (error: unknown) => unknown;
}

type Next<Event> = IteratorResult<Event, undefined>;

/**
 * The events of a stream, one by one. What has arrived already is given at once, and a read takes one callback: with
 * generators and async functions, the turns of the event loop cost more than parsing the events (test/bench, the rows
 * of streams).
 */
export class EventIterator<Event> implements AsyncIterableIterator<Event, undefined> {
  readonly #source: EventSource<Event>;
  readonly #listener: StreamListener<Event>;
  readonly #decoder = new ReadDecoder();
  /** What has arrived; what stands before `position` was given. */
  #events: readonly ServerSentEvent[] = [];
  #position = 0;
  #isBegun = false;
  /** Nothing comes after `events`. */
  #isLast = false;
  #isOver = false;
  /** What was asked for last, and how many wait for their turn. */
  #last: Promise<Next<Event>> = end;
  #waiting = 0;
  /** Settles the event that is waited for. */
  #settle: ((next: Next<Event> | Promise<Next<Event>>) => void) | undefined;
  #givesUpAt = 0;

  constructor(source: EventSource<Event>, listener: StreamListener<Event>) {
    this.#source = source;
    this.#listener = listener;
  }

  next(): Promise<Next<Event>> {
    if (this.#settle === undefined && this.#waiting === 0) return (this.#last = this.#advance());
    // Asked for before the last one has come: one after the other.
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
    // One that was not begun may be left because nobody reads at all, unless another one does.
    if (!this.#isOver && (this.#isBegun || !this.#source.body.isOpened)) this.#close();
    this.#isOver = true;
    return end;
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  readonly #wait = (settle: (next: Next<Event> | Promise<Next<Event>>) => void): void => {
    this.#settle = settle;
    // Counted from when the caller came back for more: its own time is not the server's silence.
    this.#givesUpAt = Date.now() + this.#source.timeoutMs * maxSilences;
    try {
      this.#read();
    } catch (error) {
      // A `fetch` of the caller's own gave a body that somebody else reads.
      this.#failed(error);
    }
  };

  #read(): void {
    const { body, timeoutMs } = this.#source;
    // One timeout, as long as comments show that the server lives.
    const silenceMs = Math.min(timeoutMs, this.#givesUpAt - Date.now());
    // A server that never pauses between two comments would not let the timer come in between.
    if (silenceMs <= 0) this.#failed(body.silenceError());
    else body.readTo(silenceMs, this.#arrived, this.#failed);
  }

  readonly #arrived = (read: Uint8Array | undefined): void => {
    const { parser } = this.#source;
    try {
      this.#isLast = read === undefined;
      this.#events = parser.feed(
        read === undefined ? this.#decoder.flush() + parser.atEnd : this.#decoder.decode(read),
      );
      this.#position = 0;
      const next = this.#ready();
      if (next === undefined) this.#read();
      else this.#answer(next);
    } catch (error) {
      this.#failed(error);
    }
  };

  readonly #failed = (error: unknown): void => this.#answer(this.#isOver ? end : this.#finish(error));

  #answer(next: Next<Event> | Promise<Next<Event>>): void {
    const settle = this.#settle;
    this.#settle = undefined;
    settle?.(next);
  }

  /** The next event or the end, as far as they are here. */
  #ready(): Next<Event> | Promise<Next<Event>> | undefined {
    // The loop may have been left while it waited.
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

  /** The next event that is here. */
  #take(): Event | undefined {
    const { body, parse } = this.#source;
    body.throwIfAborted();
    const next = this.#events[this.#position];
    if (next === undefined) return undefined;
    this.#position++;
    const event = parse(next);
    if (event === undefined) {
      this.#isLast = true;
    } else {
      this.#listener.onEvent?.(event);
    }
    return event;
  }

  #begin(): void {
    const { body } = this.#source;
    if (body.isOpened) {
      throw new RuncrateError('This stream is being read already, or has been: a stream can be read only once.');
    }
    body.isOpened = this.#isBegun = true;
  }

  async #finish(error?: unknown): Promise<Next<Event>> {
    // Somebody else reads: the stream is not ours to close.
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
