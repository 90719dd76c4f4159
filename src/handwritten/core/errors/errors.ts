/** One failed attempt of a call. */
export interface Attempt {
  /** The HTTP status, if there was a response. */
  readonly status?: number | undefined;
  /** What failed, if it is not the status: there was no response, or it could not be read. */
  readonly cause?: string | undefined;
  /** The delay before this attempt, in milliseconds. */
  readonly delayMs: number;
  /** How long it took, in milliseconds; of a stream, until its headers. */
  readonly durationMs: number;
  /** The server's request id, if it sent one. */
  readonly requestId?: string | undefined;
}

/** The fields of every error of the SDK, for its constructor. */
export interface ErrorInit {
  /** What went wrong. */
  readonly message: string;
  /** The error that led to this one. */
  readonly cause?: unknown;
  /** How to fix it. */
  readonly hint?: string | undefined;
  /** A link to the documentation of this error. */
  readonly docsUrl?: string | undefined;
  /** Whether the call may have taken effect, or been billed, although it failed. */
  readonly outcomeUnknown?: boolean | undefined;
}

const documentation = 'https://www.npmjs.com/package/@runcrate/sdk';

/** A link to a heading of the README. */
export function docsUrl(anchor: string): string {
  return `${documentation}#${anchor}`;
}

/** The base class of every error that the SDK throws. A call that is aborted by the caller rejects with the signal's reason instead. */
export class RuncrateError extends Error {
  /** The name of the class. */
  declare readonly name: string;
  /** How to fix it, if the SDK knows. */
  declare hint?: string;
  /** A link to the part of the README that explains this error. */
  declare docsUrl?: string;
  /** Whether the call may have taken effect, or been billed, although no response confirms it. */
  declare outcomeUnknown: boolean;
  /**
   * The `Idempotency-Key` of a call whose outcome is unknown, if it had one, as every call that creates something has.
   * Pass it as `idempotencyKey` to send the same call again.
   */
  declare idempotencyKey?: string;
  /** What a stream had received before it failed, assembled: for chat a `ChatCompletion`. It is not part of `toJSON`. */
  declare readonly partial?: unknown;
  /** Every attempt of the call, in order. Empty if no request was sent. */
  attempts: readonly Attempt[] = [];

  static {
    brand(this, 'RuncrateError');
  }

  /** Created by the SDK. Construct one yourself only in tests. */
  constructor(init: ErrorInit | string) {
    const { message, cause, hint, docsUrl, outcomeUnknown }: ErrorInit =
      typeof init === 'string' ? { message: init } : init;
    super(message, cause === undefined ? undefined : { cause });
    // A class may have a default link.
    const link = docsUrl ?? this.docsUrl;
    if (hint !== undefined) this.hint = hint;
    if (link !== undefined) this.docsUrl = link;
    this.outcomeUnknown = outcomeUnknown ?? false;
  }

  /** `instanceof` works across two copies of the package, such as one loaded by `import` and one by `require`. */
  static override [Symbol.hasInstance](value: unknown): boolean {
    const own = Object.getOwnPropertyDescriptor(this, 'brand')?.value as symbol | undefined;
    if (own === undefined) return Function.prototype[Symbol.hasInstance].call(this, value);
    return typeof value === 'object' && value !== null && own in value;
  }

  /** Safe to log: no headers, no key. */
  toJSON(): Record<string, unknown> {
    return { name: this.name, message: this.message, ...(this as object) };
  }
}

/** The connection failed, or was closed before the response was complete. The platform's error is the `cause`. */
export class ConnectionError extends RuncrateError {
  declare readonly name: 'ConnectionError';
  static {
    brand(this, 'ConnectionError', docsUrl('errors'));
  }
}

/** An attempt took longer than `timeout`, a stream sent nothing for that long, or a wait reached `maxWait`. */
export class TimeoutError extends RuncrateError {
  declare readonly name: 'TimeoutError';
  static {
    brand(this, 'TimeoutError', docsUrl('timeouts-and-aborts'));
  }
}

/** The response is not what the API documents: not JSON, an HTML page, without a required field, a redirect, or a malformed event. */
export class InvalidResponseError extends RuncrateError {
  declare readonly name: 'InvalidResponseError';
  /** The HTTP status of the response. */
  declare readonly statusCode: number;
  static {
    brand(this, 'InvalidResponseError', docsUrl('errors'));
  }

  /** Created by the SDK. Construct one yourself only in tests. */
  constructor(init: ErrorInit & { readonly statusCode: number }) {
    super(init);
    this.statusCode = init.statusCode;
  }
}

/** A stream that ended, or that the program left, without `[DONE]` and without a finish reason. What had arrived is in `partial`. */
export class StreamTruncatedError<Partial = unknown> extends RuncrateError {
  declare readonly name: 'StreamTruncatedError';
  /** What was received, assembled. */
  declare readonly partial: Partial;
  static {
    brand(this, 'StreamTruncatedError', docsUrl('streaming'));
  }

  /** Created by the SDK. Construct one yourself only in tests. */
  constructor(init: ErrorInit & { readonly partial: Partial }) {
    super(init);
    this.partial = init.partial;
  }

  /** Without `partial`, which is content for the user. */
  override toJSON(): Record<string, unknown> {
    return { ...super.toJSON(), partial: undefined };
  }
}

/** Adds advice to the hint of an error. */
export function advise(error: RuncrateError, ...advice: readonly string[]): void {
  const hint = [error.hint, ...advice].filter((text) => text !== undefined).join(' ');
  if (hint) error.hint = hint;
}

/**
 * Gives a class its name, its brand and, if there is one, its default link. All are on the prototype, so that they
 * don't show as fields of each error.
 */
export function brand(errorClass: { readonly prototype: object }, name: string, link?: string): void {
  const symbol = Symbol.for(`@runcrate/sdk/${name}`);
  const define = (target: object, key: PropertyKey, value: unknown): unknown =>
    Object.defineProperty(target, key, { value, writable: true });
  define(errorClass, 'brand', symbol);
  define(errorClass.prototype, symbol, true);
  define(errorClass.prototype, 'name', name);
  if (link !== undefined) define(errorClass.prototype, 'docsUrl', link);
}
