import type { Platform } from '../platform/platform.js';
import type { AttemptScope } from './attempt-scope.js';
import { BodyReader } from './body-reader.js';
import { ConnectionError, docsUrl, TimeoutError, type RuncrateError } from './errors.js';
import { requestIdOf } from './request-id.js';

/** Bytes as they arrive. Leaving the loop closes the connection. */
export interface OpenBody extends AsyncIterable<Uint8Array> {
  readonly status: number;
  readonly headers: Headers;
  readonly requestId: string | undefined;
  abort(reason: unknown): void;
}

/** What an open body needs of the call that opened it. */
export interface OpenBodyInit {
  readonly response: Response;
  readonly scope: AttemptScope;
  /** The longest silence. */
  readonly timeoutMs: number;
  readonly label: string;
  /** The answer was billed, whether it arrives or not. */
  readonly isPaid: boolean;
  readonly platform: Platform;
}

/** An answer of bytes that was handed over open. */
export class HttpOpenBody implements OpenBody {
  readonly status: number;
  readonly headers: Headers;
  readonly requestId: string | undefined;
  readonly #init: OpenBodyInit;
  readonly #body: BodyReader;

  constructor(init: OpenBodyInit) {
    this.#init = init;
    this.#body = new BodyReader(init.response, init.scope, (cause) => this.#lossError(cause));
    this.status = init.response.status;
    this.headers = init.response.headers;
    this.requestId = requestIdOf(init.response.headers);
  }

  abort(reason: unknown): void {
    this.#body.abort(reason);
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Uint8Array, void, undefined> {
    const silenceError = () => this.#silenceError();
    try {
      for (;;) {
        const chunk = await this.#body.read(this.#init.timeoutMs, silenceError);
        if (chunk === undefined) return;
        yield chunk;
      }
    } finally {
      this.#body.close();
    }
  }

  #lossError(cause: unknown): RuncrateError {
    const { label, platform } = this.#init;
    const timeout = platform.readNetworkError?.(cause, label, 'body').timeout;
    if (timeout !== undefined) return this.#withBill(timeout);
    return this.#withBill(
      new ConnectionError({
        message: `${label} lost its connection in the middle of the answer.`,
        cause,
        docsUrl: docsUrl('errors'),
      }),
    );
  }

  #silenceError(): RuncrateError {
    const { label, timeoutMs } = this.#init;
    return this.#withBill(
      new TimeoutError({
        message: `${label} sent nothing for longer than its timeout of ${timeoutMs / 1000} s.`,
        docsUrl: docsUrl('timeouts-and-aborts'),
      }),
    );
  }

  #withBill(error: RuncrateError): RuncrateError {
    if (!this.#init.isPaid) return error;
    error.outcomeUnknown = true;
    const hint = 'The answer had begun, so it was billed all the same; a second call is billed again.';
    error.hint = error.hint === undefined ? hint : `${error.hint} ${hint}`;
    return error;
  }
}

/** The same bytes as a web stream. Cancelling it closes the connection. */
export function readableStreamOf(body: OpenBody): ReadableStream<Uint8Array> {
  const iterator = body[Symbol.asyncIterator]();
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      const next = await iterator.next();
      if (next.done) controller.close();
      else controller.enqueue(next.value);
    },
    async cancel(reason) {
      body.abort(reason);
      await iterator.return?.();
    },
  });
}
