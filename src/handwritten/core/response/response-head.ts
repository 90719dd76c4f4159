import type { ResponseInfo } from '../operation/operation.js';
import type { Redact } from './redact.js';

/** What comes before the body of an answer, without the key. It is read where somebody asks for it: few calls do. */
export class ResponseHead implements ResponseInfo {
  readonly response: Response;
  readonly redact: Redact;
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
    // A copy: those of a real answer can't be changed.
    const headers = new Headers(this.response.headers);
    this.response.headers.forEach((value, name) => {
      const text = this.redact(value);
      if (text !== value) headers.set(name, text);
    });
    return (this.#headers = headers);
  }

  /** The server's id of the request. No source names the header (facts.md 1), so the two that are common are read. */
  get requestId(): string | undefined {
    return this.headers.get('x-request-id') ?? this.headers.get('request-id') ?? undefined;
  }
}
