/** Up to this many bytes are cheaper to buffer than to decode. */
const smallRead = 32;
const lineFeed = 10;
const carriageReturn = 13;

/**
 * Decodes bytes to text, read by read. Small reads are buffered until the line ends, and decoded together: a call of
 * the decoder costs more than the decoding of a few bytes (test/bench, reads of 7 bytes).
 */
export class ReadDecoder {
  readonly #decoder = new TextDecoder();
  readonly #kept = new Uint8Array(1024);
  #length = 0;

  /** The text of a read with what was buffered; '' if it is buffered too. */
  decode(read: Uint8Array): string {
    const { length } = read;
    if (length > smallRead || this.#length + length > this.#kept.length) {
      return this.flush() + this.#decoder.decode(read, { stream: true });
    }
    this.#kept.set(read, this.#length);
    this.#length += length;
    return endsLine(read) ? this.flush() : '';
  }

  /** The text of what is buffered. */
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
