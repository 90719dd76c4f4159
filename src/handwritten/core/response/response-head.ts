import type { Attempt } from '../errors/errors.js';
import type { ResponseInfo } from '../operation/operation.js';
import type { Redact } from '../options/credentials.js';

/** Status and headers of a response, without the key. They are read on demand: few calls need them. */
export class ResponseHead implements Omit<ResponseInfo, 'attemptCount'> {
  /** Replaced where its body was read to find out what it is. */
  response: Response;
  readonly redact: Redact;
  /** What led to a body that is handed over open: an error of reading it tells of them. */
  attempts: readonly Attempt[] = [];
  #headers: Headers | undefined;

  constructor(response: Response, redact: Redact) {
    this.response = response;
    this.redact = redact;
  }

  get status(): number {
    return this.response.status;
  }

  get headers(): Headers {
    if (this.#headers !== undefined) return this.#headers;
    // A copy: those of a real response are immutable.
    const headers = new Headers(this.response.headers);
    this.response.headers.forEach((value, name) => {
      const text = this.redact(value);
      if (text !== value) headers.set(name, text);
    });
    return (this.#headers = headers);
  }

  /** The server's request id. Its header is undocumented (facts.md 1), so the two common ones are read. */
  get requestId(): string | undefined {
    return this.headers.get('x-request-id') ?? this.headers.get('request-id') ?? undefined;
  }
}
