/** One event of a `text/event-stream`. */
export interface ServerSentEvent {
  /** The event's type; `message` unless the server names another. */
  readonly type: string;
  /** The data lines, joined by line feeds. */
  readonly data: string;
}

/**
 * A parser of server-sent events by the WHATWG rules, fed with text in pieces of any size. It is pure: the same
 * text gives the same events, however it is split. Each character is looked at once, and a long line is joined once.
 *
 * @see https://html.spec.whatwg.org/multipage/server-sent-events.html#event-stream-interpretation
 */
export class SseParser {
  /** The pieces of a line whose end has not come yet. */
  #unfinished: string[] = [];
  /** The last piece ended with CR: an LF at the start of the next one belongs to it. */
  #afterCarriageReturn = false;
  #type = '';
  #data: string[] = [];
  #events: ServerSentEvent[] = [];

  /** Takes the next piece and gives the events that it completes. */
  feed(text: string): readonly ServerSentEvent[] {
    let lineStart = this.#afterCarriageReturn && text.startsWith('\n') ? 1 : 0;
    if (text !== '') this.#afterCarriageReturn = false;
    // The next of each is remembered, so that a text without one is searched for it only once.
    let carriageReturn = text.indexOf('\r', lineStart);
    let lineFeed = text.indexOf('\n', lineStart);
    while (lineStart < text.length) {
      if (lineFeed !== -1 && lineFeed < lineStart) lineFeed = text.indexOf('\n', lineStart);
      if (carriageReturn !== -1 && carriageReturn < lineStart) carriageReturn = text.indexOf('\r', lineStart);
      const isReturn = carriageReturn !== -1 && (lineFeed === -1 || carriageReturn < lineFeed);
      const lineEnd = isReturn ? carriageReturn : lineFeed;
      if (lineEnd === -1) break;
      this.#endLine(text.slice(lineStart, lineEnd));
      lineStart = lineEnd + 1;
      if (!isReturn) continue;
      if (lineStart === text.length) this.#afterCarriageReturn = true;
      else if (text[lineStart] === '\n') lineStart++;
    }
    if (lineStart < text.length) this.#unfinished.push(text.slice(lineStart));
    if (this.#events.length === 0) return none;
    const events = this.#events;
    this.#events = [];
    return events;
  }

  #endLine(end: string): void {
    if (this.#unfinished.length === 0) {
      this.#readLine(end);
      return;
    }
    this.#unfinished.push(end);
    const line = this.#unfinished.join('');
    this.#unfinished = [];
    this.#readLine(line);
  }

  #readLine(line: string): void {
    if (line === '') {
      this.#dispatch();
      return;
    }
    const colon = line.indexOf(':');
    // A line that begins with a colon is a comment.
    if (colon === 0) return;
    const field = colon === -1 ? line : line.slice(0, colon);
    if (field === 'data') this.#data.push(valueOf(line, colon));
    else if (field === 'event') this.#type = valueOf(line, colon);
    // `id` and `retry` serve to reconnect, which a call that costs money never does.
  }

  /** An empty line ends an event; one without data is none. */
  #dispatch(): void {
    const { length } = this.#data;
    if (length > 0) {
      const data = length === 1 ? (this.#data[0] as string) : this.#data.join('\n');
      this.#events.push({ type: this.#type === '' ? 'message' : this.#type, data });
      this.#data = [];
    }
    this.#type = '';
  }
}

const none: readonly ServerSentEvent[] = [];
const space = 0x20;

/** What stands behind the colon, less one space. */
function valueOf(line: string, colon: number): string {
  if (colon === -1) return '';
  return line.slice(line.charCodeAt(colon + 1) === space ? colon + 2 : colon + 1);
}
