import type { ServerSentEvent } from '../operation/operation.js';
import { isCutShort } from '../response/cut-short.js';

export type { ServerSentEvent };

/**
 * A parser of server-sent events by the WHATWG rules, fed with text in chunks of any size. It is pure: the same
 * text gives the same events, however it is split. Each character is scanned once; a string that grows by `+=` is
 * flattened once, when it is read.
 *
 * @see https://html.spec.whatwg.org/multipage/server-sent-events.html#event-stream-interpretation
 */
export class SseParser {
  /** The beginning of a line whose end has not arrived. */
  #unfinished = '';
  /** The last chunk ended with CR: an LF at the start of the next one belongs to it. */
  #afterReturn = false;
  #type = '';
  #data: string | undefined;
  protected events: ServerSentEvent[] = [];
  /** The first lines that are no field of an event: JSON or a text of a server that failed. */
  unread = '';

  /** Parses the next chunk and returns the events that it completes. */
  feed(text: string): readonly ServerSentEvent[] {
    this.events = [];
    if (text === '') return this.events;
    let start = this.#afterReturn && text.startsWith('\n') ? 1 : 0;
    this.#afterReturn = text.endsWith('\r');
    // The next position of each is kept, so that a text without one is searched for it only once.
    let carriageReturn = text.indexOf('\r', start);
    if (carriageReturn === -1 && this.#unfinished === '') start = this.#takeWhole(text, start);
    let lineFeed = text.indexOf('\n', start);
    while (lineFeed !== -1 || carriageReturn !== -1) {
      const isReturn = lineFeed === -1 || (carriageReturn !== -1 && carriageReturn < lineFeed);
      const end = isReturn ? carriageReturn : lineFeed;
      this.readLine(this.#unfinished + text.slice(start, end));
      this.#unfinished = '';
      start = isReturn && lineFeed === end + 1 ? end + 2 : end + 1;
      if (carriageReturn === -1) start = this.#takeWhole(text, start);
      if (lineFeed !== -1 && lineFeed < start) lineFeed = text.indexOf('\n', start);
      if (isReturn) carriageReturn = text.indexOf('\r', start);
    }
    this.#unfinished += text.slice(start);
    return this.events;
  }

  /** The event at the end of the text that lacks only its empty line. One that was cut off is discarded. */
  end(): readonly ServerSentEvent[] {
    return this.feed('\n\n').filter(
      ({ type, data }) => (type === 'error' || /^\s*[[{]/.test(data)) && !isCutShort(data),
    );
  }

  /**
   * Takes the complete events at the start of a text that have one line of data each, as the API sends them. Returns
   * where the rest begins. Line by line, it takes a third longer (test/bench).
   */
  #takeWhole(text: string, from: number): number {
    let start = from;
    while (this.#data === undefined && this.#type === '' && text.startsWith('data: ', start)) {
      const end = text.indexOf('\n', start);
      if (end === -1 || text[end + 1] !== '\n') break;
      this.events.push({ type: 'message', data: text.slice(start + 6, end) });
      start = end + 2;
    }
    return start;
  }

  /** `id` and `retry` are for reconnection, which a billed call never does; a line that begins with a colon is a comment. */
  protected readLine(line: string): void {
    if (line === '') this.#dispatch();
    else if (/^data(:|$)/.test(line))
      this.#data = (this.#data === undefined ? '' : `${this.#data}\n`) + valueOf(line, 5);
    else if (/^event(:|$)/.test(line)) this.#type = valueOf(line, 6);
    // A field of llama.cpp, before late 2025.
    else if (/^error:/.test(line)) this.events.push({ type: 'error', data: valueOf(line, 6) });
    else if (!/^\w*(:|$)/.test(line) && this.unread.length < 65_536) this.unread += `${line}\n`;
  }

  /** An empty line ends an event; an event without data is ignored. */
  #dispatch(): void {
    if (this.#data !== undefined) this.events.push({ type: this.#type || 'message', data: this.#data });
    this.#data = undefined;
    this.#type = '';
  }
}

/** The text after the colon, without one leading space. */
function valueOf(line: string, start: number): string {
  return line.slice(line[start] === ' ' ? start + 1 : start);
}

/** Newline-delimited JSON, each line an event. */
export class JsonLinesParser extends SseParser {
  /** The last line needs no line break. */
  override end(): readonly ServerSentEvent[] {
    return this.feed('\n');
  }

  protected override readLine(data: string): void {
    if (data.trim() !== '') this.events.push({ type: 'message', data });
  }
}
