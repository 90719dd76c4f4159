/** Bytes that are cheaper to keep than to decode. */
const smallRead = 32;
const lineFeed = 10;
const carriageReturn = 13;

/**
 * Bytes to text, read by read. Reads that are a piece of a line are kept until the line ends, and decoded together:
 * the call of a decoder costs more than what a few bytes of it are worth (test/bench, reads of 7 bytes).
 */
export class ReadDecoder {
  readonly #decoder = new TextDecoder();
  readonly #kept = new Uint8Array(1024);
  #length = 0;

  /** The text of a read with what was kept; '' where it is kept too. */
  decode(read: Uint8Array): string {
    const { length } = read;
    if (length > smallRead || this.#length + length > this.#kept.length) {
      return this.flush() + this.#decoder.decode(read, { stream: true });
    }
    this.#kept.set(read, this.#length);
    this.#length += length;
    return endsLine(read) ? this.flush() : '';
  }

  /** The text of what is kept. */
  flush(): string {
    if (this.#length === 0) return '';
    const text = this.#decoder.decode(this.#kept.subarray(0, this.#length), { stream: true });
    this.#length = 0;
    return text;
  }
}

/** A loop, because `indexOf` of bytes costs as much as the decoder. */
function endsLine(read: Uint8Array): boolean {
  for (let index = 0; index < read.length; index++) {
    const byte = read[index];
    if (byte === lineFeed || byte === carriageReturn) return true;
  }
  return false;
}
