/** One event of a `text/event-stream`. */
export interface ServerSentEvent {
  /** The event's type; `message` unless the server names another. */
  readonly type: string;
  /** The data lines, joined by line feeds. */
  readonly data: string;
}

/**
 * A parser of server-sent events by the WHATWG rules, fed with text in pieces of any size. It is pure: the same
 * text gives the same events, however it is split. Each character is looked at once; a text that grows by `+=` is
 * joined once, when it is read.
 *
 * @see https://html.spec.whatwg.org/multipage/server-sent-events.html#event-stream-interpretation
 */
export class SseParser {
  /** What is here of a line whose end has not come yet. */
  #unfinished = '';
  /** The last piece ended with CR: an LF at the start of the next one belongs to it. */
  #afterReturn = false;
  #type = '';
  #data: string | undefined;
  protected events: ServerSentEvent[] = [];
  /** Fed at the end of the text: an event that is not ended is none. */
  readonly atEnd: string = '';

  /** Takes the next piece and gives the events that it completes. */
  feed(text: string): readonly ServerSentEvent[] {
    this.events = [];
    if (text === '') return this.events;
    let start = this.#afterReturn && text.startsWith('\n') ? 1 : 0;
    this.#afterReturn = text.endsWith('\r');
    // The next of each is remembered, so that a text without one is searched for it only once.
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

  /**
   * The events at the start of a text that are there whole, with one line of data each, as the API writes them. It
   * gives where the rest begins: taking them line by line costs a third more (test/bench).
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

  /** `id` and `retry` serve to reconnect, which a call that costs money never does; what begins with a colon is a comment. */
  protected readLine(line: string): void {
    if (line === '') this.#dispatch();
    else if (/^data(:|$)/.test(line))
      this.#data = (this.#data === undefined ? '' : `${this.#data}\n`) + valueOf(line, 5);
    else if (/^event(:|$)/.test(line)) this.#type = valueOf(line, 6);
  }

  /** An empty line ends an event; one without data is none. */
  #dispatch(): void {
    if (this.#data !== undefined) this.events.push({ type: this.#type || 'message', data: this.#data });
    this.#data = undefined;
    this.#type = '';
  }
}

/** What stands behind the colon, less one space. */
function valueOf(line: string, start: number): string {
  return line.slice(line[start] === ' ' ? start + 1 : start);
}

/** Newline-delimited JSON, each line an event. */
export class JsonLinesParser extends SseParser {
  /** The last line needs no end. */
  override readonly atEnd = '\n';

  protected override readLine(data: string): void {
    if (data.trim() !== '') this.events.push({ type: 'message', data });
  }
}
