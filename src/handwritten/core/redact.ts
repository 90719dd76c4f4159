import { causesOf } from './causes.js';
import type { ResponseInfo } from './operation.js';

/** Takes the key out of a text that came from elsewhere: some servers repeat the headers that they were sent. */
export type Redact = (text: string) => string;

/** What comes before the body of an answer, without the key. It is read where somebody asks for it: few calls do. */
export class Head implements ResponseInfo {
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

/** Takes the key out of an error and its causes, and gives the same error. The platform's own may quote what a server sent. */
export function redactError(error: unknown, redact: Redact): unknown {
  for (const cause of causesOf(error)) {
    if (!(cause instanceof Error)) break;
    for (const [name, { value, writable }] of Object.entries(Object.getOwnPropertyDescriptors(cause))) {
      if (typeof value !== 'string' || writable !== true || redact(value) === value) continue;
      Object.defineProperty(cause, name, { value: redact(value) });
    }
  }
  return error;
}
